/** A list of words that are looked for at a place of a text, the longest first. */
import { Beginnings } from '../beginnings.ts'

const longestFirst = (left: string, right: string): number =>
  right.length - left.length || (left < right ? -1 : 1)

const none: readonly string[] = []

export class WordList {
  private readonly byFirst = new Map<number, string[]>()
  private readonly byLast = new Map<number, string[]>()
  private readonly beginnings: Beginnings

  constructor(readonly words: readonly string[]) {
    this.beginnings = new Beginnings(words.length)
    for (const word of [...new Set(words)].sort(longestFirst)) {
      const [first, last] = [word.charCodeAt(0), word.charCodeAt(word.length - 1)]
      this.beginnings.add(word)
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), word])
      this.byLast.set(last, [...(this.byLast.get(last) ?? []), word])
    }
  }

  /** The longest of the words that begins at this place; undefined where none does. */
  at(text: string, start: number): string | undefined {
    const words = this.wordsAt(text, start)
    if (words === undefined) return undefined
    for (const word of words) if (text.startsWith(word, start)) return word
    return undefined
  }

  /** All of the words that begin at this place, the longest first. */
  allAt(text: string, start: number): readonly string[] {
    const words = this.wordsAt(text, start)
    return words === undefined ? none : words.filter((word) => text.startsWith(word, start))
  }

  /** The longest of the words that ends at this place. */
  before(text: string, end: number): string | undefined {
    const words = this.byLast.get(text.charCodeAt(end - 1))
    if (words === undefined) return undefined
    for (const word of words) if (text.startsWith(word, end - word.length)) return word
    return undefined
  }

  /** Whether one of the words begins between these places. */
  isIn(text: string, start: number, end: number): boolean {
    for (let index = start; index < end; index++) {
      const word = this.at(text, index)
      if (word !== undefined && index + word.length <= end) return true
    }
    return false
  }

  /** The words that begin with the character at this place; at most places there are none. */
  private wordsAt(text: string, place: number): readonly string[] | undefined {
    return this.beginnings.mayBe(text, place) ? this.byFirst.get(text.charCodeAt(place)) : undefined
  }
}
