/** The names the shipped sources make known before a document is read. */
import { join } from 'node:path'
import { findSources } from '../load/manifest.ts'
import { readSource } from '../load/read.ts'
import { Names } from '../load/resolve.ts'

/** The names that the tables of the sources in a folder declare, as a load would have them. */
export const namesOf = async (folder: string): Promise<Names> => {
  const said = await Promise.all(
    findSources([folder]).map((source) => readSource(source, (file) => join(source.folder, file))),
  )
  return new Names(said.flatMap(({ entities }) => entities))
}
