/**
 * Which texts are one slip away from another: one character more, less or other, or two neighbours swapped. Two such
 * texts share a text that is left when one character of each is deleted; hashes of those are kept, sorted.
 */
import { firstFrom } from './grams.ts'

/** Numbers of texts are below this; a hash of 32 bits and a number fit a double exactly. */
const mostTexts = 2 ** 21

/** Bits of the hashes that are there, so that most look-ups end at one of them. */
const presentBits = 2 ** 26

const factor = 0x01000193

/** A polynomial hash of a text of 32 bits, and of the text without each of its characters in turn. */
const hashes = (text: string): Uint32Array => {
  const { length } = text
  const list = new Uint32Array(length + 1)
  let head = 0
  for (let at = 0; at < length; at++) {
    list[at + 1] = head
    head = Math.imul(head, factor) + text.charCodeAt(at) + 1
  }
  list[0] = head
  // Without character i: its head, moved to the left by what follows, and what follows.
  let power = 1
  let tail = 0
  for (let at = length - 1; at >= 0; at--) {
    list[at + 1] = Math.imul(list[at + 1] ?? 0, power) + tail
    tail = Math.imul(text.charCodeAt(at) + 1, power) + tail
    power = Math.imul(power, factor)
  }
  return list
}

const bitOf = (hash: number): number => (hash ^ (hash >>> 7)) & (presentBits - 1)

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
  private readonly present = new Uint8Array(presentBits / 8)

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
      for (const hash of hashes(text)) {
        this.entries[count++] = hash * mostTexts + id
        const bit = bitOf(hash)
        this.present[bit >> 3] = (this.present[bit >> 3] ?? 0) | (1 << (bit & 7))
      }
    this.entries.sort()
  }

  /** The numbers of the texts one slip away from `text`, ascending. */
  near(text: string): readonly number[] {
    const found = new Set<number>()
    for (const hash of hashes(text)) {
      const bit = bitOf(hash)
      if (((this.present[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) continue
      const least = hash * mostTexts
      for (let at = firstFrom(this.entries, least); at < this.entries.length; at++) {
        const id = (this.entries[at] ?? 0) - least
        if (id >= mostTexts) break
        if (isOneSlip(text, this.texts[id] ?? '')) found.add(id)
      }
    }
    return [...found].sort((left, right) => left - right)
  }
}
