import { Occupancy } from './occupancy.ts'
import type { Box, Placed, Position } from './task.ts'

const MARGIN = 12
/** Directions tried around a wish, how much wider every round of them is, and how much that grows from round to round. */
const DIRECTIONS = 16
const STEP = 12
const GROWTH = 1.08
/** Boxes are wide and low: a round is an ellipse. */
const STRETCH = 1.8

function* around({ x, y }: Position): Generator<Position> {
  yield { x, y }
  for (let radius = STEP; ; radius = radius * GROWTH + STEP)
    for (let turn = 0; turn < DIRECTIONS; turn++) {
      const angle = (2 * Math.PI * turn) / DIRECTIONS
      yield { x: x + STRETCH * radius * Math.cos(angle), y: y + radius * Math.sin(angle) }
    }
}

/** Puts each box as near to where it wishes to be as there is room, in the given order; pinned ones stay where they are. */
export function settle(
  boxes: readonly Box[],
  wishes: ReadonlyMap<string, Position>,
  pinned: ReadonlyMap<string, Placed>,
): Map<string, Position> {
  const occupancy = new Occupancy(MARGIN)
  const places = new Map<string, Position>()
  for (const { id } of boxes) {
    const pin = pinned.get(id)
    if (pin === undefined) continue
    occupancy.add(pin)
    places.set(id, { x: pin.x, y: pin.y })
  }
  for (const { id, width, height } of boxes) {
    if (places.has(id)) continue
    for (const position of around(wishes.get(id) ?? { x: 0, y: 0 })) {
      const place = { ...position, width, height }
      if (!occupancy.isFree(place)) continue
      occupancy.add(place)
      places.set(id, position)
      break
    }
  }
  return places
}
