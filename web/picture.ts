import type { Label, Mention, Relationship, RelationshipType, Stage, Subgraph } from './answers.ts'
import type { Hideable } from './state.ts'

/** What graph and table show alike: entities by id, and the relationships between them. */
export interface Picture {
  root: string
  entities: ReadonlyMap<string, Mention>
  relationships: readonly Relationship[]
}

/** Puts several answers into one picture: every entity and relationship once, in the order first given. */
export function mergeSubgraphs(root: string, subgraphs: readonly Subgraph[]): Picture {
  const entities = new Map<string, Mention>()
  for (const { entities: given } of subgraphs) {
    for (const entity of given) if (!entities.has(entity.id)) entities.set(entity.id, entity)
  }
  const relationships = new Map<string, Relationship>()
  for (const { relationships: given } of subgraphs) {
    for (const relationship of given) {
      const start = entities.get(relationship.start.id)
      const end = entities.get(relationship.end.id)
      if (start === undefined || end === undefined || relationships.has(relationship.id)) continue
      relationships.set(relationship.id, { ...relationship, start, end })
    }
  }
  return { root, entities, relationships: [...relationships.values()] }
}

/** The entity at the other end of a relationship. */
export function otherEnd({ start, end }: Relationship, id: string): Mention {
  return start.id === id ? end : start
}

function linksByEntity(relationships: readonly Relationship[]): Map<string, Relationship[]> {
  const links = new Map<string, Relationship[]>()
  for (const relationship of relationships) {
    for (const { id } of [relationship.start, relationship.end]) {
      const list = links.get(id)
      if (list === undefined) links.set(id, [relationship])
      else list.push(relationship)
    }
  }
  return links
}

/**
 * The picture without what is hidden, and without what hangs together with its root only through what is hidden. The
 * root itself always stays.
 */
export function filterPicture(picture: Picture, hidden: readonly Hideable[]): Picture {
  const hides = new Set<Hideable>(hidden)
  const shows = ({ id, label }: Mention): boolean => id === picture.root || !hides.has(label)
  const kept = picture.relationships.filter(
    ({ type, stage, start, end }) => !hides.has(type) && !hides.has(stage) && shows(start) && shows(end),
  )
  const links = linksByEntity(kept)
  const reached = new Set([picture.root])
  for (const id of reached) {
    for (const relationship of links.get(id) ?? []) reached.add(otherEnd(relationship, id).id)
  }
  return {
    root: picture.root,
    entities: new Map([...picture.entities].filter(([id]) => reached.has(id))),
    relationships: kept.filter(({ start }) => reached.has(start.id)),
  }
}

export interface Counts {
  labels: ReadonlyMap<Label, number>
  types: ReadonlyMap<RelationshipType, number>
  stages: ReadonlyMap<Stage, number>
}

function countBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** How often each label, type and stage stands in a picture. */
export function countPicture({ entities, relationships }: Picture): Counts {
  return {
    labels: countBy(entities.values(), ({ label }) => label),
    types: countBy(relationships, ({ type }) => type),
    stages: countBy(relationships, ({ stage }) => stage),
  }
}
