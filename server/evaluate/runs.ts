/** The runs that are measured: each collection and part, with the shipped names known and with none. */
import { projectFile } from '../project.ts'
import { Names } from '../load/resolve.ts'
import { goldFolder, readCollections } from './collections.ts'
import { extractorWith } from './extractor.ts'
import { readIdentities, type Part } from './gold.ts'
import { namesOf } from './known.ts'
import { scoreDocument, type DocumentScore } from './score.ts'
import { heldOutTaggers } from './tagger.ts'

export interface Run {
  /** digests, elsewhere, varied, fresh, calibration or seeds. */
  readonly collection: string
  readonly part: Part
  /** Whether the names of the shipped tables are known beforehand, or none. */
  readonly names: 'shipped' | 'none'
  readonly scores: readonly DocumentScore[]
}

/** Runs the extractor over all annotated documents; `newsTexts` is the folder of the newspaper texts, or null. */
export const measureDocuments = async (newsTexts: string | null): Promise<readonly Run[]> => {
  const collections = await readCollections(newsTexts)
  const measured = collections.filter(({ part }) => part !== 'training')
  const identify = readIdentities(goldFolder)
  const extractors = [
    ['shipped', extractorWith(await namesOf(projectFile('data', 'sources')))],
    ['none', extractorWith(new Names([]))],
  ] as const
  const taggerFor = heldOutTaggers(collections)
  return measured.flatMap(({ name, part, documents }) =>
    extractors.map(([names, extractor]) => {
      const readings = extractor.read(
        documents.map((located) => ({ ...located, tagger: taggerFor(located) })),
      )
      return {
        collection: name,
        part,
        names,
        scores: documents.flatMap((document) => {
          const reading = readings.get(document.file)
          return reading === undefined ? [] : [scoreDocument(document, reading, extractor, identify)]
        }),
      }
    }),
  )
}
