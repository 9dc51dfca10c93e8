/** Punctuation that stands doubled or mixed, and quotation marks of traditional texts. */
import { edited, type Edit, type MappedText } from './mappedText.ts'

/**
 * A comma before another mark says nothing: ，。 is 。 and ,、 is 、. After 、 the same holds for marks that end a sentence.
 * Repeated ！ ？ and 。。。 are meant so and stay.
 */
const superfluous = /[,，]+(?=[,，、。；;：！？])|、+(?=[、。；])/g
const repeated = /(?<!。)。。(?!。)|；；+/g
const corners: ReadonlyMap<string, string> = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
])

/** In a row of numbers or in code, a,,b has an empty place on purpose. */
const isListing = (text: string, index: number, end: number): boolean =>
  /[\w\s]/.test(text[index - 1] ?? ' ') && /^[,;]+[\w\s]/.test(text.slice(end, end + 3))

/** The text with one mark where several stand for one, and with the quotation marks of simplified texts. */
export const withPlainPunctuation = (mapped: MappedText): MappedText => {
  const { text } = mapped
  const edits: Edit[] = []
  for (const { index, 0: marks } of text.matchAll(superfluous))
    if (!isListing(text, index, index + marks.length))
      edits.push({ start: index, end: index + marks.length, text: '' })
  for (const { index, 0: marks } of text.matchAll(repeated))
    edits.push({ start: index, end: index + marks.length, text: marks.slice(0, 1) })
  for (const { index, 0: corner } of text.matchAll(/[「」『』]/g))
    edits.push({ start: index, end: index + 1, text: corners.get(corner) ?? corner })
  return edited(
    mapped,
    edits.sort((one, other) => one.start - other.start),
  )
}
