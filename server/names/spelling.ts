/** What search compares: letters and digits alone, in one script, width and case, with the way back to the text. */
import { simplified } from './normalise.ts'

export interface Spelling {
  /** Simplified, half width, lower case, without punctuation and white space. */
  readonly key: string
  /** Where each character of the key comes from: UTF-16 offsets of the text, half open. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Whether traditional characters were rewritten. */
  readonly isTraditional: boolean
}

const letterOrDigit = /[\p{L}\p{N}]/u

const sameLength = (text: string, change: (text: string) => string): string => {
  const whole = change(text)
  if (whole.length === text.length) return whole
  // Some pairs of characters convert to fewer or more: then each for itself, where that keeps its length.
  return Array.from(text, (one) => {
    const single = change(one)
    return single.length === one.length ? single : one
  }).join('')
}

/** Spells a text for search and keeps where each character stands. */
export const spell = (text: string): Spelling => {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    for (const one of character.normalize('NFKC')) {
      if (!letterOrDigit.test(one)) continue
      folded += one
      for (let unit = 0; unit < one.length; unit++) {
        starts.push(at)
        ends.push(end)
      }
    }
    at = end
  }
  const plain = sameLength(folded, simplified)
  const key = sameLength(plain, (one) => one.toLowerCase())
  return { key, starts, ends, isTraditional: plain !== folded }
}

/** The key alone. */
export const spellingKey = (text: string): string => spell(text).key
