/** An endpoint over a store that a test makes up. */
import { pino } from 'pino'
import { z } from 'zod'
import { followStore } from '../server/graphql/live.ts'
import { createEndpoint, type Endpoint, type YogaOptions } from '../server/graphql/yoga.ts'
import type { Store } from '../server/store/store.ts'

/** A store that holds nothing and does nothing. */
export const idleStore: Store = {
  kind: 'embedded',
  read: () => Promise.resolve([]),
  write: () => Promise.resolve([]),
  batch: () => Promise.resolve(),
  setup: () => Promise.resolve(),
  health: () => Promise.resolve(),
  close: () => Promise.resolve(),
}

/** The endpoint over a store; it does not follow another version. */
export const endpointOf = async (
  store: Store,
  options: Partial<Omit<YogaOptions, 'store' | 'live'>> = {},
): Promise<Endpoint> => {
  const logger = pino({ level: 'silent' })
  const live = await followStore(store, logger)
  live.stop()
  return createEndpoint({ store, live, logger, production: false, ...options })
}

const answerShape = z.object({ data: z.object({ answer: z.unknown() }) })

/** What one field of the query answers, as `neighbors(of: ["x"]) { omitted }`. Throws where there are errors instead. */
export const fieldOf = async (endpoint: Endpoint, field: string): Promise<unknown> => {
  const response = await endpoint.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: `{ answer: ${field} }` }),
  })
  return answerShape.parse(await response.json()).data.answer
}
