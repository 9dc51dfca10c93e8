/** Names that both the tagger and a rule find: the rule tells more of them, such as which of the known ones is meant. */
import type { Candidate } from './candidates/candidate.ts'
import { taggedRule } from './candidates/tagged.ts'

/** Whether two candidates name the same place alike. */
const isSame = (left: Candidate, right: Candidate): boolean =>
  left.start === right.start && left.end === right.end && left.label === right.label

/** The candidates, where those of rules at the place of a tagged one stand for it, as sure as the surer of the two. */
export const withAgreement = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const byStart = new Map<number, Candidate[]>()
  for (const tagged of candidates)
    if (tagged.rule === taggedRule) byStart.set(tagged.start, [...(byStart.get(tagged.start) ?? []), tagged])
  const agreed = new Set<Candidate>()
  const byRule = candidates
    .filter(({ rule }) => rule !== taggedRule)
    .map((candidate) => {
      const same = byStart.get(candidate.start)?.find((tagged) => isSame(tagged, candidate))
      if (same === undefined) return candidate
      agreed.add(same)
      return same.rate > candidate.rate ? { ...candidate, rate: same.rate } : candidate
    })
  return [...byRule, ...candidates.filter((one) => one.rule === taggedRule && !agreed.has(one))]
}
