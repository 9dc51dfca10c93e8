/** Sentences: the unit that facts are read from and that evidence quotes. */
import type { Span } from './span.ts'

/** One sentence of a document, without the white space around it. */
export interface Sentence extends Span {
  /** The number of its paragraph, from 0. */
  readonly paragraph: number
}
