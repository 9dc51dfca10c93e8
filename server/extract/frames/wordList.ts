/** A list of words that are looked for at a place of a text, the longest first. */

const longestFirst = (left: string, right: string): number =>
  right.length - left.length || (left < right ? -1 : 1)

export class WordList {
  private readonly byFirst = new Map<number, string[]>()
  private readonly byLast = new Map<number, string[]>()

  constructor(words: readonly string[]) {
    for (const word of [...new Set(words)].sort(longestFirst)) {
      const [first, last] = [word.charCodeAt(0), word.charCodeAt(word.length - 1)]
      this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), word])
      this.byLast.set(last, [...(this.byLast.get(last) ?? []), word])
    }
  }

  /** The longest of the words that begins at this place; undefined where none does. */
  at(text: string, start: number): string | undefined {
    return this.byFirst.get(text.charCodeAt(start))?.find((word) => text.startsWith(word, start))
  }

  /** All of the words that begin at this place, the longest first. */
  allAt(text: string, start: number): readonly string[] {
    return this.byFirst.get(text.charCodeAt(start))?.filter((word) => text.startsWith(word, start)) ?? []
  }

  /** The longest of the words that ends at this place. */
  before(text: string, end: number): string | undefined {
    return this.byLast.get(text.charCodeAt(end - 1))?.find((word) => text.endsWith(word, end))
  }

  /** Whether one of the words begins between these places. */
  isIn(text: string, start: number, end: number): boolean {
    for (let index = start; index < end; index++) {
      const word = this.at(text, index)
      if (word !== undefined && index + word.length <= end) return true
    }
    return false
  }
}
