/** The section of the evaluation that tells how well documents are read. */
import { commonErrors } from './commonErrors.ts'
import { tierOf } from '../extract/confidence.ts'
import { percent, range, type Section, type Table } from './report.ts'
import { ruleFigures } from './rules.ts'
import type { Run } from './runs.ts'
import type { LeftOut } from './trust.ts'
import { summarise, type Figures, type Summary } from './summary.ts'

interface Summarised extends Omit<Run, 'scores'> {
  readonly summary: Summary
}

const caption = ({ collection, part, names }: Summarised): string =>
  `${collection}, ${part}${names === 'none' ? ', no names known' : ''}`

const triple = ({ precision, recall, f1 }: Figures): string[] => [precision, recall, f1].map(percent)

const overview = (runs: readonly Summarised[]): Table => ({
  title: 'Entities, relationships and figures',
  columns: [
    'documents',
    'entities strict F1',
    '95 %',
    'relaxed F1',
    'relations P',
    'R',
    'F1',
    '95 %',
    'F1, entities given',
    'stage right',
    'figures F1',
  ],
  rows: runs.map((run) => {
    const { entities, relations, metrics, documents } = run.summary
    return [
      `${caption(run)} (${documents.toString()})`,
      percent(entities.strict.f1),
      range(entities.strict.interval),
      percent(entities.relaxed.f1),
      ...triple(relations.endToEnd),
      range(relations.endToEnd.interval),
      percent(relations.given.f1),
      percent(relations.stage),
      percent(metrics.endToEnd.f1),
    ]
  }),
})

const trust = (runs: readonly Summarised[]): Table => ({
  title: 'Trust',
  columns: [
    'documents',
    'tier A right',
    'of',
    'tier B right',
    'of',
    'evidence exact',
    'grounded',
    'B³ F1',
    'false merges',
  ],
  rows: runs.map((run) => {
    const { relations, evidence, resolution } = run.summary
    return [
      caption(run),
      ...relations.tiers.flatMap(({ precision, of }) => [percent(precision), of.toString()]),
      percent(evidence.exact),
      percent(evidence.grounded),
      percent(resolution.f1),
      resolution.falseMerges.map((things) => things.join(' = ')).join('; ') || '0',
    ]
  }),
})

const trustLeftOut = (facts: readonly LeftOut[]): Table => ({
  title: 'Trust in calibration documents, each left out of the measurement of its own facts',
  columns: ['tier', 'right', 'of', 'precision'],
  rows: (['A', 'B', 'C'] as const).map((tier) => {
    const own = facts.filter(({ confidence }) => tierOf(confidence) === tier)
    const right = own.filter((fact) => fact.right).length
    return [
      tier,
      right.toString(),
      own.length.toString(),
      percent(own.length === 0 ? null : right / own.length),
    ]
  }),
})

const counted = ({ stated }: Figures): boolean => stated > 0

const byLabel = (run: Summarised): Table => ({
  title: `Entities by label: ${caption(run)}`,
  columns: ['label', 'annotated', 'strict P', 'R', 'F1', 'relaxed F1'],
  rows: run.summary.entities.byLabel
    .filter(({ strict }) => counted(strict))
    .map(({ label, strict, relaxed }) => [
      label,
      strict.stated.toString(),
      ...triple(strict),
      percent(relaxed.f1),
    ]),
})

const byType = (run: Summarised): Table => ({
  title: `Relationships by type: ${caption(run)}`,
  columns: ['type', 'annotated', 'P', 'R', 'F1', 'F1, entities given'],
  rows: run.summary.relations.byType
    .filter(({ endToEnd }) => counted(endToEnd))
    .map(({ type, endToEnd, given }) => [
      type,
      endToEnd.stated.toString(),
      ...triple(endToEnd),
      percent(given.f1),
    ]),
})

/** Rows of the table of common errors. */
const errorRows = 25

const errors = (runs: readonly Run[]): Table => ({
  title: 'Commonest errors left, names known',
  columns: ['what', 'error', 'development', 'test, calibration', 'for example'],
  rows: commonErrors(
    runs.filter(({ names }) => names === 'shipped'),
    // No words of the newspaper texts stand in the project.
    ['seeds'],
  )
    .slice(0, errorRows)
    .map(({ of, kind, development, unseen, example }) => [
      of,
      kind,
      development.toString(),
      unseen.toString(),
      example,
    ]),
})

/** The section for runs over annotated documents, and for the facts of those for calibration (`leaveOneOut`). */
export const documentSection = (runs: readonly Run[], leftOut: readonly LeftOut[]): Section => {
  const summarised = runs.map(({ scores, ...run }) => ({ ...run, summary: summarise(scores) }))
  const published = summarised.filter(({ names }) => names === 'shipped')
  return {
    name: 'documents',
    title: 'Reading documents',
    notes: [
      'Rules are tuned on the development documents alone. “elsewhere” are texts about other regions and years; “varied” and “fresh”, texts in the manner of many kinds of local media; “calibration”, texts of that kind that rules are never tuned on and that tell how far each is to be trusted; “seeds”, five newspaper texts that are not part of the project, are measured where NEWS_TEXTS names their folder.',
      'Entities: strict is the same place and label, relaxed an overlapping place and the same label. Relations: type, start and end, end to end and with the annotated entities given. Figures: entity, value or change, and unit. Intervals: 95 %, documents drawn with replacement.',
    ],
    tables: [
      overview(summarised),
      trust(summarised),
      trustLeftOut(leftOut),
      errors(runs),
      ...published.flatMap((run) => [byLabel(run), byType(run)]),
    ],
    data: { runs: summarised, rules: ruleFigures(runs) },
  }
}
