import { Occupancy } from './occupancy.ts'
import type { Box, Placed, Position } from './task.ts'

/** What stays free between boxes. */
export const MARGIN = 12
/** Directions tried around a wish, how much wider every round of them is, and how much that grows from round to round. */
const DIRECTIONS = 16
const STEP = 12
const GROWTH = 1.08
/** Boxes are wide and low: a round is an ellipse. */
const STRETCH = 1.8

const TURNS = Array.from({ length: DIRECTIONS }, (_, turn) => {
  const angle = (2 * Math.PI * turn) / DIRECTIONS
  return { x: STRETCH * Math.cos(angle), y: Math.sin(angle) }
})

/** The place nearest to a wish that is free, as far as the directions tried say. */
function findRoom(occupancy: Occupancy, { x, y }: Position, { width, height }: Box): Placed {
  const place = { x, y, width, height }
  if (occupancy.isFree(place)) return place
  for (let radius = STEP; ; radius = radius * GROWTH + STEP)
    for (const turn of TURNS) {
      place.x = x + radius * turn.x
      place.y = y + radius * turn.y
      if (occupancy.isFree(place)) return place
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
  for (const box of boxes) {
    if (places.has(box.id)) continue
    const place = findRoom(occupancy, wishes.get(box.id) ?? { x: 0, y: 0 }, box)
    occupancy.add(place)
    places.set(box.id, { x: place.x, y: place.y })
  }
  return places
}
