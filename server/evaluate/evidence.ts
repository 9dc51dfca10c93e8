/** Whether the evidence of a relationship is what the text says, and speaks of both ends. */
import type { StatedRelationship } from '../extract/fact.ts'
import type { Mention } from '../extract/mention.ts'
import type { Sentence } from '../extract/sentence.ts'
import type { Span } from '../extract/span.ts'

export interface EvidenceScore {
  readonly of: number
  /** The quote is a part of the text, without white space around it, and both ends stand in the text as they say. */
  readonly exact: number
  /** Each end is named in the quote or close to it: in its paragraph before it, three sentences back, or in the next. */
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

/** How many sentences back 公司 or 两家企业 may speak of what was named there. */
const reach = 3

/** From three sentences before the quote, or the start of its paragraph, to the sentence after it. */
const surroundings = (sentences: readonly Sentence[], quote: Span): Span => {
  const touched = sentences.filter(({ start, end }) => start < quote.end && quote.start < end)
  const first = sentences.findIndex((sentence) => sentence === touched[0])
  const opening = sentences.find(({ paragraph }) => paragraph === touched[0]?.paragraph)
  const before = sentences[Math.max(0, first - reach)]
  return {
    start: Math.min(before?.start ?? quote.start, opening?.start ?? quote.start),
    end: sentences[first + touched.length]?.end ?? quote.end,
  }
}

/** What was read in one document. */
export interface ReadDocument {
  readonly text: string
  readonly sentences: readonly Sentence[]
  readonly mentions: readonly Mention[]
  readonly relationships: readonly StatedRelationship[]
}

/** Checks the evidence of every relationship of one document. */
export const scoreEvidence = ({ text, sentences, mentions, relationships }: ReadDocument): EvidenceScore => {
  const isGrounded = ({ quote, start, end }: StatedRelationship): boolean => {
    const around = surroundings(sentences, quote)
    return [start, end].every((side) =>
      [side, ...mentions.filter(({ name, label }) => name === side.name && label === side.label)].some(
        (mention) => mention.start >= around.start && mention.end <= around.end,
      ),
    )
  }
  return {
    of: relationships.length,
    exact: relationships.filter((relationship) => isExact(text, relationship)).length,
    grounded: relationships.filter(isGrounded).length,
  }
}
