import type { Metric } from '../answers.ts'
import type { Language } from '../state.ts'
import { useWords } from '../words.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { PendingBadge } from './StageBadge.tsx'

/** Qualifiers that Chinese puts behind the figure. */
const AFTER = ['以上', '以下', '以内', '左右', '上下', '多', '余']

function numberIn(language: Language): Intl.NumberFormat {
  return new Intl.NumberFormat(language === 'en' ? 'en' : 'zh-CN', { maximumFractionDigits: 4 })
}

function valueOf({ qualifier, value, unit }: Metric, number: Intl.NumberFormat): string {
  if (value === null) return ''
  const figure = [number.format(value), unit].filter((part) => part !== null).join(' ')
  if (qualifier === null) return figure
  return AFTER.includes(qualifier) ? `${figure}${qualifier}` : `${qualifier} ${figure}`
}

function changeOf({ value, qualifier, change }: Metric): string {
  if (change === null) return ''
  // Where there is no level, the qualifier speaks of the growth.
  const about = value === null && qualifier !== null ? `${qualifier} ` : ''
  return `${about}${change > 0 ? '+' : ''}${String(change)}%`
}

/** A figure in one text: its value, or its growth where no value is stated. */
export function figureOf(metric: Metric, language: Language): string {
  const number = numberIn(language)
  return valueOf(metric, number) || changeOf(metric)
}

/** The figures stated for an entity; each opens to its evidence. */
export function MetricTable({ metrics }: { metrics: readonly Metric[] }) {
  const { text, language } = useWords()
  const number = numberIn(language)
  return (
    <ul className="metrics">
      {metrics.map((metric) => (
        <li key={metric.id}>
          <details>
            <summary>
              <span className="metric-name">
                {metric.name}
                {metric.stage === 'PLANNED' && (
                  <span className="stage" data-stage="PLANNED">
                    {text.card.planned}
                  </span>
                )}
                {metric.pending && <PendingBadge />}
              </span>
              <span className="metric-value">{valueOf(metric, number)}</span>
              <span className="quiet">
                {[metric.period, metric.change === null ? null : `${text.card.change} ${changeOf(metric)}`]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </summary>
            <EvidenceList evidence={metric.evidence} />
          </details>
        </li>
      ))}
    </ul>
  )
}
