/** How far projects, institutions and parks have come: by what is stated of them, not by where they are entered. */
import type { Catalog } from '../names/catalog.ts'
import type { RelationshipFilter } from '../read/filter.ts'
import { neighbors } from '../read/neighbors.ts'
import type { Relationship } from '../read/relationship.ts'
import type { Stage } from '../model/stage.ts'
import type { Store } from '../store/store.ts'

/** The most facts that tell how far things have come. */
const mostFacts = 5_000

const types = ['INVESTS_IN', 'OPERATES', 'LOCATED_IN'] as const

/**
 * Of these things, those that some fact says have come so far, each with these facts: who invests in it or operates it,
 * and where it is stated to lie at a date. A place without a date is a table's own and tells only of what nothing else does.
 */
export const stagedAmong = async (
  source: { readonly store: Store; readonly catalog: Catalog },
  ids: readonly string[],
  stages: readonly Stage[],
  where: RelationshipFilter,
): Promise<ReadonlyMap<string, readonly Relationship[]>> => {
  if (ids.length === 0) return new Map()
  const { relationships } = await neighbors(source.store, {
    of: ids,
    direction: 'BOTH',
    where: { ...where, types },
    first: mostFacts,
  })
  const own = new Map<string, Relationship[]>(ids.map((id) => [id, []]))
  for (const fact of relationships) own.get(fact.type === 'LOCATED_IN' ? fact.start : fact.end)?.push(fact)
  return new Map(
    ids.flatMap((id) => {
      const facts = own.get(id) ?? []
      const telling = facts.filter(({ type, since }) => type !== 'LOCATED_IN' || since !== null)
      const so = (telling.length > 0 ? telling : facts).filter(({ stage }) => stages.includes(stage))
      return so.length === 0 ? [] : [[id, so] as const]
    }),
  )
}
