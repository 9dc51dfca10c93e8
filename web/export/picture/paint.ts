/** How the exported picture is painted: on white paper, whatever the page's own scheme. */
import { widthOf } from '../../caption.ts'
import type { Position } from '../../layout/task.ts'
import { INKS } from '../../stylesheet.ts'

export const SCHEME = 'light'
export const INK = INKS[SCHEME]
/** Of captions on lines, the legend and the small print. */
export const SMALL_FONT = 12

/** A length with one decimal. */
export function number(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** A point as paths write it. */
export function pair({ x, y }: Position): string {
  return `${number(x)},${number(y)}`
}

/** The width of a text in pixels, about. */
export function textWidth(text: string, fontSize: number): number {
  return widthOf(text) * fontSize
}
