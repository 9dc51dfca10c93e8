import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { DecisionLog } from '../panels/DecisionLog.tsx'
import { Loading, Message, ProblemMessage } from '../panels/Message.tsx'
import { ReviewCard } from '../panels/ReviewCard.tsx'
import { type Choice, ReviewChoice } from '../panels/ReviewChoice.tsx'
import { ReviewKeys } from '../panels/ReviewKeys.tsx'
import { ReviewList } from '../panels/ReviewList.tsx'
import { SignIn } from '../panels/SignIn.tsx'
import { useReadiness } from '../readiness.ts'
import { accept, after, type Command, lastOf, nameOf, reject, step } from '../review/actions.ts'
import { type Credentials, keepCredentials, readCredentials } from '../review/credentials.ts'
import { type DecisionsAnswer, useDeciding, useDecisions, useReviews } from '../review/desk.ts'
import { type Action, REVIEW_KINDS, type Review, type ReviewKind } from '../review/review.ts'
import { useWords } from '../words.ts'

const COUNTS = {
  NAME: 'names',
  SAME_AS: 'sameAs',
  RELATIONSHIP: 'relationships',
  METRIC: 'metrics',
} as const satisfies Record<ReviewKind, keyof DecisionsAnswer>

/** How much waits of each kind; a click shows only that kind. */
function Kinds({
  answer,
  kind,
  onKind,
}: {
  answer: DecisionsAnswer | undefined
  kind: ReviewKind | null
  onKind: (kind: ReviewKind | null) => void
}) {
  const words = useWords().text.pages.review
  const count = (one: ReviewKind): number => answer?.[COUNTS[one]].totalCount ?? 0
  const total = REVIEW_KINDS.reduce((sum, one) => sum + count(one), 0)
  const choices = [
    { value: null, name: words.all, count: total },
    ...REVIEW_KINDS.map((value) => ({ value, name: words.kinds[value], count: count(value) })),
  ]
  return (
    <div className="review-kinds" role="group" aria-label={words.filter}>
      {choices.map(({ value, name, count }) => (
        <button
          key={name}
          type="button"
          className="toggle"
          aria-pressed={value === kind}
          onClick={() => {
            onKind(value)
          }}
        >
          <span>{name}</span> <b>{count}</b>
        </button>
      ))}
    </div>
  )
}

/** The commands that make sense for what is looked at. */
function possible(review: Review | undefined, canDecide: boolean, canUndo: boolean): ReadonlySet<Command> {
  const commands = new Set<Command>(['next', 'previous'])
  if (canUndo) commands.add('undo')
  if (review === undefined || !canDecide) return commands
  if (accept(review) !== null) commands.add('accept')
  if (reject(review) !== null) commands.add('reject')
  if (nameOf(review) !== null)
    for (const command of ['merge', 'split', 'retype'] as const) commands.add(command)
  return commands
}

/** What waits for a person, one after the other, by keyboard alone if wanted; and what was decided. */
export function ReviewPage() {
  const { text } = useWords()
  const words = text.pages.review
  const [kind, setKind] = useState<ReviewKind | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [credentials, setCredentials] = useState<Credentials | null>(readCredentials)
  const reviews = useReviews(kind)
  const log = useDecisions()
  const asking = useRef<{ retry: () => void }[]>([])
  useEffect(() => {
    asking.current = [reviews, log]
  })
  const refresh = useCallback(() => {
    for (const { retry } of asking.current) retry()
  }, [])
  const deciding = useDeciding(refresh, setCurrent)
  const { decided, pending, refusal } = deciding
  const edges = reviews.data?.reviews.edges
  const waiting = useMemo(
    () => (edges ?? []).map(({ node }) => node).filter(({ id }) => !decided.has(id)),
    [edges, decided],
  )
  const decisions = useMemo(() => (log.data?.decisions.edges ?? []).map(({ node }) => node), [log.data])
  const ids = waiting.map(({ id }) => id)
  const review = waiting.find(({ id }) => id === current) ?? waiting[0]
  useReadiness(!reviews.loading && !log.loading && pending === 0)
  useEffect(() => {
    document.title = `${words.title} · ${text.brand}`
  }, [words, text])

  const isRefused = refusal?.kind === 'FORBIDDEN'
  const reviewer = credentials?.reviewer ?? ''
  const last = lastOf(decisions, reviewer)
  const canDecide = credentials !== null && !isRefused
  const take = (action: Action | null): void => {
    if (action === null || credentials === null || review === undefined) return
    setChoice(null)
    setCurrent(after(ids, review.id))
    deciding.decide(action, review.id, credentials)
  }
  const undo = (id: string | undefined): void => {
    if (id !== undefined && credentials !== null) deciding.decide({ undo: id }, null, credentials)
  }
  const commands = possible(review, canDecide, canDecide && last !== undefined)
  const run = (command: Command): void => {
    if (!commands.has(command)) return
    switch (command) {
      case 'next':
      case 'previous':
        setChoice(null)
        setCurrent(step(ids, review?.id ?? null, command === 'next' ? 1 : -1))
        break
      case 'accept':
      case 'reject':
        if (review !== undefined) take(command === 'accept' ? accept(review) : reject(review))
        break
      case 'undo':
        undo(last?.id)
        break
      default:
        setChoice(command)
    }
  }
  const sign = (next: Credentials | null): void => {
    keepCredentials(next)
    setCredentials(next)
  }

  if (reviews.problem !== undefined)
    return <ProblemMessage problem={reviews.problem} onRetry={reviews.retry} />
  return (
    <main className="review">
      <header className="page-head">
        <h1>{words.title}</h1>
        <Kinds
          answer={log.data}
          kind={kind}
          onKind={(next) => {
            setKind(next)
            setCurrent(null)
          }}
        />
        {credentials !== null && (
          <button
            type="button"
            className="action"
            onClick={() => {
              sign(null)
            }}
          >
            {words.signOut(reviewer)}
          </button>
        )}
      </header>
      <div className="review-columns">
        {edges === undefined ? (
          <Loading />
        ) : (
          <ReviewList reviews={waiting} current={review?.id ?? null} onPick={setCurrent} />
        )}
        <section className="review-middle" aria-label={words.decision}>
          {!canDecide && (
            <SignIn
              reviewer={reviewer}
              isRefused={isRefused}
              onSignIn={(next) => {
                sign(next)
                deciding.forget()
              }}
            />
          )}
          <p className="review-state" role="status">
            {pending > 0 && words.deciding}
            {refusal?.kind === 'FAILED' && words.failed(refusal.reason)}
          </p>
          {review === undefined ? (
            edges !== undefined && <Message title={words.nothingTitle} hint={words.nothingHint} />
          ) : (
            <ReviewCard key={review.id} review={review} />
          )}
          {review !== undefined && choice !== null && (
            <ReviewChoice
              key={`${review.id} ${choice}`}
              choice={choice}
              review={review}
              onDecide={take}
              onClose={() => {
                setChoice(null)
              }}
            />
          )}
          <ReviewKeys possible={commands} onCommand={run} />
        </section>
        <DecisionLog
          decisions={decisions}
          total={log.data?.decisions.totalCount ?? 0}
          canUndo={canDecide}
          onUndo={undo}
        />
      </div>
    </main>
  )
}
