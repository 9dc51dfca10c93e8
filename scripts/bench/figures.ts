/** What the bench measured, kept as JSON and shown as a table. */
import { cpus, loadavg } from 'node:os'
import { format, resolveConfig } from 'prettier'
import { z } from 'zod'
import { projectFile } from '../../server/project.ts'

const figureShape = z.strictObject({
  what: z.string(),
  store: z.enum(['embedded', 'neo4j']),
  /** What was measured, in `unit`; ratios have the unit ×. */
  value: z.number(),
  unit: z.enum(['s', 'MB', '×']),
  /** The figure must be at most or at least this; null where it only informs. */
  target: z
    .union([z.strictObject({ atMost: z.number() }), z.strictObject({ atLeast: z.number() })])
    .nullable(),
  /** The times or rates that a ratio is of. */
  of: z.string().optional(),
})
export type Figure = z.infer<typeof figureShape>

const benchShape = z.strictObject({ machine: z.string(), figures: z.array(figureShape) })
export type Bench = z.infer<typeof benchShape>

/** Reads docs/bench.json's text. Throws where it holds anything else. */
export const readBench = (text: string): Bench => benchShape.parse(JSON.parse(text))

/** Processors and Node of this machine, and how many programs compete for it now: ratios of a busy one say little. */
export const machine = (): string =>
  `${cpus().length.toString()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, load average ${loadavg()[0]?.toFixed(1) ?? 'unknown'}`

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
export const benchPage = async ({ machine: where, figures }: Bench): Promise<string> => {
  const rows = figures.map(
    (figure) =>
      `| ${figure.what} | ${figure.store} | ${rounded(figure.value, figure.unit)} | ${figure.of ?? ''} | ${targetText(figure)} |`,
  )
  const page = `# Figures

Made by \`npm run bench\` on ${where}. Ratios are medians of several rounds in one run, the two sides taking turns. The loop
by hand writes what a load writes of the same table (entities, declarations, relationships, evidence), and reads, checks
and compares nothing.

| what | store | measured | of | target |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`
  return format(page, { ...(await resolveConfig(projectFile('docs', 'bench.md'))), parser: 'markdown' })
}

/** The middle one of some values. */
export const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
