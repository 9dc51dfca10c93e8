import { settle } from './settle.ts'
import type { Position, RingedBox, RingTask } from './task.ts'

const GAP = 22
/** Room between one ring and the next. */
const RING_GAP = 70

function bySector(boxes: readonly RingedBox[]): RingedBox[][] {
  const sectors = new Map<string, RingedBox[]>()
  for (const box of boxes) {
    const sector = sectors.get(box.sector)
    if (sector === undefined) sectors.set(box.sector, [box])
    else sector.push(box)
  }
  return [...sectors.values()].sort((a, b) => b.length - a.length)
}

/** The width that the widest ring of a sector needs. */
function widthOf(sector: readonly RingedBox[]): number {
  const widths = new Map<number, number>()
  for (const { ring, width } of sector) widths.set(ring, (widths.get(ring) ?? 0) + width + GAP)
  return Math.max(...widths.values())
}

/**
 * Rings around the root: each sector has a share of the circle as wide as its widest ring needs, and every box of it
 * stands in that share, on its own ring.
 */
export function layoutRings({ root, boxes, room, pinned }: RingTask): Map<string, Position> {
  const middle = boxes.find(({ id }) => id === root)
  const others = boxes.filter(({ id }) => id !== root)
  const sectors = bySector(others)
  const total = sectors.reduce((sum, sector) => sum + widthOf(sector), 0)
  const aspect = Math.min(Math.max(room.width / room.height, 0.6), 2)
  const rings = Math.max(1, ...others.map(({ ring }) => ring))
  const tallest = Math.max(0, ...boxes.map(({ height }) => height))
  // Half of it, because boxes at the sides of the circle stand above each other and need less than their width.
  const outer = Math.max(rings * (tallest + RING_GAP), total / (2 * Math.PI * aspect) / 1.3)
  const wishes = new Map<string, Position>([[root, { x: 0, y: 0 }]])
  let passed = 0
  for (const sector of sectors) {
    const share = widthOf(sector) / total
    for (let ring = 1; ring <= rings; ring++) {
      const members = sector.filter((box) => box.ring === ring)
      const radius = (outer * ring) / rings
      for (const [index, { id }] of members.entries()) {
        const angle = 2 * Math.PI * (passed + (share * (index + 0.5)) / members.length) - Math.PI / 2
        wishes.set(id, { x: aspect * radius * Math.cos(angle), y: radius * Math.sin(angle) })
      }
    }
    passed += share
  }
  const order = [...others].sort((a, b) => a.ring - b.ring)
  return settle(middle === undefined ? order : [middle, ...order], wishes, pinned)
}
