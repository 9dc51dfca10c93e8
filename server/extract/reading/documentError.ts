/** Why a file can't be read as a document. */

/** Limits of what is read as one document. */
export const documentLimits = { bytes: 20 * 1024 ** 2 } as const

/** One sentence: which file, what is wrong with it, what to do. */
export class DocumentError extends Error {
  constructor(file: string, wrong: string, remedy: string) {
    super(`${file} ${wrong}; ${remedy}`)
    this.name = 'DocumentError'
  }
}
