/** The text of a PDF. */
import { extractText, getDocumentProxy } from 'unpdf'
import { DocumentError } from './documentError.ts'
import type { RawDocument } from './rawDocument.ts'

const reason = (error: unknown, file: string): DocumentError =>
  error instanceof Error && error.name === 'PasswordException'
    ? new DocumentError(file, 'is protected by a password', 'save it without one')
    : new DocumentError(file, 'is no readable PDF', 'open it and save or print it as PDF again')

/** The text of a PDF, its pages one after another. Throws DocumentError for a password, for scans and for broken files. */
export const readPdf = async (bytes: Buffer, file: string): Promise<RawDocument> => {
  let pages: readonly string[]
  try {
    // pdf.js takes the memory it is given for its own, so it gets a copy; its warnings on odd files help nobody.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 })
    pages = (await extractText(pdf)).text
    await pdf.loadingTask.destroy()
  } catch (error) {
    throw reason(error, file)
  }
  const text = pages.join('\n')
  if (text.trim() === '')
    throw new DocumentError(file, 'holds pictures of pages but no text', 'recognise its text (OCR) first')
  return { text, header: {} }
}
