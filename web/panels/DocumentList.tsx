import type { SourceDocument } from '../answers.ts'
import { ViewLink } from '../navigation.tsx'
import { openTarget } from '../state.ts'
import { useWords } from '../words.ts'

/** Documents with date, publisher and kind; each leads to its page. */
export function DocumentList({ documents }: { documents: readonly SourceDocument[] }) {
  const { text } = useWords()
  return (
    <ul className="document-list">
      {documents.map(({ id, title, date, publisher, kind }) => (
        <li key={id}>
          <ViewLink to={(view) => openTarget(view, { kind: 'DOCUMENT', id, at: null })}>{title}</ViewLink>
          <span className="quiet">
            {[date ?? text.pages.overview.undated, publisher, text.documentKinds[kind]]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
