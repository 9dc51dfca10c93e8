/** Sentences: the unit that facts are read from and that evidence quotes. */
import type { Span } from './span.ts'

/** One sentence of a document, without the white space around it. */
export interface Sentence extends Span {
  /** The number of its paragraph, from 0. */
  readonly paragraph: number
}

/** Closing marks of each opening one: inside a pair a sentence goes on. */
const closing: ReadonlyMap<string, string> = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['(', ')'],
  ['【', '】'],
])
const quotes = new Set(['“', '‘', '「', '『'])
const ends = new Set(['。', '！', '？', '；'])
/** Half-width marks end a sentence only beside Chinese: `a?b=1`, `AT&T;` and `No!` inside Latin text don't. */
const halfWidthEnds = new Set(['!', '?', ';'])
const chinese = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’%）)]/u
const closers = new Set([...closing.values(), '"', "'"])

/** What stands between two marks is shorter; without a bound, many open marks would take quadratic time. */
const longestPair = 2000

/** A pair that opens and never closes in its paragraph is a slip, not a quotation of everything that follows. */
const closes = (text: string, from: number, end: number, mark: string): number => {
  const open = text[from]
  const to = Math.min(end, from + longestPair)
  let depth = 1
  for (let index = from + 1; index < to; index++) {
    if (text[index] === mark) depth--
    else if (text[index] === open) depth++
    if (depth === 0) return index
  }
  return -1
}

const endsSentence = (text: string, index: number): boolean => {
  const mark = text[index] ?? ''
  if (ends.has(mark)) return true
  if (mark === '…') return text[index + 1] !== '…' && text[index - 1] === '…' && endsAtEllipsis(text, index)
  return halfWidthEnds.has(mark) && chinese.test(text[index - 1] ?? '')
}

/** An ellipsis ends a sentence where the next thing is a new one; before a comma or a particle it is a pause. */
const endsAtEllipsis = (text: string, index: number): boolean => !/[，、,的等]/.test(text[index + 1] ?? '')

/** The marks that end one sentence together: ？！, 。”, ……）. */
const lastMark = (text: string, index: number, end: number): number => {
  let last = index + 1
  while (last < end && (endsSentence(text, last) || closers.has(text[last] ?? ''))) last++
  return last
}

/** From this length on a quotation may be split at any mark; a shorter one, such as “加油！常州”, at a full stop only. */
const longQuotation = 20

/** Whether a quotation is speech of several sentences. */
const isSpeech = (text: string, start: number, end: number): boolean => {
  for (let index = start; index < end - 1; index++)
    if (text[index] === '。' || (end - start >= longQuotation && endsSentence(text, index))) return true
  return false
}

/** Where the sentences of one paragraph end. */
const boundaries = (text: string, start: number, end: number): number[] => {
  const found: number[] = []
  let index = start
  while (index < end) {
    const mark = text[index] ?? ''
    const close = closing.get(mark)
    const closed = close === undefined ? -1 : closes(text, index, end, close)
    if (closed > 0 && !(quotes.has(mark) && isSpeech(text, index, closed))) {
      // A quotation that ends as a sentence does ends the sentence around it, unless that goes on at once.
      if (quotes.has(mark) && endsSentence(text, closed - 1) && startsAnew(text, closed + 1, end)) {
        index = lastMark(text, closed, end)
        found.push(index)
      } else index = closed + 1
    } else if (endsSentence(text, index)) {
      index = lastMark(text, index, end)
      found.push(index)
    } else index++
  }
  if (found.at(-1) !== end) found.push(end)
  return found
}

/** After a quotation: a mark or a particle goes on with the sentence around it, anything else begins a new one. */
const startsAnew = (text: string, index: number, end: number): boolean =>
  index < end && !/[，、：；。,:;）)》的等]/.test(text[index] ?? '')

const trimmed = (text: string, start: number, end: number): Span => {
  const slice = text.slice(start, end)
  const lead = slice.length - slice.trimStart().length
  return { start: start + lead, end: start + lead + slice.trim().length }
}

/**
 * The sentences of a text, in order, without white space around them. They end at 。！？； and ……, with the quotes and
 * brackets that close there, and at the end of a paragraph; a pair of quotes, brackets or book-title marks is not
 * split, but speech of several sentences is.
 */
export const splitSentences = (text: string): readonly Sentence[] => {
  const sentences: Sentence[] = []
  let paragraph = 0
  let start = 0
  while (start < text.length) {
    const next = text.indexOf('\n', start)
    const end = next < 0 ? text.length : next
    let from = start
    const before = sentences.length
    for (const to of boundaries(text, start, end)) {
      const span = trimmed(text, from, to)
      if (span.start < span.end) sentences.push({ ...span, paragraph })
      from = to
    }
    if (sentences.length > before) paragraph++
    start = end + 1
  }
  return sentences
}
