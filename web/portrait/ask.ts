/** Asking the API for what the page of a company, park, cluster or policy tells. */
import { type Label, STAGES } from '../answers.ts'
import { claims, facts, type Loaded, useOperation } from '../api.ts'
import chain from '../operations/Chain.graphql?raw'
import portrait from '../operations/Portrait.graphql?raw'
import type { ChainAnswer } from './chain.ts'
import type { Portrait } from './portrait.ts'

/** The whole operation, ready to run with its variables. */
export const PORTRAIT_OPERATION = portrait + facts

/** What the operation is asked with: ended relationships are told too, marked as such. */
export function portraitVariables(id: string): { id: string; stages: readonly string[] } {
  return { id, stages: STAGES }
}

/** The page of an entity by its id. */
export function usePortrait(id: string): Loaded<{ entity: Portrait | null }> {
  return useOperation(PORTRAIT_OPERATION, portraitVariables(id))
}

/** The chain that members of a park or cluster stand in; nothing is asked for other kinds. */
export function useChain(id: string, label: Label | undefined): Loaded<ChainAnswer> {
  return useOperation(chain + claims, { id }, label !== 'PARK' && label !== 'CLUSTER')
}
