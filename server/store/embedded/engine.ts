/** The embedded database of one store process: who may run when, and for how long. */
import { availableParallelism } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import grafeo from '@grafeo-db/js'
import { StoreError } from '../store.ts'
import type { Table, WireStep, Work } from './frames.ts'
import { changingWord } from './readOnly.ts'

/** A transaction that met another writer (GRAFEO-T001) is tried again this often. */
const attempts = 5
/** Each statement takes a thread; more than this many only wait for processors, and could not be taken back. */
const readers = Math.max(4, 2 * availableParallelism())

const nothing: Table<unknown> = { columns: [], rows: [] }

/** What a caller of the engine wants to know and may stop. */
export interface Run {
  readonly work: Work
  /** Called when the statement starts. */
  readonly onStart: () => void
  /** Whether the answer is still wanted; asked before the statement starts. */
  readonly isWanted: () => boolean
}

/** First line of what the engine says; the rest draws the statement. */
const sayingOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

const toStoreError = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error
  const saying = sayingOf(error)
  if (/No space left on device|File too large|Disk quota exceeded/.test(saying))
    return new StoreError(
      'UNAVAILABLE',
      'the disk of DATA_DIR is full; free some space, then run it again: nothing of this transaction was kept',
    )
  // The engine has a limit of its own, 30 s, that the binding can't set and not every statement heeds.
  return saying.includes('GRAFEO-Q003')
    ? new StoreError('TIMEOUT', 'took longer than 30 s and was stopped')
    : new StoreError('STATEMENT', saying.replace(/^Query error: /, ''))
}

/** Ends a transaction that is not committed; one that failed on its own can't be ended again, and its own error counts. */
const rollBack = (transaction: grafeo.Transaction): void => {
  if (!transaction.isActive) return
  try {
    transaction.rollback()
  } catch (error) {
    if (!sayingOf(error).includes('GRAFEO-T004')) throw error
  }
}

/** Lets so many run at once; the others wait in the order they came. */
class Gate {
  private readonly waiting: (() => void)[] = []
  private running = 0

  constructor(private readonly places: number) {}

  async through<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.places) await new Promise<void>((resolve) => this.waiting.push(resolve))
    else this.running++
    try {
      return await work()
    } finally {
      const next = this.waiting.shift()
      if (next) next()
      else this.running--
    }
  }

  get isIdle(): boolean {
    return this.running === 0
  }
}

/** Opens the database; throws what the engine says. */
export class Engine {
  private readonly database: grafeo.GrafeoDB
  private readonly reading = new Gate(readers)
  /** The engine has one writer at a time. */
  private readonly writing = new Gate(1)

  constructor(file: string) {
    this.database = grafeo.GrafeoDB.create(file)
    this.database.setCheckpointTriggers({ intervalMs: 30_000, walBytes: 64 * 1024 * 1024 })
  }

  /** Runs a statement or a batch when its turn comes; null where nobody wanted the answer any more. */
  async run(run: Run): Promise<Table<unknown> | null> {
    const gate = run.work.kind === 'read' ? this.reading : this.writing
    return gate.through(async () => {
      if (!run.isWanted()) return null
      run.onStart()
      return this.perform(run.work).catch((error: unknown) => {
        throw toStoreError(error)
      })
    })
  }

  get isIdle(): boolean {
    return this.reading.isIdle && this.writing.isIdle
  }

  close(): void {
    this.database.close()
  }

  private async perform(work: Work): Promise<Table<unknown>> {
    switch (work.kind) {
      case 'read':
        return this.read(work)
      case 'write':
        return this.write([work])
      case 'batch':
        await this.write(work.steps)
        return nothing
      case 'setup':
        // Constraints and indexes are not part of the engine's transactions.
        await this.database.executeCypher(work.text, work.params)
        return nothing
    }
  }

  private async read(step: WireStep): Promise<Table<unknown>> {
    const word = changingWord(step.text)
    if (word !== null) throw new StoreError('STATEMENT', `${word} may not stand in a statement that reads`)
    return this.inTransaction([step], false)
  }

  private async write(steps: readonly WireStep[]): Promise<Table<unknown>> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.inTransaction(steps, true)
      } catch (error) {
        if (attempt === attempts || !sayingOf(error).includes('GRAFEO-T001')) throw error
        await sleep(10 * attempt)
      }
    }
  }

  /** Runs the steps; gives what the last one gave, and keeps nothing unless told. */
  private async inTransaction(steps: readonly WireStep[], keep: boolean): Promise<Table<unknown>> {
    const transaction = this.database.beginTransaction()
    try {
      let last: grafeo.QueryResult | undefined
      for (const step of steps) last = await transaction.executeCypher(step.text, step.params)
      if (keep) transaction.commit()
      return last === undefined ? nothing : { columns: last.columns, rows: last.rows() }
    } finally {
      rollBack(transaction)
    }
  }
}
