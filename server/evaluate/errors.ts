/** What was missed and what was wrongly found in development documents, one line each, with the words around it. */
import type { Span } from '../extract/span.ts'
import { bearers } from './gold.ts'
import { ruleFigures } from './rules.ts'
import type { Run } from './runs.ts'
import type { DocumentScore } from './score.ts'

/** Characters shown on each side. */
const around = 18

const context = (text: string, { start, end }: Span): string => {
  const before = text.slice(Math.max(0, start - around), start)
  const after = text.slice(end, end + around)
  return `${before}【${text.slice(start, end)}】${after}`.replaceAll('\n', '⏎')
}

const entityErrors = ({ located: { document }, entities }: DocumentScore): string[] => [
  ...entities.missed.map((mention) => `- ${mention.entity.label}  ${context(document.text, mention)}`),
  ...entities.found
    .filter(({ right }) => !right)
    .map(({ mention }) => `+ ${mention.label}  ${context(document.text, mention)}  (${mention.rule})`),
]

const relationErrors = ({ located: { document }, relations }: DocumentScore): string[] => [
  ...relations.missed.map(({ type, start, end }) => `- ${type}  ${start} → ${end}`),
  ...relations.judged
    .filter(({ right }) => !right)
    .map(({ relationship: { type, start, end, rule, quote } }) => {
      const words = document.text.slice(quote.start, quote.end).replaceAll('\n', '⏎')
      return `+ ${type}  ${start.name} → ${end.name}  (${rule})  ${words}`
    }),
]

const amount = (value: number | null, unit: string | null, change: number | null): string =>
  `${(value ?? '').toString()} ${unit ?? ''}${change === null ? '' : ` (${change.toString()} %)`}`

const metricErrors = ({ metrics }: DocumentScore): string[] => [
  ...metrics.missed.map(
    (metric) =>
      `- ${bearers(metric).join(' / ')}  ${metric.name}  ${amount(metric.value, metric.unit, metric.change)}`,
  ),
  ...metrics.judged
    .filter(({ right }) => !right)
    .map(
      ({ metric: { entity, name, value, unit, change, rule } }) =>
        `+ ${entity.name}  ${name}  ${amount(value, unit, change)}  (${rule})`,
    ),
]

/** Tells how often each rule was right on the development documents. */
export const ruleLines = (runs: readonly Run[]): readonly string[] =>
  ruleFigures(runs).map(
    ({ kind, rule, right, of, rate }) =>
      `${kind}  ${rule}  ${right.toString()}/${of.toString()}  ${rate.toFixed(2)}`,
  )

/** Lists the errors of development documents: `-` what was missed, `+` what was wrongly found. Test documents are left out. */
export const errorLines = (runs: readonly Run[]): readonly string[] =>
  runs
    .filter(({ part, names }) => part === 'development' && names === 'shipped')
    .flatMap(({ collection, scores }) =>
      scores.flatMap((score) => [
        `\n${collection} ${score.located.file}`,
        ...entityErrors(score),
        ...relationErrors(score),
        ...metricErrors(score),
      ]),
    )
