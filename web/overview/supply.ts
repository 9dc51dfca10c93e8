/** Supply added up by product and by place, for drawing. */
import type { Place } from '../answers.ts'

/** A company with what it supplies. */
export interface Supplier {
  id: string
  name: string
  region: Place | null
  relationships: { totalCount: number; edges: readonly { node: { id: string; product: string | null } }[] }
}

/** A name with a number; `id` where it is an entity of the graph. */
export interface Amount {
  key: string
  name: string
  value: number
  id: string | null
}

/** So many supplies of a product from a place; both are keys of amounts. */
export interface Flow {
  place: string
  product: string
  value: number
}

export interface Supply {
  /** Most supplied first. */
  products: readonly Amount[]
  places: readonly Amount[]
  flows: readonly Flow[]
  total: number
}

/** The keys of what has no name, and of what is too small to be drawn by itself. */
export const UNNAMED = ' unnamed'
export const REST = ' rest'

/** The outermost region around a company: provinces can be compared, towns are too many. */
export function provinceOf(region: Place | null): Place | null {
  let outermost = region
  while (outermost?.region != null) outermost = outermost.region
  return outermost
}

function bySize(a: Amount, b: Amount): number {
  return b.value - a.value || (a.key < b.key ? -1 : 1)
}

/** Adds up what the suppliers supply. Products go by their words, places by their outermost region. */
export function supplyOf(suppliers: readonly Supplier[]): Supply {
  const products = new Map<string, Amount>()
  const places = new Map<string, Amount>()
  const flows = new Map<string, Flow>()
  const add = (amounts: Map<string, Amount>, amount: Omit<Amount, 'value'>): void => {
    const value = (amounts.get(amount.key)?.value ?? 0) + 1
    amounts.set(amount.key, { ...amount, value })
  }
  let total = 0
  for (const { region, relationships } of suppliers) {
    const province = provinceOf(region)
    const place = province?.id ?? UNNAMED
    for (const { node } of relationships.edges) {
      const product = node.product === null || node.product === '' ? UNNAMED : node.product
      add(products, { key: product, name: product, id: null })
      add(places, { key: place, name: province?.name ?? '', id: province?.id ?? null })
      const flow = JSON.stringify([place, product])
      flows.set(flow, { place, product, value: (flows.get(flow)?.value ?? 0) + 1 })
      total += 1
    }
  }
  return {
    products: [...products.values()].sort(bySize),
    places: [...places.values()].sort(bySize),
    flows: [...flows.values()],
    total,
  }
}

/** The largest flows' ends by themselves, everything smaller added up under the key REST. */
export function gather(supply: Supply, most: { places: number; products: number }): readonly Flow[] {
  const top = (amounts: readonly Amount[], count: number): ReadonlySet<string> =>
    new Set(amounts.slice(0, count).map(({ key }) => key))
  const places = top(supply.places, most.places)
  const products = top(supply.products, most.products)
  const flows = new Map<string, Flow>()
  for (const { place, product, value } of supply.flows) {
    const ends = { place: places.has(place) ? place : REST, product: products.has(product) ? product : REST }
    const key = JSON.stringify(ends)
    flows.set(key, { ...ends, value: (flows.get(key)?.value ?? 0) + value })
  }
  return [...flows.values()].sort(
    (a, b) => b.value - a.value || (a.place + a.product < b.place + b.product ? -1 : 1),
  )
}
