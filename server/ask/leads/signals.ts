/** What speaks for a supply between a company and others: through those it deals with, and through products. */
import { acceptedOnly } from '../accepted.ts'
import { otherEnd, type Relationship } from '../../read/relationship.ts'
import { suppliesNaming } from '../../read/supplies.ts'
import { mostRelationships } from './reader.ts'
import {
  around,
  isCompany,
  knownEnd,
  mostEntities,
  nameOf,
  ownOf,
  supplyText,
  wantedEnd,
  type Own,
  type Search,
  type Signal,
} from './search.ts'
import { throughSettings } from './settings.ts'

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
    const uses = await suppliesNaming(source.store, keys, { where: acceptedOnly, first: mostRelationships })
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
