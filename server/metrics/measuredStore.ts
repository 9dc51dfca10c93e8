/** A store whose statements are measured. */
import type { Statement } from '../store/statement.ts'
import { StoreError, type Params, type Row, type Step, type Store } from '../store/store.ts'
import type { Metrics } from './metrics.ts'

const outcomeOf = (error: unknown): string => (error instanceof StoreError ? error.failure : 'ABANDONED')

/** The store with each statement's duration and outcome noted under the name of its file. */
export const measuredStore = (store: Store, { statements }: Pick<Metrics, 'statements'>): Store => {
  const measured = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const started = performance.now()
    const note = (outcome: string): void => {
      // A filled template carries its label or type after a colon: one metric for all of them.
      statements.observe(
        { statement: name.split(':')[0] ?? '', outcome },
        (performance.now() - started) / 1e3,
      )
    }
    try {
      const result = await work()
      note('ok')
      return result
    } catch (error) {
      note(outcomeOf(error))
      throw error
    }
  }
  return {
    kind: store.kind,
    read: <R>(statement: Statement<R>, params: Params, signal?: AbortSignal) =>
      measured(statement.name, () => store.read(statement, params, signal)),
    write: <R>(statement: Statement<R>, params: Params) =>
      measured(statement.name, () => store.write(statement, params)),
    batch: (steps: readonly Step[]) => measured('batch', () => store.batch(steps)),
    setup: (list: readonly Statement<Row>[]) => measured('setup', () => store.setup(list)),
    health: () => store.health(),
    close: () => store.close(),
  }
}
