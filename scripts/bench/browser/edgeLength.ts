/** How good a layout is, whatever its scale. */
import type { Link, Position } from '../../../web/layout/task.ts'

const distance = (a: Position, b: Position): number => Math.hypot(a.x - b.x, a.y - b.y)

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

/** The mean length of an edge over the mean distance of any two nodes; 0 where nothing is placed. */
export const edgeLengthRatio = (links: readonly Link[], places: ReadonlyMap<string, Position>): number => {
  const lengths = links.flatMap(({ source, target }) => {
    const [from, to] = [places.get(source), places.get(target)]
    return from === undefined || to === undefined ? [] : [distance(from, to)]
  })
  const all = [...places.values()]
  const apart = all.flatMap((one, index) => all.slice(index + 1).map((other) => distance(one, other)))
  return lengths.length === 0 ? 0 : mean(lengths) / mean(apart)
}
