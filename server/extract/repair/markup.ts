/** Marks of Markdown, which text files carry too: they are no words of the text. */
import type { Span } from '../span.ts'
import { edited, type MappedText } from './mappedText.ts'

const headings = /^[^\S\n]{0,3}#{1,6}[^\S\n]+|^[^\S\n]{0,3}>[^\S\n]?|^[^\S\n]*(?:[-*_][^\S\n]*){3,}$/gm
const bold = /\*\*(?=\S)[^*]{1,300}?\*\*/g
const links = /!?\[([^\]\n]{0,300})\]\([^()\s]{1,2000}\)/g

const boldMarks = (text: string): Span[] =>
  Array.from(text.matchAll(bold)).flatMap(({ index, 0: { length } }) => [
    { start: index, end: index + 2 },
    { start: index + length - 2, end: index + length },
  ])

const linkMarks = (text: string): Span[] =>
  Array.from(text.matchAll(links)).flatMap(({ index, 0: whole, 1: words = '' }) => {
    const open = index + whole.indexOf('[')
    return [
      { start: index, end: open + 1 },
      { start: open + 1 + words.length, end: index + whole.length },
    ]
  })

const headingMarks = (text: string): Span[] =>
  Array.from(text.matchAll(headings), ({ index, 0: mark }) => ({ start: index, end: index + mark.length }))

/** The text without marks of headings, quotations, rules, bold type and links; the words of a link stay. */
export const withoutMarkup = (mapped: MappedText): MappedText => {
  const { text } = mapped
  const spans = [...headingMarks(text), ...boldMarks(text), ...linkMarks(text)]
    .filter(({ start, end }) => start < end)
    .sort((one, other) => one.start - other.start)
  const apart = spans.filter(({ start }, index) => start >= (spans[index - 1]?.end ?? 0))
  return edited(
    mapped,
    apart.map((span) => ({ ...span, text: '' })),
  )
}
