/** What a traversal answers: ids of entities in order, relationships, and what was left out. */
import type { Relationship } from './relationship.ts'

export interface Tier {
  readonly depth: number
  readonly direction: 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH'
  /** Ids. */
  readonly entities: readonly string[]
}

export interface Subgraph {
  /** Ids, in the order they were reached. */
  readonly entities: readonly string[]
  readonly relationships: readonly Relationship[]
  readonly truncated: boolean
  /** At least this many relationships were left out. */
  readonly omitted: number
  readonly tiers: readonly Tier[]
}
