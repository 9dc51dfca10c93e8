import { useEffect, useRef } from 'react'
import type { Review } from '../review/review.ts'
import { useWords, type Words } from '../words.ts'
import { figureOf } from './MetricTable.tsx'
import { bringIntoSight } from './scroll.ts'

/** What a review is about, in one line. */
export function subjectOf(review: Review, { typeName, language }: Words): string {
  const { relationship, metric, name } = review
  if (relationship !== null)
    return `${relationship.start.name} ${typeName(relationship.type)} ${relationship.end.name}`
  if (metric !== null) return `${metric.entity.name} ${metric.name} ${figureOf(metric, language)}`
  return name ?? ''
}

interface Props {
  reviews: readonly Review[]
  current: string | null
  onPick: (id: string) => void
}

/** What waits, in the order of the documents. */
export function ReviewList({ reviews, current, onPick }: Props) {
  const words = useWords()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const shown = list.current?.querySelector('[aria-current]')
    // On a phone the list can lie above what is on screen: it follows by itself, and the page stays.
    if (shown != null) bringIntoSight(shown, 'NEAREST')
  }, [current])
  return (
    <ol ref={list} className="review-list" aria-label={words.text.pages.review.list}>
      {reviews.map((review) => (
        <li key={review.id}>
          <button
            type="button"
            aria-current={review.id === current ? 'true' : undefined}
            onClick={() => {
              onPick(review.id)
            }}
          >
            <span className="review-kind">{words.text.pages.review.kinds[review.kind]}</span>
            <span>{subjectOf(review, words)}</span>
            <span className="quiet">{review.document.title}</span>
          </button>
        </li>
      ))}
    </ol>
  )
}
