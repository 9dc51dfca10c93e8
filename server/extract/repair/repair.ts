/** All repairs, in the order in which they build on each other. */
import type { MappedText } from './mappedText.ts'
import { paragraphs } from './paragraphs.ts'

const steps: readonly ((mapped: MappedText) => MappedText)[] = [paragraphs]

/** The text with everything repaired that can be repaired with certainty, the rest marked as damage. */
export const repaired = (mapped: MappedText): MappedText => steps.reduce((text, step) => step(text), mapped)
