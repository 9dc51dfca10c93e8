/** Relationships of entities for typed fields: all of some types and one direction, batched over the entities. */
import type DataLoader from 'dataloader'
import type { RelationshipType } from '../../model/model.ts'
import type { Direction } from '../../read/neighbors.ts'
import type { Relationship } from '../../read/relationship.ts'
import { relationshipPages } from '../../read/relationshipPages.ts'
import type { Context } from '../context.ts'

/** More than any typed field shows: a field's own `first` is at most 100 entities, each with a few relationships. */
const most = 1_000

/** Loads the relationships of an entity by its id, best evidenced first; ended ones are left out. */
export const linksOf = (
  context: Context,
  types: readonly RelationshipType[],
  direction: Direction,
): DataLoader<string, readonly Relationship[]> =>
  context.batched(`links ${types.join()} ${direction}`, async (ids) => {
    const pages = await relationshipPages(context.store, ids, {
      where: { types },
      direction,
      first: most,
      after: undefined,
    })
    return pages.map(({ items }) => items)
  })
