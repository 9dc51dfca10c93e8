/** Documents of a source: bytes to text. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import type { TextDocument } from '../extract/document.ts'
import { DocumentError } from '../extract/reading/documentError.ts'
import { readDocument } from '../extract/reading/readDocument.ts'
import type { Source, StatedDocument } from './manifest.ts'
import type { Rejection } from './reject.ts'

/** A document that was read. */
export interface SourceText {
  readonly source: string
  readonly file: string
  readonly stated: StatedDocument
  readonly document: TextDocument
}

/** The texts of a source, those that could not be read, and a digest of their bytes. */
export interface SourceTexts {
  readonly texts: readonly SourceText[]
  readonly rejected: readonly Rejection[]
  readonly digest: string
}

/** The bytes of a file; throws DocumentError where it is not there. */
const bytesOf = (path: string, file: string): Buffer => {
  if (!existsSync(path)) throw new DocumentError(file, 'is not there', 'correct its name in the manifest')
  return readFileSync(path)
}

/** Reads the documents of a source; one that can't be read is rejected with its reason and stops no other. */
export const readTexts = async (source: Source, locate: (file: string) => string): Promise<SourceTexts> => {
  const texts: SourceText[] = []
  const rejected: Rejection[] = []
  const digest = createHash('sha256')
  for (const stated of source.manifest.documents) {
    const { file, address = null, title = null, publisher = null, date = null } = stated
    if (file === undefined) continue
    try {
      const bytes = bytesOf(locate(file), file)
      digest.update(bytes)
      const { header, text, damage, sha256 } = await readDocument(bytes, file, {
        address,
        title,
        publisher,
        date,
      })
      texts.push({ source: source.manifest.id, file, stated, document: { header, text, damage, sha256 } })
    } catch (error) {
      if (!(error instanceof DocumentError)) throw error
      rejected.push({ file, row: null, column: '', value: '', allowed: error.message })
    }
  }
  return { texts, rejected, digest: digest.digest('hex') }
}
