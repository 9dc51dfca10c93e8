/** Where bytes are put together: one piece of memory, used again and again. */

/** Bytes of the memory at first; it grows with what is written and is kept up to a size. */
const size = { first: 64 * 1024, kept: 4 * 1024 * 1024 } as const

/**
 * Whoever writes does so in one go and takes the bytes out before anything is waited for, so what several write never
 * mixes.
 */
export class Room {
  protected bytes = Buffer.allocUnsafeSlow(size.first)
  protected at = 0

  /** Where the next byte goes. */
  get mark(): number {
    return this.at
  }

  /** Takes back what was written since a mark. */
  rewind(mark: number): void {
    this.at = mark
  }

  /** A copy of what was written since a mark. */
  since(mark: number): Buffer {
    const copy = Buffer.allocUnsafe(this.at - mark)
    this.bytes.copy(copy, 0, mark, this.at)
    return copy
  }

  /** Takes out what was written since a mark. */
  take(mark: number): Buffer {
    const taken = this.since(mark)
    this.at = mark
    if (mark === 0 && this.bytes.length > size.kept) this.bytes = Buffer.allocUnsafeSlow(size.first)
    return taken
  }

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.at++] = value
  }

  put(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.at)
    this.at += bytes.length
  }

  /** Writes a short text that is all ASCII. */
  ascii(text: string): void {
    this.reserve(text.length)
    for (let index = 0; index < text.length; index++) this.bytes[this.at++] = text.charCodeAt(index)
  }

  /** Makes room for so many bytes more. */
  protected reserve(more: number): void {
    const needed = this.at + more
    if (needed <= this.bytes.length) return
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.bytes.length))
    this.bytes.copy(larger, 0, 0, this.at)
    this.bytes = larger
  }
}
