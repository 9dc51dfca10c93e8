/** How probable each tag of each word of a sentence is: forward–backward over a linear-chain random field. */
import { after, mayClose, mayOpen, tagCount } from './tags.ts'

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

/** A tag that scores so much less than the best one of its word is as good as impossible. */
const hopeless = -25

/** e^score, with the largest of each word as 1. */
const factorsOf = (scores: ByWordAndTag): Float64Array => {
  const factors = new Float64Array(scores.length)
  for (let at = 0; at < scores.length; at += tagCount) {
    let most = -Infinity
    for (let tag = 0; tag < tagCount; tag++) most = Math.max(most, scores[at + tag] ?? 0)
    for (let tag = 0; tag < tagCount; tag++) {
      const behind = (scores[at + tag] ?? 0) - most
      if (behind > hopeless) factors[at + tag] = Math.exp(behind)
    }
  }
  return factors
}

/** Adds up, for each tag of the word at `at`, the ways that lead to it from the word before. */
const arrive = (forward: Float64Array, steps: Float64Array, at: number): void => {
  for (let other = 0; other < tagCount; other++) {
    const value = forward[at - tagCount + other] ?? 0
    if (value === 0) continue
    for (const tag of after[other] ?? [])
      forward[at + tag] = (forward[at + tag] ?? 0) + value * (steps[other * tagCount + tag] ?? 0)
  }
}

/** Scales the tags of the word at `at` so that they add up to 1, and leaves out the negligible ones. */
const normalise = (forward: Float64Array, factors: Float64Array, at: number): void => {
  let sum = 0
  for (let tag = at; tag < at + tagCount; tag++) {
    const value = (forward[tag] ?? 0) * (factors[tag] ?? 0)
    forward[tag] = value
    sum += value
  }
  const scale = 1 / Math.max(sum, tiny)
  for (let tag = at; tag < at + tagCount; tag++) {
    const value = (forward[tag] ?? 0) * scale
    forward[tag] = value < negligible ? 0 : value
    factors[tag] = (factors[tag] ?? 0) * scale
  }
}

/** Lays out a sentence of `scores` by word and tag; `steps` are the factors between tags. */
export const latticeOf = (scores: ByWordAndTag, steps: Float64Array): Lattice => {
  const factors = factorsOf(scores)
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  const last = scores.length - tagCount
  for (let tag = 0; tag < tagCount; tag++) forward[tag] = mayOpen(tag) ? 1 : 0
  for (let at = 0; at <= last; at += tagCount) {
    if (at > 0) arrive(forward, steps, at)
    if (at === last) for (let tag = 0; tag < tagCount; tag++) if (!mayClose(tag)) forward[at + tag] = 0
    normalise(forward, factors, at)
  }
  for (let tag = 0; tag < tagCount; tag++) backward[last + tag] = mayClose(tag) ? 1 : 0
  for (let at = last; at > 0; at -= tagCount)
    for (let other = 0; other < tagCount; other++) {
      const index = at - tagCount + other
      if (forward[index] === 0) continue
      let sum = 0
      for (const tag of after[other] ?? []) {
        const step = steps[other * tagCount + tag] ?? 0
        sum += step * (factors[at + tag] ?? 0) * (backward[at + tag] ?? 0)
      }
      backward[index] = sum
    }
  return { length: scores.length / tagCount, forward, backward, steps, factors }
}

/** The probability, 0..1, of a tag at a word. */
export const probabilityAt = ({ forward, backward }: Lattice, word: number, tag: number): number => {
  const at = word * tagCount + tag
  return (forward[at] ?? 0) * (backward[at] ?? 0)
}
