/** Logistic regression with a ridge penalty, by Newton's method: which weights make what was seen most likely. */

/** One thing that was seen: its features by name, 0 where not listed, and how it turned out. */
export interface Observation {
  readonly features: ReadonlyMap<string, number>
  readonly right: boolean
}

/** Newton's method is long at its goal by then. */
const rounds = 25

/** Solves a system of linear equations by Gaussian elimination; the matrix is symmetric and positive. */
const solve = (matrix: readonly (readonly number[])[], values: readonly number[]): number[] => {
  const rows = matrix.map((row, index) => [...row, values[index] ?? 0])
  rows.forEach((pivot, step) => {
    for (const row of rows.slice(step + 1)) {
      const factor = (row[step] ?? 0) / (pivot[step] ?? 1)
      if (factor !== 0)
        for (let at = step; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
    }
  })
  const solution: number[] = values.map(() => 0)
  for (let step = rows.length - 1; step >= 0; step--) {
    const row = rows[step] ?? []
    const known = solution.reduce((sum, value, at) => (at > step ? sum + value * (row[at] ?? 0) : sum), 0)
    solution[step] = ((row[values.length] ?? 0) - known) / (row[step] ?? 1)
  }
  return solution
}

const likely = (score: number): number => 1 / (1 + Math.exp(-score))

/**
 * The weight of each feature, in log odds. `penalty` says how strongly the weight of a feature is held to 0: as if so
 * much had been seen against it.
 */
export const fit = (
  observations: readonly Observation[],
  penalty: (feature: string) => number,
): ReadonlyMap<string, number> => {
  const names = [...new Set(observations.flatMap(({ features }) => [...features.keys()]))].sort()
  const index = new Map(names.map((name, at) => [name, at]))
  const seen = observations.map(({ features, right }) => ({
    right: right ? 1 : 0,
    entries: [...features].map(([name, value]) => [index.get(name) ?? 0, value] as const),
  }))
  let weights: readonly number[] = names.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const gradient = names.map((name, at) => -penalty(name) * (weights[at] ?? 0))
    const curvature = names.map((name, at) => names.map((_, other) => (at === other ? penalty(name) : 0)))
    for (const { right, entries } of seen) {
      const expected = likely(entries.reduce((sum, [at, value]) => sum + value * (weights[at] ?? 0), 0))
      const spread = expected * (1 - expected)
      for (const [at, value] of entries) {
        gradient[at] = (gradient[at] ?? 0) + (right - expected) * value
        const row = curvature[at] ?? []
        for (const [other, factor] of entries) row[other] = (row[other] ?? 0) + spread * value * factor
      }
    }
    const step = solve(curvature, gradient)
    weights = weights.map((weight, at) => weight + (step[at] ?? 0))
  }
  return new Map(names.map((name, at) => [name, weights[at] ?? 0]))
}
