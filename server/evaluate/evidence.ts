/** Whether the evidence of a relationship is what the text says, and speaks of both ends. */
import type { StatedRelationship } from '../extract/fact.ts'
import type { Mention } from '../extract/mention.ts'
import type { Sentence } from '../extract/sentence.ts'
import type { Span } from '../extract/span.ts'

export interface EvidenceScore {
  readonly of: number
  /** The quote is a part of the text, without white space around it, and both ends stand in the text as they say. */
  readonly exact: number
  /** Each end is named in the quote, in a sentence beside it, or before it in its paragraph (公司 stands for it then). */
  readonly grounded: number
}

const standsIn = (text: string, { start, end, text: written }: Mention): boolean =>
  text.slice(start, end) === written

const isExact = (text: string, { quote, start, end }: StatedRelationship): boolean => {
  const words = text.slice(quote.start, quote.end)
  return (
    quote.start >= 0 &&
    quote.end <= text.length &&
    words !== '' &&
    words === words.trim() &&
    standsIn(text, start) &&
    standsIn(text, end)
  )
}

/** From the sentence before the quote, or the start of its paragraph, to the sentence after it. */
const surroundings = (sentences: readonly Sentence[], quote: Span): Span => {
  const touched = sentences.filter(({ start, end }) => start < quote.end && quote.start < end)
  const first = sentences.findIndex((sentence) => sentence === touched[0])
  const last = first + touched.length - 1
  const opening = sentences.find(({ paragraph }) => paragraph === touched[0]?.paragraph)
  const before = sentences[first - 1] ?? touched[0]
  return {
    start: Math.min(before?.start ?? quote.start, opening?.start ?? quote.start),
    end: sentences[last + 1]?.end ?? quote.end,
  }
}

/** Checks the evidence of every relationship of one document. */
export const scoreEvidence = (
  text: string,
  sentences: readonly Sentence[],
  relationships: readonly StatedRelationship[],
): EvidenceScore => {
  const isGrounded = ({ quote, start, end }: StatedRelationship): boolean => {
    const around = surroundings(sentences, quote)
    return [start, end].every(
      (mention) =>
        text.slice(quote.start, quote.end).includes(mention.text) ||
        (mention.start >= around.start && mention.end <= around.end),
    )
  }
  return {
    of: relationships.length,
    exact: relationships.filter((relationship) => isExact(text, relationship)).length,
    grounded: relationships.filter(isGrounded).length,
  }
}
