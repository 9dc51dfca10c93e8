/** Where a statement stands: a row of a table, or words of a document. */
import type { Span } from '../extract/span.ts'

/** The words of a document that state something: exactly its text from start to end. */
export interface Quote extends Span {
  readonly text: string
}

export interface Origin {
  readonly source: string
  readonly file: string
  /** As a spreadsheet shows it; null in a document. */
  readonly row: number | null
  /** null in a table. */
  readonly quote: Quote | null
  readonly document: string
}

/** By code point. */
export const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const placeOf = ({ row, quote }: Origin): number => row ?? quote?.start ?? 0

/** The order statements are taken in, so that the order of loading leaves no trace: by source, file and place. */
export const byPlace = (left: Origin, right: Origin): number =>
  compare(left.source, right.source) || compare(left.file, right.file) || placeOf(left) - placeOf(right)
