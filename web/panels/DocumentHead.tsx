import type { ReactNode } from 'react'
import type { DocumentContent } from '../document/document.ts'
import { withdrawCommand } from '../document/withdraw.ts'
import { useWords } from '../words.ts'
import { webAddress } from './EvidenceList.tsx'

interface Props {
  document: DocumentContent
  /** What can be done with the page. */
  children: ReactNode
}

/** What a document is: its title, kind, publisher, date and address, and how it is taken back. */
export function DocumentHead({ document, children }: Props) {
  const { text } = useWords()
  const words = text.pages.document
  const { title, kind, publisher, date, url, file, sources, damage } = document
  const address = webAddress(url)
  const rows: [string, string | null][] = [
    [words.publisher, publisher],
    [words.date, date],
    [words.file, file],
    [words.source, sources.join('、')],
  ]
  return (
    <header className="document-head">
      <div className="entity-title">
        <h1>{title}</h1>
        <div className="hand-on">{children}</div>
      </div>
      <p className="entity-line">
        <span className="tag">{text.documentKinds[kind]}</span>
        {rows.map(([name, value]) =>
          value === null || value === '' ? null : (
            <span key={name}>
              <b>{name}</b> {value}
            </span>
          ),
        )}
        {address !== null && (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {words.openSource}
            <span aria-hidden="true"> ↗</span>
          </a>
        )}
      </p>
      {kind === 'DIGEST' && <p className="warning">{words.digest}</p>}
      {damage.length > 0 && <p className="warning">{words.damage(damage.length)}</p>}
      <details className="withdraw">
        <summary>{words.withdraw}</summary>
        {sources.length === 0 ? (
          <p className="quiet">{words.noSource}</p>
        ) : (
          <>
            <p className="quiet">{words.withdrawHint}</p>
            {sources.map((source) => (
              <pre key={source} tabIndex={0}>
                {withdrawCommand(source)}
              </pre>
            ))}
          </>
        )}
      </details>
    </header>
  )
}
