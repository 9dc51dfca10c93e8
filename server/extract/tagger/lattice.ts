/** How probable each tag of each word of a sentence is: forward–backward over a linear-chain random field. */
import { mayClose, mayOpen, outside, tagCount } from './tags.ts'

/** Numbers by word and tag: word × tagCount + tag. */
export type ByWordAndTag = Float64Array

export interface Lattice {
  readonly length: number
  /** How probable each tag is as far as the words up to it tell; the tags of a word add up to 1. */
  readonly forward: ByWordAndTag
  /** What the words behind add: forward × backward is the probability of the tag. */
  readonly backward: ByWordAndTag
  /** The factor of going from one tag to the next: the tag before × tagCount + the tag. */
  readonly steps: Float64Array
  /** The factor of a tag at a word, scaled so that forward adds up. */
  readonly factors: ByWordAndTag
}

/** Smaller than any sum of factors that is no underflow. */
const tiny = 1e-300
/** Ways less probable than this are not followed. */
const negligible = 1e-9
/** A tag whose score is so far behind the best of its word is left out: it is a hundred thousand times less probable. */
const hopeless = -12

/** The tags of each word that are not left out, and the factor of each tag: e^score, the largest of each word as 1. */
interface Weighed {
  readonly factors: ByWordAndTag
  /** By word, the tags first that are left, then zeros. */
  readonly live: Uint8Array
  /** By word, how many are left. */
  readonly counts: Uint8Array
}

const weigh = (scores: ByWordAndTag): Weighed => {
  const factors = new Float64Array(scores.length)
  const live = new Uint8Array(scores.length)
  const counts = new Uint8Array(scores.length / tagCount)
  for (let at = 0, word = 0; at < scores.length; at += tagCount, word++) {
    let most = -Infinity
    for (let tag = 0; tag < tagCount; tag++) most = Math.max(most, scores[at + tag] ?? 0)
    let count = 0
    for (let tag = 0; tag < tagCount; tag++) {
      const behind = (scores[at + tag] ?? 0) - most
      // The way outside of all names stays open, so that there is always one.
      if (behind < hopeless && tag !== outside) continue
      factors[at + tag] = Math.exp(behind)
      live[at + count++] = tag
    }
    counts[word] = count
  }
  return { factors, live, counts }
}

/** Fills in how probable each tag is as far as the words up to it tell, and scales the factors so that it adds up to 1. */
const goForward = (forward: Float64Array, { factors, live, counts }: Weighed, steps: Float64Array): void => {
  for (let word = 0; word < counts.length; word++) {
    const at = word * tagCount
    const before = at - tagCount
    let sum = 0
    for (let index = 0; index < (counts[word] ?? 0); index++) {
      const tag = live[at + index] ?? 0
      if (word === counts.length - 1 && !mayClose(tag)) continue
      let ways = word === 0 && mayOpen(tag) ? 1 : 0
      for (let other = 0; word > 0 && other < (counts[word - 1] ?? 0); other++) {
        const from = live[before + other] ?? 0
        ways += (forward[before + from] ?? 0) * (steps[from * tagCount + tag] ?? 0)
      }
      const value = ways * (factors[at + tag] ?? 0)
      forward[at + tag] = value
      sum += value
    }
    const scale = 1 / Math.max(sum, tiny)
    for (let tag = at; tag < at + tagCount; tag++) {
      const value = (forward[tag] ?? 0) * scale
      forward[tag] = value < negligible ? 0 : value
      factors[tag] = (factors[tag] ?? 0) * scale
    }
  }
}

/** Fills in what the words behind add to each tag. */
const goBackward = (
  { forward, backward, steps }: Pick<Lattice, 'forward' | 'backward' | 'steps'>,
  { factors, live, counts }: Weighed,
): void => {
  const last = backward.length - tagCount
  for (let tag = 0; tag < tagCount; tag++) backward[last + tag] = mayClose(tag) ? 1 : 0
  for (let word = counts.length - 1; word > 0; word--) {
    const at = word * tagCount
    for (let other = 0; other < (counts[word - 1] ?? 0); other++) {
      const from = live[at - tagCount + other] ?? 0
      if (forward[at - tagCount + from] === 0) continue
      let sum = 0
      for (let index = 0; index < (counts[word] ?? 0); index++) {
        const tag = live[at + index] ?? 0
        const step = steps[from * tagCount + tag] ?? 0
        sum += step * (factors[at + tag] ?? 0) * (backward[at + tag] ?? 0)
      }
      backward[at - tagCount + from] = sum
    }
  }
}

/** Lays out a sentence of `scores` by word and tag; `steps` are the factors between tags, 0 for those that may not follow. */
export const latticeOf = (scores: ByWordAndTag, steps: Float64Array): Lattice => {
  const weighed = weigh(scores)
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  goForward(forward, weighed, steps)
  goBackward({ forward, backward, steps }, weighed)
  return { length: scores.length / tagCount, forward, backward, steps, factors: weighed.factors }
}

/** The probability, 0..1, of a tag at a word. */
export const probabilityAt = ({ forward, backward }: Lattice, word: number, tag: number): number => {
  const at = word * tagCount + tag
  return (forward[at] ?? 0) * (backward[at] ?? 0)
}
