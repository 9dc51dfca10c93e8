/** Park and Miller's generator, from 0 to 1: the same numbers at every run. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}
