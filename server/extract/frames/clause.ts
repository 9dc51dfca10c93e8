/** Clauses: what stands between the marks of a sentence; frames mostly stay inside one. */
import type { Dressed } from '../coordination.ts'
import type { Sentence } from '../sentence.ts'
import type { Span } from '../span.ts'

const marks = new Set([',', '，', ';', '；', ':', '：', '。', '！', '？', '!', '?', '—', '…'])
const brackets: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['（', '）'],
  ['《', '》'],
  ['[', ']'],
])
const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9'

/** Whether this character ends a clause: 1,600 and 10:30 are numbers, 6—8 is a range. */
export const isClauseMark = (text: string, index: number): boolean =>
  marks.has(text[index] ?? '') && !(isDigit(text[index - 1]) && isDigit(text[index + 1]))

/** Where the bracket that opens here closes, or -1: within the sentence, and not far. */
const closes = (text: string, index: number, end: number): number => {
  const close = brackets.get(text[index] ?? '')
  if (close === undefined) return -1
  const at = text.indexOf(close, index + 1)
  return at < 0 || at >= end ? -1 : at
}

/** The clauses of a sentence, without their marks, in order; what stands in brackets does not end one. */
export const clausesOf = (text: string, sentence: Sentence): readonly Span[] => {
  const clauses: Span[] = []
  let start = sentence.start
  for (let index = sentence.start; index <= sentence.end; index++) {
    const closed = index < sentence.end ? closes(text, index, sentence.end) : -1
    if (closed > 0) index = closed
    else if (index === sentence.end || isClauseMark(text, index)) {
      if (index > start) clauses.push({ start, end: index })
      start = index + 1
    }
  }
  return clauses
}

/** One sentence as the rules see it. */
export interface Passage {
  readonly text: string
  readonly sentence: Sentence
  /** Its number in the document. */
  readonly number: number
  readonly mentions: readonly Dressed[]
  readonly clauses: readonly Span[]
}
