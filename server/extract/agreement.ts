/** Names that both the tagger and a rule find: the rule tells more of them, such as which of the known ones is meant. */
import type { Candidate } from './candidates/candidate.ts'
import { taggedRule } from './candidates/tagged.ts'

const placeOf = ({ start, end, label }: Candidate): string =>
  `${start.toString()} ${end.toString()} ${label ?? ''}`

/** The candidates, where those of rules at the place of a tagged one stand for it, as sure as the surer of the two. */
export const withAgreement = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const rates = new Map(
    candidates.filter(({ rule }) => rule === taggedRule).map((one) => [placeOf(one), one.rate]),
  )
  if (rates.size === 0) return candidates
  const byRule = candidates.filter(({ rule }) => rule !== taggedRule)
  const places = new Set(byRule.map(placeOf))
  return [
    ...byRule.map((one) => ({ ...one, rate: Math.max(one.rate, rates.get(placeOf(one)) ?? 0) })),
    ...candidates.filter((one) => one.rule === taggedRule && !places.has(placeOf(one))),
  ]
}
