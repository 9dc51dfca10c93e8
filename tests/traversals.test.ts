/** Traversals and filters on random graphs, against a plain model of the same graphs. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { load } from '../server/load/load.ts'
import { paths } from '../server/read/paths.ts'
import { idOf, type BruteForce, type Where } from './bruteForce.ts'
import { endpointOf } from './endpoint.ts'
import { dates, randomGraphs, tablesOf } from './randomGraphs.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const graphs = randomGraphs(40)
const runs = { seed: 7, numRuns: 100 }

const where: fc.Arbitrary<Where> = fc.record(
  {
    types: fc.subarray(
      ['SUPPLIES', 'PRODUCES', 'INPUT_OF', 'LOCATED_IN', 'BELONGS_TO', 'COOPERATES_WITH'] as const,
      { minLength: 1 },
    ),
    stages: fc.subarray(['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE', 'ENDED'] as const, { minLength: 1 }),
    product: fc.constantFrom('bolts', 'STEEL', 'Product 1', 'good', 'nothing'),
    asOf: fc.constantFrom(...dates, '2020', '2022', '2022-02', '2023-06-30'),
    minConfidence: fc.constantFrom(0, 0.8, 0.9, 1),
    minSources: fc.constantFrom(1, 2, 3),
  },
  { requiredKeys: [] },
)
const graph = fc.nat(graphs.length - 1)
/** Half of the filters let everything pass, so that there is something to traverse. */
const filter = fc.oneof(fc.constant<Where>({}), where)
const first = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.constant(300))

const modelOf = (index: number): BruteForce => {
  const found = graphs[index]
  if (found === undefined) throw new RangeError('there is no such graph')
  return found.model
}

const id = z.object({ id: z.string() })
const ids = z.array(id).transform((list) => list.map((one) => one.id))
const subgraph = z.object({ entities: ids, relationships: ids, truncated: z.boolean(), omitted: z.number() })
const chain = subgraph.extend({
  tiers: z.array(z.object({ depth: z.number(), direction: z.string(), entities: ids })),
})
const foundPaths = z.array(z.object({ entities: ids, relationships: ids }))
const names = z.object({
  edges: z
    .array(z.object({ node: z.object({ name: z.string() }) }))
    .transform((edges) => edges.map(({ node }) => node.name)),
})

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let ask: (operation: string, variables: Readonly<Record<string, unknown>>) => Promise<unknown>

  beforeAll(async () => {
    opened = await open()
    const folder = newFolder()
    const { entities, relations } = tablesOf(graphs)
    writeFileSync(join(folder, 'entities.csv'), entities)
    writeFileSync(join(folder, 'relations.csv'), relations)
    const { rejected } = await load({ store: opened.store, dataDir: opened.dataDir, paths: [folder] })
    rmSync(folder, { recursive: true, force: true })
    expect(rejected).toEqual([])
    const endpoint = await endpointOf(opened.store)
    ask = async (query, variables) => {
      const response = await endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = z
        .object({ data: z.object({ answer: z.unknown() }).optional(), errors: z.unknown().optional() })
        .parse(await response.json())
      expect(errors).toBeUndefined()
      return data?.answer
    }
  })
  afterAll(() => opened.close())

  test('neighbors: every matching link, best evidenced first, and whether some are left out', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.uniqueArray(fc.nat(16), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('OUT', 'IN', 'BOTH'),
        filter,
        first,
        async (index, of, direction, filtered, most) => {
          const model = modelOf(index)
          const given = { of: of.map((at) => model.idAt(at)), direction, where: filtered, first: most }
          const answer = subgraph.parse(
            await ask(
              `query ($of: [ID!]!, $direction: Direction!, $where: RelationshipFilter, $first: Int!) {
                answer: neighbors(of: $of, direction: $direction, where: $where, first: $first) {
                  entities { id } relationships { id } truncated omitted } }`,
              given,
            ),
          )
          const { omitted, ...rest } = answer
          expect({ ...rest, entities: rest.entities.sort() }).toEqual(model.neighbors(given))
          expect(omitted > 0).toBe(answer.truncated)
        },
      ),
      runs,
    ))

  test('paths: all of the shortest length, in the order of their ids, each step by its best evidenced link', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.uniqueArray(fc.nat(16), { minLength: 2, maxLength: 2 }),
        fc.integer({ min: 1, max: 6 }),
        filter,
        fc.integer({ min: 1, max: 20 }),
        async (index, [from = 0, to = 0], maxLength, filtered, most) => {
          const model = modelOf(index)
          const given = {
            from: model.idAt(from),
            to: model.idAt(to),
            maxLength,
            where: filtered,
            first: most,
          }
          const answer = await ask(
            `query ($from: ID!, $to: ID!, $maxLength: Int!, $where: RelationshipFilter, $first: Int!) {
              answer: paths(from: $from, to: $to, maxLength: $maxLength, where: $where, first: $first) {
                entities { id } relationships { id } } }`,
            given,
          )
          expect(foundPaths.parse(answer)).toEqual(model.paths(given))
        },
      ),
      runs,
    ))

  test('paths through hubs, of whose relationships a step brings only some, are the same', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.uniqueArray(fc.nat(16), { minLength: 2, maxLength: 2 }),
        fc.nat(4),
        filter,
        async (index, [from = 0, to = 0], mostLinks, filtered) => {
          const model = modelOf(index)
          const given = {
            from: model.idAt(from),
            to: model.idAt(to),
            maxLength: 6,
            where: filtered,
            first: 20,
          }
          const answer = await paths(opened.store, { ...given, mostLinks })
          expect(
            answer.map(({ entities, relationships }) => ({
              entities,
              relationships: relationships.map((one) => one.id),
            })),
          ).toEqual(model.paths(given))
        },
      ),
      runs,
    ))

  test('supplyChain: tier by tier, nearest and best evidenced first, whatever first leaves out', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.nat(10),
        fc.constantFrom('UPSTREAM', 'DOWNSTREAM', 'BOTH'),
        fc.integer({ min: 1, max: 6 }),
        filter.map(({ types = [], ...rest }): Where => {
          const followed = types.filter((type) => ['SUPPLIES', 'PRODUCES', 'INPUT_OF'].includes(type))
          return followed.length === 0 ? rest : { ...rest, types: followed }
        }),
        first,
        async (index, of, direction, depth, filtered, most) => {
          const model = modelOf(index)
          const given = { of: model.idAt(of), direction, depth, where: filtered, first: most }
          const answer = chain.parse(
            await ask(
              `query ($of: ID!, $direction: ChainDirection!, $depth: Int!, $where: RelationshipFilter, $first: Int!) {
                answer: supplyChain(of: $of, direction: $direction, depth: $depth, where: $where, first: $first) {
                  entities { id } relationships { id } truncated omitted tiers { depth direction entities { id } } } }`,
              given,
            ),
          )
          const expected = model.supplyChain(given)
          const { omitted, ...rest } = answer
          // A product's customers, named beside a supply, stand in a tier of their own on the other side.
          const inChain = new Set(expected.tiers.flatMap(({ entities }) => entities))
          const own = rest.tiers
            .map((tier) => ({ ...tier, entities: tier.entities.sort() }))
            .filter(({ entities }) => entities.some((one) => inChain.has(one)))
          const order = (tiers: typeof own): typeof own =>
            [...tiers].sort(
              (left, right) => left.depth - right.depth || (left.direction < right.direction ? 1 : -1),
            )
          expect({ ...rest, entities: rest.entities.sort(), tiers: order(own) }).toEqual({
            ...expected,
            tiers: order([...expected.tiers.map((tier) => ({ ...tier, entities: [...tier.entities] }))]),
          })
          expect(omitted > 0).toBe(answer.truncated)
          expect(new Set(rest.tiers.flatMap(({ entities }) => entities))).toEqual(new Set(rest.entities))
        },
      ),
      runs,
    ))

  test('entities in a region, park or cluster: those inside it, however deep', () =>
    fc.assert(
      fc.asyncProperty(
        graph,
        fc.integer({ min: 11, max: 16 }),
        fc.constantFrom('Company', 'Park', 'Region', 'Cluster'),
        async (index, at, label) => {
          const model = modelOf(index)
          const around = model.things[at]
          if (around === undefined) throw new RangeError('the graph has no such entity')
          const answer = await ask(
            `query ($where: EntityFilter!) { answer: entities(where: $where, first: 100) { edges { node { name } } } }`,
            { where: { labels: [label.toUpperCase()], [around.label.toLowerCase()]: idOf(around) } },
          )
          expect(names.parse(answer).edges.sort()).toEqual(model.inside(label, around))
        },
      ),
      runs,
    ))
})
