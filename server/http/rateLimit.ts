/** How many operations a client may ask for in a minute: a bucket of that many, which fills up again evenly. */

/** Clients remembered; the one that asked longest ago is forgotten first. */
const mostClients = 10_000

interface Bucket {
  readonly left: number
  /** When that many were left, in milliseconds. */
  readonly at: number
}

export class RateLimit {
  private readonly buckets = new Map<string, Bucket>()

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one operation for the client: 0, or the whole seconds after which there is one. */
  take(client: string): number {
    const at = this.now()
    const before = this.buckets.get(client) ?? { left: this.perMinute, at }
    const left = Math.min(this.perMinute, before.left + ((at - before.at) * this.perMinute) / 60_000)
    this.buckets.delete(client)
    this.buckets.set(client, { left: left < 1 ? left : left - 1, at })
    for (const oldest of this.buckets.keys()) {
      if (this.buckets.size <= mostClients) break
      this.buckets.delete(oldest)
    }
    return left < 1 ? Math.ceil(((1 - left) * 60) / this.perMinute) : 0
  }
}
