/**
 * Writes a difference, in batches that each leave the store whole: a fact goes in one transaction with all its
 * evidence. Killed between two batches and run again, the rest is written.
 */
import { declaredLabels, declaredTypes, labels, types } from '../model/model.ts'
import { command, forDeclared } from '../store/statement.ts'
import type { Params, Row, Step, Store } from '../store/store.ts'
import type { Statement } from '../store/statement.ts'
import type { Change, Difference, FactChange } from './difference.ts'
import type { EntityPlan } from './claims.ts'
import type { Written } from './written.ts'

/**
 * `size`: entities or facts in one transaction, each with its claims, where each store writes most in a second.
 * `atOnce`: batches handed over before the first is done. The embedded store writes one after the other, so the next
 * ones are made ready meanwhile; on Neo4j two at once would wait for each other's locks at the same hubs.
 */
const batching = { embedded: { size: 1_000, atOnce: 4 }, neo4j: { size: 2_000, atOnce: 1 } } as const

const named = (name: string): Statement<Row> => command(`load/${name}`)
const createEntities = new Map(
  labels.map((label) => [label, forDeclared(named('createEntities'), label, declaredLabels)]),
)
const createRelationships = new Map(
  types.map((type) => [type, forDeclared(named('createRelationships'), type, declaredTypes)]),
)
const statements = {
  updateEntities: named('updateEntities'),
  removeEntities: named('removeEntities'),
  updateRelationships: named('updateRelationships'),
  removeRelationships: named('removeRelationships'),
  createMetrics: named('createMetrics'),
  updateMetrics: named('updateMetrics'),
  removeMetrics: named('removeMetrics'),
  createEvidence: named('createEvidence'),
  updateEvidence: named('updateEvidence'),
  removeEvidence: named('removeEvidence'),
  createDeclarations: named('createDeclarations'),
  updateDeclarations: named('updateDeclarations'),
  removeDeclarations: named('removeDeclarations'),
  mergeDocuments: named('mergeDocuments'),
  removeDocuments: named('removeDocuments'),
  mergeReviews: named('mergeReviews'),
  removeReviews: named('removeReviews'),
  publish: named('publish'),
}

/** A step for rows, none where there are no rows. */
const rowsStep = (statement: Statement<Row>, rows: readonly Params[]): Step[] =>
  rows.length === 0 ? [] : [{ statement, params: { rows } }]
const idsStep = (statement: Statement<Row>, ids: readonly string[]): Step[] =>
  ids.length === 0 ? [] : [{ statement, params: { ids } }]
const written = ({ id, props }: Written): Params => ({ id, props })

/** The items in order, so many at a time; the last batch may have fewer. */
export const batches = function* <T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let batch: T[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length < size) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const entitySteps = (changes: readonly Change<EntityPlan>[]): Step[] => [
  ...labels.flatMap((label) => {
    const statement = createEntities.get(label)
    const rows = changes.flatMap(({ plan, isNew }) =>
      plan && isNew && plan.label === label ? [{ props: plan.props }] : [],
    )
    return statement ? rowsStep(statement, rows) : []
  }),
  ...rowsStep(
    statements.updateEntities,
    changes.flatMap(({ plan, isNew }) => (plan && !isNew ? [written(plan)] : [])),
  ),
  ...rowsStep(
    statements.createDeclarations,
    changes.flatMap(({ created }) => created.map(({ props }) => ({ props }))),
  ),
  ...rowsStep(
    statements.updateDeclarations,
    changes.flatMap(({ updated }) => updated.map(written)),
  ),
  ...idsStep(
    statements.removeDeclarations,
    changes.flatMap(({ removed }) => removed),
  ),
  ...idsStep(
    statements.removeEntities,
    changes.flatMap(({ plan, id }) => (plan ? [] : [id])),
  ),
]

const factSteps = (changes: readonly FactChange[]): Step[] => {
  const metrics = changes.flatMap(({ plan, isNew }) => (plan?.type === 'HAS_METRIC' ? [{ plan, isNew }] : []))
  const relationships = changes.flatMap(({ plan, isNew }) =>
    plan && plan.type !== 'HAS_METRIC' ? [{ plan, isNew }] : [],
  )
  const gone = changes.flatMap(({ id, held }) => (held ? [{ id, ...held }] : []))
  return [
    ...types.flatMap((type) => {
      const statement = createRelationships.get(type)
      const rows = relationships.flatMap(({ plan: { start, end, props, type: own }, isNew }) =>
        isNew && own === type ? [{ start, end, props }] : [],
      )
      return statement ? rowsStep(statement, rows) : []
    }),
    ...rowsStep(
      statements.updateRelationships,
      relationships.flatMap(({ plan: { id, start, end, props }, isNew }) =>
        isNew ? [] : [{ id, start, end, props }],
      ),
    ),
    ...rowsStep(
      statements.createMetrics,
      metrics.flatMap(({ plan: { start, props }, isNew }) => (isNew ? [{ start, props }] : [])),
    ),
    ...rowsStep(
      statements.updateMetrics,
      metrics.flatMap(({ plan, isNew }) => (isNew ? [] : [written(plan)])),
    ),
    ...rowsStep(
      statements.createEvidence,
      changes.flatMap(({ created }) => created.map(({ document, props }) => ({ document, props }))),
    ),
    ...rowsStep(
      statements.updateEvidence,
      changes.flatMap(({ updated }) => updated.map(written)),
    ),
    ...idsStep(
      statements.removeEvidence,
      changes.flatMap(({ removed }) => removed),
    ),
    ...rowsStep(
      statements.removeRelationships,
      gone.filter(({ start }) => start !== null),
    ),
    ...rowsStep(
      statements.removeMetrics,
      gone.filter(({ start }) => start === null).map(({ id }) => ({ id })),
    ),
  ]
}

/** Called after each batch with how many entities and facts it wrote. */
export type Progress = (count: number) => void

/** Writes a difference, or a part of one: documents first, then entities, facts, and last what goes. */
export const writeDifference = async (
  store: Store,
  changes: Partial<Difference>,
  progress: Progress,
): Promise<void> => {
  const commit = async (steps: readonly Step[], count: number): Promise<void> => {
    if (steps.length > 0) await store.batch(steps)
    progress(count)
  }
  const inBatches = async <T>(
    list: readonly T[] = [],
    stepsOf: (batch: readonly T[]) => Step[],
    counted = true,
  ): Promise<void> => {
    const { size, atOnce } = batching[store.kind]
    for (const part of batches(list, size * atOnce)) {
      const work = [...batches(part, size)].map((batch) => commit(stepsOf(batch), counted ? batch.length : 0))
      // Nothing may still be written once this has failed.
      for (const end of await Promise.allSettled(work)) if (end.status === 'rejected') throw end.reason
    }
  }
  await inBatches(
    changes.documents,
    (batch) => rowsStep(statements.mergeDocuments, batch.map(written)),
    false,
  )
  await inBatches(
    changes.entities?.filter(({ plan }) => plan !== undefined),
    entitySteps,
  )
  await inBatches(changes.facts, factSteps)
  await inBatches(
    changes.entities?.filter(({ plan }) => plan === undefined),
    entitySteps,
  )
  await inBatches(changes.removedDocuments, (batch) => idsStep(statements.removeDocuments, batch), false)
  await inBatches(changes.reviews, (batch) => rowsStep(statements.mergeReviews, batch.map(written)), false)
  await inBatches(changes.removedReviews, (batch) => idsStep(statements.removeReviews, batch), false)
}

/** Publishes the graph's version: what was written is the graph now. */
export const publish = (store: Store, graph: Params): Promise<void> =>
  store.batch([{ statement: statements.publish, params: { props: graph } }])
