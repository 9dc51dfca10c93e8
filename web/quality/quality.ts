/** How far the graph can be trusted, asked of the API. */
import type { RelationshipType } from '../answers.ts'
import { type Loaded, useOperation } from '../api.ts'
import quality from '../operations/Quality.graphql?raw'
import type { Span } from '../target.ts'

export interface QualityAnswer {
  stats: {
    relationships: readonly { type: RelationshipType; count: number; pending: number; oneSource: number }[]
    documents: number
    damaged: readonly { id: string; title: string; date: string | null; damage: readonly Span[] }[]
  }
  reviews: { totalCount: number }
}

/** What waits, what one source alone states, and which texts are damaged. */
export function useQuality(): Loaded<QualityAnswer> {
  return useOperation(quality, {})
}
