/** Which reader a file needs: what its bytes say counts, its ending decides between kinds of text. */
import { extname } from 'node:path'
import { decoded } from './decode.ts'
import { DocumentError } from './documentError.ts'
import { readHtml } from './html.ts'
import { readPdf } from './pdf.ts'
import type { RawDocument } from './rawDocument.ts'
import { readWord } from './word.ts'

/** Endings of files that are read as documents. */
export const documentEndings: readonly string[] = ['.txt', '.md', '.html', '.htm', '.docx', '.pdf']

const startsWith = (bytes: Buffer, signature: string): boolean =>
  bytes.subarray(0, signature.length).equals(Buffer.from(signature, 'latin1'))

const isHtml = (text: string): boolean =>
  /^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(text.slice(0, 4096))

/**
 * The raw text of a file and what its format states of it. A .txt that is a PDF is read as one. Throws DocumentError
 * where the bytes are not what the ending says and can't be read.
 */
export const readRaw = async (bytes: Buffer, file: string): Promise<RawDocument> => {
  const ending = extname(file).toLowerCase()
  if (startsWith(bytes, '%PDF-') || ending === '.pdf') return readPdf(bytes, file)
  if (ending === '.docx') return readWord(bytes, file)
  if (startsWith(bytes, 'PK\u0003\u0004')) return readWord(bytes, file)
  if (!documentEndings.includes(ending))
    throw new DocumentError(
      file,
      `ends in ${ending === '' ? 'nothing' : ending}`,
      `give ${documentEndings.join(', ')}`,
    )
  const text = decoded(bytes, file)
  const page = ending === '.html' || ending === '.htm' || isHtml(text)
  return page ? readHtml(text) : { text, header: {} }
}
