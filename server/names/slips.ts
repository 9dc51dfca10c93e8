/**
 * Which texts are one slip away from another: one character more, less or other, or two neighbours swapped. Two such
 * texts share a text that is left when one character of each is deleted; hashes of those are kept, sorted.
 */

/** Numbers of texts are below this; a hash of 32 bits and a number fit a double exactly. */
const mostTexts = 2 ** 21

/** FNV-1a over UTF-16 units, without the one at `skip`. */
const hashWithout = (text: string, skip: number): number => {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    if (at !== skip) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** Whether two different texts are one slip apart. */
export const isOneSlip = (left: string, right: string): boolean => {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (long.length - short.length > 1 || short === long) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  if (short.slice(at + 1) === long.slice(at + 1)) return true
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  )
}

export class Slips {
  private readonly texts: readonly string[]
  private readonly entries: Float64Array
  /** One bit for each of the low 24 bits of a hash that is there: most look-ups end here. */
  private readonly present = new Uint8Array(2 ** 21)

  /** Indexes the texts; at most 2²¹ of them. */
  constructor(texts: readonly string[]) {
    if (texts.length > mostTexts)
      throw new RangeError(
        `${texts.length.toString()} names; at most ${mostTexts.toString()} can be searched`,
      )
    this.texts = texts
    this.entries = new Float64Array(texts.reduce((sum, text) => sum + text.length + 1, 0))
    let count = 0
    for (const [id, text] of texts.entries())
      for (let skip = -1; skip < text.length; skip++) {
        const hash = hashWithout(text, skip)
        this.entries[count++] = hash * mostTexts + id
        const bit = hash & 0xffffff
        this.present[bit >> 3] = (this.present[bit >> 3] ?? 0) | (1 << (bit & 7))
      }
    this.entries.sort()
  }

  /** The numbers of the texts one slip away from `text`, ascending. */
  near(text: string): readonly number[] {
    const found = new Set<number>()
    for (let skip = -1; skip < text.length; skip++) {
      const hash = hashWithout(text, skip)
      if (!this.isPresent(hash)) continue
      for (let at = this.firstOf(hash); Math.floor((this.entries[at] ?? -1) / mostTexts) === hash; at++) {
        const id = (this.entries[at] ?? 0) % mostTexts
        if (isOneSlip(text, this.texts[id] ?? '')) found.add(id)
      }
    }
    return [...found].sort((left, right) => left - right)
  }

  private isPresent(hash: number): boolean {
    const bit = hash & 0xffffff
    return ((this.present[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0
  }

  private firstOf(hash: number): number {
    let low = 0
    let high = this.entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.entries[middle] ?? 0) < hash * mostTexts) low = middle + 1
      else high = middle
    }
    return low
  }
}
