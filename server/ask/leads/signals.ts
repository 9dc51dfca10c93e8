/** What speaks for a supply between a company and others: signals, each with the facts it rests on. */
import type { RelationshipType } from '../../model/model.ts'
import { neighbors, type Direction } from '../../read/neighbors.ts'
import { otherEnd, type Relationship } from '../../read/relationship.ts'
import { suppliesNaming } from '../../read/supplies.ts'
import type { Source } from '../evaluate.ts'
import { matchProducts, type ProductMatch } from '../products.ts'
import type { Reason } from './reasons.ts'

/** One reason to think of a company: in words, with what leads to it and the facts. */
export interface Signal {
  readonly company: string
  readonly reason: Reason
  readonly text: string
  /** Ids of the entities between. */
  readonly via: readonly string[]
  readonly facts: readonly Relationship[]
  /** The product it is about; null where it is about none. */
  readonly product: string | null
}

export type Role = 'suppliers' | 'customers'

/** The most relationships read around one group, and the most entities of a group. */
const mostRelationships = 2_000
const mostEntities = 60

/** Supplies that count as not known, so that leads can be measured. */
export type HeldBack = (fact: Relationship) => boolean

/** What the signals of one company are gathered from. */
interface Search {
  readonly source: Source
  readonly target: string
  readonly role: Role
  readonly heldBack: HeldBack
  /** Places and clusters that count as the company's own beside those stated: where leads are looked for. */
  readonly places: readonly string[]
}

const around = async (
  { source, heldBack }: Search,
  ids: readonly string[],
  types: readonly RelationshipType[],
  direction: Direction = 'BOTH',
): Promise<readonly Relationship[]> => {
  if (ids.length === 0) return []
  const { relationships } = await neighbors(source.store, {
    of: ids,
    direction,
    where: { types },
    first: mostRelationships,
  })
  return relationships.filter((fact) => !heldBack(fact))
}

const nameOf = ({ source }: Search, id: string): string => source.catalog.get(id)?.name ?? ''
const isCompany = ({ source }: Search, id: string): boolean => source.catalog.get(id)?.label === 'Company'

/** The end of a supply where the company looked for stands: the supplier's, or the customer's. */
const wantedEnd = ({ role }: Search, fact: Relationship): string =>
  role === 'suppliers' ? fact.start : fact.end
const knownEnd = ({ role }: Search, fact: Relationship): string =>
  role === 'suppliers' ? fact.end : fact.start

const supplyText = (search: Search, fact: Relationship): string =>
  `${nameOf(search, fact.start)}向${nameOf(search, fact.end)}供应${fact.product ?? '产品'}`

/** Parts of a name that tell a trade: two characters that are no general word. */
const general = new Set([
  '产业',
  '集群',
  '有限',
  '公司',
  '股份',
  '集团',
  '科技',
  '常州',
  '武进',
  '江苏',
  '系统',
  '设备',
  '智能',
  '国家',
  '产品',
  '项目',
  '关键',
  '新能',
  '能源',
  '高新',
])

const tradesOf = (names: readonly string[]): ReadonlySet<string> => {
  const found = new Set<string>()
  for (const name of names)
    for (let start = 0; start + 2 <= name.length; start++) {
      const pair = name.slice(start, start + 2)
      if (/^\p{Script=Han}{2}$/u.test(pair) && !general.has(pair)) found.add(pair)
    }
  return found
}

/** What is known of the company itself, the start of all signals. */
interface Own {
  readonly facts: readonly Relationship[]
  readonly supplies: readonly Relationship[]
  /** Ids of those who supply it (or buy from it). */
  readonly linked: ReadonlySet<string>
  readonly kin: readonly string[]
  readonly made: readonly string[]
  readonly match: (product: string | null) => boolean
  readonly products: readonly ProductMatch[]
}

const ownOf = async (search: Search): Promise<Own> => {
  const { source, target, role } = search
  const facts = await around(
    search,
    [target],
    ['SUPPLIES', 'SUBSIDIARY_OF', 'PRODUCES', 'LOCATED_IN', 'BELONGS_TO', 'COOPERATES_WITH'],
  )
  const supplies = facts.filter(
    ({ type, start, end }) => type === 'SUPPLIES' && (role === 'suppliers' ? end : start) === target,
  )
  const made = facts
    .filter(({ type, start }) => type === 'PRODUCES' && start === target)
    .map(({ end }) => end)
  const texts = new Set([
    ...supplies.flatMap(({ product }) => product ?? []),
    ...(role === 'customers' ? made.map((id) => nameOf(search, id)) : []),
  ])
  const products = [...texts]
    .flatMap((text) => text.split('/'))
    .map((text) => matchProducts(source.vocabulary, text))
  return {
    facts,
    supplies,
    linked: new Set(supplies.map((fact) => wantedEnd(search, fact))),
    kin: facts.filter(({ type }) => type === 'SUBSIDIARY_OF').map((fact) => otherEnd(fact, target)),
    made,
    match: (product) => products.some((one) => one.includes(product)),
    products,
  }
}

/** From those linked already: their kin, and the others they deal with. */
const throughLinked = async (search: Search, own: Own): Promise<readonly Signal[]> => {
  const linked = [...own.linked].slice(0, mostEntities)
  const [beside, kinSupplies] = await Promise.all([
    around(search, linked, ['SUPPLIES', 'SUBSIDIARY_OF']),
    around(search, own.kin.slice(0, mostEntities), ['SUPPLIES']),
  ])
  const linkOf = new Map(own.supplies.map((fact) => [wantedEnd(search, fact), fact]))
  const relatives = beside.flatMap((fact): Signal[] => {
    if (fact.type !== 'SUBSIDIARY_OF') return []
    const known = own.linked.has(fact.start) ? fact.start : fact.end
    const other = otherEnd(fact, known)
    const link = linkOf.get(known)
    if (link === undefined) return []
    const kind = fact.start === known ? '母公司' : '子公司'
    return [
      {
        company: other,
        reason: 'kinOfSupplier',
        text: `是${nameOf(search, known)}的${kind}，而${supplyText(search, link)}`,
        via: [known],
        facts: [fact, link],
        product: link.product,
      },
    ]
  })
  const siblings = kinSupplies
    .filter((fact) => own.kin.includes(knownEnd(search, fact)))
    .map((fact): Signal => {
      const relative = knownEnd(search, fact)
      return {
        company: wantedEnd(search, fact),
        reason: 'kinOfTarget',
        text: `${supplyText(search, fact)}，后者与${nameOf(search, search.target)}有母子公司关系`,
        via: [relative],
        facts: [
          fact,
          ...own.facts.filter(
            ({ type, start, end }) => type === 'SUBSIDIARY_OF' && (start === relative || end === relative),
          ),
        ],
        product: fact.product,
      }
    })
  const peers = new Map(
    beside
      .filter(({ type }) => type === 'SUPPLIES')
      .flatMap((fact) => {
        const [shared, peer] = [wantedEnd(search, fact), knownEnd(search, fact)]
        return own.linked.has(shared) && peer !== search.target ? [[peer, fact] as const] : []
      }),
  )
  const peerSupplies = await around(search, [...peers.keys()].slice(0, mostEntities), ['SUPPLIES'])
  return [...relatives, ...siblings, ...peerSupplies.flatMap((fact) => ofPeer(search, own, peers, fact))]
}

const ofPeer = (
  search: Search,
  own: Own,
  peers: ReadonlyMap<string, Relationship>,
  fact: Relationship,
): readonly Signal[] => {
  const peer = knownEnd(search, fact)
  const shared = peers.get(peer)
  if (shared === undefined) return []
  const same = own.match(fact.product)
  const common = `${nameOf(search, peer)}与${nameOf(search, search.target)}同有${search.role === 'suppliers' ? '供应商' : '客户'}${nameOf(search, wantedEnd(search, shared))}`
  const verb = search.role === 'suppliers' ? '采购' : '供应'
  return [
    {
      company: wantedEnd(search, fact),
      reason: same ? 'sameProduct' : 'peer',
      text: same
        ? `${supplyText(search, fact)}，${nameOf(search, search.target)}也${verb}同类产品`
        : `${supplyText(search, fact)}；${common}`,
      via: [peer],
      facts: [fact, shared],
      product: fact.product,
    },
  ]
}

/** From the products bought (or made): who makes them, who makes what goes into them, who buys them. */
const throughProducts = async (search: Search, own: Own): Promise<readonly Signal[]> => {
  const { source, role, target } = search
  const entities = [...new Set(own.products.flatMap((one) => one.entities))].slice(0, mostEntities)
  const keys = [...new Set(own.products.flatMap((one) => one.keys))]
  if (role === 'customers') {
    const uses = await suppliesNaming(source.store, keys, { where: {}, first: mostRelationships })
    return uses
      .filter((fact) => fact.start !== target && !search.heldBack(fact))
      .map((fact) => ({
        company: fact.end,
        reason: 'makesBought' as const,
        text: `采购${nameOf(search, fact.start)}的${fact.product ?? '产品'}，${nameOf(search, target)}也有同类产品`,
        via: [fact.start],
        facts: [fact],
        product: fact.product,
      }))
  }
  const into = await around(search, [...entities, ...own.made], ['INPUT_OF'], 'IN')
  const inputs = [...new Set(into.map(({ start }) => start))]
  const makers = await around(search, [...entities, ...inputs], ['PRODUCES'], 'IN')
  return makers.map((fact) => {
    const used = into.find(({ start }) => start === fact.end && !entities.includes(start))
    const product = nameOf(search, fact.end)
    return used === undefined
      ? {
          company: fact.start,
          reason: 'makesBought' as const,
          text: `生产${product}，${nameOf(search, target)}采购同类产品`,
          via: [fact.end],
          facts: [fact],
          product,
        }
      : {
          company: fact.start,
          reason: 'inputs' as const,
          text: `生产${product}，用于${nameOf(search, used.end)}，与${nameOf(search, target)}生产或采购的产品相合`,
          via: [fact.end, used.end],
          facts: [fact, used],
          product,
        }
  })
}

/** From where the company stands: who else stands there, and whose products are of its trade by name. */
const throughSettings = async (search: Search, own: Own): Promise<readonly Signal[]> => {
  const { source, target } = search
  const { catalog } = source
  const parks = own.facts.filter(
    ({ type, end }) => type === 'LOCATED_IN' && catalog.get(end)?.label === 'Park',
  )
  const clusters = own.facts.filter(({ type, start }) => type === 'BELONGS_TO' && start === target)
  const inside = [
    ...new Set([...parks.map(({ end }) => end), ...search.places].flatMap((id) => [...catalog.within(id)])),
  ]
  const located = await around(search, inside, ['LOCATED_IN'], 'IN')
  const members = await around(
    search,
    clusters.map(({ end }) => end),
    ['BELONGS_TO'],
    'IN',
  )
  const ownParks = new Set(parks.flatMap(({ end }) => [...catalog.within(end)]))
  const placed = located.flatMap((fact): Signal[] =>
    isCompany(search, fact.start) && ownParks.has(fact.end)
      ? [
          {
            company: fact.start,
            reason: 'samePark',
            text: `与${nameOf(search, target)}同在${nameOf(search, fact.end)}`,
            via: [fact.end],
            facts: [fact, ...parks.filter(({ end }) => end === fact.end)],
            product: null,
          },
        ]
      : [],
  )
  const grouped = members.flatMap((fact): Signal[] =>
    isCompany(search, fact.start)
      ? [
          {
            company: fact.start,
            reason: 'sameCluster',
            text: `与${nameOf(search, target)}同属${nameOf(search, fact.end)}`,
            via: [fact.end],
            facts: [fact, ...clusters.filter(({ end }) => end === fact.end)],
            product: null,
          },
        ]
      : [],
  )
  const companies = [
    ...new Set([...located, ...members].map(({ start }) => start).filter((id) => isCompany(search, id))),
  ]
  return [...placed, ...grouped, ...(await ofTrade(search, clusters, companies))]
}

const ofTrade = async (
  search: Search,
  clusters: readonly Relationship[],
  companies: readonly string[],
): Promise<readonly Signal[]> => {
  const trades = tradesOf([nameOf(search, search.target), ...clusters.map(({ end }) => nameOf(search, end))])
  const products = await around(search, companies.slice(0, mostRelationships), ['PRODUCES'], 'OUT')
  return products.flatMap((fact): Signal[] => {
    const product = nameOf(search, fact.end)
    const trade = [...tradesOf([product])].find((pair) => trades.has(pair))
    if (trade === undefined || search.role === 'customers') return []
    return [
      {
        company: fact.start,
        reason: 'trade',
        text: `生产${product}，与${nameOf(search, search.target)}同属${trade}行业`,
        via: [fact.end],
        facts: [fact],
        product,
      },
    ]
  })
}

/** All signals for a company, of others that are neither itself nor known to be linked with it. */
export const signalsFor = async (search: Search): Promise<readonly Signal[]> => {
  const own = await ownOf(search)
  const partners = own.facts
    .filter(({ type }) => type === 'COOPERATES_WITH')
    .map((fact): Signal => ({
      company: otherEnd(fact, search.target),
      reason: 'partner',
      text: `与${nameOf(search, search.target)}有合作`,
      via: [],
      facts: [fact],
      product: null,
    }))
  const found = await Promise.all([
    throughLinked(search, own),
    throughProducts(search, own),
    throughSettings(search, own),
  ])
  const related = new Set([search.target, ...own.linked, ...own.kin])
  return [...found.flat(), ...partners].filter(
    ({ company }) => isCompany(search, company) && !related.has(company),
  )
}
