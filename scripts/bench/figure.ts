/** One thing the bench measured. */
import { cpus, loadavg } from 'node:os'
import { z } from 'zod'

export const figureShape = z.strictObject({
  what: z.string(),
  /** The store it was measured on; null where none is part of it. */
  store: z.enum(['embedded', 'neo4j']).nullable(),
  /** What was measured, in `unit`; ratios have the unit ×. */
  value: z.number(),
  unit: z.enum(['s', 'ms', 'MB', 'KB', '×', '%', 'characters/s', 'rows/s']),
  /** The figure must be at most or at least this; null where it only informs. */
  target: z
    .union([z.strictObject({ atMost: z.number() }), z.strictObject({ atLeast: z.number() })])
    .nullable(),
  /** The times or rates that a ratio is of. */
  of: z.string().optional(),
})
export type Figure = z.infer<typeof figureShape>

/** Processors and Node of this machine, and how many programs compete for it now: ratios of a busy one say little. */
export const machine = (): string =>
  `${cpus().length.toString()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1) ?? 'unknown'}`

/** Whether a figure meets its target. */
export const isMet = ({ value, target }: Figure): boolean =>
  target === null || ('atMost' in target ? value <= target.atMost : value >= target.atLeast)

const digits: Readonly<Record<Figure['unit'], number>> = {
  s: 1,
  ms: 1,
  MB: 0,
  KB: 0,
  '×': 2,
  '%': 1,
  'characters/s': 0,
  'rows/s': 0,
}

/** The figure's value with its unit: `1.25 ×`. */
export const valueText = ({ value, unit }: Figure): string => `${value.toFixed(digits[unit])} ${unit}`

/** The figure's target with its unit: `≤ 2 ×`; a dash where there is none. */
export const targetText = ({ target, unit }: Figure): string =>
  target === null
    ? '–'
    : 'atMost' in target
      ? `≤ ${target.atMost.toString()} ${unit}`
      : `≥ ${target.atLeast.toString()} ${unit}`

/** One line about a figure. */
export const figureLine = (figure: Figure): string =>
  `${figure.what} · ${figure.store ?? '–'}: ${valueText(figure)}${figure.of === undefined ? '' : ` (${figure.of})`}, ${targetText(figure)}${isMet(figure) ? '' : ' MISSED'}`

/** The middle one of some values. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value that the given share of all is not above. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((left, right) => left - right)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0
