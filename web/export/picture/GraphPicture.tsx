/** The drawing as SVG: the same places, shapes, colours and dashes as on the page, text as text. */
import type { Position } from '../../layout/task.ts'
import { FONT_FAMILY } from '../../stylesheet.ts'
import type { Words } from '../../words.ts'
import type { Drawn } from '../drawn.ts'
import { EdgeCaption, EdgeLine, type Line, linesOf } from './edges.tsx'
import { Legend, legendItemWidth, legendOf } from './legend.tsx'
import { type Node, NodeBox, nodesOf } from './nodes.tsx'
import { INK, number, SMALL_FONT } from './paint.ts'

const MARGIN = 24
/** Room under the drawing for legend and small print. */
const FOOT = 64
const SMALLEST_WIDTH = 600

interface Frame extends Position {
  width: number
  height: number
}

/** The corners of the picture: everything drawn with its margin, at least so wide, and the foot below. */
function frameOf(nodes: readonly Node[], lines: readonly Line[], leastWidth: number): Frame {
  const points = [
    ...nodes.flatMap(({ box: { x, y, width, height } }) => [
      { x: x - width / 2, y: y - height / 2 },
      { x: x + width / 2, y: y + height / 2 },
    ]),
    ...lines.flatMap(({ points: own, pull }) => (pull === null ? own : [...own, pull])),
  ]
  const [first = { x: 0, y: 0 }] = points
  const range = (valueOf: (point: Position) => number): readonly [number, number] =>
    points.reduce(
      ([least, most], point) => [Math.min(least, valueOf(point)), Math.max(most, valueOf(point))],
      [valueOf(first), valueOf(first)],
    )
  const [left, right] = range(({ x }) => x)
  const [top, bottom] = range(({ y }) => y)
  const width = Math.max(right - left, leastWidth) + 2 * MARGIN
  return {
    x: (left + right - width) / 2,
    y: top - MARGIN,
    width,
    height: bottom - top + 2 * MARGIN + FOOT,
  }
}

interface Props {
  drawn: Drawn
  title: string
  /** Where it comes from, in small print. */
  origin: string
  words: Words
}

/** The whole picture, hidden parts left out. */
export function GraphPicture({ drawn, title, origin, words }: Props) {
  const byId = nodesOf(drawn)
  const nodes = [...byId.values()]
  const lines = linesOf(drawn, byId)
  const legend = legendOf(nodes, lines, words)
  const legendWidth = legend.reduce((sum, item) => sum + legendItemWidth(item), 0)
  const { x, y, width, height } = frameOf(nodes, lines, Math.max(SMALLEST_WIDTH, legendWidth))
  const captioned = lines.filter(({ edge }) => drawn.elements.isCaptioned || edge.isOnPath)
  const foot = y + height - FOOT
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={[x, y, width, height].map(number).join(' ')}
      width={number(width)}
      height={number(height)}
      fontFamily={FONT_FAMILY}
      role="img"
    >
      <title>{title}</title>
      <rect x={x} y={y} width={width} height={height} fill={INK.paper} />
      {lines.map((line) => (
        <EdgeLine key={line.edge.id} line={line} />
      ))}
      {captioned.map((line) => (
        <EdgeCaption key={line.edge.id} line={line} />
      ))}
      {nodes.map((node) => (
        <NodeBox key={node.id} node={node} words={words} />
      ))}
      <Legend at={{ x: x + MARGIN, y: foot + 14 }} items={legend} />
      <text x={x + MARGIN} y={foot + 44} fontSize={SMALL_FONT} fill={INK.line}>
        {origin}
      </text>
    </svg>
  )
}
