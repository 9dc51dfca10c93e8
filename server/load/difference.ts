/** What must be written for the store to hold a planned graph: compared claim by claim, so an unchanged source writes nothing. */
import { isDeepStrictEqual } from 'node:util'
import { statement, textIn, textOrNull } from '../store/statement.ts'
import type { Params, Row, Store, Value } from '../store/store.ts'
import type { Part } from './graph.ts'
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

/** What is to be written to a store. */
export interface Difference {
  readonly entities: readonly Change<EntityPlan>[]
  readonly facts: readonly FactChange[]
  readonly documents: readonly Written[]
  readonly removedDocuments: readonly string[]
  readonly reviews: readonly Written[]
  readonly removedReviews: readonly string[]
}

/** What changes of some things, and how many that a source of interest speaks of stay as they are. */
export interface Compared<C> {
  readonly changes: readonly C[]
  readonly unchanged: number
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

/** What of documents or reviews differs from what a store holds of them. */
export class HeldNodes {
  private readonly before: ReadonlyMap<string, Params>
  private readonly left: Set<string>

  constructor(stored: readonly Written[]) {
    this.before = new Map(stored.map(({ id, props }) => [id, props]))
    this.left = new Set(this.before.keys())
  }

  /** Those that are to be written, as they come. */
  *changed(planned: Iterable<Written>): Generator<Written> {
    for (const one of planned) {
      this.left.delete(one.id)
      if (!sameProps(one.props, this.before.get(one.id) ?? {})) yield one
    }
  }

  /** The ids of those that were held and not planned so far. */
  get gone(): readonly string[] {
    return [...this.left]
  }
}

const speaks = (planned: readonly Claim[], of: ReadonlySet<string>): boolean =>
  planned.some(({ source }) => of.has(source))

/** What a store holds of a graph, to be compared with what it is to hold. */
export class HeldGraph {
  static async read(store: Store): Promise<HeldGraph> {
    const [evidence, declared, entities, documents, reviews] = await Promise.all([
      store.read(claims, {}),
      store.read(declarations, {}),
      store.read(entityProps, {}),
      store.read(documentProps, {}),
      store.read(reviewProps, {}),
    ])
    return new HeldGraph(evidence, declared, entities, documents, reviews)
  }

  /** Sources it holds claims of. */
  readonly sources: ReadonlySet<string>
  readonly documents: HeldNodes
  readonly reviews: HeldNodes
  private readonly byFact: ReadonlyMap<string, readonly HeldEvidence[]>
  private readonly byEntity: ReadonlyMap<string, readonly Held[]>
  private readonly props: ReadonlyMap<string, Params>

  private constructor(
    evidence: readonly HeldEvidence[],
    declared: readonly Held[],
    entities: readonly Written[],
    documents: readonly Written[],
    reviews: readonly Written[],
  ) {
    this.documents = new HeldNodes(documents)
    this.reviews = new HeldNodes(reviews)
    this.byFact = byThing(evidence)
    this.byEntity = byThing(declared)
    this.props = new Map(entities.map(({ id, props }) => [id, props]))
    this.sources = new Set([...evidence, ...declared].map(({ source }) => source))
  }

  /** Compares some entities; `of` are the sources whose unchanged things are counted. */
  entities({ plans, has }: Part<EntityPlan>, of: ReadonlySet<string>): Compared<Change<EntityPlan>> {
    let unchanged = 0
    const changes: Change<EntityPlan>[] = []
    for (const [id, entity] of plans) {
      const changed = compareClaims(entity.claims, this.byEntity.get(id) ?? [])
      const known = this.props.get(id)
      const same =
        changed.created.length + changed.updated.length + changed.removed.length === 0 &&
        known !== undefined &&
        sameProps(known, entity.props)
      if (!same) changes.push({ id, plan: entity, isNew: known === undefined, ...changed })
      else if (speaks(entity.claims, of)) unchanged++
    }
    for (const id of new Set([...this.props.keys(), ...this.byEntity.keys()]))
      if (has(id) && !plans.has(id))
        changes.push({
          id,
          plan: undefined,
          isNew: false,
          ...compareClaims([], this.byEntity.get(id) ?? []),
        })
    return { changes, unchanged }
  }

  /** Compares some facts; `of` are the sources whose unchanged things are counted. */
  facts({ plans, has }: Part<FactPlan>, of: ReadonlySet<string>): Compared<FactChange> {
    let unchanged = 0
    const changes: FactChange[] = []
    for (const [id, fact] of plans) {
      const before = this.byFact.get(id)
      const changed = compareClaims(fact.claims, before ?? [])
      if (changed.created.length + changed.updated.length + changed.removed.length > 0)
        changes.push({ id, plan: fact, isNew: before === undefined, held: undefined, ...changed })
      else if (speaks(fact.claims, of)) unchanged++
    }
    for (const [id, before] of this.byFact)
      if (has(id) && !plans.has(id)) {
        const [first] = before
        changes.push({
          id,
          plan: undefined,
          isNew: false,
          held: { start: first?.start ?? null, end: first?.end ?? null },
          ...compareClaims([], before),
        })
      }
    return { changes, unchanged }
  }
}
