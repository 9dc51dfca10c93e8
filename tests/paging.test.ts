/** Pages of long lists, and statements that do not grow with the rows. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { z } from 'zod'
import { stores } from './stores.ts'
import { hub, openSuppliers, supplierCount, type Suppliers } from './suppliers.ts'

const connection = z.object({
  totalCount: z.number(),
  edges: z.array(z.object({ cursor: z.string(), node: z.object({ id: z.string() }) })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
})
describe.each(stores)('on the %s store', (_name, open) => {
  let suppliers: Suppliers

  beforeAll(async () => {
    suppliers = await openSuppliers(open)
  })
  afterAll(() => suppliers.close())

  test('as many statements for 1 company as for 50 and for 200', async () => {
    const fields = `id region { name } metrics { name evidence { document { title } } } documents { totalCount }
      relationships { totalCount edges { node { start { name } evidence { row document { id } } } } }
      ... on Company { suppliers { totalCount edges { relationships { id } } } customers { edges { node { name } } } parks { name } clusters { name }
        products { name } projects { name } policies { name } parents { name } subsidiaries { name } }`
    const statements = async (query: string, variables: Readonly<Record<string, unknown>> = {}) => {
      suppliers.statements.length = 0
      await suppliers.data(query, variables)
      return [...suppliers.statements].sort()
    }
    const page = `query ($first: Int!) { entities(first: $first, where: { labels: [COMPANY] }) { edges { node { ${fields} } } } }`
    const around = `query ($of: ID!, $first: Int!) { neighbors(of: [$of], first: $first, where: { types: [SUPPLIES] }) { entities { ${fields} } } }`
    const chain = `query ($of: ID!, $first: Int!) { supplyChain(of: $of, first: $first, depth: 1) { entities { ${fields} } relationships { evidence { row } } } }`
    const one = await statements(page, { first: 1 })
    expect(one.length).toBeGreaterThan(5)
    expect(await statements(page, { first: 50 })).toEqual(one)
    for (const query of [around, chain]) {
      const few = await statements(query, { of: hub, first: 1 })
      expect(await statements(query, { of: hub, first: 50 })).toEqual(few)
      expect(await statements(query, { of: hub, first: 200 })).toEqual(few)
    }
  })

  test.each([
    [
      'suppliers',
      `entity(id: "${hub}") { ... on Company { list: suppliers(first: $first, after: $after) PAGE } }`,
    ],
    [
      'relationships',
      `entity(id: "${hub}") { list: relationships(first: $first, after: $after, where: { types: [SUPPLIES] }) PAGE }`,
    ],
    ['documents of an entity', `entity(id: "${hub}") { list: documents(first: $first, after: $after) PAGE }`],
    [
      'companies of a park',
      `entity(name: "大园区") { ... on Park { list: companies(first: $first, after: $after) PAGE } }`,
    ],
    ['documents', 'list: documents(first: $first, after: $after, text: "example.org/") PAGE'],
    ['entities', 'list: entities(first: $first, after: $after, where: { text: "供应商" }) PAGE'],
  ])('pages of %s follow each other without a gap or a repeat', async (_what, field) => {
    const selection = `{ totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`
    const query = `query ($first: Int!, $after: String) { ${field.replace('PAGE', selection)} }`
    const page = async (first: number, after: string | null) => {
      const found = await suppliers.data(query, { first, after })
      const inner = z.object({ list: connection })
      return (inner.safeParse(found).data ?? z.object({ entity: inner }).parse(found).entity).list
    }
    const all: string[] = []
    let after: string | null = null
    for (const expectedSize of [90, 90]) {
      const { edges, pageInfo, totalCount } = await page(90, after)
      expect(edges).toHaveLength(expectedSize)
      expect(pageInfo).toEqual({
        hasNextPage: true,
        hasPreviousPage: after !== null,
        startCursor: edges[0]?.cursor,
        endCursor: edges.at(-1)?.cursor,
      })
      expect(totalCount).toBeGreaterThanOrEqual(supplierCount)
      all.push(...edges.map(({ node }) => node.id))
      after = pageInfo.endCursor
    }
    const last = await page(100, after)
    expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true })
    all.push(...last.edges.map(({ node }) => node.id))
    expect(all).toHaveLength(last.totalCount)
    expect(new Set(all).size).toBe(last.totalCount)
    const beyond = await page(1, last.pageInfo.endCursor)
    expect(beyond).toEqual({
      totalCount: last.totalCount,
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    })
    // Exactly as many as there are: nothing follows.
    const exact = await page(last.edges.length, after)
    expect(exact.pageInfo.hasNextPage).toBe(false)
  })
})
