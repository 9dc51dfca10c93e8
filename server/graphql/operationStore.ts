/** The store as one operation sees it: its reads end with it. */
import { setMaxListeners } from 'node:events'
import type { Statement } from '../store/statement.ts'
import type { Params, Row, Step, Store } from '../store/store.ts'

/**
 * Reads are given up when the operation ends, which they do with it `timeout` milliseconds after the first of them.
 * Writes are not: nobody could say what was kept of them.
 */
export class OperationStore implements Store {
  private underWay = 0
  private deadline: number | undefined
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly store: Store,
    private readonly ending: AbortController,
    private readonly timeout: number,
  ) {}

  get kind(): Store['kind'] {
    return this.store.kind
  }

  async read<R>(statement: Statement<R>, params: Params): Promise<R[]> {
    const { signal } = this.ending
    signal.throwIfAborted()
    this.begin()
    try {
      return await this.store.read(statement, params, signal)
    } finally {
      this.underWay--
      if (this.underWay === 0) clearTimeout(this.timer)
    }
  }

  write<R>(statement: Statement<R>, params: Params): Promise<R[]> {
    return this.store.write(statement, params)
  }

  batch(steps: readonly Step[]): Promise<void> {
    return this.store.batch(steps)
  }

  setup(statements: readonly Statement<Row>[]): Promise<void> {
    return this.store.setup(statements)
  }

  health(): Promise<void> {
    return this.store.health()
  }

  close(): Promise<void> {
    return this.store.close()
  }

  /** Sets the clock with the first read under way; one is enough for all of them. */
  private begin(): void {
    this.underWay++
    if (this.underWay > 1) {
      // Each read under way listens to it, and an operation may have many.
      setMaxListeners(0, this.ending.signal)
      return
    }
    const now = performance.now()
    this.deadline ??= now + this.timeout
    const left = Math.max(0, this.deadline - now)
    this.timer = setTimeout(() => {
      this.ending.abort(new DOMException('the operation took too long', 'TimeoutError'))
    }, left)
  }
}
