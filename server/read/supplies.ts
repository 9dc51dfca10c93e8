/** Supplies found by the product they name in words. */
import { statement } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type RelationshipFilter } from './filter.ts'
import { relationshipIn, type Relationship } from './relationship.ts'

const suppliesOfProducts = statement('read/suppliesOfProducts', relationshipIn)

/** The supplies whose product is one of these spellings (nameKey), best evidenced first, at most `first`; one statement. */
export const suppliesNaming = async (
  store: Store,
  keys: readonly string[],
  options: { readonly where: RelationshipFilter; readonly first: number },
): Promise<readonly Relationship[]> => {
  if (keys.length === 0) return []
  return store.read(suppliesOfProducts, {
    ...filterParams(options.where),
    products: [{ id: '', keys }],
    upstream: true,
    seen: {},
    limit: options.first,
  })
}
