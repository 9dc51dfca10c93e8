import { useMemo } from 'react'
import { cacheExchange, Client, type CombinedError, fetchExchange, useQuery } from 'urql'
import {
  type ExamplesAnswer,
  type ModelAnswer,
  type Profile,
  type SearchHit,
  STAGES,
  type Subgraph,
} from './answers.ts'
import examples from './operations/Examples.graphql?raw'
import model from './operations/Model.graphql?raw'
import neighbors from './operations/Neighbors.graphql?raw'
import profile from './operations/Profile.graphql?raw'
import search from './operations/Search.graphql?raw'
import supplyChain from './operations/SupplyChain.graphql?raw'
import type { View } from './state.ts'

/** Relationships asked for at most in one answer; what is left out is said in words. */
const CHAIN_LIMIT = 300
const NEIGHBOR_LIMIT = 150

// The API leaves ended relationships out unless asked; the page asks for every stage, so that the legend can count
// the ended ones and show them without another round trip.
const EVERY_STAGE = { stages: STAGES }

/** The one client of the page. POST for every operation: questions do not end up in the logs of proxies. */
export const client = new Client({
  url: '/graphql',
  exchanges: [cacheExchange, fetchExchange],
  preferGetMethod: false,
})

/** Why an answer is missing, as far as a reader can do something about it. */
export type Problem =
  | { kind: 'OFFLINE' }
  | { kind: 'UNREACHABLE' }
  | { kind: 'BUSY' }
  | { kind: 'NOT_FOUND' }
  | { kind: 'REFUSED'; message: string }

/** An answer on its way or here. `data` may be that of earlier variables while `loading`. */
export interface Loaded<Data> {
  data: Data | undefined
  loading: boolean
  problem: Problem | undefined
  retry: () => void
}

function problemOf(error: CombinedError): Problem {
  const answer: unknown = error.response
  const status = answer instanceof Response ? answer.status : 0
  if (status === 429 || status === 503) return { kind: 'BUSY' }
  const refusal = error.graphQLErrors[0]
  if (refusal?.extensions['code'] === 'NOT_FOUND') return { kind: 'NOT_FOUND' }
  if (refusal !== undefined) return { kind: 'REFUSED', message: refusal.message }
  return navigator.onLine ? { kind: 'UNREACHABLE' } : { kind: 'OFFLINE' }
}

function useOperation<Data>(query: string, variables: Record<string, unknown>, pause = false): Loaded<Data> {
  const [{ data, fetching, error }, execute] = useQuery<Data, Record<string, unknown>>({
    query,
    variables,
    pause,
  })
  const problem = useMemo(() => (error === undefined ? undefined : problemOf(error)), [error])
  return {
    data: pause ? undefined : data,
    loading: !pause && (fetching || (data === undefined && problem === undefined)),
    problem: pause || fetching ? undefined : problem,
    retry: () => {
      execute({ requestPolicy: 'network-only' })
    },
  }
}

/** The model and the size of the graph. */
export function useModelAnswer(): Loaded<ModelAnswer> {
  return useOperation(model, {})
}

/** Where the home page suggests to start. */
export function useExamples(): Loaded<ExamplesAnswer> {
  return useOperation(examples, {})
}

/** Suggestions for a text; none are asked for while it is empty. */
export function useSearch(text: string): Loaded<{ search: readonly SearchHit[] }> {
  return useOperation(search, { text }, text === '')
}

/** The card of an entity; nothing is asked without an id. */
export function useProfile(id: string | null): Loaded<{ entity: Profile | null }> {
  return useOperation(profile, { id, where: EVERY_STAGE }, id === null)
}

/** Suppliers and customers of the entity in view. */
export function useSupplyChain(view: View, pause: boolean): Loaded<{ subgraph: Subgraph }> {
  const { entity: of, direction, depth } = view
  return useOperation(supplyChain, { of, direction, depth, where: EVERY_STAGE, first: CHAIN_LIMIT }, pause)
}

/** What lies one step around these entities. */
export function useNeighbors(of: readonly string[]): Loaded<{ subgraph: Subgraph }> {
  const first = NEIGHBOR_LIMIT * Math.max(of.length, 1)
  return useOperation(neighbors, { of, where: EVERY_STAGE, first: Math.min(first, 2000) }, of.length === 0)
}
