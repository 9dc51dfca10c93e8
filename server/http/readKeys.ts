/** Keys that clients must carry to read, where the server has any; it knows only their digests. */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** Hexadecimal digits of a key's digest that name it to the rate limit; nothing of the key itself. */
const nameLength = 12

const keyIn = ({ authorization, 'x-api-key': own }: IncomingHttpHeaders): string =>
  typeof own === 'string' ? own : (/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '')

export class ReadKeys {
  private readonly digests: readonly Buffer[]

  /** `digests`: SHA-256 of each key in hexadecimal digits; none lets everyone read. */
  constructor(digests: readonly string[]) {
    this.digests = digests.map((digest) => Buffer.from(digest, 'hex'))
  }

  /** Whether everyone may read. */
  get isOpen(): boolean {
    return this.digests.length === 0
  }

  /**
   * A name for the key that a request carries (`Authorization: Bearer KEY` or `X-API-Key: KEY`); undefined where it
   * carries none of them. Every digest is compared in full, so the time it takes tells nothing.
   */
  nameOf(headers: IncomingHttpHeaders): string | undefined {
    if (this.isOpen) return undefined
    const given = createHash('sha256').update(keyIn(headers)).digest()
    const found = this.digests.filter((digest) => timingSafeEqual(digest, given))
    return found[0]?.toString('hex').slice(0, nameLength)
  }
}
