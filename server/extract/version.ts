/** What a text's reading depends on beside the text and the known names. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFile } from '../project.ts'

/** Raise it when the steps of `extract` read the same text differently, so that documents are read anew. */
export const extractorVersion = 3

/** A digest of the extractor's version, the model and all word lists: documents read under another are read anew. */
export const extractionVersion = (): string => {
  const hash = createHash('sha256').update(JSON.stringify(extractorVersion))
  const folder = projectFile('data', 'lexicon')
  const lists = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
  for (const file of [projectFile('data', 'model.yaml'), ...lists]) hash.update(readFileSync(file))
  return hash.digest('hex')
}
