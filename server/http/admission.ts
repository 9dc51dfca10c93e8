/**
 * How many operations run at once and how many wait. A burst waits its turn; where the queue has not been empty for
 * `interval`, it is a standing one, and who has waited longer than `target` is refused, so that the others are
 * answered in time (controlled delay, as in Nichols and Jacobson 2012).
 */
import { availableParallelism } from 'node:os'

export interface AdmissionBounds {
  /** Operations that run at once. */
  readonly running: number
  /** Operations that wait for one of those places. */
  readonly waiting: number
  /** Milliseconds: the longest wait ever. */
  readonly patience: number
  /** Milliseconds for which a queue may stand before it counts as overload. */
  readonly interval: number
  /** Milliseconds: the longest wait in overload. */
  readonly target: number
}

export const admissionBounds: AdmissionBounds = {
  running: Math.max(8, 4 * availableParallelism()),
  waiting: 200,
  patience: 2_000,
  interval: 100,
  target: 5,
}

interface Waiting {
  readonly since: number
  readonly timer: NodeJS.Timeout
  readonly answer: (admitted: boolean) => void
}

export class Admission {
  private readonly queue: Waiting[] = []
  private inside = 0
  private lastEmpty = performance.now()

  constructor(private readonly bounds: AdmissionBounds = admissionBounds) {}

  get running(): number {
    return this.inside
  }

  get waiting(): number {
    return this.queue.length
  }

  /** Runs the work once there is a place, and gives what it gives; null where there was none in time. */
  async through<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.inside < this.bounds.running) this.inside++
    else if (!(await this.place())) return null
    try {
      return await work()
    } finally {
      this.leave()
    }
  }

  private place(): Promise<boolean> {
    if (this.queue.length >= this.bounds.waiting) return Promise.resolve(false)
    const since = performance.now()
    if (this.queue.length === 0) this.lastEmpty = since
    return new Promise((answer) => {
      const waiting: Waiting = {
        since,
        answer,
        timer: setTimeout(() => {
          this.queue.splice(this.queue.indexOf(waiting), 1)
          answer(false)
        }, this.bounds.patience),
      }
      this.queue.push(waiting)
    })
  }

  /** Hands the place on to the first who has not waited too long. */
  private leave(): void {
    const now = performance.now()
    const overloaded = now - this.lastEmpty > this.bounds.interval
    for (;;) {
      const next = this.queue.shift()
      if (next === undefined) break
      clearTimeout(next.timer)
      const admitted = !overloaded || now - next.since <= this.bounds.target
      next.answer(admitted)
      if (admitted) return
    }
    this.inside--
  }
}
