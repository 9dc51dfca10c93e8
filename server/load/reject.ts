/** What a load refuses: rows, each named exactly; and whole inputs. */

/** A row or a document that was not loaded: where it stands, what was given and what is allowed. */
export interface Rejection {
  readonly file: string
  /** As a spreadsheet shows it: the header is row 1; null for a whole document. */
  readonly row: number | null
  /** Empty for a whole document. */
  readonly column: string
  readonly value: string
  readonly allowed: string
}

/** Thrown while a row is read; the row is rejected, the others go on. */
export class RowError extends Error {
  override readonly name = 'RowError'
  constructor(
    readonly column: string,
    readonly value: string,
    readonly allowed: string,
  ) {
    super(`${column}: ${value}`)
  }
}

/** An input that can't be loaded at all; its message says what to do. */
export class LoadError extends Error {
  override readonly name = 'LoadError'
}

/** Another load is at work on the same DATA_DIR. */
export class BusyError extends LoadError {}

/** One line about a rejected row or document. */
export const rejectionLine = (rejection: Rejection): string => {
  const { file, row, column, value, allowed } = rejection
  if (row === null) return `${file}: ${allowed}`
  return `${file}, row ${row.toString()}, column ${column}: ${JSON.stringify(value)} — ${allowed}`
}
