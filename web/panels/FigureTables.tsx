import { LABELS, TYPES } from '../answers.ts'
import { type Run, type Tally, wilson } from '../quality/figures.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'

function percent(share: number | null): string {
  return share === null ? '—' : (share * 100).toFixed(1)
}

/** A share with its interval, drawn as a bar: the darker the surer, the pale part is the interval. */
function Share({ right, of }: { right: number; of: number }) {
  const interval = wilson(right, of)
  if (interval === null) return <span className="quiet">—</span>
  const [low, high] = interval
  return (
    <span className="share">
      <b>{percent(right / of)}</b>
      <svg viewBox="0 0 100 10" width="100" height="10" aria-hidden="true" preserveAspectRatio="none">
        <rect className="share-room" width="100" height="10" />
        <rect className="share-interval" x={low * 100} width={(high - low) * 100} height="10" />
        <rect className="share-value" x={(right / of) * 100 - 0.8} width="1.6" height="10" />
      </svg>
      <span className="quiet">
        {percent(low)}–{percent(high)}
      </span>
    </span>
  )
}

function Cells({ tally, other }: { tally: Tally; other: Tally }) {
  return (
    <>
      <td className="number">{tally.stated}</td>
      <td>
        <Share right={tally.right} of={tally.found} />
      </td>
      <td>
        <Share right={tally.right} of={tally.stated} />
      </td>
      <td className="number">{percent(tally.f1)}</td>
      <td className="number">{percent(other.f1)}</td>
    </>
  )
}

function Head({ kind, other }: { kind: string; other: string }) {
  const words = useWords().text.pages.quality
  const columns = [
    kind,
    words.annotated,
    `${words.precision} % · ${words.interval}`,
    `${words.recall} % · ${words.interval}`,
    words.f1,
    other,
  ]
  return (
    <thead>
      <tr>
        {columns.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The figures of one run: relationships by type, entities by label, in the order of the legend. */
export function FigureTables({ run }: { run: Run }) {
  const { text, typeName, labelName } = useWords()
  const words = text.pages.quality
  const { relations, entities } = run.summary
  const types = TYPES.flatMap((type) =>
    relations.byType.filter((one) => one.type === type).map((one) => ({ ...one, type })),
  )
  // The figures name labels as the model does, Company; the API says COMPANY.
  const labels = LABELS.flatMap((label) =>
    entities.byLabel.filter((one) => one.label.toUpperCase() === label).map((one) => ({ ...one, label })),
  )
  return (
    <>
      <div className="scrolled" role="region" aria-label={words.types} tabIndex={0}>
        <table className="figures">
          <caption>{words.types}</caption>
          <Head kind={words.kind} other={words.given} />
          <tbody>
            {types.map(({ type, endToEnd, given }) => (
              <tr key={type}>
                <th scope="row">{typeName(type)}</th>
                <Cells tally={endToEnd} other={given} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="scrolled" role="region" aria-label={words.labels} tabIndex={0}>
        <table className="figures">
          <caption>{words.labels}</caption>
          <Head kind={words.kind} other={words.relaxed} />
          <tbody>
            {labels.map(({ label, strict, relaxed }) => (
              <tr key={label}>
                <th scope="row">
                  <LabelMark label={label} /> {labelName(label)}
                </th>
                <Cells tally={strict} other={relaxed} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

/** The figures of one run as a whole, with the intervals that were published. */
export function TrustList({ run }: { run: Run }) {
  const words = useWords().text.pages.quality
  const { entities, relations, metrics, evidence, resolution } = run.summary
  const lines = [
    { name: words.trustLines.entities, share: entities.strict.f1, interval: entities.strict.interval },
    { name: words.trustLines.relations, share: relations.endToEnd.f1, interval: relations.endToEnd.interval },
    { name: words.trustLines.metrics, share: metrics.endToEnd.f1, interval: metrics.endToEnd.interval },
    { name: words.trustLines.stage, share: relations.stage, interval: null },
    { name: words.trustLines.evidence, share: evidence.exact, interval: null },
    { name: words.trustLines.resolution, share: resolution.f1, interval: null },
  ]
  return (
    <dl className="trust" aria-label={words.trust}>
      {lines.map(({ name, share, interval }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <b>{percent(share)}</b>
            {interval !== null && (
              <span className="quiet"> {interval.map((end) => percent(end)).join('–')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
