/** What no repair was certain of: marked, so that it lowers confidence and never becomes a name. */
import { simplified } from '../../names/normalise.ts'
import type { Span } from '../span.ts'
import { everydayShare } from './everyday.ts'
import { damaged, type MappedText } from './mappedText.ts'
import { syllable } from './pronunciation.ts'
import { shiftedRuns } from './shiftedRun.ts'
import { likeliest } from './wordModel.ts'

/** Characters that no text has on purpose: lost ones, private use, and controls but tab and breaks. */
const lostCharacters = /(?![\t-\r])[\uFFFD\uE000-\uF8FF\p{Cc}]+/gu
/** What UTF-8 looks like after it was read as GBK or as Latin letters. */
const misread = /(?:锟斤拷)+锟?|(?:[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]{1,3}){2,}/g
/** A note whose opening bracket was swallowed. */
const openNote = new RegExp(`[?\\uFFFD]${syllable}[)）]`, 'gu')
/** A question mark inside a number stands for a lost character. */
const insideNumber = /(?<=\d|第)\?(?=\d)/g
/** A short run that is too short to tell: a question mark, up to three characters and a letter or a second mark, all without space. */
const tooShort =
  /(?<=\p{Script=Han})[?\uFFFD][\p{Script=Han}\uFF10-\uFF5A]{1,3}(?:[A-Za-z](?=\p{Script=Han})|\?)/gu
/** A question mark and the characters after it; whether they are words or shifted bytes, their share of rare ones tells. */
const followed = /[?\uFFFD][!?！？]?\p{Script=Han}{3,8}/gu

/** Log probability of a character, on the average of a run, from which it is no Chinese that somebody wrote. */
const implausible = -14.4

const found = (text: string, pattern: RegExp): readonly Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: { length } }) => ({ start: index, end: index + length }))

const isImplausible = (text: string, { start, end }: Span): boolean => {
  const run = text.slice(start, end)
  // Shifted bytes give rare characters; the words are asked only where one stands.
  if (everydayShare(run) === 1) return false
  const characters = Array.from(simplified(run)).filter((character) => /\p{Script=Han}/u.test(character))
  const [reading] = likeliest(characters.map((character) => [character]))
  return reading !== undefined && reading.score / characters.length <= implausible
}

const shiftedSpans = (text: string): readonly Span[] => {
  const shaped: readonly Span[] = [...shiftedRuns(text), ...found(text, followed)]
  return shaped.filter((span) => isImplausible(text, span))
}

/**
 * The text with its damage marked: lost and misread characters, shifted runs that were left unrepaired, and question
 * marks that stand for lost characters. Runs after the repairs that need the text as it was read.
 */
export const withDamageMarked = (mapped: MappedText): MappedText => {
  const { text } = mapped
  return damaged(mapped, [
    ...[lostCharacters, misread, openNote, insideNumber, tooShort].flatMap((pattern) => found(text, pattern)),
    ...shiftedSpans(text),
  ])
}
