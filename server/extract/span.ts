/** Half-open UTF-16 offsets into a document's cleaned text. */
export interface Span {
  readonly start: number
  readonly end: number
}
