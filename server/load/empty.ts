/** Emptying a store, before the graph is made anew. */
import { command, numberIn, statement, type Statement } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'

const count = (name: string): Statement<number> => statement(`load/${name}`, (row) => numberIn(row, 'count'))
const relationshipCount = count('relationshipCount')
const nodeCount = count('nodeCount')
const clearRelationships = command('load/clearRelationships')
const clearNodes = command('load/clearNodes')

/** Nodes or relationships that go in one transaction: databases bound what one may change. */
const limit = 5_000

const repeat = async (store: Store, clear: Statement<Row>, left: Statement<number>): Promise<void> => {
  while (((await store.read(left, {}))[0] ?? 0) > 0) await store.write(clear, { limit })
}

/** Removes all that a store holds; relationships first, as a hub alone may have more of them than one transaction takes. */
export const emptyStore = async (store: Store): Promise<void> => {
  await repeat(store, clearRelationships, relationshipCount)
  await repeat(store, clearNodes, nodeCount)
}
