/** Keeps, of overlapping candidates, those that together explain the text best. */
import type { Candidate } from './candidates/candidate.ts'

/** Below this rate a candidate is worth less than nothing. */
const worthless = 0.3

/** What each name costs, in characters: one long name is worth more than the two it is made of. */
const cost = 0.5

/** A certain long name outweighs the certain short ones inside it; an uncertain one does not. */
const value = ({ start, end, rate }: Candidate): number => (end - start - cost) * (rate - worthless)

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const byEnd = (left: Candidate, right: Candidate): number =>
  left.end - right.end ||
  left.start - right.start ||
  right.rate - left.rate ||
  compare(left.label ?? '', right.label ?? '') ||
  compare(left.rule, right.rule)

/** The last candidate, of those sorted by end before `count`, that ends at or before `start`; -1 for none. */
const lastBefore = (sorted: readonly Candidate[], start: number, count: number): number => {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.end ?? 0) <= start) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The candidates that do not overlap and whose values add up to most (weighted interval scheduling), in order. */
export const selectCandidates = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const sorted = [...candidates].sort(byEnd)
  const best: number[] = [0]
  const taken: boolean[] = []
  const before: number[] = []
  for (const [index, candidate] of sorted.entries()) {
    const previous = lastBefore(sorted, candidate.start, index)
    const sum = (best[previous + 1] ?? 0) + value(candidate)
    const without = best[index] ?? 0
    before.push(previous)
    taken.push(sum > without)
    best.push(Math.max(sum, without))
  }
  const kept: Candidate[] = []
  for (let index = sorted.length - 1; index >= 0;) {
    const candidate = sorted[index]
    if (candidate !== undefined && taken[index] === true) {
      kept.push(candidate)
      index = before[index] ?? -1
    } else index--
  }
  return kept.reverse()
}
