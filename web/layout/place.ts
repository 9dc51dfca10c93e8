import type { DrawnNode, Elements } from '../elements.ts'
import { requestLayout } from './client.ts'
import { type Extent, placeNear } from './placement.ts'
import type { LayoutTask, Placed, Position, Room } from './task.ts'

/** What stays free around a drawing that is shown whole. */
const MARGINS = 40
const SMALLEST_ROOM = { width: 320, height: 240 }

/** Where everything stands already, what was put somewhere by hand, and what is in sight. */
export interface Standing {
  placed: ReadonlyMap<string, Placed>
  pinned: ReadonlyMap<string, Position>
  room: Room
  sight: Extent
}

function pinnedBoxes(
  nodes: readonly DrawnNode[],
  pinned: ReadonlyMap<string, Position>,
): Map<string, Placed> {
  const boxes = new Map<string, Placed>()
  for (const { id, width, height } of nodes) {
    const position = pinned.get(id)
    if (position !== undefined) boxes.set(id, { ...position, width, height })
  }
  return boxes
}

function taskOf(
  { layout, root, nodes, edges, isCaptioned }: Elements,
  { pinned, room }: Standing,
): LayoutTask {
  const base = nodes.filter(({ isBase }) => isBase)
  const task = {
    root,
    boxes: base.map(({ id, width, height, ring, sector }) => ({ id, width, height, ring, sector })),
    links: edges.filter(({ isBase }) => isBase).map(({ source, target }) => ({ source, target })),
    room: {
      width: Math.max(room.width - MARGINS, SMALLEST_ROOM.width),
      height: Math.max(room.height - MARGINS, SMALLEST_ROOM.height),
    },
    pinned: pinnedBoxes(base, pinned),
  }
  return layout === 'TIERS' ? { kind: layout, ...task, isCaptioned } : { kind: layout, ...task }
}

/** Places what has no place yet: all of it by a layout if nothing has one, else near what it hangs on. */
export async function placeAll(elements: Elements, standing: Standing): Promise<Map<string, Placed>> {
  const placed = new Map(standing.placed)
  const isNew = placed.size === 0
  if (isNew) {
    const positions = await requestLayout(taskOf(elements, standing))
    for (const { id, width, height } of elements.nodes) {
      const position = positions.get(id)
      if (position !== undefined) placed.set(id, { ...position, width, height })
    }
  }
  const missing = elements.nodes.filter(({ id }) => !placed.has(id))
  for (const [id, place] of placeNear(placed, missing, isNew ? undefined : standing.sight))
    placed.set(id, place)
  return placed
}
