/** Answers as bytes, kept for as long as the data stays the same, within a bound. */

/** What an answer takes beside its bytes and its key: entries of the map, objects around the bytes. */
const overhead = 200

/** The answers of one edition of the data; those asked for last stay longest. */
export class AnswerCache {
  private readonly kept = new Map<string, Buffer>()
  private edition = ''
  private held = 0

  /** `most` bytes are held at any time; none where it is 0. */
  constructor(private readonly most: number) {}

  /** The answer, if it was kept of this edition. */
  get(edition: string, key: string): Buffer | undefined {
    this.turnTo(edition)
    const found = this.kept.get(key)
    if (found === undefined) return undefined
    this.kept.delete(key)
    this.kept.set(key, found)
    return found
  }

  /** Keeps an answer of this edition; one that is larger than all may be is not kept. */
  set(edition: string, key: string, bytes: Buffer): void {
    this.turnTo(edition)
    if (this.kept.has(key) || sizeOf(key, bytes) > this.most) return
    this.kept.set(key, bytes)
    this.held += sizeOf(key, bytes)
    for (const [oldest, its] of this.kept) {
      if (this.held <= this.most) break
      this.kept.delete(oldest)
      this.held -= sizeOf(oldest, its)
    }
  }

  /** The bytes held now. */
  get size(): number {
    return this.held
  }

  /** Nothing outlives its edition, so that an answer from the middle of a load is gone when the load is done. */
  private turnTo(edition: string): void {
    if (edition === this.edition) return
    this.edition = edition
    this.kept.clear()
    this.held = 0
  }
}

const sizeOf = (key: string, bytes: Buffer): number => 2 * key.length + bytes.length + overhead
