/** The text of a Word document. */
import mammoth from 'mammoth'
import { DocumentError } from './documentError.ts'
import type { RawDocument } from './rawDocument.ts'

/** The text of a .docx, paragraphs apart. Throws DocumentError where the file is none. */
export const readWord = async (bytes: Buffer, file: string): Promise<RawDocument> => {
  try {
    return { text: (await mammoth.extractRawText({ buffer: bytes })).value, header: {} }
  } catch {
    throw new DocumentError(file, 'is no readable .docx', 'open it in Word and save it as .docx again')
  }
}
