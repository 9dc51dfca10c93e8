/** What resolvers work with: the store, the catalog of this moment, and loaders that batch what many fields ask. */
import DataLoader from 'dataloader'
import type { Catalog } from '../names/catalog.ts'
import type { Action, Decision } from '../review/decision.ts'
import type { Store } from '../store/store.ts'

/** What an operation may do about review. */
export interface Review {
  /** Whether the request carries the server's ADMIN_TOKEN. */
  readonly isAdmin: boolean
  /** Every decision taken, oldest first. */
  readonly decisions: () => readonly Decision[]
  /** Takes a decision and makes the graph with it. */
  readonly decide: (action: Action, reviewer: string) => Promise<Decision>
}

export interface Context {
  readonly store: Store
  readonly catalog: Catalog
  readonly version: string
  readonly review: Review
  /** The loader of a field with these arguments, so that a list of parents costs one statement. */
  readonly batched: <V>(
    key: string,
    load: (ids: readonly string[]) => Promise<readonly V[]>,
  ) => DataLoader<string, V>
}

/** A context for one operation. */
export const createContext = (of: Pick<Context, 'store' | 'catalog' | 'version' | 'review'>): Context => {
  const loaders = new Map<string, unknown>()
  const isLoader = <V>(value: unknown): value is DataLoader<string, V> => value instanceof DataLoader
  return {
    ...of,
    batched: <V>(key: string, load: (ids: readonly string[]) => Promise<readonly V[]>) => {
      const known = loaders.get(key)
      if (isLoader<V>(known)) return known
      const loader = new DataLoader<string, V>(load)
      loaders.set(key, loader)
      return loader
    },
  }
}
