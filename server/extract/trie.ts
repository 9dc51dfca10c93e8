/** Finds many words in a text at once: one walk down a tree of characters from each place of the text. */
import { Beginnings } from './beginnings.ts'
import type { Span } from './span.ts'

interface Branch<Value> {
  readonly next: Map<number, Branch<Value>>
  readonly values: Value[]
}

/** A word found, with what was stored under it. */
export interface Hit<Value> extends Span {
  readonly values: readonly Value[]
}

/** For how many words a trie is made where nobody says. */
const usualSize = 8192

const branch = <Value>(): Branch<Value> => ({ next: new Map(), values: [] })

export class Trie<Value> {
  private readonly root = branch<Value>()
  private readonly beginnings: Beginnings

  /** Made for about so many words. */
  constructor(words = usualSize) {
    this.beginnings = new Beginnings(words)
  }

  /** Stores a value under a word; several values under one word keep their order. An empty word is never found. */
  add(word: string, value: Value): void {
    if (word !== '') this.beginnings.add(word)
    let at = this.root
    for (let index = 0; index < word.length; index++) {
      const code = word.charCodeAt(index)
      let next = at.next.get(code)
      if (next === undefined) at.next.set(code, (next = branch()))
      at = next
    }
    at.values.push(value)
  }

  /** All stored words that begin at `start`, the shortest first. */
  from(text: string, start: number): readonly Hit<Value>[] {
    const hits: Hit<Value>[] = []
    if (this.beginnings.mayBe(text, start)) this.collect(text, start, hits)
    return hits
  }

  /** All stored words of the text, overlapping ones too, by start, the shorter first. */
  all(text: string): readonly Hit<Value>[] {
    const hits: Hit<Value>[] = []
    for (let start = 0; start < text.length; start++)
      if (this.beginnings.mayBe(text, start)) this.collect(text, start, hits)
    return hits
  }

  private collect(text: string, start: number, hits: Hit<Value>[]): void {
    let at: Branch<Value> | undefined = this.root
    for (let index = start; index < text.length; index++) {
      at = at.next.get(text.charCodeAt(index))
      if (at === undefined) break
      if (at.values.length > 0) hits.push({ start, end: index + 1, values: at.values })
    }
  }
}
