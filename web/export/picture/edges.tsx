/** Lines of the exported picture: dashes say the stage, as on the page. */
import type { Stage } from '../../answers.ts'
import type { DrawnEdge } from '../../elements.ts'
import type { Position } from '../../layout/task.ts'
import { changeColor, DASHES, lineColor } from '../../stylesheet.ts'
import type { Drawn } from '../drawn.ts'
import { edgeOf, pullOf, shorten } from './geometry.ts'
import { INK, pair, SCHEME, SMALL_FONT, textWidth } from './paint.ts'
import type { Node } from './nodes.tsx'

const ARROW = { length: 9, width: 7 }
/** How far parallel edges stand apart, as on the page. */
const STEP = 26
/** How round the bends are. */
const BEND = 14

/** How an edge runs. */
export interface Line {
  edge: DrawnEdge
  /** From the outline of one node to that of the other. */
  points: readonly Position[]
  /** What a single curve is pulled to. */
  pull: Position | null
  nudge: number
}

/** How far each of several edges between the same two nodes bends; a single one is straight. */
function bendsOf(edges: readonly DrawnEdge[]): Map<string, number> {
  const bundles = new Map<string, DrawnEdge[]>()
  for (const edge of edges) {
    const key = [edge.source, edge.target].sort().join(' ')
    bundles.set(key, [...(bundles.get(key) ?? []), edge])
  }
  return new Map(
    [...bundles.values()].flatMap((bundle) =>
      bundle.map(({ id, source, target }, index): [string, number] => {
        const distance = (index - (bundle.length - 1) / 2) * STEP
        return [id, source < target ? distance : -distance]
      }),
    ),
  )
}

/** The edges between nodes that are shown. */
export function linesOf({ elements, routes }: Drawn, nodes: ReadonlyMap<string, Node>): Line[] {
  const edges = elements.edges.filter(
    ({ source, target, isHidden }) => !isHidden && nodes.has(source) && nodes.has(target),
  )
  const bends = bendsOf(edges)
  return edges.flatMap((edge): Line[] => {
    const source = nodes.get(edge.source)
    const target = nodes.get(edge.target)
    if (source === undefined || target === undefined) return []
    const route = routes.get(edge.id)
    if (route !== undefined) {
      const start = { x: source.box.x + route.source.x, y: source.box.y + route.source.y }
      const end = { x: target.box.x + route.target.x, y: target.box.y + route.target.y }
      return [{ edge, points: [start, ...route.bends, end], pull: null, nudge: route.nudge }]
    }
    const pull = pullOf(source.box, target.box, bends.get(edge.id) ?? 0)
    const start = edgeOf(source.label, source.box, pull ?? target.box)
    const end = edgeOf(target.label, target.box, pull ?? source.box)
    return [{ edge, points: [start, end], pull, nudge: 0 }]
  })
}

function pathOf({ points, pull }: Line, end: Position): string {
  const [start, ...rest] = points
  if (start === undefined) return ''
  if (pull !== null) return `M${pair(start)} Q${pair(pull)} ${pair(end)}`
  const bends = rest.slice(0, -1).map((bend, index) => {
    const before = points[index] ?? start
    const after = rest[index + 1] ?? end
    return `L${pair(shorten(before, bend, BEND))} Q${pair(bend)} ${pair(shorten(after, bend, BEND))}`
  })
  return [`M${pair(start)}`, ...bends, `L${pair(end)}`].join(' ')
}

function Arrow({
  from,
  at,
  color,
  isHollow,
}: {
  from: Position
  at: Position
  color: string
  isHollow: boolean
}) {
  const length = Math.hypot(at.x - from.x, at.y - from.y) || 1
  const [ux, uy] = [(at.x - from.x) / length, (at.y - from.y) / length]
  const back = { x: at.x - ux * ARROW.length, y: at.y - uy * ARROW.length }
  const [wx, wy] = [(-uy * ARROW.width) / 2, (ux * ARROW.width) / 2]
  const corners = [at, { x: back.x + wx, y: back.y + wy }, { x: back.x - wx, y: back.y - wy }]
  return (
    <polygon
      points={corners.map(pair).join(' ')}
      fill={isHollow ? INK.paper : color}
      stroke={color}
      strokeWidth={1}
    />
  )
}

/** The dashes of a stage; none for a solid line. */
export function dashesOf(stage: Stage): string | undefined {
  return DASHES[stage].length === 0 ? undefined : DASHES[stage].join(' ')
}

function colorOf({ change, isOnPath, stage }: DrawnEdge): string {
  if (isOnPath) return INK.accent
  return change === null || change === 'SAME' ? lineColor(stage, SCHEME) : changeColor(change, SCHEME)
}

function widthOf({ isOnPath, sourceCount }: DrawnEdge): number {
  return isOnPath ? 3.5 : 1.3 + 0.5 * Math.min(sourceCount - 1, 4)
}

/** An edge with its arrow; an open one waits for confirmation. */
export function EdgeLine({ line }: { line: Line }) {
  const { edge, points, pull } = line
  const end = points.at(-1)
  const before = pull ?? points.at(-2)
  if (end === undefined || before === undefined) return null
  const color = colorOf(edge)
  const hasArrow = edge.type !== 'COOPERATES_WITH'
  return (
    <g opacity={edge.isPending ? 0.65 : edge.change === 'SAME' ? 0.45 : 1}>
      <path
        d={pathOf(line, hasArrow ? shorten(before, end, ARROW.length) : end)}
        fill="none"
        stroke={color}
        strokeWidth={widthOf(edge)}
        strokeLinejoin="round"
        strokeDasharray={dashesOf(edge.stage)}
      />
      {hasArrow && <Arrow from={before} at={end} color={color} isHollow={edge.isPending} />}
    </g>
  )
}

/** The caption in the middle of an edge. */
export function EdgeCaption({ line: { edge, points, pull, nudge } }: { line: Line }) {
  const from = points[Math.floor((points.length - 1) / 2)]
  const to = points[Math.floor((points.length - 1) / 2) + 1]
  if (from === undefined || to === undefined || edge.caption === '') return null
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 + nudge }
  const at = pull === null ? middle : { x: (middle.x + pull.x) / 2, y: (middle.y + pull.y) / 2 }
  const width = textWidth(edge.caption, SMALL_FONT) + 8
  return (
    <g>
      <rect
        x={at.x - width / 2}
        y={at.y - 9}
        width={width}
        height={18}
        rx={3}
        fill={INK.paper}
        opacity={0.94}
      />
      <text x={at.x} y={at.y} dy="0.35em" textAnchor="middle" fontSize={SMALL_FONT} fill={INK.text}>
        {edge.caption}
      </text>
    </g>
  )
}
