import type { Box, Position } from './tiers.ts'

/** A box that came later, and what it wants to stand near. */
export interface Addition extends Box {
  anchor: string
  side: 'LEFT' | 'RIGHT'
}

export interface Placed extends Position {
  width: number
  height: number
}

const COLUMN = 150
const ROW = 52
const REACH = 14
const MARGIN = 10

function overlap(a: Placed, b: Placed): boolean {
  return (
    Math.abs(a.x - b.x) < (a.width + b.width) / 2 + MARGIN &&
    Math.abs(a.y - b.y) < (a.height + b.height) / 2 + MARGIN
  )
}

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
      found.push({ position: { x, y }, cost: Math.hypot(x, 1.5 * y) + (isRight ? 0 : 4 * COLUMN) })
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
  const result = new Map<string, Placed>()
  for (const { id, width, height, anchor, side } of additions) {
    const origin = everything.get(anchor) ?? { x: 0, y: 0 }
    const taken = [...everything.values()]
    const candidates = SLOTS[side].map(({ x, y }) => ({ x: origin.x + x, y: origin.y + y, width, height }))
    const isFree = (candidate: Placed): boolean => taken.every((other) => !overlap(candidate, other))
    const inSight =
      sight === undefined
        ? undefined
        : candidates.find((candidate) => isInside(candidate, sight) && isFree(candidate))
    const free = inSight ?? candidates.find(isFree)
    // A crowd that fills the whole reach is stacked below everything else.
    const lowest = Math.max(...taken.map((other) => other.y + other.height), 0)
    const place = free ?? { x: origin.x, y: lowest + ROW, width, height }
    everything.set(id, place)
    result.set(id, place)
  }
  return result
}
