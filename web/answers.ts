/**
 * The shapes of the answers that web/operations/ ask for, in the words of the GraphQL contract, and the lists of its
 * enumerations that the address bar and the legend need at run time.
 */

export const LABELS = [
  'COMPANY',
  'PARK',
  'CLUSTER',
  'POLICY',
  'PRODUCT',
  'PROJECT',
  'INSTITUTION',
  'REGION',
] as const
export type Label = (typeof LABELS)[number]

export const TYPES = [
  'SUPPLIES',
  'LOCATED_IN',
  'BELONGS_TO',
  'PRODUCES',
  'INPUT_OF',
  'INVESTS_IN',
  'SUBSIDIARY_OF',
  'OPERATES',
  'COOPERATES_WITH',
  'SUPPORTS',
  'ISSUED_BY',
] as const
export type RelationshipType = (typeof TYPES)[number]

/** From running to ended: the order of the legend. */
export const STAGES = ['ACTIVE', 'BUILDING', 'SIGNED', 'PLANNED', 'ENDED'] as const
export type Stage = (typeof STAGES)[number]

/** Which way a relationship is followed from an entity. */
export const DIRECTIONS = ['OUT', 'IN', 'BOTH'] as const
export type Direction = (typeof DIRECTIONS)[number]

export type ChainDirection = 'UPSTREAM' | 'DOWNSTREAM' | 'BOTH'
export type MatchReason = 'NAME' | 'ALIAS' | 'PART' | 'PINYIN' | 'TRADITIONAL' | 'SIMILAR'
export type DocumentKind = 'ORIGINAL' | 'DIGEST' | 'TABLE' | 'LINK'

/** As much of an entity as a mention of it needs. */
export interface Mention {
  id: string
  label: Label
  name: string
}

export interface SourceDocument {
  id: string
  kind: DocumentKind
  title: string
  publisher: string | null
  date: string | null
  url: string | null
  file: string | null
}

export interface Evidence {
  document: SourceDocument
  quote: string | null
  /** Where the quote stands in the document's text: half-open UTF-16 offsets. */
  start: number | null
  end: number | null
  row: number | null
  file: string | null
  stage: Stage | null
  since: string | null
  until: string | null
  figure: string | null
  note: string | null
  confidence: number
  /** 待核: read by a less certain rule, and confirmed by nobody. */
  pending: boolean
}

interface RelationshipStatement {
  id: string
  type: RelationshipType
  product: string | null
  stage: Stage
  since: string | null
  until: string | null
  figure: string | null
  note: string | null
  confidence: number
  sourceCount: number
  /** Only words read by a less certain rule state it, and nobody has confirmed it. */
  pending: boolean
  evidence: readonly Evidence[]
}

/** A place or cluster, and the region around it. */
export interface Place {
  id: string
  name: string
  region?: Place | null
}

/** An entity of a subgraph, with where it lies and what it belongs to, as far as its label has that. */
export interface Member extends Mention {
  region?: Place | null
  parks?: readonly Place[]
  clusters?: readonly Place[]
  park?: Place | null
}

/** A relationship as a subgraph gives it: its ends stand among the subgraph's entities. */
export interface SubgraphRelationship extends RelationshipStatement {
  start: { id: string }
  end: { id: string }
}

/** A relationship that brings the names of its ends along. */
export interface Relationship extends RelationshipStatement {
  start: Mention
  end: Mention
}

/** Entities and the relationships between them. */
export interface Part {
  entities: readonly Member[]
  relationships: readonly SubgraphRelationship[]
}

export interface Subgraph extends Part {
  truncated: boolean
  omitted: number
}

/** A way from one entity to another: entities and relationships in the order they are passed. */
export interface Path extends Part {
  length: number
}

export interface Metric {
  id: string
  name: string
  value: number | null
  unit: string | null
  period: string | null
  change: number | null
  qualifier: string | null
  stage: Stage
  confidence: number
  pending: boolean
  evidence: readonly Evidence[]
}

/** One entity with what its card shows; the lists after `relationships` exist only where the label has them. */
export interface Profile extends Mention {
  aliases: readonly string[]
  englishName: string | null
  description: string | null
  region: Mention | null
  metrics: readonly Metric[]
  relationships: { totalCount: number; edges: readonly { node: Relationship }[] }
  code?: string | null
  parks?: readonly Mention[]
  clusters?: readonly Mention[]
  products?: readonly Mention[]
  projects?: readonly Mention[]
  policies?: readonly Mention[]
  parents?: readonly Mention[]
  subsidiaries?: readonly Mention[]
}

interface Named {
  name: string
  englishName: string
  description: string
}

export interface ModelAnswer {
  model: {
    labels: readonly (Named & { label: Label; color: string })[]
    relationshipTypes: readonly (Named & { type: RelationshipType })[]
  }
  stats: {
    entities: readonly { label: Label; count: number }[]
    relationships: readonly { type: RelationshipType; count: number }[]
    documents: number
    evidence: number
    /** Changes with the data. */
    version: string
  }
}

interface Mentions {
  edges: readonly { node: Mention }[]
}

export interface ExamplesAnswer {
  supplied: Mentions
  supplying: Mentions
  parks: Mentions
  clusters: Mentions
}

export interface SearchHit {
  matched: string
  reason: MatchReason
  entity: Mention
}
