import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import { type Crown, crownsOf, leafPlaces } from './crowns.ts'
import { neighborsOf } from './neighbors.ts'
import { settle } from './settle.ts'
import type { ForceTask, Link, Position } from './task.ts'

/** Rounds of attraction, from few nodes to many; more nodes get fewer, so that the time hardly grows with them. */
const MOST_ROUNDS = 100
const FEWEST_ROUNDS = 20
const ROUNDS_OF_NODES = 10_000
/** From this many nodes on, far ones are taken together. */
const BARNES_HUT = 250
/** Where the first ring starts, and over how many rings each is spread. */
const RADIUS = 100
const STAGGER = 3
/** How many times the room of all crowns a drawing takes. */
const LOOSENESS = 1.3
/** A crown is an ellipse: crowns may come nearer to each other than the rectangles around them. */
const CORNERS = 0.85

type Neighbors = ReadonlyMap<string, ReadonlySet<string>>

/** Ids by their distance from the root, those of one kind beside each other: nothing depends on chance. */
function levelsOf(root: string, crowns: readonly Crown[], neighbors: Neighbors): string[][] {
  const sectors = new Map(crowns.map(({ box }) => [box.id, box.sector]))
  const bySector = (a: string, b: string): number =>
    (sectors.get(a) ?? '') < (sectors.get(b) ?? '') ? -1 : sectors.get(a) === sectors.get(b) ? 0 : 1
  const seen = new Set([root])
  const levels: string[][] = []
  for (let level = sectors.has(root) ? [root] : []; level.length > 0;) {
    levels.push(level)
    const next = level.flatMap((id) => [...(neighbors.get(id) ?? [])].sort(bySector))
    level = [...new Set(next)].filter((id) => sectors.has(id) && !seen.has(id))
    for (const id of level) seen.add(id)
  }
  const apart = [...sectors.keys()].filter((id) => !seen.has(id))
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
  const rounds = Math.round(ROUNDS_OF_NODES / Math.max(graph.order, 1))
  const iterations = Math.min(Math.max(rounds, FEWEST_ROUNDS), MOST_ROUNDS)
  const positions = forceAtlas2(graph, { iterations, settings })
  return new Map(Object.entries(positions))
}

/** A crown, and where it wishes to be. */
interface Wish {
  crown: Crown
  position: Position
}

/**
 * Moves the root into the middle and fills an ellipse of the room's shape with the rest, as large as the crowns need. The
 * direction of each is kept; its distance is brought half way to an even filling, so that neither a stray node nor an
 * empty ring around a hub makes everything small. Nearest to the middle first.
 */
function spread(
  positions: ReadonlyMap<string, Position>,
  crowns: readonly Crown[],
  { root, room }: ForceTask,
): Wish[] {
  const middle = positions.get(root) ?? { x: 0, y: 0 }
  const polar = crowns.map((crown) => {
    const { x, y } = positions.get(crown.box.id) ?? middle
    return {
      crown,
      distance: Math.hypot(x - middle.x, y - middle.y),
      angle: Math.atan2(y - middle.y, x - middle.x),
    }
  })
  polar.sort((a, b) => a.distance - b.distance)
  const farthest = Math.max(1, polar.at(-1)?.distance ?? 1)
  const total = crowns.reduce((sum, { area }) => sum + area, 0)
  const height = Math.sqrt((total * LOOSENESS * room.height) / room.width / Math.PI)
  const width = (height * room.width) / room.height
  const inner = Math.sqrt((crowns.find(({ box }) => box.id === root)?.area ?? 0) / total)
  let filled = 0
  return polar.map(({ crown, distance, angle }) => {
    const even = Math.sqrt((filled + crown.area / 2) / total)
    filled += crown.area
    const radius = Math.max(even, inner + ((1 - inner) * (distance / farthest + even)) / 2)
    const isRoot = crown.box.id === root
    const position = { x: width * radius * Math.cos(angle), y: height * radius * Math.sin(angle) }
    return { crown, position: isRoot ? { x: 0, y: 0 } : position }
  })
}

/** What is linked stands together, nothing over anything else: ForceAtlas2 for what holds the graph together, crowns around it. */
export function layoutForce(task: ForceTask): Map<string, Position> {
  const { root, boxes, links, pinned } = task
  const neighbors = neighborsOf(boxes, links)
  const crowns = crownsOf(root, boxes, neighbors, pinned)
  const wishes = spread(attract(levelsOf(root, crowns, neighbors), links), crowns, task)
  const middles = settle(
    wishes.map(({ crown: { box, width, height } }) => ({
      id: box.id,
      width: 2 * width * CORNERS,
      height: 2 * height * CORNERS,
    })),
    new Map(wishes.map(({ crown, position }) => [crown.box.id, position])),
    pinned,
  )
  const hubs = wishes.map(({ crown }) => crown.box)
  const leaves = wishes.flatMap(({ crown }) => crown.leaves)
  const places = wishes.flatMap(({ crown }) => leafPlaces(crown, middles.get(crown.box.id) ?? { x: 0, y: 0 }))
  return settle([...hubs, ...leaves], new Map([...middles, ...places]), pinned)
}
