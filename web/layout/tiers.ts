import { Graph, layout } from '@dagrejs/dagre'
import { neighborsOf } from './neighbors.ts'
import type { Box, Link, Position, TierTask } from './task.ts'

const ROW_GAP = 10
const COLUMN_GAP = 12
/**
 * Room between tiers, and how much of the scale a further column may cost. Captions need room, and lines without a bend
 * on which the caption would stand beside a box.
 */
const PLAIN = { tierGap: 74, columnCost: 0.985 }
const CAPTIONED = { tierGap: 150, columnCost: 0.88 }
/** Beyond this a drawing is not enlarged, and tiers are not moved apart. */
const LARGEST_SCALE = 1.2
const WIDEST_GAP = 200

interface Tier {
  boxes: Box[]
  rowHeight: number
}

/** Steps along the links, in their direction, from the root. */
function distancesFrom(root: string, links: readonly Link[]): Map<string, number> {
  const onward = new Map<string, string[]>()
  for (const { source, target } of links) onward.set(source, [...(onward.get(source) ?? []), target])
  const found = new Map([[root, 0]])
  for (const [id, distance] of found)
    for (const next of onward.get(id) ?? []) if (!found.has(next)) found.set(next, distance + 1)
  return found
}

/**
 * Ranks and the order within them come from dagre. Its longest-path ranker pulls everything without a way on to the
 * last rank, so a customer of tier 1 who has none of its own would stand among those of tier 2: a way of the missing
 * length to one unseen end keeps it where it belongs.
 */
function rankWithDagre({ root, boxes, links }: TierTask): Tier[] {
  const graph = new Graph()
  graph.setGraph({ rankdir: 'LR', ranker: 'longest-path' })
  graph.setDefaultEdgeLabel(() => ({}))
  for (const { id, width, height } of boxes) graph.setNode(id, { width, height })
  for (const { source, target } of links) if (source !== target) graph.setEdge(source, target)
  const downstream = distancesFrom(root, links)
  const last = Math.max(...downstream.values())
  const end = ' end'
  for (const [id, distance] of downstream) {
    if (distance === last || (graph.outEdges(id) ?? []).length > 0) continue
    graph.setNode(end, { width: 0, height: 0 })
    graph.setEdge(id, end, { minlen: last - distance })
  }
  // The best order is looked for once places are known (see layoutTiers), at a fraction of the time.
  layout(graph, { disableOptimalOrderHeuristic: true })
  const ranks = new Map<number, { box: Box; order: number }[]>()
  for (const box of boxes) {
    const { x, y } = graph.node(box.id)
    const rank = Math.round(x ?? 0)
    ranks.set(rank, [...(ranks.get(rank) ?? []), { box, order: y ?? 0 }])
  }
  return [...ranks]
    .sort(([a], [b]) => a - b)
    .map(([, members]) => {
      const sorted = members.sort((a, b) => a.order - b.order).map(({ box }) => box)
      return {
        boxes: sorted,
        rowHeight: Math.max(...sorted.map(({ height }) => height)) + ROW_GAP,
      }
    })
}

/** The widths of the columns of a tier that has this many rows: its boxes are dealt to them in turn. */
function columnWidths({ boxes }: Tier, rows: number): number[] {
  const widths = Array.from({ length: Math.ceil(boxes.length / rows) }, () => 0)
  for (const [index, { width }] of boxes.entries()) {
    const column = index % widths.length
    widths[column] = Math.max(widths[column] ?? 0, width)
  }
  return widths
}

function tierWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, COLUMN_GAP * (widths.length - 1))
}

/** How long tiers are folded, and how far apart tiers stand. */
interface Plan {
  columns: number[][]
  gap: number
}

/** The folding that lets the whole drawing be seen at the largest scale; width left over goes between the tiers. */
function planColumns(tiers: readonly Tier[], { room, isCaptioned }: TierTask): Plan {
  const { tierGap, columnCost } = isCaptioned ? CAPTIONED : PLAIN
  const longest = Math.max(...tiers.map(({ boxes }) => boxes.length))
  const gaps = tiers.length - 1
  let best: Plan & { score: number } = { columns: [], gap: tierGap, score: 0 }
  for (let rows = longest; rows >= 1; rows--) {
    const columns = tiers.map((tier) => columnWidths(tier, rows))
    const boxes = columns.reduce((sum, widths) => sum + tierWidth(widths), 0)
    const height = Math.max(...tiers.map((tier) => Math.min(rows, tier.boxes.length) * tier.rowHeight))
    const scale = Math.min(room.width / (boxes + tierGap * gaps), room.height / height, LARGEST_SCALE)
    const score = scale * columnCost ** columns.flat().length
    if (score <= best.score) continue
    const spare = gaps === 0 ? 0 : (room.width / scale - boxes) / gaps
    best = { columns, gap: Math.max(tierGap, Math.min(spare, WIDEST_GAP)), score }
  }
  return best
}

/** Heights in the given order, each as near as can be to what it wishes for without touching the one before. */
function spread(wishes: readonly number[], gap: number): number[] {
  const placed: number[] = []
  for (const wish of wishes) placed.push(Math.max(wish, (placed.at(-1) ?? -Infinity) + gap))
  const shift = wishes.reduce((sum, wish, index) => sum + wish - (placed[index] ?? 0), 0) / wishes.length
  return placed.map((y) => y + shift)
}

function placeTier(
  tier: Tier,
  left: number,
  widths: readonly number[],
  wish: (id: string) => number,
): Map<string, Position> {
  const gap = tier.rowHeight / widths.length
  const middle = (tier.boxes.length - 1) / 2
  // In one column everyone stands beside its neighbours; several columns are an even lattice, in which each row stands
  // part of a step lower than the last, so that lines from behind pass between the boxes in front.
  const heights =
    widths.length === 1
      ? spread(
          tier.boxes.map(({ id }) => wish(id)),
          gap,
        )
      : tier.boxes.map((_, index) => (index - middle) * gap)
  const centers = widths.map((width, column) => left + tierWidth(widths.slice(0, column + 1)) - width / 2)
  return new Map(
    tier.boxes.map(({ id }, index): [string, Position] => [
      id,
      { x: centers[index % widths.length] ?? left, y: heights[index] ?? 0 },
    ]),
  )
}

/** A tier in the order of what its boxes are linked with; the order of dagre among equals. */
function sortTier(tier: Tier, wish: (id: string) => number): Tier {
  const wishes = new Map(tier.boxes.map(({ id }) => [id, wish(id)]))
  const boxes = [...tier.boxes].sort((a, b) => (wishes.get(a.id) ?? 0) - (wishes.get(b.id) ?? 0))
  return { ...tier, boxes }
}

/** Tiers from left (upstream) to right (downstream), long ones folded into several columns. */
export function layoutTiers(task: TierTask): Map<string, Position> {
  const tiers = rankWithDagre(task)
  const { columns, gap } = planColumns(tiers, task)
  const middle = tiers.findIndex(({ boxes }) => boxes.some(({ id }) => id === task.root))
  const lefts: number[] = []
  let left = 0
  for (const widths of columns) {
    lefts.push(left)
    left += tierWidth(widths) + gap
  }
  const positions = new Map<string, Position>()
  const neighbors = neighborsOf(task.boxes, task.links)
  const wish = (id: string): number => {
    const heights = [...(neighbors.get(id) ?? [])].flatMap((other) => positions.get(other)?.y ?? [])
    return heights.length === 0 ? 0 : heights.reduce((sum, y) => sum + y, 0) / heights.length
  }
  // From the root's tier outwards, so that each can stand beside what it is linked with.
  const outwards = tiers.map((tier, index) => ({ tier, index }))
  outwards.sort((a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle))
  for (const { tier, index } of outwards)
    for (const [id, position] of placeTier(
      sortTier(tier, wish),
      lefts[index] ?? 0,
      columns[index] ?? [0],
      wish,
    ))
      positions.set(id, position)
  for (const [id, { x, y }] of task.pinned) if (positions.has(id)) positions.set(id, { x, y })
  return positions
}
