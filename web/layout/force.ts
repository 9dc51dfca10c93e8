import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { settle } from './settle.ts'
import type { Box, ForceTask, Link, Position } from './task.ts'

const ITERATIONS = 100
/** From this many nodes on, far ones are taken together. */
const BARNES_HUT = 250
/** Where the first ring starts, and over how many rings each is spread. */
const RADIUS = 100
const STAGGER = 3
/** How many times the room of all boxes a drawing takes. */
const LOOSENESS = 2

/** Ids by their distance from the root, those of one kind beside each other: nothing depends on chance. */
function levelsOf({ root, boxes, links }: ForceTask): string[][] {
  const near = new Map<string, string[]>(boxes.map(({ id }) => [id, []]))
  const sectors = new Map(boxes.map(({ id, sector }) => [id, sector]))
  for (const { source, target } of links) {
    near.get(source)?.push(target)
    near.get(target)?.push(source)
  }
  const seen = new Set([root])
  const levels: string[][] = []
  const bySector = (a: string, b: string): number =>
    (sectors.get(a) ?? '') < (sectors.get(b) ?? '') ? -1 : sectors.get(a) === sectors.get(b) ? 0 : 1
  for (let level = near.has(root) ? [root] : []; level.length > 0;) {
    levels.push(level)
    const next = level.flatMap((id) => [...(near.get(id) ?? [])].sort(bySector))
    level = [...new Set(next)].filter((id) => near.has(id) && !seen.has(id))
    for (const id of level) seen.add(id)
  }
  const apart = boxes.map(({ id }) => id).filter((id) => !seen.has(id))
  return apart.length === 0 ? levels : [...levels, apart]
}

function attract(levels: readonly string[][], links: readonly Link[]): Map<string, Position> {
  const graph = new UndirectedGraph()
  for (const [level, ids] of levels.entries()) {
    for (const [index, id] of ids.entries()) {
      const angle = (2 * Math.PI * index) / ids.length
      // Not all on one circle, or nothing would ever leave it.
      const radius = level * RADIUS * (1 + (index % STAGGER) / STAGGER)
      graph.addNode(id, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) })
    }
  }
  for (const { source, target } of links)
    if (source !== target && graph.hasNode(source) && graph.hasNode(target)) graph.mergeEdge(source, target)
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    barnesHutOptimize: graph.order >= BARNES_HUT,
    // Without it the crowd around a hub is pressed into a ball.
    outboundAttractionDistribution: true,
    slowDown: 2,
  }
  const positions = forceAtlas2(graph, { iterations: ITERATIONS, settings })
  return new Map(Object.entries(positions))
}

/**
 * Moves the root into the middle and fills an ellipse of the room's shape with the rest, as large as the boxes need. The
 * direction of each node is kept; its distance is brought half way to an even filling, so that neither a stray node nor
 * an empty ring around a hub makes everything small.
 */
function spread(
  positions: ReadonlyMap<string, Position>,
  { root, boxes, room }: ForceTask,
): Map<string, Position> {
  const middle = positions.get(root) ?? { x: 0, y: 0 }
  const polar = [...positions].map(([id, { x, y }]) => ({
    id,
    distance: Math.hypot(x - middle.x, y - middle.y),
    angle: Math.atan2(y - middle.y, x - middle.x),
  }))
  polar.sort((a, b) => a.distance - b.distance)
  const farthest = Math.max(1, polar.at(-1)?.distance ?? 1)
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0) * LOOSENESS
  const height = Math.sqrt((area * room.height) / room.width)
  const width = area / height
  return new Map(
    polar.map(({ id, distance, angle }, rank) => {
      const even = Math.sqrt(rank / polar.length)
      const radius = (distance / farthest + even) / 2
      return [id, { x: (radius * Math.cos(angle) * width) / 2, y: (radius * Math.sin(angle) * height) / 2 }]
    }),
  )
}

/** What is linked stands together, nothing over anything else: ForceAtlas2, then room for every box. */
export function layoutForce(task: ForceTask): Map<string, Position> {
  const { boxes, links, pinned } = task
  const wishes = spread(attract(levelsOf(task), links), task)
  const distance = ({ id }: Box): number => {
    const { x, y } = wishes.get(id) ?? { x: 0, y: 0 }
    return Math.hypot(x, y)
  }
  return settle(
    [...boxes].sort((a, b) => distance(a) - distance(b)),
    wishes,
    pinned,
  )
}
