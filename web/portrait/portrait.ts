/** All that the page of a company, park, cluster or policy tells. */
import type { Mention, Metric, Relationship, SourceDocument } from '../answers.ts'

/** The groups of relationships that web/operations/Portrait.graphql asks for, in the order of the page. */
const GROUPS = ['supply', 'products', 'places', 'ownership', 'partners', 'policies'] as const

interface Page<Node> {
  totalCount: number
  edges: readonly { node: Node }[]
}

interface Members {
  totalCount: number
  edges: readonly { node: Mention; relationships: readonly Relationship[] }[]
}

export interface Portrait extends Mention, Record<(typeof GROUPS)[number], Page<Relationship>> {
  aliases: readonly string[]
  englishName: string | null
  description: string | null
  region: Mention | null
  metrics: readonly Metric[]
  documents: Page<SourceDocument>
  code?: string | null
  /** Of parks and clusters, those of what lies inside included. */
  companies?: Members
}

/** Every relationship of the page once: those of the entity itself, then those of its members. */
export function relationshipsOf(of: Portrait): readonly Relationship[] {
  const own = GROUPS.flatMap((group) => of[group].edges.map(({ node }) => node))
  const members = of.companies?.edges.flatMap(({ relationships }) => relationships) ?? []
  return [...new Map([...own, ...members].map((one) => [one.id, one])).values()]
}

/** How many relationships of the entity are not on the page: more than are asked for at once. */
export function omittedFrom(of: Portrait): number {
  return GROUPS.reduce((sum, group) => sum + of[group].totalCount - of[group].edges.length, 0)
}
