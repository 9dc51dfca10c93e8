import { type DocumentContent, evidenceIn, FACT_LIMIT, spansOf } from '../document/document.ts'
import type { Evidence, Mention, Metric, Relationship } from '../answers.ts'
import { ViewLink } from '../navigation.tsx'
import { openEntity, openTarget } from '../state.ts'
import type { Span } from '../target.ts'
import { useWords } from '../words.ts'
import { figureOf } from './MetricTable.tsx'
import { LabelMark } from './LabelMark.tsx'
import { PendingBadge, StageBadge } from './StageBadge.tsx'

interface Props {
  document: DocumentContent
  at: Span | null
}

function Named({ entity }: { entity: Mention }) {
  return (
    <ViewLink className="mention" to={(view) => openEntity(view, entity.id)}>
      <LabelMark label={entity.label} />
      <span>{entity.name}</span>
    </ViewLink>
  )
}

/** Where the words of a fact stand: each a link that shows them; rows of a table are told in words. */
function Places({ document, at, evidence }: Props & { evidence: readonly Evidence[] }) {
  const words = useWords().text.pages.document
  const own = evidenceIn(document.id, evidence)
  const rows = own.flatMap(({ file, row }) => (file === null || row === null ? [] : [{ file, row }]))
  return (
    <span className="places">
      {spansOf(own).map((span, index) => (
        <ViewLink
          key={`${String(span.start)} ${String(index)}`}
          current={at?.start === span.start && at.end === span.end}
          to={(view) => openTarget(view, { kind: 'DOCUMENT', id: document.id, at: span })}
        >
          {words.place(span.start)}
        </ViewLink>
      ))}
      {rows.map(({ file, row }) => (
        <span key={`${file} ${String(row)}`} className="quiet">
          {words.row(file, row)}
        </span>
      ))}
    </span>
  )
}

function Fact({ relationship, ...place }: Props & { relationship: Relationship }) {
  const { typeName } = useWords()
  const { start, end, type, product, stage, pending, evidence } = relationship
  return (
    <li className="told">
      <p>
        <Named entity={start} /> <span className="verb">{typeName(type)}</span> <Named entity={end} />
        {product !== null && <span className="quiet"> {product}</span>}
      </p>
      <p className="told-tags">
        <StageBadge stage={stage} />
        {pending && <PendingBadge />}
        <Places {...place} evidence={evidence} />
      </p>
    </li>
  )
}

function Figure({ metric, ...place }: Props & { metric: Metric & { entity: Mention } }) {
  const { language } = useWords()
  const { entity, name, period, stage, pending, evidence } = metric
  return (
    <li className="told">
      <p>
        <Named entity={entity} /> {name} <b>{figureOf(metric, language)}</b>
        {period !== null && <span className="quiet"> {period}</span>}
      </p>
      <p className="told-tags">
        {stage !== 'ACTIVE' && <StageBadge stage={stage} />}
        {pending && <PendingBadge />}
        <Places {...place} evidence={evidence} />
      </p>
    </li>
  )
}

/** What a document states: relationships with their stage, figures, and where the words of each stand. */
export function DocumentFacts({ document, at }: Props) {
  const words = useWords().text.pages.document
  const { relationships, metrics } = document
  return (
    <>
      <h2>{words.facts(relationships.length)}</h2>
      {relationships.length === 0 && <p className="quiet">{words.noFacts}</p>}
      {relationships.length >= FACT_LIMIT && <p className="quiet">{words.first(FACT_LIMIT)}</p>}
      <ol className="told-list">
        {relationships.map((relationship) => (
          <Fact key={relationship.id} document={document} at={at} relationship={relationship} />
        ))}
      </ol>
      {metrics.length > 0 && (
        <>
          <h2>{words.figures(metrics.length)}</h2>
          <ol className="told-list">
            {metrics.map((metric) => (
              <Figure key={metric.id} document={document} at={at} metric={metric} />
            ))}
          </ol>
        </>
      )}
    </>
  )
}
