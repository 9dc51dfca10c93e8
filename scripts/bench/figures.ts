/** What the bench measured, kept as JSON and shown as a table. */
import { cpus } from 'node:os'

export interface Figure {
  readonly what: string
  readonly store: 'embedded' | 'neo4j'
  /** What was measured, in `unit`; ratios have the unit ×. */
  readonly value: number
  readonly unit: 's' | 'MB' | '×'
  /** The figure must be at most or at least this; null where it only informs. */
  readonly target: { readonly atMost: number } | { readonly atLeast: number } | null
  /** The times or rates that a ratio is of. */
  readonly of?: string
}

export interface Bench {
  readonly machine: string
  readonly figures: readonly Figure[]
}

/** Processors and Node of this machine. */
export const machine = (): string =>
  `${cpus().length.toString()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`

/** Whether a figure meets its target. */
export const isMet = ({ value, target }: Figure): boolean =>
  target === null || ('atMost' in target ? value <= target.atMost : value >= target.atLeast)

const rounded = (value: number, unit: Figure['unit']): string =>
  `${value.toFixed(unit === 'MB' ? 0 : unit === 's' ? 1 : 2)} ${unit}`

const targetText = ({ target, unit }: Figure): string =>
  target === null
    ? '–'
    : 'atMost' in target
      ? `≤ ${target.atMost.toString()} ${unit}`
      : `≥ ${target.atLeast.toString()} ${unit}`

/** One line about a figure. */
export const figureLine = (figure: Figure): string =>
  `${figure.what} · ${figure.store}: ${rounded(figure.value, figure.unit)}${figure.of === undefined ? '' : ` (${figure.of})`}, ${targetText(figure)}${isMet(figure) ? '' : ' MISSED'}`

/** The page docs/bench.md. */
export const benchPage = ({ machine: where, figures }: Bench): string => {
  const rows = figures.map(
    (figure) =>
      `| ${figure.what} | ${figure.store} | ${rounded(figure.value, figure.unit)} | ${figure.of ?? ''} | ${targetText(figure)} |`,
  )
  return `# Figures

Made by \`npm run bench\` on ${where}. Ratios are medians of several rounds in one run, the two sides taking turns. The loop
by hand writes what a load writes of the same table (entities, declarations, relationships, evidence), and reads, checks
and compares nothing.

| what | store | measured | of | target |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
}

/** The middle one of some values. */
export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
