/** Nodes of the exported picture: shape and colour say the label, as on the page. */
import type { Label } from '../../answers.ts'
import { inkOn, strongColor, tintColor } from '../../color.ts'
import type { DrawnNode } from '../../elements.ts'
import type { Placed, Position } from '../../layout/task.ts'
import type { Words } from '../../words.ts'
import type { Drawn } from '../drawn.ts'
import { cornersOf } from './geometry.ts'
import { INK, number, pair, SCHEME } from './paint.ts'

const FONT_SIZE = 13
const ROOT_FONT_SIZE = 15
const LINE_HEIGHT = 1.22
/** How far the pile of a group reaches out. */
const GHOST = 5

/** A node in its place. */
export interface Node extends DrawnNode {
  box: Placed
}

/** The nodes that are shown, by id. */
export function nodesOf({ elements, placed }: Drawn): Map<string, Node> {
  const nodes = new Map<string, Node>()
  for (const node of elements.nodes) {
    const box = placed.get(node.id)
    if (box !== undefined && !node.isHidden) nodes.set(node.id, { ...node, box })
  }
  return nodes
}

interface OutlineProps {
  label: Label
  box: Placed
  fill: string
  stroke: string
  strokeWidth: number
  opacity?: number
}

/** A label's shape around a box. */
export function Outline({ label, box, ...paint }: OutlineProps) {
  const { x, y, width, height } = box
  const corners = cornersOf(label, box)
  if (corners === null) return <ellipse cx={x} cy={y} rx={width / 2} ry={height / 2} {...paint} />
  if (corners.length === 4 && (label === 'COMPANY' || label === 'INSTITUTION'))
    return (
      <rect
        x={x - width / 2}
        y={y - height / 2}
        width={width}
        height={height}
        rx={label === 'INSTITUTION' ? height / 2.6 : 7}
        {...paint}
      />
    )
  return <polygon points={corners.map(pair).join(' ')} strokeLinejoin="round" {...paint} />
}

/** A text of one or more lines around its middle. */
function Caption({
  text,
  at,
  size,
  color,
  isBold,
}: {
  text: string
  at: Position
  size: number
  color: string
  isBold: boolean
}) {
  const lines = text.split('\n')
  const top = at.y - ((lines.length - 1) / 2) * size * LINE_HEIGHT
  return (
    <text textAnchor="middle" fontSize={size} fontWeight={isBold ? 'bold' : undefined} fill={color}>
      {lines.map((line, index) => (
        <tspan key={index} x={number(at.x)} y={number(top + index * size * LINE_HEIGHT)} dy="0.35em">
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** A node with its caption; a group is a pile. */
export function NodeBox({ node, words }: { node: Node; words: Words }) {
  const { label, box, caption, isRoot, isGroup, isPassed } = node
  const declared = words.colors.get(label) ?? ''
  const strong = strongColor(declared, SCHEME)
  const fill = isRoot ? strong : tintColor(declared, SCHEME)
  const shifted = { ...box, x: box.x + GHOST, y: box.y + GHOST }
  return (
    <g opacity={isPassed ? 0.5 : undefined}>
      {isGroup && (
        <Outline label={label} box={shifted} fill={fill} stroke={strong} strokeWidth={1.6} opacity={0.5} />
      )}
      <Outline
        label={label}
        box={box}
        fill={fill}
        stroke={strong}
        strokeWidth={isRoot || isGroup ? 2 : 1.6}
      />
      <Caption
        text={caption}
        at={box}
        size={isRoot ? ROOT_FONT_SIZE : FONT_SIZE}
        color={isRoot ? inkOn(strong) : INK.text}
        isBold={isRoot || isGroup}
      />
    </g>
  )
}
