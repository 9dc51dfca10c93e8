/** The bytes of a file to the document that every later step reads. */
import { createHash } from 'node:crypto'
import type { DocumentHeader, TextDocument } from '../document.ts'
import { damageOf, edited, mappedText, rawSpan } from '../repair/mappedText.ts'
import { repaired } from '../repair/repair.ts'
import { decoded } from './decode.ts'
import { DocumentError, documentLimits } from './documentError.ts'
import { emptyHeader, readHeader } from './header.ts'

/**
 * Reads a document. `stated` is what its manifest says of it; a header in the file wins where it says something.
 * Throws DocumentError, one sentence with the file, what is wrong and what to do.
 */
export const readDocument = async (
  bytes: Buffer,
  file: string,
  stated: Partial<DocumentHeader>,
): Promise<TextDocument> => {
  if (bytes.length > documentLimits.bytes)
    throw new DocumentError(
      file,
      `has ${bytes.length.toString()} bytes, more than ${documentLimits.bytes.toString()}`,
      'split it',
    )
  const raw = await Promise.resolve(decoded(bytes, file))
  const { header, body } = readHeader(raw)
  const mapped = repaired(edited(mappedText(raw), [{ start: 0, end: body, text: '' }]))
  if (mapped.text === '') throw new DocumentError(file, 'is empty', 'leave it out')
  return {
    header: { ...emptyHeader, ...stated, ...header },
    text: mapped.text,
    damage: damageOf(mapped),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rawSpan: (span) => rawSpan(mapped, span),
  }
}
