/** A question in one spelling, with the place of every character in what was typed. */
import { simplified } from '../names/normalise.ts'

export interface Normalised {
  /** Half width, simplified, lower case, without quotation marks; white space is kept, as one space, where it parts Latin words. */
  readonly text: string
  /** For each character of `text`, and its end: the UTF-16 offset in what was typed. */
  readonly offsets: readonly number[]
}

/** Quotation marks, which names are written with and without. */
const quotes = new Set('"\'“”‘’「」『』《》')

/** Of these, the apostrophes. */
const apostrophes = new Set("'’‘")

/** White space, control characters and characters that show nothing (categories Z and C). */
const blank = /^[\p{Z}\p{C}]+$/u

/** Between Latin letters and digits alone a space parts words. */
const latin = /^[a-z0-9.'-]/

/** The question in one spelling. Linear in its length. */
export const normaliseQuestion = (typed: string): Normalised => {
  let text = ''
  const offsets: number[] = []
  let offset = 0
  let spaceAt: number | null = null
  for (const character of typed) {
    const at = offset
    offset += character.length
    if (blank.test(character)) spaceAt ??= at
    if (blank.test(character)) continue
    // Between Latin letters it is an apostrophe: CATL's.
    if (
      quotes.has(character) &&
      !(apostrophes.has(character) && spaceAt === null && latin.test(text.slice(-1)))
    )
      continue
    // A folded character may be longer than what was typed (㎜ → mm).
    const folded = apostrophes.has(character) ? "'" : character.normalize('NFKC').toLowerCase()
    if (spaceAt !== null && latin.test(text.slice(-1)) && latin.test(folded)) {
      text += ' '
      offsets.push(spaceAt)
    }
    spaceAt = null
    text += folded
    for (let index = 0; index < folded.length; index++) offsets.push(at)
  }
  offsets.push(typed.length)
  const plain = simplified(text)
  return { text: plain.length === text.length ? plain : text, offsets }
}

const widthAt = (typed: string, offset: number): number => ((typed.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1)

/** What was typed between two places of the normalised text. */
export const typedSpan = (
  typed: string,
  question: Normalised,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } => ({
  start: question.offsets[start] ?? 0,
  // The end of the last character, not the start of the next: what stands between is not part of it.
  end: (question.offsets[end - 1] ?? 0) + widthAt(typed, question.offsets[end - 1] ?? 0),
})
