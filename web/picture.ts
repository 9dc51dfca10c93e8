import type { Label, Member, Part, Relationship, RelationshipType, Stage } from './answers.ts'
import type { Change, Dated } from './time.ts'

/** What graph and table show alike: entities by id, and the relationships between them. */
export interface Picture {
  root: string
  entities: ReadonlyMap<string, Member>
  relationships: readonly Dated[]
}

/** Puts several answers into one picture: every entity and relationship once, in the order first given. */
export function mergeParts(root: string, parts: readonly Part[]): Picture {
  const entities = new Map<string, Member>()
  for (const { entities: given } of parts) {
    for (const entity of given) if (!entities.has(entity.id)) entities.set(entity.id, entity)
  }
  const relationships = new Map<string, Dated>()
  for (const { relationships: given } of parts) {
    for (const relationship of given) {
      const start = entities.get(relationship.start.id)
      const end = entities.get(relationship.end.id)
      if (start === undefined || end === undefined || relationships.has(relationship.id)) continue
      relationships.set(relationship.id, { ...relationship, start, end, change: null, stageBefore: null })
    }
  }
  return { root, entities, relationships: [...relationships.values()] }
}

/** A picture of relationships that bring their ends along. */
export function pictureOf(root: string, relationships: readonly Relationship[]): Picture {
  const entities = new Map(
    relationships.flatMap(({ start, end }) => [start, end]).map((end) => [end.id, end]),
  )
  return {
    root,
    entities,
    relationships: relationships.map((one) => ({ ...one, change: null, stageBefore: null })),
  }
}

/** The entity at the other end of a relationship. */
export function otherEnd<End extends { id: string }>(
  { start, end }: { start: End; end: End },
  id: string,
): End {
  return start.id === id ? end : start
}

/** The relationships of each entity that has any. */
export function linksByEntity<Link extends Relationship>(
  relationships: readonly Link[],
): Map<string, Link[]> {
  const links = new Map<string, Link[]>()
  for (const relationship of relationships) {
    for (const { id } of [relationship.start, relationship.end]) {
      const list = links.get(id)
      if (list === undefined) links.set(id, [relationship])
      else list.push(relationship)
    }
  }
  return links
}

export interface Counts {
  labels: ReadonlyMap<Label, number>
  types: ReadonlyMap<RelationshipType, number>
  stages: ReadonlyMap<Stage, number>
  pending: number
  /** Empty where nothing is compared. */
  changes: ReadonlyMap<Change, number>
}

function countBy<Item, Key>(items: Iterable<Item>, keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

/** How often each label, type, stage and change stands in a picture. */
export function countPicture({ entities, relationships }: Picture): Counts {
  const changes = relationships.map(({ change }) => change).filter((change) => change !== null)
  return {
    labels: countBy(entities.values(), ({ label }) => label),
    types: countBy(relationships, ({ type }) => type),
    stages: countBy(relationships, ({ stage }) => stage),
    pending: relationships.filter(({ pending }) => pending).length,
    changes: countBy(changes, (change) => change),
  }
}
