/** What waits and was decided, asked of the API; and deciding, one after the other, while the page goes on. */
import { useCallback, useRef, useState } from 'react'
import type { Span } from '../target.ts'
import { client, type Loaded, useOperation } from '../api.ts'
import decide from '../operations/Decide.graphql?raw'
import decisions from '../operations/Decisions.graphql?raw'
import reviews from '../operations/Reviews.graphql?raw'
import text from '../operations/Text.graphql?raw'
import { withFragments } from '../operations/withFragments.ts'
import type { Action, Decision, Review, ReviewKind } from './review.ts'
import type { Credentials } from './credentials.ts'

/** As many of a list as are shown at once. */
const FIRST = 100

interface Count {
  totalCount: number
}

export interface DecisionsAnswer {
  decisions: Count & { edges: readonly { node: Decision }[] }
  names: Count
  sameAs: Count
  relationships: Count
  metrics: Count
}

/** What waits, of one kind or of all. */
export function useReviews(
  kind: ReviewKind | null,
): Loaded<{ reviews: Count & { edges: readonly { node: Review }[] } }> {
  return useOperation(withFragments(reviews), { kinds: kind === null ? null : [kind], first: FIRST })
}

/** What was decided, latest first, and how much waits. */
export function useDecisions(): Loaded<DecisionsAnswer> {
  return useOperation(decisions, { first: FIRST })
}

/** The text of a document; nothing is asked without an id. */
export function useText(
  id: string | null,
): Loaded<{ document: { id: string; text: string | null; damage: readonly Span[] } | null }> {
  return useOperation(text, { id }, id === null)
}

/** Why a decision was not kept. */
export type Refusal = { kind: 'FORBIDDEN' } | { kind: 'FAILED'; reason: string }

async function send(action: Action, { reviewer, token }: Credentials): Promise<Refusal | null> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await client
    .mutation(decide, { action, reviewer }, { fetchOptions: { headers } })
    .toPromise()
  const [refusal] = answer.error?.graphQLErrors ?? []
  if (refusal?.extensions['code'] === 'FORBIDDEN') return { kind: 'FORBIDDEN' }
  if (answer.error === undefined) return null
  return { kind: 'FAILED', reason: refusal?.message ?? answer.error.message }
}

export interface Deciding {
  /** How many decisions are on their way. */
  pending: number
  /** Ids of what is decided and may still be listed. */
  decided: ReadonlySet<string>
  refusal: Refusal | null
  decide: (action: Action, review: string | null, credentials: Credentials) => void
  /** Forgets that something was refused, to try again. */
  forget: () => void
}

/**
 * Decides in the background, in the order of the clicks: each decision makes the graph anew, so two at once would only
 * wait for each other. What was not kept comes back to the list.
 */
export function useDeciding(onSettled: () => void, onRefused: (review: string) => void): Deciding {
  const [pending, setPending] = useState(0)
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set())
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const line = useRef(Promise.resolve())
  const take = useCallback(
    (action: Action, review: string | null, credentials: Credentials) => {
      setPending((count) => count + 1)
      setRefusal(null)
      if (review !== null) setDecided((ids) => new Set([...ids, review]))
      const failed = (reason: Refusal): void => {
        setRefusal(reason)
        if (review === null) return
        setDecided((ids) => new Set([...ids].filter((id) => id !== review)))
        onRefused(review)
      }
      line.current = line.current
        .then(() => send(action, credentials))
        .then(
          (reason) => {
            if (reason !== null) failed(reason)
          },
          (error: unknown) => {
            failed({ kind: 'FAILED', reason: error instanceof Error ? error.message : String(error) })
          },
        )
        .then(() => {
          // What was taken back may wait again under its old id.
          if ('undo' in action) setDecided(new Set())
          setPending((count) => count - 1)
          onSettled()
        })
    },
    [onSettled, onRefused],
  )
  const forget = useCallback(() => {
    setRefusal(null)
  }, [])
  return { pending, decided, refusal, decide: take, forget }
}
