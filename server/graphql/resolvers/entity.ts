/** Fields that every entity has. */
import type { Label, RelationshipType } from '../../model/model.ts'
import type { Entity } from '../../names/catalog.ts'
import { documentsOf } from '../../read/documents.ts'
import { metricsOf } from '../../read/metrics.ts'
import type { Direction } from '../../read/neighbors.ts'
import { pageAfterId, toCursor } from '../../read/page.ts'
import { otherEnd, type Relationship } from '../../read/relationship.ts'
import { countRelationships, placeOf, relationshipPages } from '../../read/relationshipPages.ts'
import { filterOf, labelName, nameText, pageSize, type RelationshipFilterInput } from '../bounds.ts'
import { connection } from '../connection.ts'
import type { Context } from '../context.ts'
import { linksOf } from './links.ts'

export interface PageArgs {
  readonly first: number
  readonly after?: string | null
}
export interface RelatedArgs extends PageArgs {
  readonly where?: RelationshipFilterInput | null
}

/** The cursor of an argument: undefined for the first page. */
export const afterOf = (args: PageArgs): string | undefined =>
  typeof args.after === 'string' && args.after !== '' ? nameText('after', args.after) : undefined

/** The entities with these ids; those that a load has just taken away are left out. */
export const entitiesWith = (context: Context, ids: Iterable<string>): Entity[] =>
  [...ids].flatMap((id) => context.catalog.get(id) ?? [])

/** The different entities of some labels at the other end of an entity's relationships, best evidenced first. */
export const related = async (
  entity: Entity,
  context: Context,
  options: {
    readonly types: readonly RelationshipType[]
    readonly direction: Direction
    readonly labels?: readonly Label[]
  },
): Promise<Entity[]> => {
  const links = await linksOf(context, options.types, options.direction).load(entity.id)
  const found = entitiesWith(context, new Set(links.map((link) => otherEnd(link, entity.id))))
  return options.labels === undefined ? found : found.filter(({ label }) => options.labels?.includes(label))
}

/** The places an entity is in, best evidenced first. */
export const placesOf = (entity: Entity, context: Context): Promise<Entity[]> =>
  related(entity, context, { types: ['LOCATED_IN'], direction: 'OUT' })

const region = async (entity: Entity, _args: unknown, context: Context): Promise<Entity | null> => {
  const [place] =
    entity.label === 'Policy' || entity.label === 'Product' ? [] : await placesOf(entity, context)
  if (place === undefined) return null
  const around = [place, ...entitiesWith(context, context.catalog.enclosing(place.id))]
  return around.find(({ label }) => label === 'Region') ?? null
}

const relationships = async (
  entity: Entity,
  args: RelatedArgs & { readonly direction: Direction },
  context: Context,
) => {
  const options = {
    where: filterOf(args.where),
    direction: args.direction,
    first: pageSize(args.first),
    after: afterOf(args),
  }
  const key = JSON.stringify(options)
  const page = await context
    .batched(`relationships ${key}`, (ids) => relationshipPages(context.store, ids, options))
    .load(entity.id)
  return connection(
    page,
    (relationship: Relationship) => ({ cursor: toCursor(placeOf(relationship)), node: relationship }),
    () =>
      context
        .batched(`count ${key}`, (ids) => countRelationships(context.store, ids, options))
        .load(entity.id),
  )
}

/** Fields of the interface, for each type that implements it. */
export const entityFields = {
  label: (entity: Entity): string => labelName(entity.label),
  region,
  metrics: async (entity: Entity, args: { readonly first: number }, context: Context) => {
    const first = pageSize(args.first)
    const list = await context.batched('metrics', (ids) => metricsOf(context.store, ids)).load(entity.id)
    return list.slice(0, first)
  },
  relationships,
  documents: async (entity: Entity, args: PageArgs, context: Context) => {
    const first = pageSize(args.first)
    const list = await context.batched('documents', (ids) => documentsOf(context.store, ids)).load(entity.id)
    return connection(
      pageAfterId(list, ({ id }) => id, first, afterOf(args)),
      (document) => ({ cursor: toCursor([document.id]), node: document }),
      () => list.length,
    )
  },
}
