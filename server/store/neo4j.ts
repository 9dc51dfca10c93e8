/** Neo4j as a store: 5.26 LTS and newer, single servers, clusters and Aura, by URI. */
import neo4j, {
  type Driver,
  type ManagedTransaction,
  type Record as Neo4jRecord,
  type Session,
} from 'neo4j-driver'
import type { Statement } from './statement.ts'
import { StoreError, type Params, type Row, type Step, type Store, type Value } from './store.ts'

export interface Neo4jOptions {
  readonly uri: string
  readonly username: string
  readonly password: string
  readonly database: string
  /** Milliseconds a statement, or a transaction of several, may take; the server ends it. */
  readonly timeouts?: { readonly read: number; readonly write: number }
}

/** Numbers without a fraction go as Cypher integers: LIMIT takes no other, and 7/2 differs. */
const toNeo4j = (value: Value): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(toNeo4j)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNeo4j(inner)]))
  return value
}

const paramsOf = (params: Params): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).map(([key, value]) => [key, toNeo4j(value)]))

/** Records as rows, all of one shape; a third of the time and the memory of the driver's own toObject. */
const rowsOf = (records: readonly Neo4jRecord<Row>[]): Row[] => {
  const keys = records[0]?.keys ?? []
  const empty: Record<string, Value> = Object.fromEntries(keys.map((key) => [key, null]))
  return records.map((record) => {
    const row = { ...empty }
    for (const key of keys) row[key] = record.get(key)
    return row
  })
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
const codeOf = (error: unknown): string => (error instanceof neo4j.Neo4jError ? error.code : '')

/**
 * What the driver and the server call an address where nobody answers, or nobody in time. A connection that ends while
 * it logs in is an error of the protocol to the driver.
 */
const isUnreachable = (error: unknown): boolean =>
  ['ServiceUnavailable', 'SessionExpired', 'ProtocolError', 'N/A'].includes(codeOf(error)) ||
  codeOf(error).includes('DatabaseUnavailable')

/**
 * A failure of the server and none of the statement: passing, internal, or a transaction it ended by itself, which a
 * server that is stopping may answer with any of. Its own time limit is not among them.
 */
const isServerFailure = (error: unknown): boolean =>
  ['Neo.TransientError.', 'Neo.DatabaseError.', 'Neo.ClientError.Transaction.'].some((start) =>
    codeOf(error).startsWith(start),
  ) && !codeOf(error).includes('TransactionTimedOut')

class Neo4jStore implements Store {
  readonly kind = 'neo4j'
  private readonly driver: Driver
  /** Shared by all sessions: a read sees what this store wrote before it, on a cluster too. */
  private readonly bookmarkManager = neo4j.bookmarkManager()
  private readonly timeouts: { readonly read: number; readonly write: number }

  constructor(private readonly options: Neo4jOptions) {
    this.timeouts = options.timeouts ?? { read: 30_000, write: 120_000 }
    this.driver = neo4j.driver(options.uri, neo4j.auth.basic(options.username, options.password), {
      disableLosslessIntegers: true,
      connectionTimeout: 5_000,
      connectionAcquisitionTimeout: 5_000,
      connectionLivenessCheckTimeout: 30_000,
      maxTransactionRetryTime: 3_000,
      notificationFilter: { minimumSeverityLevel: 'WARNING', disabledCategories: ['UNRECOGNIZED', 'HINT'] },
    })
  }

  async read<R>(statement: Statement<R>, params: Params, signal?: AbortSignal): Promise<R[]> {
    const ask = (): Promise<Row[]> => this.readOnce(statement, params, signal)
    const rows = await ask()
      .catch((error: unknown) => {
        // A connection may have died in the pool; a read changes nothing, so it is asked once more.
        if (isUnreachable(error) || isServerFailure(error)) return ask()
        throw error
      })
      .catch((error: unknown) => {
        throw this.failure(error, statement.name)
      })
    return rows.map(statement.decode)
  }

  async write<R>(statement: Statement<R>, params: Params): Promise<R[]> {
    const rows = await this.inTransaction(statement.name, async (transaction) => {
      const result = await transaction.run<Row>(statement.text, paramsOf(params))
      return rowsOf(result.records)
    })
    return rows.map(statement.decode)
  }

  async batch(steps: readonly Step[]): Promise<void> {
    const name = [...new Set(steps.map((step) => step.statement.name))].join(', ')
    await this.inTransaction(name, async (transaction) => {
      // In order, each made ready while the one before it runs.
      await Promise.all(
        steps.map(({ statement, params }) => transaction.run(statement.text, paramsOf(params))),
      )
    })
  }

  async setup(statements: readonly Statement<Row>[]): Promise<void> {
    for (const { name, text } of statements)
      await this.inTransaction(name, (transaction) => transaction.run(text))
  }

  async health(): Promise<void> {
    const timeout = 5_000
    try {
      await this.inSession('READ', (session) => session.run('RETURN 1 AS one', {}, { timeout }))
    } catch (error) {
      throw this.failure(error, 'health')
    }
  }

  async close(): Promise<void> {
    await this.driver.close()
  }

  /** Runs in a transaction of the server's own: half the time of one that the driver manages. */
  private async readOnce(
    statement: Statement<unknown>,
    params: Params,
    signal?: AbortSignal,
  ): Promise<Row[]> {
    signal?.throwIfAborted()
    return this.inSession('READ', async (session) => {
      // Ends the statement on the server.
      const stop = (): void => void session.close()
      signal?.addEventListener('abort', stop)
      try {
        const result = await session.run<Row>(statement.text, paramsOf(params), {
          timeout: this.timeouts.read,
        })
        return rowsOf(result.records)
      } catch (error) {
        signal?.throwIfAborted()
        throw error
      } finally {
        signal?.removeEventListener('abort', stop)
      }
    })
  }

  /** Runs again what met a passing failure, such as a deadlock. */
  private async inTransaction<T>(
    name: string,
    work: (transaction: ManagedTransaction) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.inSession('WRITE', (session) =>
        session.executeWrite(work, { timeout: this.timeouts.write }),
      )
    } catch (error) {
      throw this.failure(error, name)
    }
  }

  private async inSession<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const { database } = this.options
    const session = this.driver.session({
      database,
      defaultAccessMode: mode,
      bookmarkManager: this.bookmarkManager,
    })
    try {
      return await work(session)
    } finally {
      await session.close()
    }
  }

  /** One sentence that says what to do; what is no failure of the database stays as it is. */
  private failure(error: unknown, name: string): unknown {
    const { uri, username, database } = this.options
    const code = codeOf(error)
    const because = { cause: error }
    if (code === '') return error
    if (isUnreachable(error))
      return new StoreError(
        'UNAVAILABLE',
        `Neo4j does not answer at ${uri}; start it, or set NEO4J_URI`,
        because,
      )
    if (code.endsWith('AuthenticationRateLimit'))
      return new StoreError(
        'REFUSED',
        `Neo4j at ${uri} saw too many wrong passwords; wait a few seconds`,
        because,
      )
    if (code.startsWith('Neo.ClientError.Security'))
      return new StoreError(
        'REFUSED',
        `Neo4j at ${uri} refuses ${username}; check NEO4J_USERNAME and NEO4J_PASSWORD`,
        because,
      )
    if (code.includes('DatabaseNotFound'))
      return new StoreError(
        'REFUSED',
        `Neo4j at ${uri} has no database ${database}; set NEO4J_DATABASE`,
        because,
      )
    if (code.includes('TransactionTimedOut'))
      return new StoreError('TIMEOUT', `${name}: took too long and was stopped`, because)
    if (isServerFailure(error))
      return new StoreError('UNAVAILABLE', `Neo4j at ${uri} fails: ${messageOf(error)}`, because)
    return new StoreError('STATEMENT', `${name}: ${messageOf(error)}`, because)
  }
}

/** A Neo4j database. Nothing is connected before the first statement. Throws StoreError for an address that is none. */
export const openNeo4j = (options: Neo4jOptions): Store => {
  try {
    return new Neo4jStore(options)
  } catch (error) {
    throw new StoreError(
      'REFUSED',
      `NEO4J_URI ${options.uri} is no address of Neo4j (${messageOf(error)}); try bolt://127.0.0.1:7687`,
    )
  }
}
