/** The store as one operation sees it: its reads end with it. */
import type { Statement } from '../store/statement.ts'
import type { Params, Store } from '../store/store.ts'

/**
 * Reads are given up when the signal says so, and after `timeout` milliseconds since the first of them. Writes are
 * not: nobody could say what was kept of them.
 */
export const operationStore = (store: Store, signal: AbortSignal, timeout: number): Store => {
  let both: AbortSignal | undefined
  return {
    kind: store.kind,
    read: <R>(statement: Statement<R>, params: Params) => {
      both ??= AbortSignal.any([signal, AbortSignal.timeout(timeout)])
      return store.read(statement, params, both)
    },
    write: (statement, params) => store.write(statement, params),
    batch: (steps) => store.batch(steps),
    setup: (statements) => store.setup(statements),
    health: () => store.health(),
    close: () => store.close(),
  }
}
