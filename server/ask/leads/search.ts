/** What the search for leads starts from: the company, what is known of it, and reads around it. */
import type { RelationshipType } from '../../model/model.ts'
import type { Direction } from '../../read/neighbors.ts'
import { otherEnd, type Relationship } from '../../read/relationship.ts'
import type { Source } from '../evaluate.ts'
import { matchProducts, type ProductMatch } from '../products.ts'
import type { Reader } from './reader.ts'
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

/** The most entities of a group. */
export const mostEntities = 60

/** Supplies that count as not known, so that leads can be measured. */
export type HeldBack = (fact: Relationship) => boolean

/** What the signals of one company are gathered from. */
export interface Search {
  readonly source: Source
  readonly reader: Reader
  readonly target: string
  readonly role: Role
  readonly heldBack: HeldBack
  /** Places and clusters that count as the company's own beside those stated: where leads are looked for. */
  readonly places: readonly string[]
}

/** The relationships around a group, those held back left out. */
export const around = async (
  { reader, heldBack }: Search,
  ids: readonly string[],
  types: readonly RelationshipType[],
  direction: Direction = 'BOTH',
): Promise<readonly Relationship[]> =>
  (await reader.around(ids, types, direction)).filter((fact) => !heldBack(fact))

/** The name of an entity by its id. */
export const nameOf = ({ source }: Search, id: string): string => source.catalog.get(id)?.name ?? ''
/** Whether an id is a company's. */
export const isCompany = ({ source }: Search, id: string): boolean =>
  source.catalog.get(id)?.label === 'Company'

/** The end of a supply where the company looked for stands: the supplier's, or the customer's. */
export const wantedEnd = ({ role }: Search, fact: Relationship): string =>
  role === 'suppliers' ? fact.start : fact.end
/** The end of a supply where the company that is known stands. */
export const knownEnd = ({ role }: Search, fact: Relationship): string =>
  role === 'suppliers' ? fact.end : fact.start

/** A supply as a clause. */
export const supplyText = (search: Search, fact: Relationship): string =>
  `${nameOf(search, fact.start)}向${nameOf(search, fact.end)}供应${fact.product ?? '产品'}`

/** What is known of the company itself, the start of all signals. */
export interface Own {
  readonly facts: readonly Relationship[]
  readonly supplies: readonly Relationship[]
  /** Ids of those who supply it (or buy from it). */
  readonly linked: ReadonlySet<string>
  readonly kin: readonly string[]
  readonly made: readonly string[]
  readonly match: (product: string | null) => boolean
  readonly products: readonly ProductMatch[]
}

/** What is known of the company itself; one statement. */
export const ownOf = async (search: Search): Promise<Own> => {
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
