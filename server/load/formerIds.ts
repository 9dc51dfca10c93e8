/** The ids that entities would have by other names: what was linked by one of them is still found. */
import { entityId } from '../model/identity.ts'
import { push } from './claims.ts'
import type { Resolved } from './resolve.ts'
import type { EntityStatement } from './statements.ts'

interface Stated {
  readonly entity: Resolved
  readonly said: readonly EntityStatement[]
}

/**
 * Per entity the ids that its aliases make, sorted: those it had while a source knew it by such a name alone, as a
 * document does before a table gives the full name. An alias of several entities, or the name of another, makes none.
 */
export const formerIds = (entities: ReadonlyMap<string, Stated>): ReadonlyMap<string, readonly string[]> => {
  const owners = new Map<string, Set<string>>()
  for (const { entity, said } of entities.values())
    for (const name of new Set(said.flatMap((statement) => [statement.name, ...statement.aliases]))) {
      if (name === entity.name) continue
      const id = entityId(entity.label, name)
      owners.set(id, (owners.get(id) ?? new Set()).add(entity.id))
    }
  const former = new Map<string, string[]>()
  for (const [id, [owner, ...others]] of owners)
    if (owner !== undefined && others.length === 0 && !entities.has(id)) push(former, owner, id)
  return new Map([...former].map(([owner, ids]) => [owner, ids.sort()]))
}
