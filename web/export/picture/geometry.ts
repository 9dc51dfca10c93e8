/** Where the lines of a drawing touch the outlines of its nodes, and how they run between them. */
import type { Label } from '../../answers.ts'
import type { Placed, Position } from '../../layout/task.ts'
import { SHAPES } from '../../stylesheet.ts'

/** Cytoscape's cut corners. */
const CUT = 8

/** The corners of a box's outline, in the drawing's own measure; null for an ellipse. */
export function cornersOf(label: Label, { x, y, width, height }: Placed): readonly Position[] | null {
  const { shape, outline } = SHAPES[label]
  if (shape === 'ellipse') return null
  const [w, h] = [width / 2, height / 2]
  if (outline !== undefined)
    return Array.from({ length: outline.length / 2 }, (_, index) => ({
      x: x + w * (outline[2 * index] ?? 0),
      y: y + h * (outline[2 * index + 1] ?? 0),
    }))
  const cut = shape === 'cut-rectangle' ? CUT : 0
  const corners: readonly (readonly [number, number])[] =
    cut === 0
      ? [
          [-w, -h],
          [w, -h],
          [w, h],
          [-w, h],
        ]
      : [
          [-w + cut, -h],
          [w - cut, -h],
          [w, -h + cut],
          [w, h - cut],
          [w - cut, h],
          [-w + cut, h],
          [-w, h - cut],
          [-w, -h + cut],
        ]
  return corners.map(([dx, dy]) => ({ x: x + dx, y: y + dy }))
}

/** How far along the ray from `origin` by (dx, dy) the line from a to b is met, or null where it is not. */
function meet(
  origin: Position,
  [dx, dy]: readonly [number, number],
  a: Position,
  b: Position,
): number | null {
  const [ex, ey] = [b.x - a.x, b.y - a.y]
  const across = dx * ey - dy * ex
  if (across === 0) return null
  const [ox, oy] = [a.x - origin.x, a.y - origin.y]
  const along = (ox * ey - oy * ex) / across
  const share = (ox * dy - oy * dx) / across
  return along >= 0 && share >= 0 && share <= 1 ? along : null
}

/** The point of a node's outline that is seen from its middle in the direction of another point. */
export function edgeOf(label: Label, box: Placed, toward: Position): Position {
  const [dx, dy] = [toward.x - box.x, toward.y - box.y]
  if (dx === 0 && dy === 0) return { x: box.x, y: box.y }
  const corners = cornersOf(label, box)
  const steps =
    corners === null
      ? [1 / Math.hypot(dx / (box.width / 2), dy / (box.height / 2))]
      : corners.flatMap((corner, index) => {
          const next = corners[(index + 1) % corners.length]
          return next === undefined ? [] : (meet(box, [dx, dy], corner, next) ?? [])
        })
  const step = Math.min(...steps)
  return Number.isFinite(step) ? { x: box.x + dx * step, y: box.y + dy * step } : { x: box.x, y: box.y }
}

/** The point of a bend that a curve between two nodes is pulled to; null for a straight line. */
export function pullOf(from: Position, to: Position, distance: number): Position | null {
  if (distance === 0) return null
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1
  return {
    x: (from.x + to.x) / 2 - ((to.y - from.y) / length) * distance,
    y: (from.y + to.y) / 2 + ((to.x - from.x) / length) * distance,
  }
}

/** A point short of the end of the line from a to b by so much. */
export function shorten(a: Position, b: Position, by: number): Position {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const share = length <= by ? 0 : 1 - by / length
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}
