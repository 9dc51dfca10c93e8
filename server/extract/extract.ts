/** From a document's text to what it names and states: sentences, then mentions, then facts. Pure. */
import type { TextDocument } from './document.ts'
import type { StatedMetric, StatedRelationship } from './fact.ts'
import { findFacts } from './facts.ts'
import type { Gazetteer } from './gazetteer.ts'
import type { Mention } from './mention.ts'
import { findMentions } from './mentions.ts'
import { splitSentences } from './sentence.ts'
import { shippedTagger } from './tagger/shipped.ts'
import type { Tagger } from './tagger/tagger.ts'

export interface Extraction {
  /** In the order of the text, not overlapping. */
  readonly mentions: readonly Mention[]
  readonly relationships: readonly StatedRelationship[]
  readonly metrics: readonly StatedMetric[]
}

/** What a document names and states, given the names that are known. */
export const extract = (
  document: TextDocument,
  gazetteer: Gazetteer,
  tagger: Tagger = shippedTagger,
): Extraction => {
  const sentences = splitSentences(document.text)
  const mentions = findMentions(document, sentences, gazetteer, tagger)
  return { mentions, ...findFacts(document, sentences, mentions) }
}
