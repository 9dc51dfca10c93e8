/** Work under way that others may join instead of doing it again; it ends when nobody waits for it any more. */

interface Shared<T> {
  readonly result: Promise<T>
  readonly abandoned: AbortController
  waiting: number
}

export class SharedWork<T> {
  private readonly underWay = new Map<string, Shared<T>>()

  /** The work under way with this key, joined until the signal says otherwise; undefined where there is none. */
  join(key: string, signal: AbortSignal): Promise<T> | undefined {
    const shared = this.underWay.get(key)
    if (shared === undefined || shared.abandoned.signal.aborted) return undefined
    shared.waiting++
    const leave = (): void => {
      shared.waiting--
      if (shared.waiting === 0) shared.abandoned.abort()
    }
    if (signal.aborted) leave()
    else signal.addEventListener('abort', leave, { once: true })
    return shared.result.finally(() => {
      signal.removeEventListener('abort', leave)
    })
  }

  /** Joins the work with this key, which is started where it is not under way. */
  run(key: string, signal: AbortSignal, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const joined = this.join(key, signal)
    if (joined !== undefined) return joined
    const abandoned = new AbortController()
    const result = work(abandoned.signal).finally(() => {
      if (this.underWay.get(key)?.result === result) this.underWay.delete(key)
    })
    this.underWay.set(key, { result, abandoned, waiting: 0 })
    return this.join(key, signal) ?? result
  }
}
