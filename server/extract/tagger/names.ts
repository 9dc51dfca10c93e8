/** The names a sentence probably holds, and how probable each is. */
import { labels, type Label } from '../../model/model.ts'
import { type Lattice, probabilityAt } from './lattice.ts'
import { beginOf, endOf, insideOf, outside, singleOf, stepWithin, tagCount } from './tags.ts'

/** A run of words that may be a name. */
export interface ProbableName {
  /** The number of its first word in the sentence, and of its last. */
  readonly first: number
  readonly last: number
  readonly label: Label
  /** 0..1 */
  readonly probability: number
}

/** Names of more words are not looked for. */
export const mostWords = 16
/** How far sums of probabilities may be off. */
const rounding = 1e-6

/** Adds the names of several words that begin at a word. */
const addLonger = (
  names: ProbableName[],
  lattice: Lattice,
  { first, index, least }: { first: number; index: number; least: number },
): void => {
  const { forward, backward, steps, factors, length } = lattice
  const label = labels[index]
  if (label === undefined) return
  const inside = insideOf(index)
  const end = endOf(index)
  let tag = beginOf(index)
  let path = forward[first * tagCount + tag] ?? 0
  const stop = Math.min(length, first + mostWords)
  for (let last = first + 1; last < stop; last++) {
    const at = last * tagCount
    if (path * (backward[at - tagCount + tag] ?? 0) < least) return
    const isInner = tag === inside
    const ends = (steps[stepWithin(index, isInner, true)] ?? 0) * (factors[at + end] ?? 0)
    const probability = path * ends * (backward[at + end] ?? 0)
    if (probability >= least) names.push({ first, last, label, probability })
    path *= (steps[stepWithin(index, isInner, false)] ?? 0) * (factors[at + inside] ?? 0)
    tag = inside
  }
}

/** Every name that is at least so probable, overlapping ones too, by label and first word. */
export const probableNames = (lattice: Lattice, least: number): readonly ProbableName[] => {
  const names: ProbableName[] = []
  // Most words are surely outside of every name: no label need be asked for them.
  const firsts: number[] = []
  for (let word = 0; word < lattice.length; word++)
    if (1 - probabilityAt(lattice, word, outside) >= least - rounding) firsts.push(word)
  for (const [index, label] of labels.entries())
    for (const first of firsts) {
      const probability = probabilityAt(lattice, first, singleOf(index))
      if (probability >= least) names.push({ first, last: first, label, probability })
      if (probabilityAt(lattice, first, beginOf(index)) >= least)
        addLonger(names, lattice, { first, index, least })
    }
  return names
}
