/** A document as every later step sees it: cleaned text, what could not be repaired; and the way back to the raw text. */
import type { Span } from './span.ts'

/** What a document says of itself, or its manifest of it; null where nothing does. */
export interface DocumentHeader {
  /** Its address: an URL, or whatever text stands for one. */
  readonly address: string | null
  readonly title: string | null
  readonly publisher: string | null
  /** A partial date: 2024, 2024-10 or 2024-10-08. */
  readonly date: string | null
}

export interface TextDocument {
  readonly header: DocumentHeader
  /** Simplified, repaired, without broken lines; one paragraph a line. Evidence offsets address it. */
  readonly text: string
  /** Spans of `text` that could not be repaired with certainty, in order, not overlapping. */
  readonly damage: readonly Span[]
  /** Of the bytes read, hexadecimal. */
  readonly sha256: string
}

/** A document with the way back to its file, which weighs more than its text. */
export interface MappedDocument extends TextDocument {
  /** Where a span of `text` stands in the decoded raw text of the file. */
  readonly rawSpan: (span: Span) => Span
}
