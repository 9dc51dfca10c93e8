/** Paragraphs: one a line, without white space around them and without empty lines between. */
import { edited, type Edit, type MappedText } from './mappedText.ts'

const edge = /^[\s\u3000]+|[^\S\n]*(?:\r\n?|\n|\u2028|\u2029|\f|\v)[\s\u3000]*|[\s\u3000]+$/g

/** The text with each break between lines as one line feed; white space at its beginning and end is taken off. */
export const paragraphs = (mapped: MappedText): MappedText => {
  const edits: Edit[] = []
  for (const match of mapped.text.matchAll(edge)) {
    const start = match.index
    const end = start + match[0].length
    const text = start === 0 || end === mapped.text.length ? '' : '\n'
    if (match[0] !== text) edits.push({ start, end, text })
  }
  return edited(mapped, edits)
}
