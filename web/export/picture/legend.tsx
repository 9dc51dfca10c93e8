import type { ReactNode } from 'react'
import { LABELS, type Stage, STAGES } from '../../answers.ts'
import { strongColor, tintColor } from '../../color.ts'
import type { Position } from '../../layout/task.ts'
import { lineColor } from '../../stylesheet.ts'
import type { Words } from '../../words.ts'
import { dashesOf, type Line } from './edges.tsx'
import { type Node, Outline } from './nodes.tsx'
import { INK, number, SCHEME, SMALL_FONT, textWidth } from './paint.ts'

export interface LegendItem {
  key: string
  name: string
  mark: ReactNode
  /** Of the mark. */
  width: number
}

/** What the labels and line styles in the picture mean. */
export function legendOf(
  nodes: readonly Node[],
  lines: readonly Line[],
  words: Words,
): readonly LegendItem[] {
  const labels = LABELS.filter((label) => nodes.some((node) => node.label === label))
  const stages: readonly Stage[] = STAGES.filter((stage) => lines.some(({ edge }) => edge.stage === stage))
  return [
    ...labels.map((label): LegendItem => {
      const color = words.colors.get(label) ?? ''
      const box = { x: 9, y: 0, width: 18, height: 12 }
      const paint = { fill: tintColor(color, SCHEME), stroke: strongColor(color, SCHEME), strokeWidth: 1.4 }
      const mark = <Outline label={label} box={box} {...paint} />
      return { key: label, name: words.labelName(label), width: box.width, mark }
    }),
    ...stages.map((stage): LegendItem => {
      const paint = { stroke: lineColor(stage, SCHEME), strokeWidth: 2, strokeDasharray: dashesOf(stage) }
      return {
        key: stage,
        name: words.text.stages[stage],
        width: 30,
        mark: <path d="M0,0 L30,0" {...paint} />,
      }
    }),
  ]
}

/** The width of an item with the gap after it. */
export function legendItemWidth({ name, width }: LegendItem): number {
  return width + 6 + textWidth(name, SMALL_FONT) + 18
}

/** The items side by side. */
export function Legend({ at, items }: { at: Position; items: readonly LegendItem[] }) {
  return items.map((item, index) => {
    const before = items.slice(0, index).reduce((sum, other) => sum + legendItemWidth(other), 0)
    return (
      <g key={item.key} transform={`translate(${number(at.x + before)} ${number(at.y)})`}>
        {item.mark}
        <text x={item.width + 6} dy="0.35em" fontSize={SMALL_FONT} fill={INK.text}>
          {item.name}
        </text>
      </g>
    )
  })
}
