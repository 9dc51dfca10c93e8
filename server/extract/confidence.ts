/** What a confidence means for what is done with a fact read from words (issue of trust, not of truth). */
import type { Mention } from './mention.ts'

/** From here a fact is accepted: of such facts 96 in 100 are right in the development documents. */
const accepted = 0.83
/** From here a fact is kept, marked 待核 until a person confirms it; below it is left out. */
const kept = 0.5

/** A: accepted. B: kept, marked 待核. C: left out. */
export type Tier = 'A' | 'B' | 'C'

/** The tier of a confidence from 0 to 1. */
export const tierOf = (confidence: number): Tier =>
  confidence >= accepted ? 'A' : confidence >= kept ? 'B' : 'C'

/** A name found this surely leaves a fact as sure as it is: known names, legal forms. */
const sureName = 0.85

/** What a doubtful name leaves of the confidence of a fact about it, 0..1. */
export const certaintyOfNames = (...mentions: readonly Pick<Mention, 'confidence'>[]): number =>
  Math.min(1, ...mentions.map(({ confidence }) => confidence / sureName))
