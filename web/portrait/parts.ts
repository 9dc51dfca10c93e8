/** Which facts stand together on the page of an entity, and in what order. */
import type { Label, Mention, Relationship, RelationshipType } from '../answers.ts'
import { otherEnd } from '../picture.ts'
import { SYMMETRIC } from '../sections.ts'
import type { Portrait } from './portrait.ts'
import type { Portrayed } from './portrayed.ts'

export type PartKey =
  | 'suppliers'
  | 'customers'
  | 'products'
  | 'projects'
  | 'places'
  | 'clusters'
  | 'parents'
  | 'holdings'
  | 'partners'
  | 'policies'
  | 'members'
  | 'parks'
  | 'institutions'
  | 'operators'
  | 'issuers'
  | 'supportedCompanies'
  | 'supportedParks'
  | 'supportedClusters'
  | 'supportedProjects'
  | 'supportedRegions'
  | 'others'

interface Rule {
  key: PartKey
  types: readonly RelationshipType[]
  /** Whether the entity is the end of the relationship; either way where not given. */
  incoming?: boolean
  /** Kinds of the other end; any where not given. */
  labels?: readonly Label[]
  /** Shown also when empty, saying that nothing is stated. */
  isExpected?: boolean
}

const PARTNERS: Rule = { key: 'partners', types: ['COOPERATES_WITH'] }
const POLICIES: Rule = { key: 'policies', types: ['SUPPORTS'], incoming: true, isExpected: true }
const INSTITUTIONS: Rule = {
  key: 'institutions',
  types: ['LOCATED_IN', 'OPERATES'],
  incoming: true,
  labels: ['INSTITUTION'],
}
const MEMBERS: Rule = {
  key: 'members',
  types: ['LOCATED_IN', 'BELONGS_TO'],
  incoming: true,
  labels: ['COMPANY'],
  isExpected: true,
}
const PROJECTS: Rule = {
  key: 'projects',
  types: ['INVESTS_IN', 'OPERATES', 'SUPPLIES', 'LOCATED_IN'],
  labels: ['PROJECT'],
  isExpected: true,
}

function supported(key: PartKey, label: Label): Rule {
  return { key, types: ['SUPPORTS'], incoming: false, labels: [label] }
}

/** A fact stands in the first part that takes it; what none takes stands under `others`. */
const RULES: Record<Portrayed, readonly Rule[]> = {
  COMPANY: [
    PROJECTS,
    { key: 'suppliers', types: ['SUPPLIES'], incoming: true, isExpected: true },
    { key: 'customers', types: ['SUPPLIES'], incoming: false, isExpected: true },
    { key: 'products', types: ['PRODUCES'], incoming: false, isExpected: true },
    { key: 'clusters', types: ['BELONGS_TO'], incoming: false, isExpected: true },
    { key: 'places', types: ['LOCATED_IN'], incoming: false },
    POLICIES,
    { key: 'parents', types: ['SUBSIDIARY_OF'], incoming: false },
    { key: 'parents', types: ['INVESTS_IN'], incoming: true },
    { key: 'holdings', types: ['SUBSIDIARY_OF'], incoming: true },
    { key: 'holdings', types: ['INVESTS_IN', 'OPERATES'], incoming: false },
    PARTNERS,
  ],
  PARK: [
    MEMBERS,
    { ...PROJECTS, incoming: true },
    { key: 'clusters', types: ['BELONGS_TO'], incoming: false, isExpected: true },
    { key: 'clusters', types: ['LOCATED_IN'], incoming: true, labels: ['CLUSTER'] },
    POLICIES,
    { key: 'policies', types: ['ISSUED_BY'], incoming: true },
    { key: 'places', types: ['LOCATED_IN'], incoming: false },
    { key: 'parks', types: ['LOCATED_IN'], incoming: true, labels: ['PARK'] },
    INSTITUTIONS,
    { key: 'operators', types: ['OPERATES'], incoming: true },
    PARTNERS,
  ],
  CLUSTER: [
    MEMBERS,
    { key: 'parks', types: ['BELONGS_TO'], incoming: true, labels: ['PARK'], isExpected: true },
    { key: 'parks', types: ['LOCATED_IN'], incoming: false, labels: ['PARK'] },
    { key: 'products', types: ['BELONGS_TO'], incoming: true, labels: ['PRODUCT'] },
    { key: 'clusters', types: ['BELONGS_TO'], labels: ['CLUSTER'] },
    POLICIES,
    { key: 'places', types: ['LOCATED_IN'], incoming: false },
  ],
  POLICY: [
    { key: 'issuers', types: ['ISSUED_BY'], incoming: false, isExpected: true },
    supported('supportedClusters', 'CLUSTER'),
    supported('supportedCompanies', 'COMPANY'),
    supported('supportedParks', 'PARK'),
    supported('supportedProjects', 'PROJECT'),
    supported('supportedRegions', 'REGION'),
  ],
}

/** A fact, told of the entity at its other end. */
export interface PartFact {
  relationship: Relationship
  entity: Mention
}

export interface Part {
  key: PartKey
  facts: readonly PartFact[]
}

function takes({ types, incoming, labels }: Rule, relationship: Relationship, id: string): boolean {
  const { type, start, end } = relationship
  const other = otherEnd<Mention>({ start, end }, id)
  return (
    types.includes(type) &&
    (incoming === undefined || SYMMETRIC.includes(type) || incoming === (end.id === id)) &&
    (labels === undefined || labels.includes(other.label))
  )
}

/** The parts of a page in order: those with facts, and the expected ones without. */
export function partsOf(of: Portrait, label: Portrayed, relationships: readonly Relationship[]): Part[] {
  const { id } = of
  const rules = RULES[label]
  const facts = new Map<PartKey, PartFact[]>()
  for (const { key, isExpected = false } of rules) if (isExpected) facts.set(key, facts.get(key) ?? [])
  const add = (key: PartKey, fact: PartFact): void => {
    const list = facts.get(key)
    if (list === undefined) facts.set(key, [fact])
    else list.push(fact)
  }
  for (const relationship of relationships) {
    const { start, end } = relationship
    // What lies in a park inside this one, or belongs to a cluster inside it, is a member too.
    const isInside = start.id !== id && end.id !== id
    const key = isInside ? 'members' : rules.find((rule) => takes(rule, relationship, id))?.key
    add(key ?? 'others', { relationship, entity: isInside ? start : otherEnd({ start, end }, id) })
  }
  const order = [...new Set([...rules.map(({ key }) => key), 'others' as const])]
  return order.flatMap((key) => {
    const list = facts.get(key)
    return list === undefined ? [] : [{ key, facts: list }]
  })
}
