/** What a confidence means for what is done with a fact read from words (issue of trust, not of truth). */
import type { Mention } from './mention.ts'

/** A: accepted. B: kept, marked 待核. C: left out. */
export type Tier = 'A' | 'B' | 'C'

/** From where something is accepted, and from where it is kept until a person confirms it; below that it is left out. */
interface Limits {
  readonly accepted: number
  readonly kept: number
}

/** A fact is accepted where 95 in 100 of its kind are right; how well that holds is in docs/evaluation.md. */
const ofFacts: Limits = { accepted: 0.95, kept: 0.25 }
/** A name that a generator proposes this surely needs no confirmation. */
const ofNames: Limits = { accepted: 0.83, kept: 0.5 }

const tierIn = ({ accepted, kept }: Limits, confidence: number): Tier =>
  confidence >= accepted ? 'A' : confidence >= kept ? 'B' : 'C'

/** The tier of a fact by its confidence, 0..1. */
export const tierOf = (confidence: number): Tier => tierIn(ofFacts, confidence)

/** The tier of a name by its confidence, 0..1. */
export const tierOfName = (confidence: number): Tier => tierIn(ofNames, confidence)

/** A name found this surely leaves a fact as sure as it is: known names, legal forms. */
const sureName = 0.85

/** What a doubtful name leaves of the confidence of a fact about it, 0..1. */
export const certaintyOfNames = (...mentions: readonly Pick<Mention, 'confidence'>[]): number =>
  Math.min(1, ...mentions.map(({ confidence }) => confidence / sureName))
