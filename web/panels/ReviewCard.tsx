import { useMemo } from 'react'
import { spansOf, evidenceIn } from '../document/document.ts'
import { ViewLink } from '../navigation.tsx'
import { useText } from '../review/desk.ts'
import type { Review } from '../review/review.ts'
import { openTarget } from '../state.ts'
import { useWords } from '../words.ts'
import { LabelMark } from './LabelMark.tsx'
import { MarkedText } from './MarkedText.tsx'
import { Loading } from './Message.tsx'
import { subjectOf } from './ReviewList.tsx'
import { StageBadge } from './StageBadge.tsx'

/** What is asked about one name or fact, with the words in question in their document. */
export function ReviewCard({ review }: { review: Review }) {
  const words = useWords()
  const { review: text, document: documentWords } = words.text.pages
  const { kind, document, span, label, relationship, metric } = review
  const answer = useText(document.id)
  const content = answer.data?.document
  const fact = relationship ?? metric
  const marks = useMemo(
    () => ({
      entities: [],
      stated: fact === null ? [] : spansOf(evidenceIn(document.id, fact.evidence)),
      damaged: content?.damage ?? [],
      shown: span,
    }),
    [content, document.id, fact, span],
  )
  return (
    <article className="review-card" aria-live="polite">
      <p className="card-label">
        {text.kinds[kind]} · {text.asks[kind]}
      </p>
      <h2>
        {label !== null && <LabelMark label={label} />} {subjectOf(review, words)}
        {label !== null && <span className="tag">{words.labelName(label)}</span>}
        {fact !== null && <StageBadge stage={fact.stage} />}
      </h2>
      {relationship?.product != null && <p>{relationship.product}</p>}
      <div className="review-text">
        {content === undefined ? (
          <Loading />
        ) : content?.text == null ? (
          <p className="quiet">{documentWords.noText}</p>
        ) : (
          <MarkedText text={content.text} marks={marks} />
        )}
      </div>
      <p className="quiet">
        {document.title}
        {document.date !== null && ` · ${document.date}`} ·{' '}
        <ViewLink to={(view) => openTarget(view, { kind: 'DOCUMENT', id: document.id, at: span })}>
          {text.inText}
        </ViewLink>
      </p>
    </article>
  )
}
