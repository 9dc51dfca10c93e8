/** What must be written for the store to hold a planned graph: compared claim by claim, so an unchanged source writes nothing. */
import { isDeepStrictEqual } from 'node:util'
import { statement, textIn, textOrNull } from '../store/statement.ts'
import type { Params, Row, Store, Value } from '../store/store.ts'
import type { GraphPlan } from './graph.ts'
import type { Claim, EntityPlan, FactPlan } from './claims.ts'
import type { Written } from './written.ts'

/** A claim as the store has it. */
interface Held {
  readonly id: string
  readonly hash: string
  readonly thing: string
  readonly source: string
}

interface HeldEvidence extends Held {
  readonly start: string | null
  readonly end: string | null
}

const held = (row: Row): Held => ({
  id: textIn(row, 'id'),
  hash: textIn(row, 'hash'),
  thing: textIn(row, 'thing'),
  source: textIn(row, 'source'),
})
const claims = statement('load/claims', (row): HeldEvidence => ({
  ...held(row),
  start: textOrNull(row, 'start'),
  end: textOrNull(row, 'end'),
}))
const declarations = statement('load/declarations', held)

const isMap = (value: Value | undefined): value is Params =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const withProps = (row: Row): Written => {
  const props = row['props']
  return { id: textIn(row, 'id'), props: isMap(props) ? props : {} }
}
const entityProps = statement('load/entityProps', withProps)
const documentProps = statement('load/documentProps', withProps)
const reviewProps = statement('load/reviewProps', withProps)

/** One entity or fact with what is to be done to it and its claims. */
export interface Change<T> {
  readonly id: string
  /** What it is to be; undefined where it goes. */
  readonly plan: T | undefined
  readonly isNew: boolean
  readonly created: readonly Claim[]
  readonly updated: readonly Claim[]
  readonly removed: readonly string[]
}

export interface FactChange extends Change<FactPlan> {
  /** Ends of a fact that goes; null for a figure. */
  readonly held: { readonly start: string | null; readonly end: string | null } | undefined
}

export interface Difference {
  readonly entities: readonly Change<EntityPlan>[]
  readonly facts: readonly FactChange[]
  readonly documents: readonly Written[]
  readonly removedDocuments: readonly string[]
  readonly reviews: readonly Written[]
  readonly removedReviews: readonly string[]
  /** Things that some source of interest speaks of and that stay as they are. */
  readonly unchanged: number
  /** Sources the store holds claims of. */
  readonly sources: ReadonlySet<string>
}

const byThing = <H extends Held>(list: readonly H[]): Map<string, H[]> => {
  const things = new Map<string, H[]>()
  for (const one of list) {
    const known = things.get(one.thing)
    if (known) known.push(one)
    else things.set(one.thing, [one])
  }
  return things
}

const compareClaims = (
  planned: readonly Claim[],
  stored: readonly Held[],
): Pick<Change<never>, 'created' | 'updated' | 'removed'> => {
  const before = new Map(stored.map(({ id, hash }) => [id, hash]))
  const after = new Set(planned.map(({ id }) => id))
  return {
    created: planned.filter(({ id }) => !before.has(id)),
    updated: planned.filter(({ id, hash }) => before.has(id) && before.get(id) !== hash),
    removed: stored.filter(({ id }) => !after.has(id)).map(({ id }) => id),
  }
}

const sameProps = (left: Params, right: Params): boolean => isDeepStrictEqual(sorted(left), sorted(right))
const sorted = (props: Params): unknown =>
  Object.entries(props)
    .filter(([, value]) => value !== null)
    .sort(([left], [right]) => (left < right ? -1 : 1))

/** Which of what is to be written differs from what is stored, and what of that goes. */
const compareWritten = (
  planned: ReadonlyMap<string, Written>,
  stored: readonly Written[],
): { readonly written: readonly Written[]; readonly removed: readonly string[] } => {
  const before = new Map(stored.map(({ id, props }) => [id, props]))
  return {
    written: [...planned.values()].filter(({ id, props }) => !sameProps(props, before.get(id) ?? {})),
    removed: [...before.keys()].filter((id) => !planned.has(id)),
  }
}

/** Reads what the store holds and compares; `of` are the sources whose unchanged things are counted. */
export const difference = async (
  store: Store,
  plan: GraphPlan,
  beside: {
    readonly documents: ReadonlyMap<string, Written>
    readonly reviews: ReadonlyMap<string, Written>
  },
  of: ReadonlySet<string>,
): Promise<Difference> => {
  const [evidence, declared, entities, documents, reviews] = await Promise.all([
    store.read(claims, {}),
    store.read(declarations, {}),
    store.read(entityProps, {}),
    store.read(documentProps, {}),
    store.read(reviewProps, {}),
  ])
  const [heldFacts, heldEntities] = [byThing(evidence), byThing(declared)]
  const props = new Map(entities.map(({ id, props: own }) => [id, own]))
  let unchanged = 0
  const speaks = (planned: readonly Claim[]): boolean => planned.some(({ source }) => of.has(source))
  const entityChanges: Change<EntityPlan>[] = []
  for (const [id, entity] of plan.entities) {
    const changed = compareClaims(entity.claims, heldEntities.get(id) ?? [])
    const known = props.get(id)
    const same =
      changed.created.length + changed.updated.length + changed.removed.length === 0 &&
      known !== undefined &&
      sameProps(known, entity.props)
    if (!same) entityChanges.push({ id, plan: entity, isNew: known === undefined, ...changed })
    else if (speaks(entity.claims)) unchanged++
  }
  for (const id of new Set([...props.keys(), ...heldEntities.keys()]))
    if (!plan.entities.has(id))
      entityChanges.push({
        id,
        plan: undefined,
        isNew: false,
        ...compareClaims([], heldEntities.get(id) ?? []),
      })
  const factChanges: FactChange[] = []
  for (const [id, fact] of plan.facts) {
    const before = heldFacts.get(id)
    const changed = compareClaims(fact.claims, before ?? [])
    if (changed.created.length + changed.updated.length + changed.removed.length > 0)
      factChanges.push({ id, plan: fact, isNew: before === undefined, held: undefined, ...changed })
    else if (speaks(fact.claims)) unchanged++
  }
  for (const [id, before] of heldFacts)
    if (!plan.facts.has(id)) {
      const [first] = before
      factChanges.push({
        id,
        plan: undefined,
        isNew: false,
        held: { start: first?.start ?? null, end: first?.end ?? null },
        ...compareClaims([], before),
      })
    }
  const [ofDocuments, ofReviews] = [
    compareWritten(beside.documents, documents),
    compareWritten(beside.reviews, reviews),
  ]
  return {
    entities: entityChanges,
    facts: factChanges,
    documents: ofDocuments.written,
    removedDocuments: ofDocuments.removed,
    reviews: ofReviews.written,
    removedReviews: ofReviews.removed,
    unchanged,
    sources: new Set([...evidence, ...declared].map(({ source }) => source)),
  }
}
