/** Who makes several products, asked in one operation. */
import type { Mention, RelationshipType } from '../answers.ts'

/** Products asked for in one operation: it may hold 30 aliases. */
export const MOST_PRODUCTS = 25

interface Making {
  type: RelationshipType
  start: Mention
  end: { id: string }
}

export type MakersAnswer = Readonly<Record<string, { relationships: readonly Making[] }>>

/** An operation that asks for the makers of so many products, at least one; the variables p0, p1, … are their ids. */
export function makersOperation(count: number): string {
  const keys = Array.from({ length: count }, (_, index) => `p${String(index)}`)
  const fields = keys.map(
    (key) =>
      `${key}: supplyChain(of: $${key}, direction: UPSTREAM, depth: 1, where: { types: [PRODUCES, SUPPLIES] }, first: 50) { ...Makers }`,
  )
  return `query Makers(${keys.map((key) => `$${key}: ID!`).join(', ')}) {\n  ${fields.join('\n  ')}\n}\n`
}

/** The variables of that operation. */
export function makersVariables(products: readonly string[]): Record<string, string> {
  return Object.fromEntries(products.map((id, index) => [`p${String(index)}`, id]))
}

/**
 * The makers of each product that was asked for, each once. Who supplies something else for a product, as a chip for a
 * car, does not make it: only a supply that names the product itself counts.
 */
export function makersOf(products: readonly string[], answer: MakersAnswer): Map<string, readonly Mention[]> {
  return new Map(
    products.map((id, index) => {
      const relationships = answer[`p${String(index)}`]?.relationships ?? []
      const making = relationships.filter(({ type, end }) => (type === 'PRODUCES') === (end.id === id))
      return [id, [...new Map(making.map(({ start }) => [start.id, start])).values()]]
    }),
  )
}
