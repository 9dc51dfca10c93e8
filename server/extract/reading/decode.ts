/** Bytes to text. */
import { DocumentError } from './documentError.ts'

/** The text of a file in UTF-8. Throws DocumentError for anything else. */
export const decoded = (bytes: Buffer, file: string): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DocumentError(file, 'is in no known encoding', 'save it as UTF-8')
  }
}
