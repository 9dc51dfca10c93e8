/** How probable each tag of each word of a sentence is: forward–backward over a linear-chain random field. */
import { labels } from '../../model/model.ts'
import {
  beginOf,
  endOf,
  groupCount,
  insideOf,
  outside,
  singleOf,
  stepBetween,
  stepWithin,
  tagCount,
} from './tags.ts'

/** Numbers by word and tag: word × tagCount + tag. */
export type ByWordAndTag = Float64Array

export interface Lattice {
  readonly length: number
  /** How probable each tag is as far as the words up to it tell; the tags of a word add up to 1. */
  readonly forward: ByWordAndTag
  /** What the words behind add: forward × backward is the probability of the tag. */
  readonly backward: ByWordAndTag
  /** The factors of going from one tag to the next, by step. */
  readonly steps: Float64Array
  /** The factor of a tag at a word, scaled so that forward adds up. */
  readonly factors: ByWordAndTag
}

/** Smaller than any sum of factors that is no underflow. */
const tiny = 1e-300

/** The tags of a label, and the steps between them. */
const parts = labels.map((_, index) => ({
  group: 1 + index,
  begin: beginOf(index),
  inside: insideOf(index),
  end: endOf(index),
  single: singleOf(index),
  firstToInner: stepWithin(index, false, false),
  firstToLast: stepWithin(index, false, true),
  innerToInner: stepWithin(index, true, false),
  innerToLast: stepWithin(index, true, true),
}))

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

/** Numbers by group. */
export type ByGroup = Float64Array
export const byGroup = (): ByGroup => new Float64Array(groupCount)

/** Fills in, by group, how probable it is that a name of it, or outside, ends with the word at `at`. */
export const fillClosings = (closed: ByGroup, forward: ByWordAndTag, at: number): void => {
  closed[0] = forward[at + outside] ?? 0
  for (const { group, end, single } of parts)
    closed[group] = (forward[at + end] ?? 0) + (forward[at + single] ?? 0)
}

/** Fills in, by group, what a name of it, or outside, that begins with the word at `at` adds to the words before. */
export const fillOpenings = (
  opened: ByGroup,
  { factors, backward }: Pick<Lattice, 'factors' | 'backward'>,
  at: number,
): void => {
  opened[0] = (factors[at + outside] ?? 0) * (backward[at + outside] ?? 0)
  for (const { group, begin, single } of parts)
    opened[group] =
      (factors[at + begin] ?? 0) * (backward[at + begin] ?? 0) +
      (factors[at + single] ?? 0) * (backward[at + single] ?? 0)
}

/** Fills in, by group, the ways that lead from the word before to the beginning of a name of it, or outside. */
const fillWaysInto = (ways: ByGroup, closed: ByGroup, steps: Float64Array): void => {
  ways.fill(0)
  for (let group = 0; group < groupCount; group++) {
    const value = closed[group] ?? 0
    for (let next = 0; next < groupCount; next++)
      ways[next] = (ways[next] ?? 0) + value * (steps[stepBetween(group, next)] ?? 0)
  }
}

/** Fills in, by group, the ways that lead on from the end of a name of it, or outside. */
const fillWaysOutOf = (ways: ByGroup, opened: ByGroup, steps: Float64Array): void => {
  for (let group = 0; group < groupCount; group++) {
    let sum = 0
    for (let next = 0; next < groupCount; next++)
      sum += (steps[stepBetween(group, next)] ?? 0) * (opened[next] ?? 0)
    ways[group] = sum
  }
}

/** Scales the tags of the word at `at` so that they add up to 1. */
const normalise = (forward: ByWordAndTag, factors: ByWordAndTag, at: number): void => {
  let sum = 0
  for (let tag = at; tag < at + tagCount; tag++) sum += forward[tag] ?? 0
  const scale = 1 / Math.max(sum, tiny)
  for (let tag = at; tag < at + tagCount; tag++) {
    forward[tag] = (forward[tag] ?? 0) * scale
    factors[tag] = (factors[tag] ?? 0) * scale
  }
}

/** How probable the tags are as far as the words up to each tell; scales the factors. A sentence begins no name halfway. */
const goForward = (factors: ByWordAndTag, steps: Float64Array): ByWordAndTag => {
  const forward = new Float64Array(factors.length)
  const closed = byGroup()
  const ways = byGroup().fill(1)
  const last = factors.length - tagCount
  for (let at = 0; at <= last; at += tagCount) {
    const before = at - tagCount
    if (at > 0) {
      fillClosings(closed, forward, before)
      fillWaysInto(ways, closed, steps)
    }
    forward[at + outside] = (ways[0] ?? 0) * (factors[at + outside] ?? 0)
    for (const part of parts) {
      const way = ways[part.group] ?? 0
      const first = at === 0 ? 0 : (forward[before + part.begin] ?? 0)
      const inner = at === 0 ? 0 : (forward[before + part.inside] ?? 0)
      forward[at + part.single] = way * (factors[at + part.single] ?? 0)
      forward[at + part.end] =
        (first * (steps[part.firstToLast] ?? 0) + inner * (steps[part.innerToLast] ?? 0)) *
        (factors[at + part.end] ?? 0)
      // Nor does a sentence end one halfway.
      if (at === last) continue
      forward[at + part.begin] = way * (factors[at + part.begin] ?? 0)
      forward[at + part.inside] =
        (first * (steps[part.firstToInner] ?? 0) + inner * (steps[part.innerToInner] ?? 0)) *
        (factors[at + part.inside] ?? 0)
    }
    normalise(forward, factors, at)
  }
  return forward
}

/** What the words behind each word add to its tags. */
const goBackward = (factors: ByWordAndTag, steps: Float64Array): ByWordAndTag => {
  const backward = new Float64Array(factors.length)
  const opened = byGroup()
  const ways = byGroup()
  const last = factors.length - tagCount
  backward[last + outside] = 1
  for (const { end, single } of parts) backward[last + end] = backward[last + single] = 1
  for (let at = last; at > 0; at -= tagCount) {
    const before = at - tagCount
    fillOpenings(opened, { factors, backward }, at)
    fillWaysOutOf(ways, opened, steps)
    backward[before + outside] = ways[0] ?? 0
    for (const part of parts) {
      const inner = (factors[at + part.inside] ?? 0) * (backward[at + part.inside] ?? 0)
      const end = (factors[at + part.end] ?? 0) * (backward[at + part.end] ?? 0)
      backward[before + part.end] = backward[before + part.single] = ways[part.group] ?? 0
      backward[before + part.begin] =
        inner * (steps[part.firstToInner] ?? 0) + end * (steps[part.firstToLast] ?? 0)
      backward[before + part.inside] =
        inner * (steps[part.innerToInner] ?? 0) + end * (steps[part.innerToLast] ?? 0)
    }
  }
  return backward
}

/** Lays out a sentence of `scores` by word and tag; `steps` are the factors of the steps between tags. */
export const latticeOf = (scores: ByWordAndTag, steps: Float64Array): Lattice => {
  const factors = factorsOf(scores)
  const forward = goForward(factors, steps)
  const backward = goBackward(factors, steps)
  return { length: scores.length / tagCount, forward, backward, steps, factors }
}

/** The probability, 0..1, of a tag at a word. */
export const probabilityAt = ({ forward, backward }: Lattice, word: number, tag: number): number => {
  const at = word * tagCount + tag
  return (forward[at] ?? 0) * (backward[at] ?? 0)
}
