/** Work under way that others may join instead of doing it again; it ends when nobody waits for it any more. */

/** Somebody who waits for work, and may leave before it is done. */
export interface Waiter {
  readonly hasLeft: boolean
  /** Calls back when the waiter leaves. */
  onLeaving(leave: () => void): void
}

interface Shared<T> {
  readonly result: Promise<T>
  readonly ending: AbortController
  waiting: number
}

export class SharedWork<T> {
  private readonly underWay = new Map<string, Shared<T>>()

  /** The work under way with this key, joined until the waiter leaves; undefined where there is none. */
  join(key: string, waiter: Waiter): Promise<T> | undefined {
    const shared = this.underWay.get(key)
    if (shared === undefined || shared.ending.signal.aborted) return undefined
    shared.waiting++
    const leave = (): void => {
      shared.waiting--
      if (shared.waiting === 0) shared.ending.abort()
    }
    if (waiter.hasLeft) leave()
    else waiter.onLeaving(leave)
    return shared.result
  }

  /** Joins the work with this key, which is started where it is not under way. */
  run(key: string, waiter: Waiter, work: (ending: AbortController) => Promise<T>): Promise<T> {
    const joined = this.join(key, waiter)
    if (joined !== undefined) return joined
    const ending = new AbortController()
    const result = work(ending).finally(() => {
      if (this.underWay.get(key)?.result === result) this.underWay.delete(key)
    })
    this.underWay.set(key, { result, ending, waiting: 0 })
    return this.join(key, waiter) ?? result
  }
}
