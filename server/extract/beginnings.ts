/**
 * Which places of a text may begin one of some words: asked at every place of every text, so it looks at two characters
 * and a few bits. It never misses a word; now and then it takes another place for one.
 */

/** Bits kept for each word: about one other place in so many is taken for a beginning. */
const bitsPerWord = 16
const wordBits = 32

/** A number below the size, which is a power of two, that two characters (UTF-16 units) are kept under. */
const mixed = (first: number, second: number, size: number): number => {
  const product = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b)
  return (product ^ (product >>> 15)) & (size - 1)
}

/** Behind the only character of a word. */
const anything = 0

export class Beginnings {
  private readonly size: number
  private readonly bits: Uint32Array
  private hasSingles = false

  /** Made for about so many words. */
  constructor(words: number) {
    this.size = 2 ** Math.ceil(Math.log2(Math.max(wordBits, words * bitsPerWord)))
    this.bits = new Uint32Array(this.size / wordBits)
  }

  /** Lets a word, which is not empty, begin wherever it stands. */
  add(word: string): void {
    if (word.length === 1) this.hasSingles = true
    const at = mixed(word.charCodeAt(0), word.length === 1 ? anything : word.charCodeAt(1), this.size)
    this.bits[at >> 5] = (this.bits[at >> 5] ?? 0) | (1 << (at & 31))
  }

  /** Whether a word may begin at this place of the text. */
  mayBe(text: string, place: number): boolean {
    const first = text.charCodeAt(place)
    return (
      this.has(mixed(first, text.charCodeAt(place + 1), this.size)) ||
      (this.hasSingles && this.has(mixed(first, anything, this.size)))
    )
  }

  private has(at: number): boolean {
    return (((this.bits[at >> 5] ?? 0) >>> (at & 31)) & 1) === 1
  }
}
