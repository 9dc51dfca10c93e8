/** Asking the API for what the page of a company, park, cluster or policy tells. */
import { useMemo } from 'react'
import { type Label, type Mention, STAGES } from '../answers.ts'
import { type Loaded, useOperation } from '../api.ts'
import chain from '../operations/Chain.graphql?raw'
import portrait from '../operations/Portrait.graphql?raw'
import { withFragments } from '../operations/withFragments.ts'
import { askedProducts, type Chain, type ChainAnswer, chainOf } from './chain.ts'
import { type MakersAnswer, makersOf, makersOperation, makersVariables, MOST_PRODUCTS } from './makers.ts'
import type { Portrait } from './portrait.ts'

/** The whole operation, ready to run with its variables. */
export const PORTRAIT_OPERATION = withFragments(portrait)

/** What the operation is asked with: ended relationships are told too, marked as such. */
export function portraitVariables(id: string): { id: string; stages: readonly string[] } {
  return { id, stages: STAGES }
}

/** The page of an entity by its id. */
export function usePortrait(id: string): Loaded<{ entity: Portrait | null }> {
  return useOperation(PORTRAIT_OPERATION, portraitVariables(id))
}

/** A chain with who makes its products, here or elsewhere. */
export interface MadeChain extends Chain {
  makers: ReadonlyMap<string, readonly Mention[]>
}

/** The chain that the members of a park or cluster stand in; nothing is asked for other kinds. */
export function useChain(id: string, label: Label): Loaded<MadeChain> {
  const answer = useOperation<ChainAnswer>(
    withFragments(chain),
    { id },
    label !== 'PARK' && label !== 'CLUSTER',
  )
  const found = useMemo(() => (answer.data === undefined ? undefined : chainOf(answer.data)), [answer.data])
  const asked = useMemo(() => (found === undefined ? [] : askedProducts(found, MOST_PRODUCTS)), [found])
  // The client reads an operation also while it does not ask it, and one without fields is none.
  const operation = withFragments(makersOperation(Math.max(asked.length, 1)))
  const making = useOperation<MakersAnswer>(operation, makersVariables(asked), asked.length === 0)
  const data = useMemo(() => {
    if (found === undefined || (asked.length > 0 && making.data === undefined)) return undefined
    return { ...found, makers: makersOf(asked, making.data ?? {}) }
  }, [found, asked, making.data])
  return {
    data,
    loading: answer.loading || making.loading,
    problem: answer.problem ?? making.problem,
    retry: () => {
      for (const part of [answer, making]) if (part.problem !== undefined) part.retry()
    },
  }
}
