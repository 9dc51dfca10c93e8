/** The graph as a whole, asked of the API. */
import type { Relationship, SourceDocument } from '../answers.ts'
import { client, type Loaded, useOperation } from '../api.ts'
import overview from '../operations/Overview.graphql?raw'
import supplies from '../operations/Supplies.graphql?raw'
import { withFragments } from '../operations/withFragments.ts'
import type { Supplier } from './supply.ts'

export interface OverviewAnswer {
  stats: { loadedAt: string | null; version: string }
  suppliers: { edges: readonly { node: Supplier }[] }
  documents: { edges: readonly { node: SourceDocument }[] }
}

interface SuppliesAnswer {
  suppliers: { edges: readonly { node: { relationships: { edges: readonly { node: Relationship }[] } } }[] }
}

/** The whole operation that the overview asks. */
export const OVERVIEW_OPERATION = overview

/** The supplies that the overview counts, with their evidence; throws where the server gives none. */
export async function fetchSupplies(): Promise<readonly Relationship[]> {
  const { data, error } = await client.query<SuppliesAnswer>(withFragments(supplies), {}).toPromise()
  if (data === undefined) throw error ?? new Error('the server gave no supplies')
  return data.suppliers.edges.flatMap(({ node }) => node.relationships.edges.map((edge) => edge.node))
}

/** Who supplies what from where, and the latest documents. */
export function useOverview(): Loaded<OverviewAnswer> {
  return useOperation(overview, {})
}
