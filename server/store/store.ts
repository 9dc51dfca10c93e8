/**
 * The only door to a database. Two stores stand behind it, embedded and Neo4j; both take the same
 * statements and give the same rows.
 */
import type { Statement } from './statement.ts'

/** What a statement may take and give: JSON values only, integers as numbers; no dates, no nodes. */
export type Value = null | boolean | number | string | readonly Value[] | { readonly [key: string]: Value }
export type Params = Readonly<Record<string, Value>>
export type Row = Readonly<Record<string, Value>>

/** One statement of a batch with its parameters. */
export interface Step {
  readonly statement: Statement<Row>
  readonly params: Params
}

export interface Store {
  readonly kind: 'embedded' | 'neo4j'
  /** Runs a statement that cannot write; throws StoreError TIMEOUT past the limit, UNAVAILABLE without a database. */
  read<R>(statement: Statement<R>, params: Params, signal?: AbortSignal): Promise<R[]>
  /** Runs one statement in a transaction of its own. */
  write<R>(statement: Statement<R>, params: Params): Promise<R[]>
  /** Runs all steps in one transaction, in order: all of them hold afterwards, or none. */
  batch(steps: readonly Step[]): Promise<void>
  /** Runs setup statements (constraints, indexes), each on its own, outside a transaction with data. */
  setup(statements: readonly Statement<Row>[]): Promise<void>
  /** Resolves when the database answers; throws StoreError UNAVAILABLE otherwise. */
  health(): Promise<void>
  close(): Promise<void>
}

/** DAMAGED: the embedded store's file can't be read; the graph can be made anew from its sources. */
export type StoreFailure = 'UNAVAILABLE' | 'TIMEOUT' | 'REFUSED' | 'STATEMENT' | 'DAMAGED'

/** A failure of the database, in one sentence that says what to do. `statement` names the file it happened in. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly failure: StoreFailure
  constructor(failure: StoreFailure, message: string, options?: ErrorOptions) {
    super(message, options)
    this.failure = failure
  }
}
