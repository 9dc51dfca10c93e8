/** Folds what hangs on a hub alone into one node, `+412 家供应商`, where there is too much to draw. */
import type { Direction, Label, RelationshipType } from './answers.ts'
import { linksByEntity, otherEnd, type Picture } from './picture.ts'
import { SYMMETRIC } from './sections.ts'
import type { Dated } from './time.ts'

/** Nodes and edges drawn at once before hubs are folded. */
export const MOST_DRAWN = 1000
/** Fewer than this are not worth folding. */
export const SMALLEST_GROUP = 10

export interface Group {
  /** Its hub, type and direction, seen from the hub, and the label of its members. */
  key: string
  hub: string
  type: RelationshipType
  direction: Direction
  label: Label
  members: readonly string[]
}

/** What is drawn as it is, and what is folded. */
export interface Grouping {
  picture: Picture
  groups: readonly Group[]
}

interface Wish {
  /** Never folded: the root, and what the reader has put there. */
  kept: ReadonlySet<string>
  /** Keys of groups that were opened. */
  opened: readonly string[]
}

function directionFrom(hub: string, { type, start }: Dated): Direction {
  if (SYMMETRIC.includes(type)) return 'BOTH'
  return start.id === hub ? 'OUT' : 'IN'
}

/** The one hub that an entity hangs on by one type and direction; null where it has other links. */
function hangingOf(id: string, label: Label, links: readonly Dated[]): Omit<Group, 'members'> | null {
  const [first, ...others] = links
  if (first === undefined) return null
  const hub = otherEnd(first, id).id
  const direction = directionFrom(hub, first)
  const isAlike = (link: Dated): boolean =>
    otherEnd(link, id).id === hub && link.type === first.type && directionFrom(hub, link) === direction
  if (!others.every(isAlike)) return null
  const key = [hub, first.type, direction, label].join('.').toLowerCase()
  return { key, hub, type: first.type, direction, label }
}

/** Every group there could be, largest first. */
function groupsIn({ entities, relationships }: Picture, kept: ReadonlySet<string>): Group[] {
  const links = linksByEntity(relationships)
  const groups = new Map<string, Omit<Group, 'members'> & { members: string[] }>()
  for (const { id, label } of entities.values()) {
    const hanging = kept.has(id) ? null : hangingOf(id, label, links.get(id) ?? [])
    if (hanging === null) continue
    const group = groups.get(hanging.key)
    if (group === undefined) groups.set(hanging.key, { ...hanging, members: [id] })
    else group.members.push(id)
  }
  return [...groups.values()]
    .filter(({ members }) => members.length >= SMALLEST_GROUP)
    .sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1))
}

/** Folds the largest groups around hubs until no more than `MOST_DRAWN` nodes and edges are left, as far as that goes. */
export function groupHubs(picture: Picture, { kept, opened }: Wish): Grouping {
  const links = linksByEntity(picture.relationships)
  let drawn = picture.entities.size + picture.relationships.length
  const groups: Group[] = []
  if (drawn > MOST_DRAWN) {
    for (const group of groupsIn(picture, kept)) {
      if (drawn <= MOST_DRAWN) break
      if (opened.includes(group.key)) continue
      const edges = group.members.reduce((sum, id) => sum + (links.get(id)?.length ?? 0), 0)
      // A node and an edge stand for all of it.
      drawn += 2 - group.members.length - edges
      groups.push(group)
    }
  }
  const folded = new Set(groups.flatMap(({ members }) => members))
  if (folded.size === 0) return { picture, groups }
  return {
    groups,
    picture: {
      root: picture.root,
      entities: new Map([...picture.entities].filter(([id]) => !folded.has(id))),
      relationships: picture.relationships.filter(
        ({ start, end }) => !folded.has(start.id) && !folded.has(end.id),
      ),
    },
  }
}
