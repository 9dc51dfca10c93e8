/** The relations that questions speak of: which relationships each follows, which way, between what. */
import type { Label, RelationshipType } from '../model/model.ts'
import type { Direction } from '../read/neighbors.ts'

export interface Relation {
  readonly types: readonly RelationshipType[]
  /** Which way it is followed from what is known. */
  readonly direction: Direction
  /** What it may be asked of. */
  readonly of: readonly Label[]
  /** What it leads to. */
  readonly labels: readonly Label[]
  /** Whether what lies inside a place or cluster counts as it. */
  readonly within?: true
  /** Whether the parks around a park that is reached count too. */
  readonly around?: true
  /** Followed where the types above lead to nothing. */
  readonly otherwise?: readonly RelationshipType[]
}

const places: readonly Label[] = ['Park', 'Region']
const supported: readonly Label[] = ['Cluster', 'Company', 'Park', 'Project', 'Region']
const partners: readonly Label[] = ['Company', 'Institution', 'Park']

export const relations = {
  suppliers: { types: ['SUPPLIES'], direction: 'IN', of: ['Company', 'Project'], labels: ['Company'] },
  customers: {
    types: ['SUPPLIES'],
    direction: 'OUT',
    of: ['Company'],
    labels: ['Company', 'Product', 'Project'],
  },
  makers: { types: ['PRODUCES', 'SUPPLIES'], direction: 'IN', of: ['Product'], labels: ['Company'] },
  users: {
    types: ['SUPPLIES'],
    direction: 'OUT',
    of: ['Product'],
    labels: ['Company', 'Product', 'Project'],
  },
  products: { types: ['PRODUCES'], direction: 'OUT', of: ['Company'], labels: ['Product'] },
  productsIn: { types: ['BELONGS_TO'], direction: 'IN', of: ['Cluster'], labels: ['Product'], within: true },
  inputs: { types: ['INPUT_OF'], direction: 'IN', of: ['Product'], labels: ['Product'] },
  outputs: { types: ['INPUT_OF'], direction: 'OUT', of: ['Product'], labels: ['Product'] },
  inside: {
    types: ['LOCATED_IN'],
    direction: 'IN',
    of: places,
    labels: ['Company', 'Project', 'Institution', 'Park', 'Cluster'],
    within: true,
  },
  companiesIn: { types: ['LOCATED_IN'], direction: 'IN', of: places, labels: ['Company'], within: true },
  parksIn: { types: ['LOCATED_IN'], direction: 'IN', of: places, labels: ['Park'], within: true },
  projectsIn: { types: ['LOCATED_IN'], direction: 'IN', of: places, labels: ['Project'], within: true },
  institutionsIn: {
    types: ['LOCATED_IN'],
    direction: 'IN',
    of: places,
    labels: ['Institution'],
    within: true,
  },
  clustersIn: {
    types: ['LOCATED_IN', 'BELONGS_TO'],
    direction: 'BOTH',
    of: places,
    labels: ['Cluster'],
    within: true,
  },
  companiesOf: { types: ['BELONGS_TO'], direction: 'IN', of: ['Cluster'], labels: ['Company'], within: true },
  subclusters: { types: ['BELONGS_TO'], direction: 'IN', of: ['Cluster'], labels: ['Cluster'] },
  parksOfCluster: {
    types: ['LOCATED_IN', 'BELONGS_TO'],
    direction: 'BOTH',
    of: ['Cluster'],
    labels: ['Park'],
  },
  clusters: {
    types: ['BELONGS_TO'],
    direction: 'OUT',
    of: ['Company', 'Product', 'Cluster'],
    labels: ['Cluster'],
  },
  parks: {
    types: ['LOCATED_IN'],
    direction: 'OUT',
    of: ['Company', 'Project', 'Institution', 'Park'],
    labels: ['Park'],
    around: true,
  },
  places: {
    types: ['LOCATED_IN'],
    direction: 'OUT',
    of: ['Company', 'Project', 'Institution', 'Park', 'Cluster', 'Region'],
    labels: places,
  },
  /** Regions around something, the wider ones too: for 哪个省, 哪个市. */
  regions: {
    types: ['LOCATED_IN'],
    direction: 'OUT',
    of: ['Company', 'Project', 'Institution', 'Park', 'Cluster', 'Region'],
    labels: ['Region'],
    around: true,
  },
  /** Places that something is stated to lie in, inside a wider one. */
  placesIn: { types: ['LOCATED_IN'], direction: 'IN', of: places, labels: places, within: true },
  policies: {
    types: ['SUPPORTS'],
    direction: 'IN',
    of: supported,
    labels: ['Policy'],
    otherwise: ['ISSUED_BY'],
  },
  supporting: { types: ['SUPPORTS'], direction: 'IN', of: supported, labels: ['Policy'] },
  supported: { types: ['SUPPORTS'], direction: 'OUT', of: ['Policy'], labels: supported },
  issuers: {
    types: ['ISSUED_BY'],
    direction: 'OUT',
    of: ['Policy'],
    labels: ['Institution', 'Region', 'Park'],
  },
  issued: {
    types: ['ISSUED_BY'],
    direction: 'IN',
    of: ['Institution', 'Region', 'Park'],
    labels: ['Policy'],
  },
  parents: { types: ['SUBSIDIARY_OF'], direction: 'OUT', of: ['Company'], labels: ['Company'] },
  subsidiaries: { types: ['SUBSIDIARY_OF'], direction: 'IN', of: ['Company'], labels: ['Company'] },
  investors: {
    types: ['INVESTS_IN'],
    direction: 'IN',
    of: ['Company', 'Project', 'Institution'],
    labels: ['Company'],
  },
  investments: {
    types: ['INVESTS_IN'],
    direction: 'OUT',
    of: ['Company'],
    labels: ['Company', 'Project', 'Institution'],
  },
  projects: {
    types: ['INVESTS_IN', 'OPERATES', 'SUPPLIES'],
    direction: 'OUT',
    of: ['Company'],
    labels: ['Project'],
  },
  owners: {
    types: ['INVESTS_IN', 'OPERATES'],
    direction: 'IN',
    of: ['Project'],
    labels: ['Company'],
  },
  operators: {
    types: ['OPERATES'],
    direction: 'IN',
    of: ['Park', 'Project', 'Institution'],
    labels: ['Company'],
  },
  operated: {
    types: ['OPERATES'],
    direction: 'OUT',
    of: ['Company'],
    labels: ['Park', 'Project', 'Institution'],
  },
  partners: { types: ['COOPERATES_WITH'], direction: 'BOTH', of: partners, labels: partners },
} as const satisfies Record<string, Relation>

export type RelationName = keyof typeof relations

/** Whether `text` names a relation. */
export const isRelation = (text: string): text is RelationName => Object.hasOwn(relations, text)

/** The relation of a name. */
export const relationOf = (name: RelationName): Relation => relations[name]
