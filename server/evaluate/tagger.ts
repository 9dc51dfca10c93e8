/** What the tagger learns from the annotated documents. */
import { examplesOf } from '../extract/tagger/examples.ts'
import { learn, type Example } from '../extract/tagger/train.ts'
import { writeWeights } from '../extract/tagger/weights.ts'
import { readCollections } from './collections.ts'
import type { LocatedDocument } from './locate.ts'

/** A document's sentences as examples. */
export const examplesIn = ({ document, entities }: LocatedDocument): readonly Example[] =>
  examplesOf(
    document.text,
    entities.flatMap(({ label, spans }) => spans.map((span) => ({ ...span, label }))),
  )

/** The weights learned from the development documents that are part of the project, as they are kept in a file. */
export const trainedWeights = async (): Promise<string> => {
  const collections = await readCollections(null)
  const documents = collections.flatMap(({ part, documents }) => (part === 'development' ? documents : []))
  return writeWeights(learn(documents.flatMap(examplesIn)))
}
