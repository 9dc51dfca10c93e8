/** What the reader of a format hands on. */
import type { DocumentHeader } from '../document.ts'

export interface RawDocument {
  /** The decoded raw text, before any repair. */
  readonly text: string
  /** What the format's own metadata state. */
  readonly header: Partial<DocumentHeader>
}
