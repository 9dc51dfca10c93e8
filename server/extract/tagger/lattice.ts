/** How probable each tag of each word of a sentence is: forward–backward over a linear-chain random field. */
import { before, mayClose, mayOpen, tagCount } from './tags.ts'

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

const tags = Array.from({ length: tagCount }, (_, tag) => tag)

/** e^score, with the largest of each word as 1. */
const factorsOf = (scores: ByWordAndTag): Float64Array => {
  const factors = new Float64Array(scores.length)
  for (let at = 0; at < scores.length; at += tagCount) {
    let most = -Infinity
    for (let tag = 0; tag < tagCount; tag++) most = Math.max(most, scores[at + tag] ?? 0)
    for (let tag = 0; tag < tagCount; tag++) factors[at + tag] = Math.exp((scores[at + tag] ?? 0) - most)
  }
  return factors
}

const reached = (forward: Float64Array, steps: Float64Array, at: number, tag: number): number => {
  let sum = 0
  for (const other of before[tag] ?? [])
    sum += (forward[at - tagCount + other] ?? 0) * (steps[other * tagCount + tag] ?? 0)
  return sum
}

/** Lays out a sentence of `scores` by word and tag; `steps` are the factors between tags. */
export const latticeOf = (scores: ByWordAndTag, steps: Float64Array): Lattice => {
  const factors = factorsOf(scores)
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  const last = scores.length - tagCount
  for (let at = 0; at <= last; at += tagCount) {
    let sum = 0
    for (const tag of tags) {
      const isOpen = at < last || mayClose(tag)
      const come = at > 0 ? reached(forward, steps, at, tag) : mayOpen(tag) ? 1 : 0
      const value = isOpen ? come * (factors[at + tag] ?? 0) : 0
      forward[at + tag] = value
      sum += value
    }
    const scale = 1 / Math.max(sum, tiny)
    for (const tag of tags) {
      forward[at + tag] = (forward[at + tag] ?? 0) * scale
      factors[at + tag] = (factors[at + tag] ?? 0) * scale
    }
  }
  for (const tag of tags) backward[last + tag] = mayClose(tag) ? 1 : 0
  for (let at = last; at > 0; at -= tagCount)
    for (const tag of tags) {
      const value = (backward[at + tag] ?? 0) * (factors[at + tag] ?? 0)
      if (value === 0) continue
      for (const other of before[tag] ?? []) {
        const index = at - tagCount + other
        backward[index] = (backward[index] ?? 0) + value * (steps[other * tagCount + tag] ?? 0)
      }
    }
  return { length: scores.length / tagCount, forward, backward, steps, factors }
}

/** The probability, 0..1, of a tag at a word. */
export const probabilityAt = ({ forward, backward }: Lattice, word: number, tag: number): number => {
  const at = word * tagCount + tag
  return (forward[at] ?? 0) * (backward[at] ?? 0)
}
