/** A store that tells of each statement read through it. */
import type { Statement } from '../../server/store/statement.ts'
import type { Params, Store } from '../../server/store/store.ts'

/** A statement that was read, and how many rows it gave. */
export interface Noted {
  readonly statement: Statement<unknown>
  readonly params: Params
  readonly rows: number
}

/** The store to use in place of `store`, which calls `note` after each statement read. */
export const noting = (store: Store, note: (noted: Noted) => void): Store => ({
  kind: store.kind,
  read: async (statement, params, signal) => {
    const rows = await store.read(statement, params, signal)
    note({ statement, params, rows: rows.length })
    return rows
  },
  write: (statement, params) => store.write(statement, params),
  batch: (steps) => store.batch(steps),
  setup: (statements) => store.setup(statements),
  health: () => store.health(),
  close: () => store.close(),
})
