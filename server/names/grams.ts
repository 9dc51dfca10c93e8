/** Which texts hold a piece of text: postings of n-grams, in buckets by hash; what a bucket gives is checked. */

/** Buckets: about four for each gram that is met in 100,000 names. */
const buckets = 2 ** 18

/** Spreads up to three characters over the buckets. */
const bucketOf = (text: string, start: number, size: number): number => {
  let hash = size
  for (let at = start; at < start + size; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x9e3779b1)
  return (hash ^ (hash >>> 15)) & (buckets - 1)
}

export class Grams {
  private readonly texts: readonly string[]
  /** Descending. */
  private readonly sizes: readonly number[]
  /** Where the postings of each bucket begin, and of the next. */
  private readonly offsets = new Uint32Array(buckets + 1)
  private readonly postings: Uint32Array

  /** Indexes the texts by grams of these sizes; pieces shorter than the smallest are not found. */
  constructor(texts: readonly string[], sizes: readonly number[]) {
    this.texts = texts
    this.sizes = [...sizes].sort((left, right) => right - left)
    this.forEachGram((bucket) => {
      this.offsets[bucket + 1] = (this.offsets[bucket + 1] ?? 0) + 1
    })
    for (let bucket = 0; bucket < buckets; bucket++)
      this.offsets[bucket + 1] = (this.offsets[bucket + 1] ?? 0) + (this.offsets[bucket] ?? 0)
    this.postings = new Uint32Array(this.offsets[buckets] ?? 0)
    const next = this.offsets.slice()
    this.forEachGram((bucket, text) => {
      const at = next[bucket] ?? 0
      this.postings[at] = text
      next[bucket] = at + 1
    })
  }

  /**
   * The numbers of the texts that hold `piece`, ascending, of those from `from` (inclusive) to `to` (exclusive); each is
   * checked only when it is asked for.
   */
  *containing(piece: string, from = 0, to = this.texts.length): Generator<number> {
    const size = this.sizes.find((one) => one <= piece.length)
    if (size === undefined) return
    const [first, second] = this.rarest(piece, size, from, to)
    let at = 0
    for (const text of first ?? []) {
      if (second) {
        while (at < second.length && (second[at] ?? 0) < text) at++
        if (second[at] !== text) continue
      }
      if (this.texts[text]?.includes(piece)) yield text
    }
  }

  /** The postings of the piece's grams within a range of texts, the shortest first. */
  private rarest(piece: string, size: number, from: number, to: number): readonly Uint32Array[] {
    const lists: Uint32Array[] = []
    for (let start = 0; start + size <= piece.length; start++) {
      const bucket = bucketOf(piece, start, size)
      const list = this.postings.subarray(this.offsets[bucket] ?? 0, this.offsets[bucket + 1] ?? 0)
      lists.push(list.subarray(firstFrom(list, from), firstFrom(list, to)))
    }
    return lists.sort((left, right) => left.length - right.length)
  }

  /** Each text with the bucket of each of its grams once, in the order of the texts. */
  private forEachGram(visit: (bucket: number, text: number) => void): void {
    const last = new Int32Array(buckets).fill(-1)
    for (const [text, content] of this.texts.entries())
      for (const size of this.sizes)
        for (let start = 0; start + size <= content.length; start++) {
          const bucket = bucketOf(content, start, size)
          if (last[bucket] === text) continue
          last[bucket] = text
          visit(bucket, text)
        }
  }
}

/** The index of the first number of an ascending list that is not below `least`. */
export const firstFrom = (list: Uint32Array | Float64Array, least: number): number => {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((list[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}
