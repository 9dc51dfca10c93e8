/** A part of the bench that runs by itself: `npm run bench -- NAME`. */
import type { Figure } from './figure.ts'

export interface Section {
  /** What the command line calls it. */
  readonly name: string
  readonly title: string
  /** How it measures, as Markdown. */
  readonly about: string
  /** Measures; gives each group of figures as soon as it has them. */
  readonly measure: () => AsyncIterable<readonly Figure[]>
  /** Whether it takes too long to be measured unless it is named. */
  readonly onlyByName?: boolean
}
