/** Which texts hold a piece of text: postings of n-grams. */

/** Ends every text, so that each of its characters begins a gram. */
const end = '\u0000'

export class Grams {
  private readonly texts: readonly string[]
  private readonly size: number
  /** Of each gram, where its postings begin. */
  private readonly gramIds = new Map<string, number>()
  private readonly offsets: Uint32Array
  private readonly postings: Uint32Array
  /** The grams that begin with a character. */
  private readonly byFirst = new Map<string, number[]>()

  /** Indexes the texts by grams of `size` characters. */
  constructor(texts: readonly string[], size: number) {
    this.texts = texts
    this.size = size
    const counts: number[] = []
    for (const [, id] of this.gramsOf()) counts[id] = (counts[id] ?? 0) + 1
    this.offsets = new Uint32Array(counts.length + 1)
    for (const [id, count] of counts.entries()) this.offsets[id + 1] = (this.offsets[id] ?? 0) + count
    this.postings = new Uint32Array(this.offsets.at(-1) ?? 0)
    const next = this.offsets.slice()
    for (const [text, id] of this.gramsOf()) {
      const at = next[id] ?? 0
      this.postings[at] = text
      next[id] = at + 1
    }
  }

  /** The numbers of the texts that hold `piece`, ascending; each is checked only when it is asked for. */
  *containing(piece: string): Generator<number> {
    if (piece === '') return
    for (const text of piece.length < this.size ? this.anyOf(piece) : this.rarest(piece))
      if (this.texts[text]?.includes(piece)) yield text
  }

  private postingsOf(gram: number): Uint32Array {
    return this.postings.subarray(this.offsets[gram] ?? 0, this.offsets[gram + 1] ?? 0)
  }

  /** The shortest postings among those of the piece's grams, met with the second shortest. */
  private rarest(piece: string): Iterable<number> {
    const lists: Uint32Array[] = []
    for (let at = 0; at + this.size <= piece.length; at++) {
      const gram = this.gramIds.get(piece.slice(at, at + this.size))
      if (gram === undefined) return []
      lists.push(this.postingsOf(gram))
    }
    const [first, second] = lists.sort((left, right) => left.length - right.length)
    return first === undefined ? [] : second === undefined ? first : inBoth(first, second)
  }

  /** The texts with any gram that begins with a piece shorter than a gram. */
  private anyOf(piece: string): Iterable<number> {
    const found = (this.byFirst.get(piece.slice(0, 1)) ?? []).flatMap((gram) => [...this.postingsOf(gram)])
    return Uint32Array.from(new Set(found)).sort()
  }

  /** Each text with each of its grams once, as numbers, in the order of the texts. */
  private *gramsOf(): Generator<readonly [number, number]> {
    const last = new Map<number, number>()
    for (const [text, content] of this.texts.entries()) {
      const padded = content + end.repeat(this.size - 1)
      for (let at = 0; at < content.length; at++) {
        const id = this.idOf(padded.slice(at, at + this.size))
        if (last.get(id) === text) continue
        last.set(id, text)
        yield [text, id]
      }
    }
  }

  private idOf(gram: string): number {
    const known = this.gramIds.get(gram)
    if (known !== undefined) return known
    const id = this.gramIds.size
    this.gramIds.set(gram, id)
    const first = gram.slice(0, 1)
    const siblings = this.byFirst.get(first)
    if (siblings) siblings.push(id)
    else this.byFirst.set(first, [id])
    return id
  }
}

const inBoth = function* (short: Uint32Array, long: Uint32Array): Generator<number> {
  let at = 0
  for (const text of short) {
    while (at < long.length && (long[at] ?? 0) < text) at++
    if (long[at] === text) yield text
  }
}
