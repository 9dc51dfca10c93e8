import { lazy, Suspense, useMemo } from 'react'
import type { Metric } from '../answers.ts'
import { changesOption, seriesOption } from '../portrait/options.ts'
import { changesOf, type Series, seriesOf } from '../portrait/series.ts'
import { portraitText } from '../text/portrait.ts'
import { useWords } from '../words.ts'
import { MetricTable } from './MetricTable.tsx'

// The facts need not wait for what draws the charts.
const Plot = lazy(async () => ({ default: (await import('./Plot.tsx')).Plot }))

function nothingToPick(): void {
  // The table below the charts leads to the sources.
}

function SeriesChart({ series }: { series: Series }) {
  const { text, scheme, language } = useWords()
  const words = portraitText(language)
  const option = useMemo(() => seriesOption(series, scheme), [series, scheme])
  const { name, unit, points } = series
  const title = unit === '' ? name : `${name}（${unit}）`
  const items = points.map(
    ({ period, value, isPlanned }) =>
      `${period} ${String(value)}${isPlanned ? ` ${text.stages.PLANNED}` : ''}`,
  )
  return (
    <figure className="small-chart">
      <figcaption>{title}</figcaption>
      <Suspense fallback={<div className="plot" />}>
        <Plot option={option} label={words.chart(title, items.join('、'))} onPick={nothingToPick} />
      </Suspense>
    </figure>
  )
}

/** The figures of an entity: small charts of what can be compared, and all of them with their sources. */
export function FigureCharts({ metrics }: { metrics: readonly Metric[] }) {
  const { scheme, language } = useWords()
  const words = portraitText(language)
  const series = useMemo(() => seriesOf(metrics), [metrics])
  const changes = useMemo(() => changesOf(metrics), [metrics])
  const option = useMemo(() => changesOption(words.changes, changes, scheme), [words, changes, scheme])
  if (metrics.length === 0) return null
  const hasPlans =
    changes.some(({ isPlanned }) => isPlanned) ||
    series.some(({ points }) => points.some(({ isPlanned }) => isPlanned))
  return (
    <section className="portrait-part">
      <h2>
        {words.figures} <span className="quiet">{metrics.length}</span>
      </h2>
      <div className="small-charts">
        {series.map((one) => (
          <SeriesChart key={one.key} series={one} />
        ))}
        {changes.length > 0 && (
          <figure className="small-chart changes">
            <figcaption>{words.changes}</figcaption>
            <Suspense fallback={<div className="plot" />}>
              <Plot
                option={option}
                label={words.chart(
                  words.changes,
                  changes.map(({ name, value }) => `${name} ${String(value)}%`).join('、'),
                )}
                onPick={nothingToPick}
              />
            </Suspense>
          </figure>
        )}
      </div>
      {hasPlans && <p className="quiet">{words.plannedBars}</p>}
      <details open={series.length === 0 && changes.length === 0}>
        <summary>{words.allFigures(metrics.length)}</summary>
        <MetricTable metrics={metrics} />
      </details>
    </section>
  )
}
