/**
 * Which places of a text may begin one of some words: asked at every place of every text, so it looks at two characters
 * and a few bits. It never misses a word; now and then it takes another place for one.
 */

/** Bits kept for each word, at least: one other place in as many is taken for a beginning. */
const bitsPerWord = 16
/** The size at first, in bits. */
const smallest = 256
const wordBits = 32

/** Behind the only character of a word. */
const anything = 0

/** A number below the size, which is a power of two, for two characters (UTF-16 units). */
const mixed = (first: number, second: number, size: number): number => {
  const product = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
  return (product ^ (product >>> 15)) & (size - 1)
}

export class Beginnings {
  private size = smallest
  private bits = new Uint32Array(smallest / wordBits)
  /** The first two characters of each word, 16 bits each; of a word of one what stands for anything. */
  private readonly pairs: number[] = []
  private hasSingles = false

  /** Lets a word, which is not empty, begin wherever it stands. */
  add(word: string): void {
    const second = word.length === 1 ? anything : word.charCodeAt(1)
    this.pairs.push((word.charCodeAt(0) << 16) | second)
    if (second === anything) this.hasSingles = true
    if (this.pairs.length * bitsPerWord > this.size) this.grow()
    else this.set(word.charCodeAt(0), second)
  }

  /** Whether a word may begin at this place of the text. */
  mayBe(text: string, place: number): boolean {
    const first = text.charCodeAt(place)
    return (
      this.has(mixed(first, text.charCodeAt(place + 1), this.size)) ||
      (this.hasSingles && this.has(mixed(first, anything, this.size)))
    )
  }

  private grow(): void {
    this.size *= 2
    this.bits = new Uint32Array(this.size / wordBits)
    for (const pair of this.pairs) this.set(pair >>> 16, pair & 0xffff)
  }

  private set(first: number, second: number): void {
    const at = mixed(first, second, this.size)
    this.bits[at >> 5] = (this.bits[at >> 5] ?? 0) | (1 << (at & 31))
  }

  private has(at: number): boolean {
    return (((this.bits[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1
  }
}
