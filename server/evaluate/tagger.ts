/** What the tagger learns from the annotated documents, and how they are measured fairly all the same. */
import { examplesOf } from '../extract/tagger/examples.ts'
import { type Tagger, taggerWith } from '../extract/tagger/tagger.ts'
import { learn, type Example } from '../extract/tagger/train.ts'
import { readWeights, writeWeights } from '../extract/tagger/weights.ts'
import type { Collection } from './collections.ts'
import type { LocatedDocument } from './locate.ts'

/** In how many parts the documents are, each read by a tagger that learned from the others. */
const parts = 5

/** A document's sentences as examples. */
const examplesIn = ({ document, entities }: LocatedDocument): readonly Example[] =>
  examplesOf(
    document.text,
    entities.flatMap(({ label, spans }) => spans.map((span) => ({ ...span, label }))),
  )

/** The documents for development whose texts are part of the project: the tagger learns from them. */
const taught = (collections: readonly Collection[]): readonly LocatedDocument[] =>
  collections.flatMap(({ name, part, documents }) =>
    part === 'development' && name !== 'seeds' ? documents : [],
  )

/** The documents that do nothing but teach the tagger. */
const lessons = (collections: readonly Collection[]): readonly LocatedDocument[] =>
  collections.flatMap(({ part, documents }) => (part === 'training' ? documents : []))

const weightsFrom = (documents: readonly LocatedDocument[]): string =>
  writeWeights(learn(documents.flatMap(examplesIn)))

/** The weights learned from the development and training documents, as they are kept in a file. */
export const trainedWeights = (collections: readonly Collection[]): string =>
  weightsFrom([...taught(collections), ...lessons(collections)])

/** For each development document the tagger learns from, one that has not learned from it; undefined for the others. */
export const heldOutTaggers = (
  collections: readonly Collection[],
): ((document: LocatedDocument) => Tagger | undefined) => {
  const documents = taught(collections)
  const always = lessons(collections)
  const taggers = Array.from({ length: parts }, (_, part) =>
    taggerWith(
      readWeights(weightsFrom([...documents.filter((_, index) => index % parts !== part), ...always])),
    ),
  )
  return (document) => taggers[documents.indexOf(document) % parts]
}
