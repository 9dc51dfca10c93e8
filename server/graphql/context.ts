/** What resolvers work with: the store, the catalog of this moment, and loaders that batch what many fields ask. */
import DataLoader from 'dataloader'
import type { NoteQuestion } from '../ask/questionLog.ts'
import type { Catalog } from '../names/catalog.ts'
import type { Action, Decision } from '../review/decision.ts'
import type { Evidence } from '../read/evidence.ts'
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
  /** Its reads end with the operation. */
  readonly store: Store
  /** The same store for reads whose results other operations share. */
  readonly lasting: Store
  /** The address the request came from. */
  readonly client: string
  readonly catalog: Catalog
  readonly version: string
  readonly review: Review
  /** Told of each question that could not be read. */
  readonly noteQuestion: NoteQuestion
  /** Evidence that came with a whole list of facts, by the fact's id. */
  readonly evidence: Map<string, readonly Evidence[]>
  /** The loader of a field with these arguments, so that a list of parents costs one statement. */
  readonly batched: <V>(
    key: string,
    load: (ids: readonly string[]) => Promise<readonly V[]>,
  ) => DataLoader<string, V>
}

/** A context for one operation. */
export const createContext = (of: Omit<Context, 'batched' | 'evidence'>): Context => {
  const loaders = new Map<string, unknown>()
  const isLoader = <V>(value: unknown): value is DataLoader<string, V> => value instanceof DataLoader
  return {
    ...of,
    evidence: new Map(),
    batched: <V>(key: string, load: (ids: readonly string[]) => Promise<readonly V[]>) => {
      const known = loaders.get(key)
      if (isLoader<V>(known)) return known
      const loader = new DataLoader<string, V>(load)
      loaders.set(key, loader)
      return loader
    },
  }
}
