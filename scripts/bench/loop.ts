/** The loop that someone would write by hand to put the same network into a store: batches of UNWIND, nothing checked. */
import { entityId, relationshipId } from '../../server/model/identity.ts'
import { declaredLabels, declaredTypes } from '../../server/model/model.ts'
import { setupStore } from '../../server/store/setup.ts'
import { command, forDeclared, type Statement } from '../../server/store/statement.ts'
import type { Params, Row, Store } from '../../server/store/store.ts'
import { companyName, product, type Pair } from './network.ts'

const document = 'bench'
const batchSize = 2_000
const said = { stage: 'ACTIVE', since: '2024', confidence: 0.95 }
const claimed = { source: 'bench', document, file: 'a', row: 1 }

const statements = {
  documents: command('load/mergeDocuments'),
  entities: forDeclared(command('load/createEntities'), 'Company', declaredLabels),
  declarations: command('load/createDeclarations'),
  relationships: forDeclared(command('load/createRelationships'), 'SUPPLIES', declaredTypes),
  evidence: command('load/createEvidence'),
}

const entityRow = (id: string, name: string): Params => ({
  props: { id, label: 'Company', name, aliases: [], formerIds: [], search: name },
})
const declarationRow = (id: string, name: string): Params => ({
  props: { ...claimed, id: `d${id}`, entity: id, label: 'Company', name, aliases: [], hash: id },
})

interface Link {
  readonly id: string
  readonly start: string
  readonly end: string
}

const relationshipRow = ({ id, start, end }: Link): Params => ({
  start,
  end,
  props: { ...said, id, product, sourceCount: 1, from: '2024-01-01', history: ['2024-01-01 ACTIVE'] },
})
const evidenceRow = ({ id, start, end }: Link): Params => ({
  document,
  props: {
    ...said,
    ...claimed,
    id: `e${id}`,
    of: id,
    kind: 'relationship',
    startId: start,
    endId: end,
    product,
    hash: id,
  },
})

/** How the loop writes. */
export interface Loop {
  /** With what a load keeps of where it is stated, or entities and relationships alone. */
  readonly withEvidence: boolean
  /** Rows in a transaction. */
  readonly batch?: number
}

/** Rows that the loop writes with evidence: an entity and its declaration, a relationship and its evidence. */
export const rowsOf = (pairs: readonly Pair[]): number => 2 * (new Set(pairs.flat()).size + pairs.length)

/** Writes the companies of these pairs and their relations. Gives seconds. */
export const writeByHand = async (
  store: Store,
  pairs: readonly Pair[],
  { withEvidence, batch = batchSize }: Loop,
): Promise<number> => {
  await setupStore(store)
  const began = performance.now()
  const inBatches = async (statement: Statement<Row>, rows: readonly Params[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += batch)
      await store.write(statement, { rows: rows.slice(from, from + batch) })
  }
  const indexes = [...new Set(pairs.flat())]
  const ids = new Map(indexes.map((index) => [index, entityId('Company', companyName(index))]))
  const links = pairs.map(([left, right]): Link => {
    const [start = '', end = ''] = [ids.get(left), ids.get(right)]
    return { start, end, id: relationshipId('SUPPLIES', start, end, product) }
  })
  await inBatches(
    statements.entities,
    [...ids].map(([index, id]) => entityRow(id, companyName(index))),
  )
  await inBatches(statements.relationships, links.map(relationshipRow))
  if (withEvidence) {
    const props = { id: document, kind: 'TABLE', title: document }
    await store.write(statements.documents, { rows: [{ id: document, props }] })
    await inBatches(
      statements.declarations,
      [...ids].map(([index, id]) => declarationRow(id, companyName(index))),
    )
    await inBatches(statements.evidence, links.map(evidenceRow))
  }
  return (performance.now() - began) / 1_000
}
