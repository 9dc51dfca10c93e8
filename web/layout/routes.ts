import type { Link, Placed, Position } from './task.ts'

/** An edge to draw between boxes; `isBase` where both ends were laid out in tiers. */
export interface RoutedLink extends Link {
  id: string
  isBase: boolean
}

/** How an edge runs: where it leaves and arrives, from the middle of each box, and where it bends on the way. */
export interface Route {
  source: Position
  target: Position
  bends: readonly Position[]
  /** How far to move the caption down, so that those of parallel edges do not cover each other. */
  nudge: number
  /** The side of its only bend that is free of boxes, where the caption goes; null where it stands between two or at none. */
  aside: Side | null
}

export type Side = 'LEFT' | 'RIGHT'

interface Block {
  left: number
  right: number
  boxes: Placed[]
}

/** Columns nearer to each other than this are one tier folded into several. */
const BLOCK_GAP = 30
/** How far outside its tier a line may bend. */
const BEND = 12
const LARGEST_STEP = 14
const CAPTION_STEP = 10
const EDGE_MARGIN = 6

function leftOf({ x, width }: Placed): number {
  return x - width / 2
}

function rightOf({ x, width }: Placed): number {
  return x + width / 2
}

function blocksOf(boxes: Iterable<Placed>): Block[] {
  const blocks: Block[] = []
  for (const box of [...boxes].sort((a, b) => leftOf(a) - leftOf(b))) {
    const last = blocks.at(-1)
    if (last !== undefined && leftOf(box) - last.right < BLOCK_GAP) {
      last.right = Math.max(last.right, rightOf(box))
      last.boxes.push(box)
    } else blocks.push({ left: leftOf(box), right: rightOf(box), boxes: [box] })
  }
  return blocks
}

interface End {
  edge: string
  box: Placed
  side: Side
  other: Placed
}

/** Spreads the edges at one side of a box over its height, in the order of where they come from. */
function spreadEnds(ends: readonly End[]): Map<string, number> {
  const sorted = [...ends].sort((a, b) => a.other.y - b.other.y || (a.edge < b.edge ? -1 : 1))
  const height = (ends[0]?.box.height ?? 0) - 2 * EDGE_MARGIN
  const step = Math.min(LARGEST_STEP, height / Math.max(sorted.length - 1, 1))
  return new Map(sorted.map(({ edge }, index) => [edge, (index - (sorted.length - 1) / 2) * step]))
}

function groupEnds(ends: ReadonlyMap<string, readonly End[]>): Map<string, Map<string, number>> {
  return new Map([...ends].map(([key, group]) => [key, spreadEnds(group)]))
}

/** Whether some of its boxes stand beside each other. */
function isFolded({ boxes }: Block): boolean {
  return Math.max(...boxes.map(leftOf)) > Math.min(...boxes.map(rightOf))
}

/** Where a line leaves a folded tier, or null in a tier of one column. */
function bendBeside(box: Placed, side: Side, offset: number, blocks: readonly Block[]): Position | null {
  const block = blocks.find(({ left, right }) => box.x > left && box.x < right)
  if (block === undefined || !isFolded(block)) return null
  const x = side === 'RIGHT' ? block.right + BEND : block.left - BEND
  return { x, y: box.y + offset }
}

/** Parallel edges leave a box in the order of their ids (see spreadEnds); so do their captions stand. */
function nudgesOf(links: readonly RoutedLink[]): Map<string, number> {
  const bundles = new Map<string, string[]>()
  for (const { id, source, target } of links) {
    const key = [source, target].sort().join(' ')
    bundles.set(key, [...(bundles.get(key) ?? []), id])
  }
  return new Map(
    [...bundles.values()].flatMap((ids) =>
      ids.sort().map((id, index): [string, number] => [id, (index - (ids.length - 1) / 2) * CAPTION_STEP]),
    ),
  )
}

/**
 * Lets edges between tiers run level through their own tier, between the boxes that stand before them, and only then
 * turn to the other end. Edges of what was added later are left to Cytoscape's curves.
 */
export function routeEdges(
  links: readonly RoutedLink[],
  placed: ReadonlyMap<string, Placed>,
  inTiers: ReadonlySet<string>,
): Map<string, Route> {
  const blocks = blocksOf([...placed].filter(([id]) => inTiers.has(id)).map(([, box]) => box))
  const ends = new Map<string, End[]>()
  const attach = (id: string, end: End): string => {
    const key = `${end.side} ${id}`
    ends.set(key, [...(ends.get(key) ?? []), end])
    return key
  }
  const routed = links.flatMap(({ id, source, target, isBase }) => {
    const from = placed.get(source)
    const to = placed.get(target)
    if (!isBase || from === undefined || to === undefined) return []
    const isForward = to.x > from.x
    const gap = Math.abs(to.x - from.x) - (to.width + from.width) / 2
    if (gap < BLOCK_GAP) return []
    const out: Side = isForward ? 'RIGHT' : 'LEFT'
    const into: Side = isForward ? 'LEFT' : 'RIGHT'
    const outKey = attach(source, { edge: id, box: from, side: out, other: to })
    const inKey = attach(target, { edge: id, box: to, side: into, other: from })
    return [{ id, from, to, out, into, outKey, inKey }]
  })
  const offsets = groupEnds(ends)
  const nudges = nudgesOf(links)
  return new Map(
    routed.map(({ id, from, to, out, into, outKey, inKey }): [string, Route] => {
      const leave = offsets.get(outKey)?.get(id) ?? 0
      const arrive = offsets.get(inKey)?.get(id) ?? 0
      const first = bendBeside(from, out, leave, blocks)
      const last = bendBeside(to, into, arrive, blocks)
      return [
        id,
        {
          source: { x: (out === 'RIGHT' ? from.width : -from.width) / 2, y: leave },
          target: { x: (into === 'RIGHT' ? to.width : -to.width) / 2, y: arrive },
          bends: [first, last].filter((bend) => bend !== null),
          nudge: nudges.get(id) ?? 0,
          aside: (first === null) === (last === null) ? null : last === null ? out : into,
        },
      ]
    }),
  )
}
