/** What is measured: the steps from a document to mentions, facts and the entities that are meant. */
import type { TextDocument } from '../extract/document.ts'
import { extract, type Extraction } from '../extract/extract.ts'
import { findFacts } from '../extract/facts.ts'
import { buildGazetteer } from '../extract/gazetteer.ts'
import type { Mention } from '../extract/mention.ts'
import { splitSentences } from '../extract/sentence.ts'
import type { Tagger } from '../extract/tagger/tagger.ts'
import { EntityOfMention } from '../load/mentioned.ts'
import type { Names, Resolved } from '../load/resolve.ts'
import { Decisions } from '../review/decisions.ts'

export interface Extractor {
  /** What a document names and states, with another tagger than the shipped one where it is given. */
  readonly extract: (document: TextDocument, tagger?: Tagger) => Extraction
  /** The facts read from mentions that are given. */
  readonly factsOf: (document: TextDocument, mentions: readonly Mention[]) => Omit<Extraction, 'mentions'>
  /** The entity each mention is taken for; those left to a person are missing. */
  readonly resolve: (
    file: string,
    document: TextDocument,
    mentions: readonly Mention[],
  ) => ReadonlyMap<Mention, Resolved>
}

/** The extractor of this version of the product, with these names known and no decision of a person. */
export const extractorWith = (names: Names): Extractor => {
  const gazetteer = buildGazetteer(names.known())
  const undecided = new Decisions([])
  return {
    extract: (document, tagger) => extract(document, gazetteer, tagger),
    factsOf: (document, mentions) => findFacts(document, splitSentences(document.text), mentions),
    resolve: (file, document, mentions) =>
      new EntityOfMention(names, undecided).decide(
        { id: file, source: 'evaluation', file, stated: { file, kind: 'ORIGINAL' }, document },
        mentions,
      ),
  }
}
