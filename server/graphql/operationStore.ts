/** The store as one operation sees it: its reads end with it. */
import { setMaxListeners } from 'node:events'
import type { Statement } from '../store/statement.ts'
import type { Params, Store } from '../store/store.ts'

/** Ends with the signal, or after the time. Each statement in flight listens to it, and an operation may have many. */
const endingWith = (signal: AbortSignal, timeout: number): AbortSignal => {
  const either = AbortSignal.any([signal, AbortSignal.timeout(timeout)])
  setMaxListeners(0, either)
  return either
}

/**
 * Reads are given up when the signal says so, and after `timeout` milliseconds since the first of them. Writes are
 * not: nobody could say what was kept of them.
 */
export const operationStore = (store: Store, signal: AbortSignal, timeout: number): Store => {
  let both: AbortSignal | undefined
  return {
    kind: store.kind,
    read: <R>(statement: Statement<R>, params: Params) => {
      both ??= endingWith(signal, timeout)
      return store.read(statement, params, both)
    },
    write: (statement, params) => store.write(statement, params),
    batch: (steps) => store.batch(steps),
    setup: (statements) => store.setup(statements),
    health: () => store.health(),
    close: () => store.close(),
  }
}
