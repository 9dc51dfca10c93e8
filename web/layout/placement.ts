import { Occupancy } from './occupancy.ts'
import type { Box, Placed, Position } from './task.ts'

/** A box that came later, and what it wants to stand near. */
export interface Addition extends Box {
  anchor: string
  side: 'LEFT' | 'RIGHT'
}

const COLUMN = 150
const ROW = 52
const REACH = 20
const MARGIN = 10
/** How much farther away a place on the wrong side seems. */
const WRONG_SIDE = 12 * COLUMN

/** What is in sight, in the drawing's own measure. */
export interface Extent {
  x1: number
  y1: number
  x2: number
  y2: number
}

function isInside({ x, y, width, height }: Placed, { x1, y1, x2, y2 }: Extent): boolean {
  return x - width / 2 >= x1 && x + width / 2 <= x2 && y - height / 2 >= y1 && y + height / 2 <= y2
}

/** Places around the origin, nearest first; the wrong side only after the nearest columns of the right one. */
function slots(side: Addition['side']): Position[] {
  const found: { position: Position; cost: number }[] = []
  for (let column = -REACH; column <= REACH; column++) {
    for (let row = -REACH; row <= REACH; row++) {
      const isRight = side === 'RIGHT' ? column > 0 : column < 0
      const x = column * COLUMN
      const y = row * ROW
      found.push({ position: { x, y }, cost: Math.hypot(x, 1.5 * y) + (isRight ? 0 : WRONG_SIDE) })
    }
  }
  return found.sort((a, b) => a.cost - b.cost).map(({ position }) => position)
}

const SLOTS = { LEFT: slots('LEFT'), RIGHT: slots('RIGHT') }

/** Finds a free place near its anchor for each addition, in sight if there is one; nothing that is placed moves. */
export function placeNear(
  placed: ReadonlyMap<string, Placed>,
  additions: readonly Addition[],
  sight?: Extent,
): Map<string, Placed> {
  const everything = new Map(placed)
  const occupancy = new Occupancy(MARGIN)
  for (const place of placed.values()) occupancy.add(place)
  // What was given away is not looked at again: a crowd around one hub would look at it over and over.
  const free = new Map<string, Position[]>()
  let lowest = Math.max(0, ...[...placed.values()].map((other) => other.y + other.height))
  const result = new Map<string, Placed>()
  for (const { id, width, height, anchor, side } of additions) {
    const origin = everything.get(anchor) ?? { x: 0, y: 0 }
    const slots = free.get(`${side} ${anchor}`) ?? [...SLOTS[side]]
    free.set(`${side} ${anchor}`, slots)
    const placeAt = ({ x, y }: Position): Placed => ({ x: origin.x + x, y: origin.y + y, width, height })
    const isFree = (slot: Position): boolean => occupancy.isFree(placeAt(slot))
    const isInSight = (slot: Position): boolean => sight !== undefined && isInside(placeAt(slot), sight)
    const seen = slots.findIndex((slot) => isInSight(slot) && isFree(slot))
    const index = seen >= 0 ? seen : slots.findIndex(isFree)
    const [slot] = index < 0 ? [] : slots.splice(index, 1)
    // A crowd that fills the whole reach is stacked below everything else.
    const place = slot === undefined ? { x: origin.x, y: lowest + ROW, width, height } : placeAt(slot)
    lowest = Math.max(lowest, place.y + height)
    occupancy.add(place)
    everything.set(id, place)
    result.set(id, place)
  }
  return result
}
