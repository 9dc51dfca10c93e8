import type { Lead } from '../answer/answer.ts'
import { useWords } from '../words.ts'
import { EvidenceList } from './EvidenceList.tsx'
import { LabelMark } from './LabelMark.tsx'

/** What is only inferred, each with its reason and what it rests on: never among the facts. */
export function LeadList({ leads, onOpen }: { leads: readonly Lead[]; onOpen: (id: string) => void }) {
  const { text } = useWords()
  const { answer } = text.pages
  return (
    <section className="leads" aria-label={answer.leads(leads.length)}>
      <h2>{answer.leads(leads.length)}</h2>
      <p className="warning">{answer.leadsHint}</p>
      <ol>
        {leads.map(({ entity, reason, score, via, evidence }) => (
          <li key={entity.id}>
            <p className="lead-line">
              <button
                type="button"
                className="mention"
                onClick={() => {
                  onOpen(entity.id)
                }}
              >
                <LabelMark label={entity.label} />
                <span>{entity.name}</span>
              </button>
              <span className="quiet">{answer.score(Math.round(score * 100))}</span>
            </p>
            <p>{reason}</p>
            {via.length > 0 && (
              <p className="quiet">
                {answer.via} {via.map(({ name }) => name).join(' → ')}
              </p>
            )}
            {evidence.length > 0 && (
              <details className="link">
                <summary>
                  {text.evidence.title} {evidence.length}
                </summary>
                <EvidenceList evidence={evidence} />
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
