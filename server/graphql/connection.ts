/** Relay's connections, from pages. */
import type { Page } from '../read/page.ts'

export interface Connection<N, E extends object> {
  readonly edges: readonly ({ readonly cursor: string; readonly node: N } & E)[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
  /** Asked of the store only where an operation selects it. */
  readonly totalCount: () => number | Promise<number>
}

/** A connection of a page's items; `edge` gives each one's cursor, node and whatever else its edge carries. */
export const connection = <T, N, E extends object>(
  page: Page<T>,
  edge: (item: T) => { readonly cursor: string; readonly node: N } & E,
  totalCount: () => number | Promise<number>,
): Connection<N, E> => {
  const edges = page.items.map(edge)
  return {
    edges,
    pageInfo: {
      hasNextPage: page.hasNext,
      hasPreviousPage: page.hasPrevious,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges[edges.length - 1]?.cursor ?? null,
    },
    totalCount,
  }
}
