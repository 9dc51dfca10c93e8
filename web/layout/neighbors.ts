import type { Box, Link } from './task.ts'

/** The ids that each box is linked with, itself left out; links to what is no box are passed over. */
export function neighborsOf(boxes: readonly Box[], links: readonly Link[]): Map<string, Set<string>> {
  const neighbors = new Map(boxes.map(({ id }) => [id, new Set<string>()]))
  for (const { source, target } of links) {
    const [one, other] = [neighbors.get(source), neighbors.get(target)]
    if (one === undefined || other === undefined || source === target) continue
    one.add(target)
    other.add(source)
  }
  return neighbors
}
