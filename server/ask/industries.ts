/** Industries by their bare names: 动力电池 for 动力电池产业集群(常州), and which of several clusters a place means. */
import { isAccepted } from './accepted.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import { nameKey } from '../names/normalise.ts'
import { neighbors } from '../read/neighbors.ts'
import type { Store } from '../store/store.ts'
import { lexicon } from './lexicon.ts'
import type { Mention, SetPlan } from './plan.ts'
import { withoutBrackets } from './shortNames.ts'
import { headed, placedIn, related } from './sets.ts'
import type { Head } from './values.ts'

/** A cluster that an industry's name may mean, and the ids of the places that it is stated to lie in. */
export interface Industry {
  readonly cluster: Entity
  readonly places: ReadonlySet<string>
}

/** A name of fewer characters (汽车) stands in too many other words. */
const shortestIndustry = 3
/** The most places of clusters that are read. */
const mostPlaces = 5_000

/** The industry in a cluster's name: 动力电池产业集群(常州) → 动力电池. */
const bareName = (name: string): string => {
  const bare = withoutBrackets(name)
  const tail = lexicon.industryTails.find((one) => bare.endsWith(one))
  return tail === undefined ? bare : bare.slice(0, -tail.length)
}

/** The spellings of an industry: with and without the words that only join its parts (汽车及零部件, 汽车零部件). */
const spellingsOf = (name: string): readonly string[] => {
  const key = nameKey(bareName(name))
  return [key, lexicon.industryJoints.reduce((kept, joint) => kept.replaceAll(joint, ''), key)]
}

/** What the industry of a cluster is also called with behind: 产业集群 is a 集群, 产业 is a 产业链. */
const tailsOf = (name: string): readonly string[] => {
  const bare = withoutBrackets(name)
  const tail = lexicon.industryTails.find((one) => bare.endsWith(one))
  return tail === undefined
    ? []
    : lexicon.industryTails.filter((one) => tail.endsWith(one) || one.startsWith(tail))
}

/** The clusters of a graph by the names of their industries, each with its places. */
export const readIndustries = async (
  store: Store,
  catalog: Catalog,
): Promise<ReadonlyMap<string, readonly Industry[]>> => {
  const clusters = catalog.entities.filter((entity) => entity.label === 'Cluster' && isAccepted(entity))
  const { relationships } = await neighbors(store, {
    of: clusters.map(({ id }) => id),
    direction: 'OUT',
    where: { types: ['LOCATED_IN'] },
    first: mostPlaces,
  })
  const found = new Map<string, Industry[]>()
  const push = (key: string, industry: Industry): void => {
    const known = found.get(key) ?? []
    if (!known.includes(industry)) found.set(key, [...known, industry])
  }
  for (const cluster of clusters) {
    const places = new Set(relationships.filter(({ start }) => start === cluster.id).map(({ end }) => end))
    const industry = { cluster, places }
    for (const name of [cluster.name, ...cluster.aliases])
      for (const key of spellingsOf(name)) {
        if (key.length < shortestIndustry) continue
        push(key, industry)
        for (const tail of tailsOf(name)) push(key + tail, industry)
      }
  }
  for (const [name, others] of Object.entries(lexicon.industryNames))
    for (const industry of found.get(nameKey(name)) ?? []) for (const other of others) push(other, industry)
  return found
}

/** An industry as a question names it. */
export interface NamedIndustry {
  readonly start: number
  readonly end: number
  readonly industries: readonly Industry[]
  /** The same word as a product that the graph knows; null where it is none. */
  readonly product: string | null
  /** Whether it is also the name of one cluster. */
  readonly isNamed: boolean
}

const named = (
  { start, end }: NamedIndustry,
  industries: readonly Industry[],
  also: readonly Mention[],
): SetPlan => ({
  kind: 'named',
  mention: { start, end, entities: industries.map(({ cluster }) => cluster) },
  also,
})

/** 武进机器人产业: the one cluster of an industry that lies in just that place; null where there is none or several. */
export const clusterAt = (industry: NamedIndustry, place: SetPlan | null): SetPlan | null => {
  const at = place?.kind === 'named' ? place.mention.entities : []
  const [one, another] = industry.industries.filter(({ places }) => at.some(({ id }) => places.has(id)))
  return one === undefined || another !== undefined || place?.kind !== 'named' || at.length !== 1
    ? null
    : named(industry, [one], [place.mention])
}

const anyOf = (industry: NamedIndustry): SetPlan => {
  const sets = industry.industries.map((one) => related('companiesOf', named(industry, [one], []), {}))
  const [only] = sets
  return sets.length === 1 && only != null
    ? only
    : { kind: 'either', join: 'any', sets: sets.filter((set) => set !== null) }
}

/** Makers of what the industry makes, in the place. */
const makersIn = ({ product }: NamedIndustry, place: SetPlan): SetPlan | null => {
  const makers =
    product === null ? null : related('makers', { kind: 'product', text: product, mention: null }, {})
  const around = placedIn(place, ['Company'])
  return makers === null || around === null ? null : { kind: 'both', sets: [makers, around] }
}

/**
 * The companies of an industry. With a place: those of the cluster that lies in just that place, those of any such cluster
 * that are themselves in the place, and who makes there what the industry is called by; where a cluster is spoken of
 * (`ofCluster`) and one lies in just that place, its companies alone. Without a place: those of the cluster of that name,
 * which may be several; null where the word is rather a product.
 */
export const industrySet = (
  industry: NamedIndustry,
  {
    place,
    head,
    ofCluster,
  }: { readonly place: SetPlan | null; readonly head: Head; readonly ofCluster: boolean },
): SetPlan | null => {
  const { industries, product } = industry
  if (place === null)
    return product === null && !industry.isNamed
      ? headed(related('companiesOf', named(industry, industries, []), {}), head)
      : null
  if (place.kind !== 'named') return null
  const [at, other] = place.mention.entities
  const exact = industries.filter(({ places }) => at !== undefined && places.has(at.id))
  const around = placedIn(place, ['Company'])
  if (around === null) return null
  const isExact = other === undefined && exact.length > 0
  const own = isExact ? related('companiesOf', named(industry, exact, [place.mention]), {}) : null
  const inside: SetPlan = { kind: 'both', sets: [around, anyOf(industry)] }
  const makers = makersIn(industry, place)
  // A cluster of that name alone, in that place: whoever belongs to another one there is none of its companies.
  const all =
    ofCluster && own !== null
      ? [own, makers]
      : [own, industries.length > exact.length ? inside : null, makers]
  const sets = all.filter((set) => set !== null)
  const [only] = sets
  return headed(sets.length === 1 && only !== undefined ? only : { kind: 'either', join: 'any', sets }, head)
}
