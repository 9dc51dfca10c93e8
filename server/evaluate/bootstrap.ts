/** Intervals for figures measured on few documents. */

/** A small generator of numbers in 0..1, the same for the same seed (mulberry32). */
const generator = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const rounds = 1000
const seed = 20_240_601

/**
 * The middle 95 % of a figure when whole documents are drawn again and again with replacement (percentile bootstrap);
 * null where the figure never has a value.
 */
export const interval = <Document>(
  documents: readonly Document[],
  figure: (drawn: readonly Document[]) => number | null,
): readonly [number, number] | null => {
  const random = generator(seed)
  const values: number[] = []
  for (let round = 0; round < rounds; round++) {
    const drawn = documents.flatMap(() => documents.at(Math.floor(random() * documents.length)) ?? [])
    const value = figure(drawn)
    if (value !== null) values.push(value)
  }
  values.sort((left, right) => left - right)
  const low = values[Math.floor(values.length * 0.025)]
  const high = values[Math.ceil(values.length * 0.975) - 1]
  return low === undefined || high === undefined ? null : [low, high]
}
