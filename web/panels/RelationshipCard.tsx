import type { Mention, Relationship } from '../answers.ts'
import { SYMMETRIC } from '../sections.ts'
import { useWords } from '../words.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { LabelMark } from './LabelMark.tsx'
import { PendingBadge, StageBadge } from './StageBadge.tsx'

/** As many pieces of evidence as web/operations/ ask for with each relationship. */
const EVIDENCE_LIMIT = 20

interface Props {
  relationship: Relationship
  onSelect: (id: string) => void
}

function End({ entity, onSelect }: { entity: Mention; onSelect: (id: string) => void }) {
  return (
    <button
      type="button"
      className="mention"
      onClick={() => {
        onSelect(entity.id)
      }}
    >
      <LabelMark label={entity.label} />
      <span>{entity.name}</span>
    </button>
  )
}

/** The values of a fact that its evidence adds up to. */
export function FactDetails({ relationship }: { relationship: Relationship }) {
  const { text } = useWords()
  const { product, stage, since, until, figure, note, confidence, sourceCount, pending } = relationship
  const rows: [string, string | null][] = [
    [text.evidence.product, product],
    [text.evidence.since, since],
    [text.evidence.until, until],
    [text.evidence.figure, figure],
    [text.evidence.note, note],
  ]
  return (
    <dl className="details">
      <dt>{text.evidence.stage}</dt>
      <dd>
        <StageBadge stage={stage} /> {pending && <PendingBadge />}
      </dd>
      {rows.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name} className="pair">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <dt>{text.evidence.confidence}</dt>
      <dd>
        {Math.round(confidence * 100)}% · {text.evidence.count(sourceCount)}
      </dd>
    </dl>
  )
}

/** One relationship: who, what, to whom; what its evidence adds up to; and every piece of it. */
export function RelationshipCard({ relationship, onSelect }: Props) {
  const { text, typeName } = useWords()
  const { start, end, type, evidence } = relationship
  return (
    <article className="card">
      <h2 className="statement">
        <End entity={start} onSelect={onSelect} />
        <span className="verb">
          <span aria-hidden="true">{SYMMETRIC.includes(type) ? '↕' : '↓'} </span>
          {typeName(type)}
        </span>
        <End entity={end} onSelect={onSelect} />
      </h2>
      <FactDetails relationship={relationship} />
      <h3>
        {text.evidence.title} <span className="quiet">{evidence.length}</span>
      </h3>
      <EvidenceList evidence={evidence} />
      {evidence.length >= EVIDENCE_LIMIT && <p className="quiet">{text.evidence.first(EVIDENCE_LIMIT)}</p>}
    </article>
  )
}
