/** The graph as a whole, asked of the API. */
import type { SourceDocument } from '../answers.ts'
import { type Loaded, useOperation } from '../api.ts'
import overview from '../operations/Overview.graphql?raw'
import type { Supplier } from './supply.ts'

export interface OverviewAnswer {
  stats: { loadedAt: string | null; version: string }
  suppliers: { edges: readonly { node: Supplier }[] }
  documents: { edges: readonly { node: SourceDocument }[] }
}

/** Who supplies what from where, and the latest documents. */
export function useOverview(): Loaded<OverviewAnswer> {
  return useOperation(overview, {})
}
