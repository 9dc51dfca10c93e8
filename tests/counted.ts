/** A store that notes the names of the statements that pass through it. */
import type { Statement } from '../server/store/statement.ts'
import type { Params, Row, Step, Store } from '../server/store/store.ts'

/** The store to use in place of `store`, and the names, which grow as it is used; a filled template has its file's name. */
export const counted = (store: Store): { readonly names: string[]; readonly watched: Store } => {
  const names: string[] = []
  const note = <R>(statement: Statement<R>): Statement<R> => {
    names.push(statement.name.split(':')[0] ?? '')
    return statement
  }
  const watched: Store = {
    kind: store.kind,
    read: <R>(statement: Statement<R>, params: Params) => store.read(note(statement), params),
    write: <R>(statement: Statement<R>, params: Params) => store.write(note(statement), params),
    batch: (steps: readonly Step[]) =>
      store.batch(steps.map((step) => ({ ...step, statement: note(step.statement) }))),
    setup: (statements: readonly Statement<Row>[]) => store.setup(statements.map(note)),
    health: () => store.health(),
    close: () => store.close(),
  }
  return { names, watched }
}
