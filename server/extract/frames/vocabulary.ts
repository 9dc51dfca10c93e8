/** The lists of words that patterns ask for, each once, and where a sentence has words of them. */
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'

const none: readonly number[] = []

export class Vocabulary {
  private readonly wordNumbers = new Map<string, number>()
  private readonly listNumbers = new Map<string, number>()
  private readonly words = new Trie<number>()
  /** By list its words. */
  private readonly wordsOf: ReadonlySet<number>[] = []

  /** The number of a list of words, the same for the same words. */
  listOf(words: readonly string[]): number {
    const key = words.join(' ')
    const known = this.listNumbers.get(key)
    if (known !== undefined) return known
    const list = this.listNumbers.size
    this.listNumbers.set(key, list)
    this.wordsOf.push(new Set(words.map((word) => this.wordOf(word))))
    return list
  }

  /** The numbers of the words of a list. */
  wordsIn(list: number): Iterable<number> {
    return this.wordsOf[list] ?? none
  }

  /** The words of some spans, which are in order, of those that `accepts` takes. */
  said(text: string, spans: Iterable<Span>, accepts: (word: Span) => boolean): Said {
    const [words, places]: [number[], number[]] = [[], []]
    for (const { start, end } of spans)
      for (const hit of this.words.all(text, start, end)) {
        const word = hit.values[0]
        if (word === undefined || !accepts(hit)) continue
        words.push(word)
        places.push(hit.start)
      }
    return new Said(words, places, this.wordsOf)
  }

  private wordOf(word: string): number {
    const known = this.wordNumbers.get(word)
    if (known !== undefined) return known
    const number = this.wordNumbers.size
    this.wordNumbers.set(word, number)
    this.words.add(word, number)
    return number
  }
}

/** The words of one sentence that some list holds, in order. */
export class Said {
  private readonly placesOf = new Map<number, readonly number[]>()

  constructor(
    /** Their numbers, as often as they stand there. */
    readonly words: readonly number[],
    private readonly places: readonly number[],
    private readonly wordsOf: readonly ReadonlySet<number>[],
  ) {}

  /** Where words of the list begin, in order. */
  placesIn(list: number): readonly number[] {
    const known = this.placesOf.get(list)
    if (known !== undefined) return known
    const words = this.wordsOf[list]
    const found: number[] = []
    for (const [index, word] of this.words.entries()) {
      const place = this.places[index]
      if (place !== undefined && words?.has(word) === true && found.at(-1) !== place) found.push(place)
    }
    this.placesOf.set(list, found)
    return found
  }
}

/** The first of some places, in order, that is not before `at`; undefined where none is. */
export const nextPlace = (places: readonly number[], at: number): number | undefined => {
  for (const place of places) if (place >= at) return place
  return undefined
}
