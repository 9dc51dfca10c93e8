/**
 * How many operations run at once and how many wait. A burst waits its turn. Where the queue has not been empty for
 * `interval`, it is a standing one, and the server is in overload until nobody had to be refused for as long: who has
 * waited longer than `target` is refused then (controlled delay, as in Nichols and Jacobson 2012), and fewer run at
 * once, since they only take processor time from each other; so what is accepted is answered almost as soon as ever.
 */
import { availableParallelism } from 'node:os'

export interface AdmissionBounds {
  /** Operations that run at once. */
  readonly running: number
  /** Operations that run at once, and that wait, in overload. */
  readonly pressed: number
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
  // One for each processor and one that waits for the store.
  pressed: availableParallelism() + 1,
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
  private lastRefused = -Infinity

  constructor(private readonly bounds: AdmissionBounds = admissionBounds) {}

  get running(): number {
    return this.inside
  }

  get waiting(): number {
    return this.queue.length
  }

  /** Whether whoever comes now is refused at once. */
  get isFull(): boolean {
    const { waiting, pressed } = this.bounds
    return this.queue.length >= (this.isOverloaded(performance.now()) ? Math.min(waiting, pressed) : waiting)
  }

  /** Runs the work once there is a place, and gives what it gives; null where there was none in time. */
  async through<T>(work: () => Promise<T>): Promise<T | null> {
    const now = performance.now()
    if (this.queue.length === 0) this.lastEmpty = now
    if (this.queue.length === 0 && this.inside < this.places(now)) this.inside++
    else if (!(await this.place(now))) return null
    try {
      return await work()
    } finally {
      this.inside--
      this.admit()
    }
  }

  /** Notes that somebody is refused who was not let through to the queue. */
  refused(): void {
    this.lastRefused = performance.now()
  }

  private isOverloaded(now: number): boolean {
    const { interval } = this.bounds
    const stands = this.queue.length > 0 && now - this.lastEmpty > interval
    return stands || now - this.lastRefused < interval
  }

  private places(now: number): number {
    const { running, pressed } = this.bounds
    return this.isOverloaded(now) ? Math.min(running, pressed) : running
  }

  private place(since: number): Promise<boolean> {
    if (this.isFull) {
      this.refused()
      return Promise.resolve(false)
    }
    return new Promise((answer) => {
      const waiting: Waiting = {
        since,
        answer,
        timer: setTimeout(() => {
          this.queue.splice(this.queue.indexOf(waiting), 1)
          this.refused()
          answer(false)
        }, this.bounds.patience),
      }
      this.queue.push(waiting)
    })
  }

  /** Gives free places to the first who have not waited too long. */
  private admit(): void {
    const now = performance.now()
    while (this.inside < this.places(now)) {
      const overloaded = this.isOverloaded(now)
      const next = this.queue.shift()
      if (next === undefined) {
        this.lastEmpty = now
        return
      }
      clearTimeout(next.timer)
      const admitted = !overloaded || now - next.since <= this.bounds.target
      if (admitted) this.inside++
      else this.refused()
      next.answer(admitted)
    }
  }
}
