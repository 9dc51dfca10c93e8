import { useWords } from '../words.ts'

/** 待核: only a less certain rule read it, and nobody has confirmed it. */
export function PendingBadge() {
  const { review } = useWords().text.pages
  return (
    <span className="pending" title={review.pendingHint}>
      {review.pending}
    </span>
  )
}
