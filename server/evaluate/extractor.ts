/** What is measured: the steps from a document to mentions, facts and the entities that are meant. */
import type { TextDocument } from '../extract/document.ts'
import { extract, type Extraction } from '../extract/extract.ts'
import { findFacts, readingsOfRules } from '../extract/facts.ts'
import { buildGazetteer } from '../extract/gazetteer.ts'
import type { Mention } from '../extract/mention.ts'
import { splitSentences } from '../extract/sentence.ts'
import type { Tagger } from '../extract/tagger/tagger.ts'
import { EntityOfMention } from '../load/mentioned.ts'
import type { Names, Resolved } from '../load/resolve.ts'
import { Decisions } from '../review/decisions.ts'

/** A document with what was read from it, and the entity each mention is taken for; those left to a person are missing. */
export interface Reading {
  readonly extraction: Extraction
  readonly entities: ReadonlyMap<Mention, Resolved>
}

/** A document with the name of its file. */
interface NamedDocument {
  readonly file: string
  readonly document: TextDocument
  /** Who finds its new names; the shipped tagger where none is given. */
  readonly tagger?: Tagger | undefined
}

export interface Extractor {
  /** Reads one document by itself, with another tagger than the shipped one where it is given. */
  readonly extract: (document: TextDocument, tagger?: Tagger) => Extraction
  /** Reads documents together, as one load does: by file. */
  readonly read: (documents: readonly NamedDocument[]) => ReadonlyMap<string, Reading>
  /** The facts read from mentions that are given. */
  readonly factsOf: (document: TextDocument, mentions: readonly Mention[]) => Omit<Extraction, 'mentions'>
  /** What each rule by itself reads from the mentions of a document. */
  readonly readingsOf: (document: TextDocument, mentions: readonly Mention[]) => Omit<Extraction, 'mentions'>
}

/** The extractor of this version of the product, with these names known and no decision of a person. */
export const extractorWith = (names: Names): Extractor => {
  const gazetteer = buildGazetteer(names.known())
  return {
    extract: (document, tagger) => extract(document, gazetteer, tagger),
    read: (documents) => {
      const texts = documents.map(({ file, document, tagger }) => {
        const extraction = extract(document, gazetteer, tagger)
        const text = { id: file, source: 'evaluation', file, stated: { file }, document }
        return { text, extraction, mentions: extraction.mentions }
      })
      const mentioned = new EntityOfMention(names, new Decisions([]), texts)
      return new Map(
        texts.map((text) => [
          text.text.file,
          { extraction: text.extraction, entities: mentioned.decide(text) },
        ]),
      )
    },
    factsOf: (document, mentions) => findFacts(document, splitSentences(document.text), mentions),
    readingsOf: (document, mentions) => readingsOfRules(document, splitSentences(document.text), mentions),
  }
}
