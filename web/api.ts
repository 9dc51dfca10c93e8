import { useEffect, useMemo, useRef, useState } from 'react'
import { cacheExchange, Client, type CombinedError, fetchExchange, useQuery } from 'urql'
import {
  type Direction,
  type ExamplesAnswer,
  type ModelAnswer,
  type Path,
  type Profile,
  type RelationshipType,
  type SearchHit,
  STAGES,
  type Subgraph,
} from './answers.ts'
import type { ExpansionsAnswer } from './expansions.ts'
import { type Filters, NO_FILTERS } from './filters.ts'
import examples from './operations/Examples.graphql?raw'
import expansions from './operations/Expansions.graphql?raw'
import model from './operations/Model.graphql?raw'
import neighbors from './operations/Neighbors.graphql?raw'
import paths from './operations/Paths.graphql?raw'
import profile from './operations/Profile.graphql?raw'
import search from './operations/Search.graphql?raw'
import supplyChain from './operations/SupplyChain.graphql?raw'
import { withFragments } from './operations/withFragments.ts'
import type { Mode, View } from './state.ts'
import type { PathRequest } from './work.ts'

/** Relationships asked for at most in one answer; what is left out is said in words. */
const CHAIN_LIMIT = 1000
const NEIGHBOR_LIMIT = 500
const PATH_LIMIT = 5
/** As in the contract. */
const MOST_RELATIONSHIPS = 2000

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

/** Asks an operation and keeps its answer; while `pause`, nothing is asked and nothing is there. */
export function useOperation<Data>(
  query: string,
  variables: Record<string, unknown>,
  pause = false,
): Loaded<Data> {
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
  return useOperation(withFragments(profile), { id, where: EVERY_STAGE }, id === null)
}

/**
 * The filters that the API knows. Dates are left to the page (time.ts): the slider then needs no round trip, nothing
 * moves, and two days can be compared.
 */
function whereOf({ product, confidence, sources }: Filters): Record<string, unknown> {
  return {
    ...EVERY_STAGE,
    ...(product === NO_FILTERS.product ? {} : { product }),
    ...(confidence === NO_FILTERS.confidence ? {} : { minConfidence: confidence / 100 }),
    ...(sources === NO_FILTERS.sources ? {} : { minSources: sources }),
  }
}

/** How much each way of expanding an entity would add. */
export function useExpansions(id: string, filters: Filters): Loaded<ExpansionsAnswer> {
  return useOperation(expansions, { id, ...whereOf(filters) })
}

/** A whole operation, and what it is asked with. */
export interface OperationRequest {
  operation: string
  variables: Record<string, unknown>
}

function chainRequest({ entity: of, direction, depth, filters }: View): OperationRequest {
  const variables = { of, direction, depth, where: whereOf(filters), first: CHAIN_LIMIT }
  return { operation: withFragments(supplyChain), variables }
}

/** Suppliers and customers of the entity in view. */
export function useSupplyChain(view: View, pause: boolean): Loaded<{ subgraph: Subgraph }> {
  const { operation, variables } = chainRequest(view)
  return useOperation(operation, variables, pause)
}

/** What lies one step around entities, of one type and direction or of all. */
export interface Surroundings {
  of: readonly string[]
  type: RelationshipType | null
  direction: Direction
}

/** The ways between two entities; nothing is asked without a request. */
export function usePaths(request: PathRequest | null, filters: Filters): Loaded<{ paths: readonly Path[] }> {
  const where = whereOf(filters)
  return useOperation(withFragments(paths), { ...request, where, first: PATH_LIMIT }, request === null)
}

function variablesOf({ of, type, direction }: Surroundings, filters: Filters): Record<string, unknown> {
  return {
    of,
    direction,
    where: { ...whereOf(filters), ...(type === null ? {} : { types: [type] }) },
    first: Math.min(NEIGHBOR_LIMIT * of.length, MOST_RELATIONSHIPS),
  }
}

/** What the page of an entity asks for its picture, ready to run. */
export function pictureRequest(view: View, mode: Mode): OperationRequest {
  if (mode === 'CHAIN') return chainRequest(view)
  const around: Surroundings = {
    of: view.entity === null ? [] : [view.entity],
    type: null,
    direction: 'BOTH',
  }
  return { operation: withFragments(neighbors), variables: variablesOf(around, view.filters) }
}

/** An answer with what it answers. */
export interface Surrounded {
  request: Surroundings
  part: Subgraph
}

interface Gathered {
  key: string
  answers: readonly Surrounded[]
  error: CombinedError | undefined
}

/** Several surroundings at once, however many; the answers to what was asked before stay meanwhile. */
export function useSurroundings(
  requests: readonly Surroundings[],
  filters: Filters,
): Loaded<readonly Surrounded[]> {
  const questions = requests.map((request) => ({ request, variables: variablesOf(request, filters) }))
  const key = JSON.stringify(questions.map(({ variables }) => variables))
  const [gathered, setGathered] = useState<Gathered>({ key: '[]', answers: [], error: undefined })
  const [round, setRound] = useState(0)
  const asked = useRef(questions)
  useEffect(() => {
    asked.current = questions
  })
  useEffect(() => {
    let isGone = false
    const asking = asked.current.map(async ({ request, variables }) => {
      const { data, error } = await client
        .query<{ subgraph: Subgraph }>(withFragments(neighbors), variables)
        .toPromise()
      return { answers: data === undefined ? [] : [{ request, part: data.subgraph }], error }
    })
    void Promise.all(asking).then((results) => {
      if (isGone) return
      setGathered({
        key,
        answers: results.flatMap(({ answers }) => answers),
        error: results.find(({ error }) => error !== undefined)?.error,
      })
    })
    return () => {
      isGone = true
    }
  }, [key, round])
  const isCurrent = gathered.key === key
  const error = isCurrent ? gathered.error : undefined
  const problem = useMemo(() => (error === undefined ? undefined : problemOf(error)), [error])
  return {
    data: gathered.answers,
    loading: !isCurrent,
    problem,
    retry: () => {
      setRound(round + 1)
    },
  }
}
