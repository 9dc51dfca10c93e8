/** Names that several generators find: what tells more of them stands for what tells less, as sure as the surer. */
import type { Candidate } from './candidates/candidate.ts'
import { brandNameRule } from './candidates/brandNames.ts'
import { taggedRule } from './candidates/tagged.ts'

/**
 * What a candidate tells: that words are a name (the tagger), by which rule, or also which name or entity is meant. A
 * firm of the lists is itself: 欣旺达 beside 欣旺达动力科技股份有限公司 is not that firm's short name.
 */
const telling = ({ rule, name, known }: Candidate): number => {
  if (rule === taggedRule) return 0
  return name === '' && known.length === 0 && rule !== brandNameRule ? 1 : 2
}

const placeOf = ({ start, end, label }: Candidate): string =>
  `${start.toString()} ${end.toString()} ${label ?? ''}`

/** The candidates without those at whose place, with the same label, another tells more. */
export const withAgreement = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const byPlace = new Map<string, Candidate[]>()
  for (const candidate of candidates) {
    const place = placeOf(candidate)
    const others = byPlace.get(place)
    if (others === undefined) byPlace.set(place, [candidate])
    else others.push(candidate)
  }
  return [...byPlace.values()].flatMap((same) => {
    const most = Math.max(...same.map(telling))
    const less = Math.max(...same.map((one) => (telling(one) < most ? one.rate : 0)))
    return same
      .filter((one) => telling(one) === most)
      .map((one) => (less > one.rate ? { ...one, rate: less } : one))
  })
}
