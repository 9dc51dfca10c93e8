/** Fields of the eight types of entities beside those of the interface. */
import type { Label, RelationshipType } from '../../model/model.ts'
import type { Entity } from '../../names/catalog.ts'
import type { Direction } from '../../read/neighbors.ts'
import { pageAfterId, toCursor } from '../../read/page.ts'
import { companiesAround } from '../../read/relatedCompanies.ts'
import { filterOf, pageSize } from '../bounds.ts'
import { connection } from '../connection.ts'
import type { Context } from '../context.ts'
import { afterOf, entitiesWith, entityFields, placesOf, related, type RelatedArgs } from './entity.ts'

interface FirstArg {
  readonly first: number
}

/** A field that lists the entities of some labels one relationship away. */
const listed =
  (types: readonly RelationshipType[], direction: Direction, ...labels: readonly Label[]) =>
  async (entity: Entity, args: FirstArg, context: Context): Promise<Entity[]> => {
    const first = pageSize(args.first)
    return (await related(entity, context, { types, direction, labels })).slice(0, first)
  }

/** A field that pages the companies around an entity, or around what lies inside it. */
const companies =
  (types: readonly RelationshipType[], direction: Direction, reach: 'itself' | 'within' = 'itself') =>
  async (entity: Entity, args: RelatedArgs, context: Context) => {
    const [where, first] = [filterOf(args.where), pageSize(args.first)]
    const load = (ids: readonly string[]) =>
      companiesAround(
        context.store,
        ids.map((of) => ({ of, anchors: reach === 'within' ? context.catalog.within(of) : [of] })),
        { types, direction, where },
      )
    const all = await context
      .batched(`companies ${JSON.stringify([types, direction, where])}`, load)
      .load(entity.id)
    const list = all.flatMap(({ id, relationships }) =>
      entitiesWith(context, [id]).map((node) => ({ id, node, relationships })),
    )
    return connection(
      pageAfterId(list, ({ id }) => id, first, afterOf(args)),
      ({ id, node, relationships }) => ({ cursor: toCursor([id]), node, relationships }),
      () => list.length,
    )
  }

/** The parks an entity is in: those stated, then those around them, nearest first. */
const parks = async (entity: Entity, args: FirstArg, context: Context): Promise<Entity[]> => {
  const first = pageSize(args.first)
  const places = await placesOf(entity, context)
  const direct = new Set(places.map(({ id }) => id))
  const around = places.flatMap(({ id }) => context.catalog.enclosing(id))
  return entitiesWith(context, new Set([...direct, ...around]))
    .filter(({ label }) => label === 'Park')
    .slice(0, first)
}

/** BELONGS_TO and LOCATED_IN between parks and clusters, whichever way it is stated. */
const betweenParksAndClusters =
  (other: Label) =>
  async (entity: Entity, args: FirstArg, context: Context): Promise<Entity[]> => {
    const first = pageSize(args.first)
    return (
      await related(entity, context, {
        types: ['BELONGS_TO', 'LOCATED_IN'],
        direction: 'BOTH',
        labels: [other],
      })
    ).slice(0, first)
  }

const inside =
  (label: Label, deep: boolean) =>
  (entity: Entity, args: FirstArg, context: Context): Entity[] => {
    const first = pageSize(args.first)
    return entitiesWith(context, context.catalog.within(entity.id))
      .filter(
        (other) =>
          other.label === label &&
          other.id !== entity.id &&
          (deep || context.catalog.around(other.id).includes(entity.id)),
      )
      .slice(0, first)
  }

const policies = listed(['SUPPORTS'], 'IN', 'Policy')

export const typedFields = {
  Company: {
    ...entityFields,
    suppliers: companies(['SUPPLIES'], 'IN'),
    customers: companies(['SUPPLIES'], 'OUT'),
    parks,
    clusters: listed(['BELONGS_TO'], 'OUT', 'Cluster'),
    products: listed(['PRODUCES'], 'OUT', 'Product'),
    projects: listed(['INVESTS_IN', 'OPERATES', 'SUPPLIES'], 'OUT', 'Project'),
    policies,
    parents: listed(['SUBSIDIARY_OF'], 'OUT', 'Company'),
    subsidiaries: listed(['SUBSIDIARY_OF'], 'IN', 'Company'),
  },
  Park: {
    ...entityFields,
    companies: companies(['LOCATED_IN'], 'IN', 'within'),
    clusters: betweenParksAndClusters('Cluster'),
    policies,
  },
  Cluster: {
    ...entityFields,
    companies: companies(['BELONGS_TO'], 'IN', 'within'),
    parks: betweenParksAndClusters('Park'),
    products: listed(['BELONGS_TO'], 'IN', 'Product'),
    policies,
  },
  Policy: {
    ...entityFields,
    issuedBy: listed(['ISSUED_BY'], 'OUT', 'Institution', 'Region', 'Park'),
    supports: listed(['SUPPORTS'], 'OUT', 'Cluster', 'Company', 'Park', 'Project', 'Region'),
  },
  Product: {
    ...entityFields,
    makers: companies(['PRODUCES', 'SUPPLIES'], 'IN'),
    inputs: listed(['INPUT_OF'], 'IN', 'Product'),
    outputs: listed(['INPUT_OF'], 'OUT', 'Product'),
  },
  Project: {
    ...entityFields,
    companies: companies(['INVESTS_IN', 'OPERATES', 'SUPPLIES'], 'IN'),
    park: async (entity: Entity, _args: unknown, context: Context): Promise<Entity | null> =>
      (await parks(entity, { first: 1 }, context))[0] ?? null,
  },
  Institution: { ...entityFields, policies: listed(['ISSUED_BY'], 'IN', 'Policy') },
  Region: {
    ...entityFields,
    parks: inside('Park', true),
    companies: companies(['LOCATED_IN'], 'IN', 'within'),
    regions: inside('Region', false),
  },
}
