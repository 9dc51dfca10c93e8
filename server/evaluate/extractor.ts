/** What is measured: the steps from a document to mentions and facts. */
import type { TextDocument } from '../extract/document.ts'
import type { StatedMetric, StatedRelationship } from '../extract/fact.ts'
import { findFacts } from '../extract/facts.ts'
import { buildGazetteer, type KnownName } from '../extract/gazetteer.ts'
import type { Mention } from '../extract/mention.ts'
import { findMentions } from '../extract/mentions.ts'
import { splitSentences } from '../extract/sentence.ts'

export interface Facts {
  readonly relationships: readonly StatedRelationship[]
  readonly metrics: readonly StatedMetric[]
}

export interface Extractor {
  readonly mentions: (document: TextDocument) => readonly Mention[]
  readonly facts: (document: TextDocument, mentions: readonly Mention[]) => Facts
}

/** The extractor of this version of the product, with these names known. */
export const extractorWith = (names: readonly KnownName[]): Extractor => {
  const gazetteer = buildGazetteer(names)
  return {
    mentions: (document) => findMentions(document, splitSentences(document.text), gazetteer),
    facts: (document, mentions) => findFacts(document, splitSentences(document.text), mentions),
  }
}
