/** Everything one step away from some entities, in one statement. */
import { statement } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type RelationshipFilter } from './filter.ts'
import { relationshipIn } from './relationship.ts'
import type { Subgraph } from './subgraph.ts'

const around = statement('read/relationshipsAround', relationshipIn)

export type Direction = 'OUT' | 'IN' | 'BOTH'

/** Which directions a statement is to follow. */
export const directionParams = (
  direction: Direction,
): { readonly outgoing: boolean; readonly incoming: boolean } => ({
  outgoing: direction !== 'IN',
  incoming: direction !== 'OUT',
})

/** The relationships of these entities and whoever they lead to; at most `first` relationships. */
export const neighbors = async (
  store: Store,
  options: {
    readonly of: readonly string[]
    readonly direction: Direction
    readonly where: RelationshipFilter
    readonly first: number
  },
): Promise<Subgraph> => {
  const found = await store.read(around, {
    ids: options.of,
    ...directionParams(options.direction),
    ...filterParams(options.where),
    limit: options.first + 1,
  })
  const relationships = found.slice(0, options.first)
  const entities = new Set(options.of)
  for (const { start, end } of relationships) entities.add(start).add(end)
  const omitted = found.length - relationships.length
  return { entities: [...entities], relationships, truncated: omitted > 0, omitted, tiers: [] }
}
