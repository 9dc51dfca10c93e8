import type { Evidence } from '../answers.ts'
import { ViewLink } from '../navigation.tsx'
import { openTarget } from '../state.ts'
import { useWords } from '../words.ts'
import { PendingBadge, StageBadge } from './StageBadge.tsx'

/** Only addresses of the web are followed: a `javascript:` address in the data must stay text. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : null
}

function Place({ evidence }: { evidence: Evidence }) {
  const { text } = useWords()
  const { row, document } = evidence
  const file = evidence.file ?? document.file
  if (file === null) return null
  return <span>{row === null ? text.evidence.file(file) : text.evidence.row(file, row)}</span>
}

/** What the source itself says: its own stage, dates and figures, which may differ from those of other sources. */
function Stated({ evidence }: { evidence: Evidence }) {
  const { text } = useWords()
  const { stage, since, until, figure, note } = evidence
  const rows: [string, string | null][] = [
    [text.evidence.date, since],
    [text.evidence.until, until],
    [text.evidence.figure, figure],
    [text.evidence.note, note],
  ]
  return (
    <dl className="stated">
      {stage !== null && (
        <div>
          <dt>{text.evidence.stage}</dt>
          <dd>
            <StageBadge stage={stage} />
          </dd>
        </div>
      )}
      {rows.map(([name, value]) =>
        value === null || value === '' ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}

function Item({ evidence, withDocument }: { evidence: Evidence; withDocument: boolean }) {
  const { text } = useWords()
  const { document, quote } = evidence
  const address = webAddress(document.url)
  const { start, end } = evidence
  const at = start === null || end === null || end <= start ? null : { start, end }
  return (
    <li className="evidence">
      {quote !== null && <blockquote>{quote}</blockquote>}
      {quote !== null && document.kind === 'DIGEST' && <p className="warning">{text.evidence.digest}</p>}
      <Stated evidence={evidence} />
      {address === null ? (
        <p className="source">
          {document.title} <span className="quiet">（{text.evidence.noAddress}）</span>
        </p>
      ) : (
        <a className="source" href={address} target="_blank" rel="noopener noreferrer">
          {document.title}
          <span aria-hidden="true"> ↗</span>
          <span className="unseen"> {text.evidence.open}</span>
        </a>
      )}
      {withDocument && (
        <ViewLink
          className="in-document"
          to={(view) => openTarget(view, { kind: 'DOCUMENT', id: document.id, at })}
        >
          {text.pages.document.read}
        </ViewLink>
      )}
      <p className="evidence-tags quiet">
        {(document.kind !== 'LINK' || address !== null) && (
          <span className="tag">{text.documentKinds[document.kind]}</span>
        )}
        {document.publisher !== null && <span>{document.publisher}</span>}
        {document.date !== null && <span>{document.date}</span>}
        <Place evidence={evidence} />
        {evidence.pending && <PendingBadge />}
        <span>
          {text.evidence.confidence} {Math.round(evidence.confidence * 100)}%
        </span>
      </p>
    </li>
  )
}

/** Where a fact is stated: every quote or table row with its publisher, date, stage and a way to the source. */
export function EvidenceList({
  evidence,
  withDocument = true,
}: {
  evidence: readonly Evidence[]
  /** Whether each leads to its document; not on the document's own page. */
  withDocument?: boolean
}) {
  return (
    <ol className="evidences">
      {evidence.map((item, index) => (
        // Evidence has no id of its own and its order never changes within one answer.
        <Item key={`${item.document.id} ${String(index)}`} evidence={item} withDocument={withDocument} />
      ))}
    </ol>
  )
}
