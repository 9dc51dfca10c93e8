/** The lists of words that patterns ask for, each once, and where a sentence has words of them. */
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'

const none: readonly number[] = []

export class Vocabulary {
  private readonly wordNumbers = new Map<string, number>()
  private readonly listNumbers = new Map<string, number>()
  private readonly words = new Trie<number>()
  /** By list its words, by word the lists it stands in. */
  private readonly wordsOf: ReadonlySet<number>[] = []
  private readonly listsOf: number[][] = []

  /** The number of a list of words, the same for the same words. */
  listOf(words: readonly string[]): number {
    const key = words.join(' ')
    const known = this.listNumbers.get(key)
    if (known !== undefined) return known
    const list = this.listNumbers.size
    this.listNumbers.set(key, list)
    const numbers = new Set(words.map((word) => this.wordOf(word)))
    this.wordsOf.push(numbers)
    for (const word of numbers) this.listsOf[word]?.push(list)
    return list
  }

  /** The numbers of the words of a list. */
  wordsIn(list: number): Iterable<number> {
    return this.wordsOf[list] ?? none
  }

  /** The words of a span, of those that `accepts` takes. */
  said(text: string, { start, end }: Span, accepts: (word: Span) => boolean): Said {
    const [words, places]: [number[], number[]] = [[], []]
    const lists = new Uint8Array(this.listNumbers.size)
    for (let at = start; at < end; at++)
      for (const hit of this.words.from(text, at)) {
        const word = hit.values[0]
        if (word === undefined || !accepts(hit)) continue
        words.push(word)
        places.push(at)
        for (const list of this.listsOf[word] ?? none) lists[list] = 1
      }
    return new Said(words, places, lists, this.wordsOf)
  }

  private wordOf(word: string): number {
    const known = this.wordNumbers.get(word)
    if (known !== undefined) return known
    const number = this.wordNumbers.size
    this.wordNumbers.set(word, number)
    this.words.add(word, number)
    this.listsOf.push([])
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
    private readonly lists: Uint8Array,
    private readonly wordsOf: readonly ReadonlySet<number>[],
  ) {}

  /** Whether a word of the list is said at all. */
  has(list: number): boolean {
    return this.lists[list] === 1
  }

  /** Where words of the list begin, in order. */
  placesIn(list: number): readonly number[] {
    if (!this.has(list)) return none
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
