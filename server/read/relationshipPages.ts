/** Pages of the relationships of many entities at once, and how many each has. */
import { numberIn, statement, textIn } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type RelationshipFilter } from './filter.ts'
import { directionParams, type Direction } from './neighbors.ts'
import { fromCursor, type Page } from './page.ts'
import { byEvidence, relationshipIn, type Relationship } from './relationship.ts'

const relationshipPage = statement('read/relationshipPage', (row) => ({
  entity: textIn(row, 'entity'),
  relationship: relationshipIn(row),
}))
const relationshipCounts = statement('read/relationshipCounts', (row) => ({
  entity: textIn(row, 'entity'),
  count: numberIn(row, 'count'),
}))

export interface PageOptions {
  readonly where: RelationshipFilter
  readonly direction: Direction
  readonly first: number
  readonly after: string | undefined
}

/** A place before everything: more sources and more confidence than any relationship has. */
const beginning = [Number.MAX_SAFE_INTEGER, 2, ''] as const

/** The place a relationship has in the order. */
export const placeOf = (relationship: Relationship): readonly (string | number)[] => [
  relationship.sourceCount,
  relationship.confidence,
  relationship.id,
]

/** A page for each entity, in the order of the ids; one statement. */
export const relationshipPages = async (
  store: Store,
  ids: readonly string[],
  options: PageOptions,
): Promise<readonly Page<Relationship>[]> => {
  const [sources = 0, confidence = 0, id = ''] =
    options.after === undefined ? beginning : fromCursor(options.after, 3)
  const found = new Map<string, Relationship[]>(ids.map((entity) => [entity, []]))
  const rows = await store.read(relationshipPage, {
    ids,
    ...directionParams(options.direction),
    ...filterParams(options.where),
    afterSources: sources,
    afterConfidence: confidence,
    afterId: id,
    limit: options.first + 1,
  })
  for (const row of rows) found.get(row.entity)?.push(row.relationship)
  return ids.map((entity) => {
    const list = (found.get(entity) ?? []).sort(byEvidence)
    return {
      items: list.slice(0, options.first),
      hasNext: list.length > options.first,
      hasPrevious: options.after !== undefined,
    }
  })
}

/** How many relationships each entity has; one statement. */
export const countRelationships = async (
  store: Store,
  ids: readonly string[],
  options: Pick<PageOptions, 'where' | 'direction'>,
): Promise<readonly number[]> => {
  const rows = await store.read(relationshipCounts, {
    ids,
    ...directionParams(options.direction),
    ...filterParams(options.where),
  })
  const found = new Map(rows.map(({ entity, count }) => [entity, count]))
  return ids.map((id) => found.get(id) ?? 0)
}
