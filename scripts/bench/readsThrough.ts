/** A store whose reads go through something else first. */
import type { Store } from '../../server/store/store.ts'

/** The store with another way to read; all else stays its own. */
export const readsThrough = (store: Store, read: Store['read']): Store => ({
  kind: store.kind,
  read,
  write: (statement, params) => store.write(statement, params),
  batch: (steps) => store.batch(steps),
  setup: (statements) => store.setup(statements),
  health: () => store.health(),
  close: () => store.close(),
})
