/** Finds names by what has been learned from annotated documents. */
import {
  endMark,
  lastFeatures,
  nextFeatures,
  ownFeatures,
  pairFeaturesOf,
  startMark,
  type Word,
} from './features.ts'
import { latticeOf } from './lattice.ts'
import { probableNames, type ProbableName } from './names.ts'
import { scoresOf, stepsOf, type Weights } from './weights.ts'

/** The names in the words of a sentence that are at least so probable (0..1), overlapping ones too. */
export type Tagger = (words: readonly Word[], least: number) => readonly ProbableName[]

/** How many words' sums are kept; beyond it all are forgotten. */
const mostKept = 20_000

/** The sums of the weights of what one word tells of itself, of the word behind it and of the one before it. */
interface Sums {
  readonly own: Float64Array
  readonly asLast: Float64Array
  readonly asNext: Float64Array
}

/** The tagger that has learned these weights. */
export const taggerWith = (weights: Weights): Tagger => {
  const steps = stepsOf(weights)
  const rowsOf = (names: readonly string[]): Float64Array[] => {
    const rows: Float64Array[] = []
    for (const name of names) {
      const row = weights.features.get(name)
      if (row) rows.push(row)
    }
    return rows
  }
  const sumOf = (names: readonly string[]): Float64Array => scoresOf([rowsOf(names)])
  const kept = new Map<string, Sums>()
  const sumsOf = (word: Word): Sums => {
    const key = `${word.tag} ${word.text}`
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= mostKept) kept.clear()
    const sums = {
      own: sumOf(ownFeatures(word)),
      asLast: sumOf(lastFeatures(word)),
      asNext: sumOf(nextFeatures(word)),
    }
    kept.set(key, sums)
    return sums
  }
  const start = sumsOf(startMark).asLast
  const end = sumsOf(endMark).asNext
  return (words, least) => {
    if (words.length === 0) return []
    const sums = words.map(sumsOf)
    const rows = pairFeaturesOf(words).map((names, index) => {
      const own = rowsOf(names)
      const sum = sums[index]
      if (sum) own.push(sum.own, sums[index - 1]?.asLast ?? start, sums[index + 1]?.asNext ?? end)
      return own
    })
    return probableNames(latticeOf(scoresOf(rows), steps), least)
  }
}
