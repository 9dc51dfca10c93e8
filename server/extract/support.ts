/** Longer names around known ones: 动力电池产业链 around the known 动力电池产业. */
import type { Label } from '../model/model.ts'
import type { Candidate } from './candidates/candidate.ts'

/** Labels whose names grow by describing words; a firm with other words around it is another thing. */
const growing: ReadonlySet<Label | null> = new Set<Label>(['Product', 'Cluster', 'Policy'])

/** A little surer than the known name inside, so that the longer one is kept. */
const rateAround = 0.95

/** The candidates, with those surer that hold a known name of their label. */
export const withSupport = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const known = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    if (candidate.known.length === 0 || !growing.has(candidate.label)) continue
    for (let at = candidate.start; at < candidate.end; at++)
      known.set(at, [...(known.get(at) ?? []), candidate])
  }
  return candidates.map((candidate) => {
    if (!growing.has(candidate.label) || candidate.known.length > 0) return candidate
    const inside = [...(known.get(candidate.start) ?? []), ...(known.get(candidate.end - 1) ?? [])]
    const holds = inside.some(
      ({ label, start, end }) =>
        label === candidate.label &&
        start >= candidate.start &&
        end <= candidate.end &&
        end - start < candidate.end - candidate.start,
    )
    return holds ? { ...candidate, rate: Math.max(candidate.rate, rateAround) } : candidate
  })
}
