/** Where reading begins. */
import type { GraphQLResolveInfo } from 'graphql'
import { chainTypes, labels, model, types, type RelationshipType } from '../../model/model.ts'
import { isPartialDate } from '../../model/date.ts'
import type { Entity } from '../../names/catalog.ts'
import { documentsWithDamage, documentsWithIds, documentsWithText } from '../../read/documents.ts'
import { listEntities, type EntityOrder } from '../../read/entities.ts'
import { neighbors, type Direction } from '../../read/neighbors.ts'
import { pageAfterId, toCursor } from '../../read/page.ts'
import { paths, type Path } from '../../read/paths.ts'
import { readStats } from '../../read/stats.ts'
import type { Subgraph } from '../../read/subgraph.ts'
import { supplyChain, type ChainDirection } from '../../read/supplyChain.ts'
import {
  bounded,
  filterOf,
  labelName,
  labelOf,
  nameText,
  pageSize,
  searchText,
  type RelationshipFilterInput,
} from '../bounds.ts'
import { connection } from '../connection.ts'
import type { Context } from '../context.ts'
import { badInput, notFound } from '../errors.ts'
import { afterOf, entitiesWith, type PageArgs } from './entity.ts'
import { withEvidence } from './evidence.ts'

interface EntityArgs {
  readonly id?: string | null
  readonly name?: string | null
  readonly label?: string | null
}

interface EntityFilterInput {
  readonly labels?: readonly string[] | null
  readonly region?: string | null
  readonly cluster?: string | null
  readonly park?: string | null
  readonly text?: string | null
}

const several = (name: string, found: readonly Entity[]): string =>
  `${JSON.stringify(name)} names several: ${found.map((entity) => `${entity.name} (${labelName(entity.label)}, id ${entity.id})`).join('; ')}; give an id or a label`

const entity = (_root: unknown, args: EntityArgs, context: Context): Entity | null => {
  const { id = null, name = null, label = null } = args
  if ((id === null) === (name === null)) throw badInput('give exactly one of id and name')
  if (id !== null) {
    const found = context.catalog.get(nameText('id', id))
    return found !== undefined && (label === null || found.label === labelOf(label)) ? found : null
  }
  const found = context.catalog.named(
    nameText('name', name ?? ''),
    label === null ? undefined : labelOf(label),
  )
  if (found.length > 1) throw badInput(several(name ?? '', found))
  return found[0] ?? null
}

/** The entity that an id, name or alias of one kind means; undefined where nothing has it. */
const ofKind = (
  context: Context,
  argument: string,
  text: string,
  label: 'Region' | 'Park' | 'Cluster',
): Entity | undefined => {
  const byId = context.catalog.get(nameText(argument, text))
  if (byId?.label === label) return byId
  const found = context.catalog.named(text, label)
  if (found.length > 1) throw badInput(`${argument}: ${several(text, found)}`)
  return found[0]
}

const entities = async (
  _root: unknown,
  args: PageArgs & { readonly where?: EntityFilterInput | null; readonly orderBy: EntityOrder },
  context: Context,
) => {
  const first = pageSize(args.first)
  const where = args.where ?? {}
  const wanted = [
    { argument: 'region', text: where.region, label: 'Region', type: 'LOCATED_IN' },
    { argument: 'park', text: where.park, label: 'Park', type: 'LOCATED_IN' },
    { argument: 'cluster', text: where.cluster, label: 'Cluster', type: 'BELONGS_TO' },
  ] as const
  const inside: { ids: readonly string[]; type: RelationshipType }[] = []
  let nowhere = false
  for (const { argument, text, label, type } of wanted) {
    if (text === null || text === undefined) continue
    const around = ofKind(context, argument, text, label)
    if (around === undefined) nowhere = true
    else inside.push({ ids: context.catalog.within(around.id), type })
  }
  const filter = {
    inside,
    ...(where.labels ? { labels: where.labels.map(labelOf) } : {}),
    ...(typeof where.text === 'string' ? { text: searchText('text', where.text) } : {}),
  }
  const list = nowhere
    ? []
    : await listEntities(context.store, context.catalog, { where: filter, orderBy: args.orderBy })
  return connection(
    pageAfterId(list, ({ id }) => id, first, afterOf(args)),
    (found) => ({ cursor: toCursor([found.id]), node: found }),
    () => list.length,
  )
}

/** The current id of an entity; throws NOT_FOUND. */
const known = (context: Context, id: string): Entity => {
  const found = context.catalog.get(nameText('id', id))
  if (found === undefined) throw notFound(id)
  return found
}

/** Entities and evidence are looked up only where an operation selects them. */
const asked = (context: Context, subgraph: Subgraph) => ({
  ...subgraph,
  relationships: (_args: unknown, _context: Context, info: GraphQLResolveInfo) =>
    withEvidence(subgraph.relationships, context, info),
  entities: () => entitiesWith(context, subgraph.entities),
  tiers: () => subgraph.tiers.map((tier) => ({ ...tier, entities: entitiesWith(context, tier.entities) })),
})

interface ChainArgs {
  readonly of: string
  readonly direction: ChainDirection
  readonly depth: number
  readonly where?: RelationshipFilterInput | null
  readonly first: number
}

const chain = async (_root: unknown, args: ChainArgs, context: Context) => {
  const where = filterOf(args.where)
  const depth = bounded('depth', args.depth, 1, 6)
  const first = bounded('first', args.first, 1, 2_000)
  const foreign = (where.types ?? []).filter((type) => !chainTypes.includes(type))
  if (foreign.length > 0)
    throw badInput(`where.types holds ${foreign.join(', ')}; a supply chain follows ${chainTypes.join(', ')}`)
  const of = known(context, args.of)
  if (!['Company', 'Product', 'Project'].includes(of.label))
    throw badInput(
      `of is ${of.name}, a ${labelName(of.label)}; a supply chain starts from a COMPANY, PRODUCT or PROJECT`,
    )
  return asked(
    context,
    await supplyChain(context.store, context.catalog, {
      of: of.id,
      direction: args.direction,
      depth,
      where,
      first,
    }),
  )
}

interface NeighborArgs {
  readonly of: readonly string[]
  readonly direction: Direction
  readonly where?: RelationshipFilterInput | null
  readonly first: number
}

const around = async (_root: unknown, args: NeighborArgs, context: Context) => {
  const where = filterOf(args.where)
  const first = bounded('first', args.first, 1, 2_000)
  if (args.of.length < 1 || args.of.length > 50)
    throw badInput(`of has ${args.of.length.toString()} ids; give 1 to 50`)
  const of = [...new Set(args.of.map((id) => known(context, id).id))]
  return asked(context, await neighbors(context.store, { of, direction: args.direction, where, first }))
}

interface PathArgs {
  readonly from: string
  readonly to: string
  readonly maxLength: number
  readonly where?: RelationshipFilterInput | null
  readonly first: number
}

const shortest = async (_root: unknown, args: PathArgs, context: Context) => {
  const where = filterOf(args.where)
  const maxLength = bounded('maxLength', args.maxLength, 1, 6)
  const first = bounded('first', args.first, 1, 20)
  const [from, to] = [known(context, args.from).id, known(context, args.to).id]
  if (from === to) throw badInput('from and to are the same entity; a path joins two different ones')
  const found = await paths(context.store, { from, to, maxLength, where, first })
  return found.map((path: Path) => ({
    ...path,
    length: path.relationships.length,
    entities: entitiesWith(context, path.entities),
  }))
}

const documents = async (
  _root: unknown,
  args: PageArgs & { readonly text?: string | null },
  context: Context,
) => {
  const first = pageSize(args.first)
  const text = searchText('text', args.text ?? '')
  const list = await context
    .batched('documents with', (texts) =>
      Promise.all(texts.map((one) => documentsWithText(context.store, one))),
    )
    .load(text)
  return connection(
    pageAfterId(list, ({ id }) => id, first, afterOf(args)),
    (document) => ({ cursor: toCursor([document.id]), node: document }),
    () => list.length,
  )
}

const search = (
  _root: unknown,
  args: { readonly text: string; readonly labels?: readonly string[] | null; readonly first: number },
  context: Context,
) =>
  context.catalog.names.search(
    searchText('text', args.text),
    args.labels?.map(labelOf),
    bounded('first', args.first, 1, 50),
  )

const noRelationships = { count: 0, pending: 0, oneSource: 0 }

const stats = async (_root: unknown, _args: unknown, context: Context) => {
  const found = await readStats(context.store)
  return {
    ...found,
    entities: labels.map((label) => ({ label: labelName(label), count: found.entities.get(label) ?? 0 })),
    relationships: types.map((type) => ({ type, ...(found.relationships.get(type) ?? noRelationships) })),
    damaged: async (args: { readonly first: number }) => {
      const first = pageSize(args.first)
      return (await documentsWithDamage(context.store)).slice(0, first)
    },
  }
}

const structure = () => ({
  labels: labels.map((label) => ({ label: labelName(label), ...model.labels[label] })),
  relationshipTypes: types.map((type) => ({
    type,
    ...model.types[type],
    startLabels: model.types[type].start.map(labelName),
    endLabels: model.types[type].end.map(labelName),
  })),
})

export const queryFields = {
  entity,
  entities,
  search,
  supplyChain: chain,
  neighbors: around,
  paths: shortest,
  document: async (_root: unknown, args: { readonly id: string }, context: Context) =>
    (await documentsWithIds(context.store, [nameText('id', args.id)]))[0] ?? null,
  documents,
  stats,
  model: structure,
}

/** Whether a value may stand as a PartialDate. */
export const isDate = (value: unknown): value is string => typeof value === 'string' && isPartialDate(value)
