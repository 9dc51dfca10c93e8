/** Finds names by what has been learned from annotated documents. */
import { featuresOf, type Word } from './features.ts'
import { latticeOf } from './lattice.ts'
import { probableNames, type ProbableName } from './names.ts'
import { scoresOf, stepsOf, type Weights } from './weights.ts'

/** The names in the words of a sentence that are at least so probable (0..1), overlapping ones too. */
export type Tagger = (words: readonly Word[], least: number) => readonly ProbableName[]

/** The tagger that has learned these weights. */
export const taggerWith = (weights: Weights): Tagger => {
  const steps = stepsOf(weights)
  const rowsOf = (names: readonly string[]): readonly Float64Array[] => {
    const rows: Float64Array[] = []
    for (const name of names) {
      const row = weights.features.get(name)
      if (row) rows.push(row)
    }
    return rows
  }
  return (words, least) =>
    words.length === 0 ? [] : probableNames(latticeOf(scoresOf(featuresOf(words).map(rowsOf)), steps), least)
}
