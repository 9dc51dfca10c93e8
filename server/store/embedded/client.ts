/** The embedded store as its users see it: a client of the store process, which serves everyone on this machine. */
import { resolve } from 'node:path'
import { projectFile } from '../../project.ts'
import type { Statement } from '../statement.ts'
import { StoreError, type Params, type Row, type Step, type Store } from '../store.ts'
import { ConnectionLost, type Ask, type Connection } from './connection.ts'
import { reach } from './start.ts'

export interface EmbeddedOptions {
  readonly dataDir: string
  /** The store process's program; build/store-process.js if not given. */
  readonly processPath?: string
  /** Milliseconds a statement, or a batch, may take before it is stopped. */
  readonly timeouts?: { readonly read: number; readonly write: number }
}

const healthTimeout = 5_000

const lost = (name: string, cause: unknown): StoreError =>
  new StoreError('UNAVAILABLE', `${name}: the store process ended meanwhile; try again`, { cause })

class EmbeddedStore implements Store {
  readonly kind = 'embedded'
  private connection: Promise<Connection> | undefined
  private closed = false
  private readonly dataDir: string
  private readonly processPath: string
  private readonly timeouts: { readonly read: number; readonly write: number }

  constructor(options: EmbeddedOptions) {
    this.dataDir = resolve(options.dataDir)
    this.processPath = options.processPath ?? projectFile('build', 'store-process.js')
    this.timeouts = options.timeouts ?? { read: 30_000, write: 120_000 }
  }

  async read<R>(statement: Statement<R>, params: Params, signal?: AbortSignal): Promise<R[]> {
    const { name, text, decode } = statement
    const rows = await this.ask({
      name,
      work: { kind: 'read', text, params },
      timeout: this.timeouts.read,
      signal,
    })
    return rows.map(decode)
  }

  async write<R>(statement: Statement<R>, params: Params): Promise<R[]> {
    const { name, text, decode } = statement
    const rows = await this.ask({ name, work: { kind: 'write', text, params }, timeout: this.timeouts.write })
    return rows.map(decode)
  }

  async batch(steps: readonly Step[]): Promise<void> {
    const name = [...new Set(steps.map((step) => step.statement.name))].join(', ')
    const work = {
      kind: 'batch',
      steps: steps.map(({ statement, params }) => ({ text: statement.text, params })),
    } as const
    await this.ask({ name, work, timeout: this.timeouts.write })
  }

  async setup(statements: readonly Statement<Row>[]): Promise<void> {
    for (const { name, text } of statements)
      await this.ask({ name, work: { kind: 'setup', text, params: {} }, timeout: this.timeouts.write })
  }

  async health(): Promise<void> {
    const signal = AbortSignal.timeout(healthTimeout)
    const work = { kind: 'read', text: 'RETURN 1 AS one', params: {} } as const
    try {
      await this.ask({ name: 'health', work, timeout: this.timeouts.read, signal })
    } catch (error) {
      if (error instanceof StoreError) throw error
      throw new StoreError('UNAVAILABLE', 'the embedded store does not answer; it may be busy', {
        cause: error,
      })
    }
  }

  async close(): Promise<void> {
    this.closed = true
    const connection = await this.connection?.catch(() => undefined)
    await connection?.end()
  }

  private async ask(ask: Ask): Promise<readonly Row[]> {
    try {
      return await (await this.connect()).request(ask)
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
      // A read changes nothing, so it may be asked once more of the process that takes the ended one's place.
      if (ask.work.kind !== 'read' || this.closed) throw lost(ask.name, error)
    }
    try {
      return await (await this.connect()).request(ask)
    } catch (error) {
      throw error instanceof ConnectionLost ? lost(ask.name, error) : error
    }
  }

  /** The connection in use, or a new one where it is over. Those who ask meanwhile share it. */
  private async connect(): Promise<Connection> {
    if (this.closed) throw new StoreError('UNAVAILABLE', 'the store is closed')
    const before = this.connection
    const connection = await before
    if (connection && !connection.isOver) return connection
    if (this.connection === before) {
      const next = reach(this.dataDir, this.processPath)
      this.connection = next
      next.catch(() => {
        if (this.connection === next) this.connection = undefined
      })
    }
    return this.connect()
  }
}

/** The embedded store of a DATA_DIR. Nothing is started before the first statement. */
export const openEmbedded = (options: EmbeddedOptions): Store => new EmbeddedStore(options)
