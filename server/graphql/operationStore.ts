/** The store as one operation sees it: its reads end with it. */
import { setMaxListeners } from 'node:events'
import type { Statement } from '../store/statement.ts'
import type { Params, Store } from '../store/store.ts'

/** Runs work with a signal of its own, which ends with the outer one, or after the time in milliseconds. */
const endingWith = async <T>(
  outer: AbortSignal,
  time: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> => {
  outer.throwIfAborted()
  const ending = new AbortController()
  const timer = setTimeout(() => {
    ending.abort(new DOMException('the operation took too long', 'TimeoutError'))
  }, time)
  const end = (): void => {
    clearTimeout(timer)
    ending.abort(outer.reason)
  }
  outer.addEventListener('abort', end)
  try {
    return await work(ending.signal)
  } finally {
    clearTimeout(timer)
    outer.removeEventListener('abort', end)
  }
}

/**
 * Reads are given up when the signal says so, and after `timeout` milliseconds since the first of them. Writes are
 * not: nobody could say what was kept of them. AbortSignal.any and .timeout would do the same for several times as much.
 */
export const operationStore = (store: Store, signal: AbortSignal, timeout: number): Store => {
  let deadline: number | undefined
  // Each read under way listens to it, and an operation may have many.
  setMaxListeners(0, signal)
  return {
    kind: store.kind,
    read: <R>(statement: Statement<R>, params: Params) => {
      deadline ??= performance.now() + timeout
      return endingWith(signal, Math.max(0, deadline - performance.now()), (ending) =>
        store.read(statement, params, ending),
      )
    },
    write: (statement, params) => store.write(statement, params),
    batch: (steps) => store.batch(steps),
    setup: (statements) => store.setup(statements),
    health: () => store.health(),
    close: () => store.close(),
  }
}
