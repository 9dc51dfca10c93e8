/** The loop that someone would write by hand to put the same network into a store: batches of UNWIND, nothing checked. */
import { entityId, relationshipId } from '../../server/model/identity.ts'
import { declaredLabels, declaredTypes } from '../../server/model/model.ts'
import { setupStore } from '../../server/store/setup.ts'
import { command, forDeclared, type Statement } from '../../server/store/statement.ts'
import type { Params, Row, Store } from '../../server/store/store.ts'
import { companyCount, companyName, product, type Pair } from './network.ts'

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

/** Writes the network; with what a load keeps of where it is stated, or entities and relationships alone. Gives seconds. */
export const writeByHand = async (
  store: Store,
  pairs: readonly Pair[],
  withEvidence: boolean,
): Promise<number> => {
  await setupStore(store)
  const began = performance.now()
  const inBatches = async (statement: Statement<Row>, rows: readonly Params[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += batchSize)
      await store.write(statement, { rows: rows.slice(from, from + batchSize) })
  }
  const names = Array.from({ length: companyCount }, (_, index) => companyName(index))
  const ids = names.map((name) => entityId('Company', name))
  const links = pairs.map(([left, right]): Link => {
    const [start = '', end = ''] = [ids[left], ids[right]]
    return { start, end, id: relationshipId('SUPPLIES', start, end, product) }
  })
  await inBatches(
    statements.entities,
    ids.map((id, index) => entityRow(id, names[index] ?? '')),
  )
  await inBatches(statements.relationships, links.map(relationshipRow))
  if (withEvidence) {
    const props = { id: document, kind: 'TABLE', title: document }
    await store.write(statements.documents, { rows: [{ id: document, props }] })
    await inBatches(
      statements.declarations,
      ids.map((id, index) => declarationRow(id, names[index] ?? '')),
    )
    await inBatches(statements.evidence, links.map(evidenceRow))
  }
  return (performance.now() - began) / 1_000
}
