/** The annotated documents, collection by collection. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '../extract/reading/readDocument.ts'
import { projectFile } from '../project.ts'
import { parts, readAnnotation, readSplit, type Part } from './gold.ts'
import { locate, type LocatedDocument } from './locate.ts'

/** Documents that are measured together. */
export interface Collection {
  /** digests, elsewhere, varied, fresh, lessons, calibration or seeds. */
  readonly name: string
  readonly part: Part
  readonly documents: readonly LocatedDocument[]
}

/** The folder of annotations, guideline data and gate. */
export const goldFolder = projectFile('tests', 'gold')

/** Where the texts of each collection lie; the newspaper texts are not part of the project. */
const textFolders = (newsTexts: string | null): ReadonlyMap<string, string> =>
  new Map([
    ['digests', projectFile('data', 'sources', 'digests')],
    ...['elsewhere', 'varied', 'fresh', 'lessons', 'calibration'].map(
      (name) => [name, join(goldFolder, name)] as const,
    ),
    ...(newsTexts === null ? [] : [['seeds', newsTexts] as const]),
  ])

/**
 * Reads all annotated documents; `newsTexts` is the folder of the newspaper texts, null where it is not at hand. Throws
 * with the file where an annotation doesn't fit its text.
 */
export const readCollections = async (newsTexts: string | null): Promise<readonly Collection[]> => {
  const collections: Collection[] = []
  const folders = textFolders(newsTexts)
  for (const [name, listed] of Object.entries(readSplit(goldFolder))) {
    const folder = folders.get(name)
    if (folder === undefined) continue
    for (const part of parts) {
      const files = listed[part] ?? []
      if (files.length === 0) continue
      const documents = await Promise.all(
        files.map(async (file) => {
          const annotation = readAnnotation(join(goldFolder, name, `${file}.yaml`))
          const bytes = readFileSync(join(folder, annotation.document))
          return locate(annotation, await readDocument(bytes, annotation.document, {}))
        }),
      )
      collections.push({ name, part, documents })
    }
  }
  return collections
}
