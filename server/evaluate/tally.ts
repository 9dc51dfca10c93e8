/** Counts of right, found and stated things, and what follows from them. */

export interface Tally {
  /** Found and stated. */
  readonly right: number
  readonly found: number
  readonly stated: number
}

export const nothing: Tally = { right: 0, found: 0, stated: 0 }

export const sum = (tallies: Iterable<Tally>): Tally => {
  let total = nothing
  for (const { right, found, stated } of tallies)
    total = { right: total.right + right, found: total.found + found, stated: total.stated + stated }
  return total
}

/** The share of what was found that is right, 0..1; null where nothing was found. */
export const precision = ({ right, found }: Tally): number | null => (found === 0 ? null : right / found)

/** The share of what is stated that was found, 0..1; null where nothing is stated. */
export const recall = ({ right, stated }: Tally): number | null => (stated === 0 ? null : right / stated)

/** The harmonic mean of precision and recall, 0..1; null where there was nothing to find and nothing was found. */
export const f1 = ({ right, found, stated }: Tally): number | null =>
  found + stated === 0 ? null : (2 * right) / (found + stated)

/** The tallies of several documents, added up key by key. */
export const sumByKey = <Key>(maps: Iterable<ReadonlyMap<Key, Tally>>): Map<Key, Tally> => {
  const total = new Map<Key, Tally>()
  for (const map of maps)
    for (const [key, tally] of map) total.set(key, sum([total.get(key) ?? nothing, tally]))
  return total
}

/** How many of two sets of keys are the same. */
export const tallyOf = (found: ReadonlySet<string>, stated: ReadonlySet<string>): Tally => ({
  right: [...found].filter((key) => stated.has(key)).length,
  found: found.size,
  stated: stated.size,
})
