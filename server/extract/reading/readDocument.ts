/** The bytes of a file to the document that every later step reads. */
import { createHash } from 'node:crypto'
import type { DocumentHeader, MappedDocument } from '../document.ts'
import { damageOf, edited, mappedText, rawSpan } from '../repair/mappedText.ts'
import { repaired } from '../repair/repair.ts'
import { DocumentError, documentLimits } from './documentError.ts'
import { shownHeader } from './firstLines.ts'
import { readRaw } from './format.ts'
import { readHeader } from './header.ts'

/**
 * Reads a document (.txt, .md, .html, .docx, .pdf). `stated` is what its manifest says of it. Of several that say
 * something the first wins, field by field: header lines in the file, the manifest, the metadata of the page, what the text shows.
 * Throws DocumentError, one sentence with the file, what is wrong and what to do.
 */
export const readDocument = async (
  bytes: Buffer,
  file: string,
  stated: Partial<DocumentHeader>,
): Promise<MappedDocument> => {
  if (bytes.length > documentLimits.bytes)
    throw new DocumentError(
      file,
      `has ${bytes.length.toString()} bytes, more than the ${documentLimits.bytes.toString()} that are read`,
      'split it',
    )
  if (bytes.length === 0) throw new DocumentError(file, 'is empty', 'leave it out or give its text')
  const raw = await readRaw(bytes, file)
  const { header, body } = readHeader(raw.text)
  const mapped = repaired(edited(mappedText(raw.text), [{ start: 0, end: body, text: '' }]))
  if (mapped.text === '') throw new DocumentError(file, 'has no text', 'leave it out or give its text')
  return {
    header: merged([header, stated, raw.header, shownHeader(mapped.text)], stated.publisher),
    text: mapped.text,
    damage: damageOf(mapped),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    rawSpan: (span) => rawSpan(mapped, span),
  }
}

const says = (value: string | null | undefined): value is string =>
  typeof value === 'string' && value.trim() !== ''

/**
 * The first that says something, field by field. A SOURCE line that is a name need not mean the publisher, so a
 * manifest that names one outright wins there.
 */
const merged = (
  headers: readonly Partial<DocumentHeader>[],
  publisher: string | null | undefined,
): DocumentHeader => {
  const first = (field: keyof DocumentHeader): string | null =>
    headers.map((one) => one[field]).find(says) ?? null
  return {
    address: first('address'),
    title: first('title'),
    publisher: says(publisher) ? publisher : first('publisher'),
    date: first('date'),
  }
}
