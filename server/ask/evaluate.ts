/** The entities that a set plan describes, with the facts that say so, through the reads of the API. */
import { acceptedOnly } from './accepted.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import type { RelationshipFilter } from '../read/filter.ts'
import { neighbors } from '../read/neighbors.ts'
import { byEvidence, type Relationship } from '../read/relationship.ts'
import { supplyChain } from '../read/supplyChain.ts'
import { suppliesNaming } from '../read/supplies.ts'
import type { Store } from '../store/store.ts'
import { isOfKind } from './kinds.ts'
import type { Limits, SetPlan } from './plan.ts'
import { matchProducts } from './products.ts'
import { relationOf } from './relations.ts'
import { stagedAmong } from './staged.ts'
import type { Vocabulary } from './vocabulary.ts'

/** The most relationships one step of a plan reads. */
export const mostRelationships = 2_000

export interface Source {
  readonly store: Store
  readonly catalog: Catalog
  readonly vocabulary: Vocabulary
}

/** Why an entity is in a set: the facts that say it directly, and all they lead back to. */
export interface Grounds {
  readonly direct: readonly Relationship[]
  readonly all: readonly Relationship[]
}

/** Entities by id, with their grounds. */
export type Found = ReadonlyMap<string, Grounds>

const nothing: Grounds = { direct: [], all: [] }

const distinct = (list: readonly Relationship[]): readonly Relationship[] => [
  ...new Map(list.map((one) => [one.id, one])).values(),
]

const merged = (one: Grounds, other: Grounds): Grounds => ({
  direct: distinct([...one.direct, ...other.direct]),
  all: distinct([...one.all, ...other.all]),
})

const filterOf = (limits: Limits): RelationshipFilter => ({
  ...acceptedOnly,
  ...(limits.stages === undefined ? {} : { stages: limits.stages }),
  ...(limits.asOf === undefined ? {} : { asOf: limits.asOf }),
  ...(limits.minConfidence === undefined ? {} : { minConfidence: limits.minConfidence }),
  ...(limits.minSources === undefined ? {} : { minSources: limits.minSources }),
})

type Related = Extract<SetPlan, { kind: 'related' }>

/** The facts between what is known and what is looked for, each with both, whichever way it is stated. */
interface Step {
  readonly known: string
  readonly reached: string
  readonly fact: Relationship
}

const stepsAround = async (
  source: Source,
  plan: Related,
  anchors: readonly string[],
  types = relationOf(plan.relation).types,
): Promise<readonly Step[]> => {
  const { direction } = relationOf(plan.relation)
  if (anchors.length === 0) return []
  const from = new Set(anchors)
  const { relationships } = await neighbors(source.store, {
    of: anchors,
    direction,
    where: { ...filterOf(plan.limits), types },
    first: mostRelationships,
  })
  return relationships.flatMap((fact): Step[] => [
    ...(direction !== 'OUT' && from.has(fact.end) ? [{ known: fact.end, reached: fact.start, fact }] : []),
    ...(direction !== 'IN' && from.has(fact.start) ? [{ known: fact.start, reached: fact.end, fact }] : []),
  ])
}

/** Makers and users of a product: by the product itself, and by supplies that name it in words. */
const stepsOfProduct = async (source: Source, plan: Related): Promise<readonly Step[]> => {
  const text = plan.of.kind === 'product' ? plan.of.text : ''
  const match = matchProducts(source.vocabulary, text)
  const uses = plan.relation === 'users'
  const [around, named] = await Promise.all([
    uses ? [] : stepsAround(source, { ...plan, relation: 'makers' }, match.entities),
    suppliesNaming(source.store, match.keys, { where: filterOf(plan.limits), first: mostRelationships }),
  ])
  const wordings = named.map((fact) => ({ known: '', reached: uses ? fact.end : fact.start, fact }))
  return [...around, ...wordings]
}

/** Whether a product is called after its maker (理想L6): then its suppliers are those of its parts. */
const bearsNameOf = (maker: Entity | undefined, product: string): boolean =>
  maker !== undefined && [maker.name, ...maker.aliases].some((name) => product.startsWith(name))

/** Who supplies a product such as a car; where nobody is stated to, whoever makes or supplies it as goods. */
const stepsToProduct = async (source: Source, plan: Related, anchors: readonly string[]) => {
  const ends = await stepsAround(source, plan, anchors)
  const name = source.catalog.get(anchors[0] ?? '')?.name
  if (ends.length > 0 || name === undefined) return ends
  const makers = await stepsOfProduct(source, {
    ...plan,
    relation: 'makers',
    of: { kind: 'product', text: name, mention: null },
  })
  return makers.some(({ reached }) => bearsNameOf(source.catalog.get(reached), name)) ? [] : makers
}

const stepsOf = async (source: Source, plan: Related, known: Found): Promise<readonly Step[]> => {
  const ofWords = plan.relation === 'makers' || plan.relation === 'users'
  if (plan.of.kind === 'product' && ofWords) return stepsOfProduct(source, plan)
  const relation = relationOf(plan.relation)
  const anchors = [...known.keys()]
  const [first] = anchors
  if (
    plan.relation === 'suppliers' &&
    anchors.length === 1 &&
    source.catalog.get(first ?? '')?.label === 'Product'
  )
    return stepsToProduct(source, plan, anchors)
  const inside =
    relation.within === true ? [...new Set(anchors.flatMap((id) => [...source.catalog.within(id)]))] : anchors
  const steps = await stepsAround(source, plan, inside)
  return steps.length === 0 && relation.otherwise !== undefined
    ? stepsAround(source, plan, inside, relation.otherwise)
    : steps
}

/** Whom a tier further away holds: 二级供应商. */
const tier = async (source: Source, plan: Related, known: Found): Promise<Found> => {
  const [of] = [...known.keys()]
  if (of === undefined) return new Map()
  const depth = plan.limits.depth ?? 1
  const upstream = plan.relation === 'suppliers'
  const { tiers, relationships } = await supplyChain(source.store, source.catalog, {
    of,
    direction: upstream ? 'UPSTREAM' : 'DOWNSTREAM',
    depth,
    where: { ...filterOf(plan.limits), types: ['SUPPLIES'] },
    first: mostRelationships,
  })
  const wanted = tiers.find(
    (one) => one.depth === depth && one.direction !== (upstream ? 'DOWNSTREAM' : 'UPSTREAM'),
  )
  const nearer = new Set(tiers.filter((one) => one.depth === depth - 1).flatMap(({ entities }) => entities))
  return new Map(
    (wanted?.entities ?? []).map((id) => {
      const direct = relationships.filter(({ start, end }) =>
        upstream ? start === id && nearer.has(end) : end === id && nearer.has(start),
      )
      const middle = new Set(direct.flatMap(({ start, end }) => [start, end]))
      const back = relationships.filter(({ start, end }) =>
        upstream ? middle.has(start) && end === of : middle.has(end) && start === of,
      )
      return [id, { direct, all: distinct([...direct, ...back]) }]
    }),
  )
}

/** Relations to what lies in a place and comes about in stages of its own. */
const comingAbout: ReadonlySet<string> = new Set(['projectsIn', 'institutionsIn', 'parksIn'])

/** What lies in a place and has come so far. */
const stagedIn = async (source: Source, plan: Related): Promise<Found> => {
  const { stages = [], ...limits } = plan.limits
  const found = await related(source, { ...plan, limits })
  const staged = await stagedAmong(source, [...found.keys()], stages, filterOf(limits))
  return new Map(
    [...staged].map(([id, facts]) => [
      id,
      { direct: facts, all: distinct([...facts, ...(found.get(id)?.all ?? [])]) },
    ]),
  )
}

/** All things of some kinds that have come so far. */
const stagedOf = async (source: Source, plan: Extract<SetPlan, { kind: 'all' }>): Promise<Found> => {
  const ids = source.catalog.entities.filter((entity) => isOfKind(entity, plan)).map(({ id }) => id)
  const staged = await stagedAmong(source, ids, plan.stages ?? [], acceptedOnly)
  return new Map([...staged].map(([id, facts]) => [id, { direct: facts, all: facts }]))
}

const related = async (source: Source, plan: Related): Promise<Found> => {
  if (plan.limits.stages !== undefined && comingAbout.has(plan.relation)) return stagedIn(source, plan)
  if (plan.of.kind === 'either' && plan.of.join === 'all') {
    const each = await Promise.all(plan.of.sets.map((of) => evaluate(source, { ...plan, of })))
    return each.reduce(intersect)
  }
  const known = await evaluate(source, plan.of)
  if ((plan.limits.depth ?? 1) > 1) return tier(source, plan, known)
  const relation = relationOf(plan.relation)
  const wanted =
    plan.limits.product === undefined ? null : matchProducts(source.vocabulary, plan.limits.product)
  const found = new Map<string, Grounds>()
  const reach = (id: string, fact: Relationship, back: Grounds): void => {
    const label = source.catalog.get(id)?.label
    if (label === undefined || !relation.labels.some((one) => one === label)) return
    found.set(id, merged(found.get(id) ?? nothing, { direct: [fact], all: [fact, ...back.all] }))
  }
  for (const { known: from, reached, fact } of await stepsOf(source, plan, known)) {
    if (wanted !== null && !wanted.includes(fact.product)) continue
    const back = known.get(from) ?? nothing
    reach(reached, fact, back)
    if (relation.around === true)
      for (const outer of source.catalog.enclosing(reached)) reach(outer, fact, back)
  }
  return found
}

const intersect = (one: Found, other: Found): Found =>
  new Map(
    [...one].flatMap(([id, grounds]) => {
      const also = other.get(id)
      return also === undefined ? [] : [[id, merged(grounds, also)] as const]
    }),
  )

const union = (one: Found, other: Found): Found => {
  const found = new Map(one)
  for (const [id, grounds] of other) found.set(id, merged(found.get(id) ?? nothing, grounds))
  return found
}

/** The entities that a plan describes; a plan of kinds alone gives all of them. */
export const evaluate = async (source: Source, plan: SetPlan): Promise<Found> => {
  switch (plan.kind) {
    case 'named':
      return new Map(plan.mention.entities.map(({ id }) => [id, nothing]))
    case 'product':
      return new Map(matchProducts(source.vocabulary, plan.text).entities.map((id) => [id, nothing]))
    case 'all':
      if (plan.stages !== undefined) return stagedOf(source, plan)
      return new Map(
        source.catalog.entities.filter((entity) => isOfKind(entity, plan)).map(({ id }) => [id, nothing]),
      )
    case 'related':
      return related(source, plan)
    case 'both':
      return bothOf(source, plan.sets)
    case 'either':
      return (await Promise.all(plan.sets.map((set) => evaluate(source, set)))).reduce(union, new Map())
    case 'without': {
      const [set, minus] = await Promise.all([evaluate(source, plan.set), evaluate(source, plan.minus)])
      return new Map([...set].filter(([id]) => !minus.has(id)))
    }
  }
}

/** Kinds alone only narrow what the other sets give. */
const bothOf = async (source: Source, sets: readonly SetPlan[]): Promise<Found> => {
  const kinds = sets.filter((set) => set.kind === 'all')
  const described = sets.filter((set) => set.kind !== 'all')
  const found = (await Promise.all(described.map((set) => evaluate(source, set)))).reduce(intersect)
  return new Map(
    [...found].filter(([id]) => {
      const entity = source.catalog.get(id)
      return entity !== undefined && kinds.every((kind) => isOfKind(entity, kind))
    }),
  )
}

const progress: Readonly<Record<Relationship['stage'], number>> = {
  ACTIVE: 0,
  BUILDING: 1,
  SIGNED: 2,
  PLANNED: 3,
  ENDED: 4,
}

/** Where a fact only says where or under what something stands, another fact about it ranks before. */
const isSetting = ({ type }: Relationship): boolean => type === 'LOCATED_IN' || type === 'BELONGS_TO'

/** The fact that an entity is listed by: what is furthest on, then best evidenced. */
export const leadingFact = (grounds: Grounds): Relationship | undefined => {
  const telling = grounds.direct.filter((fact) => !isSetting(fact))
  return [...(telling.length > 0 ? telling : grounds.direct)].sort(
    (left, right) => progress[left.stage] - progress[right.stage] || byEvidence(left, right),
  )[0]
}

/** Ids of what was found, running first, then best evidenced, ties by id. */
export const inOrder = (found: Found): readonly string[] =>
  [...found]
    .map(([id, grounds]) => ({ id, fact: leadingFact(grounds) }))
    .sort((left, right) => {
      const [one, other] = [left.fact, right.fact]
      if (one === undefined || other === undefined) return left.id < right.id ? -1 : 1
      return (
        progress[one.stage] - progress[other.stage] ||
        byEvidence({ ...one, id: left.id }, { ...other, id: right.id })
      )
    })
    .map(({ id }) => id)
