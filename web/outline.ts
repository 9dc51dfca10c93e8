/** The drawing as an outline: every entity once, from the root outwards, with the relationships told under it. */
import type { Member } from './answers.ts'
import type { Group, Grouping } from './grouping.ts'
import { linksByEntity, otherEnd } from './picture.ts'
import type { Dated } from './time.ts'

export interface Entry {
  entity: Member
  /** Those that lead farther out or across, and were not told before. */
  relationships: readonly Dated[]
  groups: readonly Group[]
}

/** Entities by their distance from the root; each relationship stands under the end that comes first. */
export function outlineOf({ picture, groups }: Grouping): Entry[] {
  const links = linksByEntity(picture.relationships)
  const order = new Set(picture.entities.has(picture.root) ? [picture.root] : [])
  const follow = (): void => {
    for (const id of order) for (const link of links.get(id) ?? []) order.add(otherEnd(link, id).id)
  }
  follow()
  for (const id of picture.entities.keys()) {
    order.add(id)
    follow()
  }
  const told = new Set<string>()
  return [...order].flatMap((id): Entry[] => {
    const entity = picture.entities.get(id)
    if (entity === undefined) return []
    const relationships = (links.get(id) ?? []).filter((link) => !told.has(link.id))
    for (const link of relationships) told.add(link.id)
    return [{ entity, relationships, groups: groups.filter(({ hub }) => hub === id) }]
  })
}
