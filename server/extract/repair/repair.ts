/** All repairs, in the order in which they build on each other. */
import { withDamageMarked } from './damage.ts'
import { withWholeLines } from './lines.ts'
import type { MappedText } from './mappedText.ts'
import { withoutMarkup } from './markup.ts'
import { paragraphs } from './paragraphs.ts'
import { withoutPronunciation } from './pronunciation.ts'
import { withPlainPunctuation } from './punctuation.ts'
import { withSimplifiedScript } from './script.ts'
import { withWholeCharacters } from './radicals.ts'
import { withShiftedRunsRepaired } from './shifted.ts'
import { withHalfWidth } from './width.ts'

const steps: readonly ((mapped: MappedText) => MappedText)[] = [
  withShiftedRunsRepaired,
  withDamageMarked,
  withWholeCharacters,
  withoutPronunciation,
  withHalfWidth,
  withPlainPunctuation,
  withSimplifiedScript,
  withoutMarkup,
  paragraphs,
  withWholeLines,
]

/** The text with everything repaired that can be repaired with certainty, the rest marked as damage. */
export const repaired = (mapped: MappedText): MappedText => steps.reduce((text, step) => step(text), mapped)
