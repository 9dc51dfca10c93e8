/** A random graph as a store: what the statements of traversals give, by loops in memory, without a database. */
import { z } from 'zod'
import { types } from '../server/model/model.ts'
import { stages } from '../server/model/stage.ts'
import { nameKey } from '../server/names/normalise.ts'
import type { Statement } from '../server/store/statement.ts'
import type { Params, Row, Store } from '../server/store/store.ts'
import { confidenceOf, sourcesOf, type BruteForce, type Fact } from './bruteForce.ts'

/** The parameters of any of the statements. */
const given = z.object({
  types: z.array(z.enum(types)),
  allTypes: z.boolean(),
  stages: z.array(z.enum(stages)),
  product: z.string(),
  asOf: z.string(),
  minConfidence: z.number(),
  minSources: z.number(),
  accepted: z.literal(true),
  ids: z.array(z.string()).default([]),
  seen: z.record(z.string(), z.number()).default({}),
  others: z.record(z.string(), z.number()).default({}),
  pairs: z.array(z.object({ left: z.string(), right: z.string() })).default([]),
  products: z.array(z.object({ id: z.string(), keys: z.array(z.string()) })).default([]),
  upstream: z.boolean().default(true),
  outgoing: z.boolean().default(true),
  incoming: z.boolean().default(true),
  limit: z.int().positive().default(Infinity),
})
type Given = z.infer<typeof given>

const rowOf = (fact: Fact): Row => ({
  id: fact.id,
  type: fact.type,
  start: fact.start,
  end: fact.end,
  product: fact.product,
  stage: 'ACTIVE',
  confidence: confidenceOf(fact),
  sourceCount: sourcesOf(fact),
})

/** Follows facts from `near` ends among the ids to `far` ends that were not seen. */
const reaching =
  (near: 'start' | 'end', far: 'start' | 'end') =>
  (facts: readonly Fact[], { ids, seen }: Given): readonly Fact[] =>
    facts.filter((fact) => ids.includes(fact[near]) && seen[fact[far]] === undefined)

const supplies = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ type }) => type === 'SUPPLIES')

/** What each statement finds among the facts that pass its filter, best evidenced first. */
const statements: Readonly<Record<string, (facts: readonly Fact[], given: Given) => readonly Fact[]>> = {
  'read/relationshipsIn': reaching('end', 'start'),
  'read/relationshipsOut': reaching('start', 'end'),
  'read/suppliesIn': (facts, params) => reaching('end', 'start')(supplies(facts), params),
  'read/suppliesOut': (facts, params) => reaching('start', 'end')(supplies(facts), params),
  'read/suppliesOfProducts': (facts, { products, upstream, seen }) =>
    supplies(facts).filter(
      ({ start, end, product }) =>
        seen[upstream ? start : end] === undefined &&
        products.some(({ id, keys }) => id !== end && keys.includes(nameKey(product))),
    ),
  'read/relationshipsAround': (facts, { ids, outgoing, incoming }) =>
    facts.filter(({ start, end }) => (outgoing && ids.includes(start)) || (incoming && ids.includes(end))),
  'read/relationshipsBetween': (facts, { pairs }) =>
    facts.filter(({ start, end }) =>
      pairs.some(({ left, right }) => (left === start && right === end) || (left === end && right === start)),
    ),
}

/** Pairs of an entity among the ids and one beside it, each once. */
const pairsOf = (
  facts: readonly Fact[],
  { ids }: Given,
  isWanted: (id: string) => boolean,
): readonly Row[] => {
  const pairs = new Map<string, Row>()
  for (const { start, end } of facts)
    for (const [from, to] of [
      [start, end],
      [end, start],
    ] as const)
      if (ids.includes(from) && isWanted(to)) pairs.set(`${from} ${to}`, { from, to })
  return [...pairs.values()]
}

const answer = (model: BruteForce, name: string, params: Given): readonly Row[] => {
  const { asOf, product, minConfidence, minSources } = params
  const facts = model.matching({
    stages: params.stages,
    minConfidence,
    minSources,
    ...(params.allTypes || name.includes('supplies') ? {} : { types: params.types }),
    ...(asOf === '9999-12-31' ? {} : { asOf }),
    ...(product === '' ? {} : { product }),
  })
  if (name === 'read/pathStep') return pairsOf(facts, params, (id) => params.seen[id] === undefined)
  if (name === 'read/pathMeet') return pairsOf(facts, params, (id) => params.others[id] !== undefined)
  const find = statements[name]
  if (find === undefined) throw new RangeError(`the store in memory does not know ${name}`)
  return find(facts, params).map(rowOf)
}

const refuse = (): Promise<never> => Promise.reject(new Error('the store in memory only reads'))

/** A store that holds the model's graph, for traversals alone. */
export const memoryStore = (model: BruteForce): Store => ({
  kind: 'embedded',
  write: refuse,
  batch: refuse,
  setup: refuse,
  health: refuse,
  close: refuse,
  read: <R>(statement: Statement<R>, params: Params): Promise<R[]> => {
    const parsed = given.parse(params)
    const rows = answer(model, statement.name, parsed).slice(0, parsed.limit)
    return Promise.resolve(rows.map(statement.decode))
  },
})
