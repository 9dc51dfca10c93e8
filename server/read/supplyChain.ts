/**
 * Tiers of suppliers or customers, hop by hop: one statement a tier (two where a tier holds products), so that a
 * hub can't explode and both stores answer alike.
 */
import { chainTypes } from '../model/model.ts'
import { statement } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type FilterParams, type RelationshipFilter } from './filter.ts'
import { byEvidence, relationshipIn, type Relationship } from './relationship.ts'
import type { Subgraph, Tier } from './subgraph.ts'

const relationshipsIn = statement('read/relationshipsIn', relationshipIn)
const relationshipsOut = statement('read/relationshipsOut', relationshipIn)
const suppliesIn = statement('read/suppliesIn', relationshipIn)
const suppliesOut = statement('read/suppliesOut', relationshipIn)
const suppliesOfProducts = statement('read/suppliesOfProducts', relationshipIn)

export type ChainDirection = 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH'
type OneWay = Exclude<ChainDirection, 'BOTH'>

/** What the traversal needs to know of an entity beside its id. */
export interface ChainEntities {
  /** Names and aliases, as nameKey spells them, where the entity is a product; undefined for any other. */
  productKeys(id: string): readonly string[] | undefined
}

export interface ChainOptions {
  readonly of: string
  readonly direction: ChainDirection
  readonly depth: number
  readonly where: RelationshipFilter
  readonly first: number
}

/**
 * The next hop. Whoever PRODUCES a product, and what goes into it, belong to products alone; all others lead on over
 * SUPPLIES, which a statement follows that looks at no other type.
 */
const hops = {
  UPSTREAM: { products: relationshipsIn, others: suppliesIn },
  DOWNSTREAM: { products: relationshipsOut, others: suppliesOut },
} as const

/** One hop's link: the entity it was reached from, the one it reaches, and whoever stands beyond (a product's customer). */
interface Link {
  readonly walk: Walk
  readonly relationship: Relationship
  readonly reached: string
  readonly beside?: string
}

/** One direction of the traversal: what it has seen and stands on. */
class Walk {
  private readonly seen: Record<string, number> = {}
  /** Entities that a relationship names without standing in the chain: a product's customers seen from upstream. */
  readonly beside = new Set<string>()
  frontier: readonly string[]

  constructor(
    private readonly store: Store,
    private readonly entities: ChainEntities,
    readonly direction: OneWay,
    private readonly params: FilterParams,
    start: string,
  ) {
    this.frontier = [start]
  }

  /** The links from the frontier to what was not seen before, each once, at most `limit` + 1 a statement. */
  async links(limit: number): Promise<readonly Link[]> {
    // Noted here and not when it is reached: nobody asks after the last tier.
    for (const id of this.frontier) this.seen[id] = 0
    const products = this.frontier.filter((id) => this.entities.productKeys(id) !== undefined)
    const others =
      products.length === 0
        ? this.frontier
        : this.frontier.filter((id) => this.entities.productKeys(id) === undefined)
    const found = await Promise.all([
      this.params.types.includes('SUPPLIES') ? this.step('others', others, limit) : [],
      this.step('products', products, limit),
      this.named(products, limit),
    ])
    const [only, ...more] = found.filter(({ length }) => length > 0)
    // One statement gives each relationship once.
    if (only === undefined || more.length === 0) return only ?? []
    return [...new Map(found.flat().map((link) => [link.relationship.id, link])).values()]
  }

  /** Steps onto what the kept links reach; gives the tier, or undefined where there is none. */
  advance(kept: readonly Link[], depth: number): Tier | undefined {
    const reached = [...new Set(kept.map((link) => link.reached))]
    for (const link of kept) if (link.beside !== undefined) this.beside.add(link.beside)
    this.frontier = reached
    return reached.length > 0 ? { depth, direction: this.direction, entities: reached } : undefined
  }

  private async step(kind: 'products' | 'others', ids: readonly string[], limit: number): Promise<Link[]> {
    if (ids.length === 0) return []
    const rows = await this.store.read(hops[this.direction][kind], {
      ...this.params,
      ids,
      seen: this.seen,
      limit: limit + 1,
    })
    const upstream = this.direction === 'UPSTREAM'
    return rows.map((relationship) => ({
      walk: this,
      relationship,
      reached: upstream ? relationship.start : relationship.end,
    }))
  }

  /** Supplies that name the product in words, their end being the customer rather than the product. */
  private async named(ids: readonly string[], limit: number): Promise<Link[]> {
    if (ids.length === 0 || !this.params.types.includes('SUPPLIES')) return []
    const upstream = this.direction === 'UPSTREAM'
    const rows = await this.store.read(suppliesOfProducts, {
      ...this.params,
      products: ids.map((id) => ({ id, keys: this.entities.productKeys(id) ?? [] })),
      upstream,
      seen: this.seen,
      limit: limit + 1,
    })
    return rows.map((relationship) => ({
      walk: this,
      relationship,
      reached: upstream ? relationship.start : relationship.end,
      beside: upstream ? relationship.end : relationship.start,
    }))
  }
}

/** The links of one tier that are kept, and how many relationships are left out. */
interface Cut {
  readonly kept: readonly Link[]
  readonly omitted: number
}

/** Adds the best evidenced relationships to those known, at most `first`; both directions may lead over one of them. */
const cut = (links: readonly Link[], known: Map<string, Relationship>, first: number): Cut => {
  const ordered = [...links].sort((left, right) => byEvidence(left.relationship, right.relationship))
  const kept: Link[] = []
  const left = new Set<string>()
  for (const link of ordered) {
    const { relationship } = link
    if (known.size < first) known.set(relationship.id, relationship)
    else if (!known.has(relationship.id)) {
      left.add(relationship.id)
      continue
    }
    kept.push(link)
  }
  return { kept, omitted: left.size }
}

const opposite = { UPSTREAM: 'DOWNSTREAM', DOWNSTREAM: 'UPSTREAM' } as const

/**
 * The entities in the tiers, each once; what stands beside the chain comes behind it, in tiers of the other direction.
 * Sets are made only where something could be there twice: one direction reaches nothing again.
 */
const withBeside = (walks: readonly Walk[], tiers: readonly Tier[]): Pick<Subgraph, 'entities' | 'tiers'> => {
  const inTiers = tiers.flatMap((tier) => tier.entities)
  const isOneWay = walks.length === 1
  if (walks.every((walk) => walk.beside.size === 0))
    return { entities: isOneWay ? inTiers : [...new Set(inTiers)], tiers }
  const reached = new Set(inTiers)
  const beside = walks.flatMap((walk): Tier[] => {
    const entities = [...walk.beside].filter((id) => !reached.has(id))
    return entities.length === 0 ? [] : [{ depth: 1, direction: opposite[walk.direction], entities }]
  })
  for (const { entities } of beside) for (const id of entities) reached.add(id)
  return { entities: [...reached], tiers: [...tiers, ...beside] }
}

/**
 * The supply chain of a company or product: `(s)-[:SUPPLIES]->(of)`, tier by tier, at most `first` relationships.
 * Both directions go in step, so that the nearer relationships of either come first.
 */
export const supplyChain = async (
  store: Store,
  entities: ChainEntities,
  options: ChainOptions,
): Promise<Subgraph> => {
  const params = filterParams(options.where, chainTypes)
  const directions: readonly OneWay[] =
    options.direction === 'BOTH' ? ['UPSTREAM', 'DOWNSTREAM'] : [options.direction]
  const walks = directions.map((direction) => new Walk(store, entities, direction, params, options.of))
  const relationships = new Map<string, Relationship>()
  const tiers: Tier[] = [{ depth: 0, direction: options.direction, entities: [options.of] }]
  let omitted = 0
  for (let depth = 1; depth <= options.depth && omitted === 0; depth++) {
    // What one direction finds, the other may have found before.
    const limit = walks.length > 1 ? options.first : options.first - relationships.size
    const links = (await Promise.all(walks.map((walk) => walk.links(limit)))).flat()
    const tier = cut(links, relationships, options.first)
    omitted = tier.omitted
    for (const walk of walks) {
      const own = walks.length === 1 ? tier.kept : tier.kept.filter((link) => link.walk === walk)
      const reached = walk.advance(own, depth)
      if (reached) tiers.push(reached)
    }
  }
  return {
    ...withBeside(walks, tiers),
    relationships: [...relationships.values()],
    truncated: omitted > 0,
    omitted,
  }
}
