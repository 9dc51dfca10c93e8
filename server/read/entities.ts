/** Lists of entities: filtered by kind, place, park, cluster and text, in one of four orders. */
import type { Label, RelationshipType } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import { byName, type Catalog, type Entity } from '../names/catalog.ts'
import { numberIn, statement, textIn } from '../store/statement.ts'
import type { Params, Store } from '../store/store.ts'
import { filterParams } from './filter.ts'
import { relationshipIn } from './relationship.ts'

const neighborCounts = statement(
  'read/neighborCounts',
  (row) => [textIn(row, 'entity'), numberIn(row, 'count')] as const,
)
const relationshipTotals = statement(
  'read/relationshipTotals',
  (row) => [textIn(row, 'entity'), numberIn(row, 'count')] as const,
)
const relationshipsIn = statement('read/relationshipsIn', relationshipIn)

export type EntityOrder = 'NAME' | 'RELATIONSHIPS' | 'SUPPLIERS' | 'CUSTOMERS'

/** What a list is filtered by; place, park and cluster as ids. */
export interface EntityFilter {
  readonly labels?: readonly Label[]
  readonly text?: string
  /** Groups of ids: an entity must lie in, or belong to, one of each group. */
  readonly inside: readonly { readonly ids: readonly string[]; readonly type: RelationshipType }[]
}

/** No list is as long as this; the statement needs a number. */
const all = 10_000_000

const insideOf = async (
  store: Store,
  ids: readonly string[],
  type: RelationshipType,
): Promise<ReadonlySet<string>> => {
  const found = await store.read(relationshipsIn, {
    ...filterParams({ types: [type] }),
    ids,
    seen: {},
    limit: all,
  })
  return new Set(found.map(({ start }) => start))
}

const counts = async (store: Store, order: EntityOrder): Promise<ReadonlyMap<string, number>> => {
  if (order === 'RELATIONSHIPS') return new Map(await store.read(relationshipTotals, {}))
  const params: Params = {
    types: ['SUPPLIES'],
    label: 'Company',
    outgoing: order === 'CUSTOMERS',
    incoming: order === 'SUPPLIERS',
  }
  return new Map(await store.read(neighborCounts, params))
}

/** The entities that pass the filter, in order; ties by name. */
export const listEntities = async (
  store: Store,
  catalog: Catalog,
  options: { readonly where: EntityFilter; readonly orderBy: EntityOrder },
): Promise<readonly Entity[]> => {
  const { labels, text, inside } = options.where
  const groups = await Promise.all(inside.map(({ ids, type }) => insideOf(store, ids, type)))
  const key = text === undefined ? '' : nameKey(text)
  const found = catalog.entities.filter(
    (entity) =>
      (labels === undefined || labels.includes(entity.label)) &&
      groups.every((group) => group.has(entity.id)) &&
      (key === '' || [entity.name, ...entity.aliases].some((name) => nameKey(name).includes(key))),
  )
  if (options.orderBy === 'NAME') return found
  const count = await counts(store, options.orderBy)
  return found.sort(
    (left, right) => (count.get(right.id) ?? 0) - (count.get(left.id) ?? 0) || byName(left, right),
  )
}
