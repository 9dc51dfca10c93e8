/** The words the graph uses beside the names of entities: products on supplies, figures, and the dates it spans. */
import { statement, textIn, textOrNull } from '../store/statement.ts'
import type { Store } from '../store/store.ts'

const suppliedProducts = statement('read/suppliedProducts', (row) => textIn(row, 'product'))
const metricNames = statement('read/metricNames', (row) => textIn(row, 'name'))
const evidenceDates = statement('read/evidenceDates', (row) => ({
  earliest: textOrNull(row, 'earliest'),
  latest: textOrNull(row, 'latest'),
}))

export interface Terms {
  readonly products: readonly string[]
  readonly metrics: readonly string[]
  /** The earliest and the latest day that evidence is dated. */
  readonly from: string | null
  readonly to: string | null
}

/** The terms of what the store holds now: three statements, in the order of their code points. */
export const readTerms = async (store: Store): Promise<Terms> => {
  const [products, metrics, [dates]] = await Promise.all([
    store.read(suppliedProducts, {}),
    store.read(metricNames, {}),
    store.read(evidenceDates, {}),
  ])
  return {
    products: products.sort(),
    metrics: metrics.sort(),
    from: dates?.earliest ?? null,
    to: dates?.latest ?? null,
  }
}
