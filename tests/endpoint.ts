/** An endpoint over a store that a test makes up. */
import { pino } from 'pino'
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
