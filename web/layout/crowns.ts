/** What hangs on one box alone stands around it, as its crown: it needs no forces, only room. */
import { MARGIN } from './settle.ts'
import type { Position, SectorBox } from './task.ts'

/** A box with what stands around it. */
export interface Crown {
  box: SectorBox
  /** Those of one kind beside each other. */
  leaves: readonly SectorBox[]
  /** Half of the ellipse that all of it fills. */
  width: number
  height: number
  area: number
}

/** How many times the room of its boxes a crown takes: boxes do not fill an ellipse without gaps. */
const LOOSENESS = 1.1
/** Boxes are wide and low, and so is what they fill. */
const STRETCH = 1.8
/** Multiples of the golden section, modulo 1, are spread evenly however many there are. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

function roomOf({ width, height }: SectorBox): number {
  return (width + MARGIN) * (height + MARGIN)
}

function crownOf(box: SectorBox, leaves: readonly SectorBox[]): Crown {
  if (leaves.length === 0)
    return { box, leaves, width: box.width / 2, height: box.height / 2, area: roomOf(box) }
  const area = [box, ...leaves].reduce((sum, one) => sum + roomOf(one), 0) * LOOSENESS
  const height = Math.sqrt(area / (Math.PI * STRETCH))
  return { box, leaves, width: height * STRETCH, height, area }
}

/** Every box with those that hang on it alone; the root and what is pinned hang on nothing. */
export function crownsOf(
  root: string,
  boxes: readonly SectorBox[],
  neighbors: ReadonlyMap<string, ReadonlySet<string>>,
  pinned: ReadonlyMap<string, unknown>,
): Crown[] {
  const hubOf = ({ id }: SectorBox): string | undefined => {
    const [hub, ...others] = neighbors.get(id) ?? []
    const isLeaf = hub !== undefined && others.length === 0 && id !== root && !pinned.has(id)
    // Two that only have each other are no hub and leaf.
    return isLeaf && (hub === root || (neighbors.get(hub)?.size ?? 0) > 1) ? hub : undefined
  }
  const leaves = new Map<string, SectorBox[]>()
  const hubs: SectorBox[] = []
  for (const box of boxes) {
    const hub = hubOf(box)
    if (hub === undefined) hubs.push(box)
    else leaves.set(hub, [...(leaves.get(hub) ?? []), box])
  }
  const bySector = (a: SectorBox, b: SectorBox): number =>
    a.sector < b.sector ? -1 : a.sector === b.sector ? 0 : 1
  return hubs.map((hub) => crownOf(hub, (leaves.get(hub.id) ?? []).sort(bySector)))
}

/** Where the leaves of a crown wish to be: each sort in a sector of the ellipse, evenly from the middle to the rim. */
export function leafPlaces(
  { box, leaves, width, height, area }: Crown,
  { x, y }: Position,
): [string, Position][] {
  // The middle is taken by the hub.
  const inner = (roomOf(box) * LOOSENESS) / area
  return leaves.map(({ id }, index) => {
    const angle = (2 * Math.PI * (index + 0.5)) / leaves.length
    const distance = Math.sqrt(inner + (1 - inner) * ((index * GOLDEN) % 1))
    return [id, { x: x + width * distance * Math.cos(angle), y: y + height * distance * Math.sin(angle) }]
  })
}
