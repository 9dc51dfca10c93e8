/** The ids that entities would have by other names: what was linked by one of them is still found. */
import { entityId } from '../model/identity.ts'
import { push } from './claims.ts'
import type { Resolved } from './resolve.ts'

/**
 * Collects the ids that aliases of entities make: those an entity had while a source knew it by such a name alone, as a
 * document does before a table gives the full name. An alias of several entities, or the name of another, makes none.
 */
export class FormerIds {
  private readonly ids = new Map<string, string>()
  private readonly owners = new Map<string, Set<string>>()

  /** Adds names that an entity has. */
  add(entity: Resolved, names: Iterable<string>): void {
    for (const name of names) {
      if (name === entity.name) continue
      const id = this.idBy(entity, name)
      this.owners.set(id, (this.owners.get(id) ?? new Set()).add(entity.id))
    }
  }

  /** The former ids of each entity that has some, sorted, given which ids entities have now. */
  byEntity(isEntity: (id: string) => boolean): ReadonlyMap<string, readonly string[]> {
    const former = new Map<string, string[]>()
    for (const [id, [owner, ...others]] of this.owners)
      if (owner !== undefined && others.length === 0 && !isEntity(id)) push(former, owner, id)
    return new Map([...former].map(([owner, ids]) => [owner, ids.sort()]))
  }

  /** Documents use one alias many times. */
  private idBy({ label }: Resolved, name: string): string {
    const key = `${label} ${name}`
    const id = this.ids.get(key) ?? entityId(label, name)
    this.ids.set(key, id)
    return id
  }
}
