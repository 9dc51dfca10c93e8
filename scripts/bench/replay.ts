/** A store whose answers are replayed from memory: what is left is the work of everything above the store. */
import type { Statement } from '../../server/store/statement.ts'
import type { Params, Row, Store } from '../../server/store/store.ts'

/** Notes how a statement reads its rows, without reading them. */
const raw = <R>(statement: Statement<R>): Statement<Row> => ({ ...statement, decode: (row) => row })

/** The store, asked only once for the same statement with the same parameters; rows are read anew each time. */
export const replaying = (store: Store): Store => {
  const known = new Map<string, Promise<readonly Row[]>>()
  return {
    kind: store.kind,
    read: async <R>(statement: Statement<R>, params: Params) => {
      const key = `${statement.name} ${JSON.stringify(params)}`
      const rows = known.get(key) ?? store.read(raw(statement), params)
      known.set(key, rows)
      return (await rows).map(statement.decode)
    },
    write: (statement, params) => store.write(statement, params),
    batch: (steps) => store.batch(steps),
    setup: (statements) => store.setup(statements),
    health: () => store.health(),
    close: () => store.close(),
  }
}
