/** Arguments at the edges of what they may be, and what a bound leaves out. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { labels, model, types } from '../server/model/model.ts'
import { stores } from './stores.ts'
import { hub, id, indexes, openSuppliers, type Suppliers } from './suppliers.ts'

describe.each(stores)('on the %s store', (_name, open) => {
  let suppliers: Suppliers

  beforeAll(async () => {
    suppliers = await openSuppliers(open)
  })
  afterAll(() => suppliers.close())

  const company = (field: string): string => `entity(id: "${hub}") { ... on Company { ${field} } }`
  const nested = [
    ...['metrics', 'relationships', 'documents', 'suppliers', 'customers'],
    ...['parks', 'clusters', 'products', 'projects', 'policies', 'parents', 'subsidiaries'],
  ]
  test.each(nested)('%s takes from 1 to 100', async (field) => {
    const asked = (first: number) =>
      suppliers.ask(`{ ${company(`${field}(first: ${first.toString()}) { __typename }`)} }`)
    for (const first of [1, 100]) expect((await asked(first)).errors).toBeUndefined()
    for (const first of [0, 101, -1])
      expect((await asked(first)).errors).toEqual([
        {
          message: `first is ${first.toString()}; it must be from 1 to 100`,
          extensions: { code: 'BAD_USER_INPUT' },
        },
      ])
  })

  const ids = (count: string): string =>
    indexes
      .slice(0, Number(count))
      .map((index) => `"${id(index)}"`)
      .join()
  const text = (length: string): string => '名'.repeat(Number(length))
  const around = (argument: string): string => `neighbors(of: ["${hub}"], ${argument}) { truncated }`
  const chain = (argument: string): string => `supplyChain(of: "${hub}", ${argument}) { truncated }`
  const paths = (argument: string): string => `paths(from: "${hub}", to: "${id(1)}", ${argument}) { length }`
  test.each<[string, (value: string) => string, string, string, string]>([
    [
      'ids of neighbors, most',
      (value) => `neighbors(of: [${ids(value)}]) { truncated }`,
      '50',
      '51',
      '1 to 50',
    ],
    [
      'ids of neighbors, least',
      (value) => `neighbors(of: [${ids(value)}]) { truncated }`,
      '1',
      '0',
      '1 to 50',
    ],
    ['first of neighbors, most', (value) => around(`first: ${value}`), '2000', '2001', 'from 1 to 2000'],
    ['first of neighbors, least', (value) => around(`first: ${value}`), '1', '0', 'from 1 to 2000'],
    ['depth of supplyChain, most', (value) => chain(`depth: ${value}`), '6', '7', 'from 1 to 6'],
    ['depth of supplyChain, least', (value) => chain(`depth: ${value}`), '1', '0', 'from 1 to 6'],
    ['first of supplyChain, most', (value) => chain(`first: ${value}`), '2000', '2001', 'from 1 to 2000'],
    ['first of supplyChain, least', (value) => chain(`first: ${value}`), '1', '0', 'from 1 to 2000'],
    ['maxLength of paths, most', (value) => paths(`maxLength: ${value}`), '6', '7', 'from 1 to 6'],
    ['maxLength of paths, least', (value) => paths(`maxLength: ${value}`), '1', '0', 'from 1 to 6'],
    ['first of paths, most', (value) => paths(`first: ${value}`), '20', '21', 'from 1 to 20'],
    ['first of paths, least', (value) => paths(`first: ${value}`), '1', '0', 'from 1 to 20'],
    ['text of search', (value) => `search(text: "${text(value)}") { score }`, '100', '101', 'at most 100'],
    [
      'first of search, most',
      (value) => `search(text: "名", first: ${value}) { score }`,
      '50',
      '51',
      'from 1 to 50',
    ],
    [
      'first of search, least',
      (value) => `search(text: "名", first: ${value}) { score }`,
      '1',
      '0',
      'from 1 to 50',
    ],
    [
      'first of entities, most',
      (value) => `entities(first: ${value}) { totalCount }`,
      '100',
      '101',
      'from 1 to 100',
    ],
    [
      'first of documents, least',
      (value) => `documents(first: ${value}) { totalCount }`,
      '1',
      '0',
      'from 1 to 100',
    ],
    [
      'minConfidence, least',
      (value) => around(`where: { minConfidence: ${value} }`),
      '0',
      '-0.01',
      'from 0 to 1',
    ],
    [
      'minConfidence, most',
      (value) => around(`where: { minConfidence: ${value} }`),
      '1',
      '1.01',
      'from 0 to 1',
    ],
    ['minSources, least', (value) => around(`where: { minSources: ${value} }`), '1', '0', 'from 1 to 100'],
    ['minSources, most', (value) => around(`where: { minSources: ${value} }`), '100', '101', 'from 1 to 100'],
    ['product', (value) => around(`where: { product: "${text(value)}" }`), '100', '101', 'at most 100'],
    ['asOf', (value) => around(`where: { asOf: "${value}" }`), '2024-02-29', '2023-02-29', '2024-10-08'],
  ])('a bound holds at its edge: %s', async (_bound, field, allowed, refused, range) => {
    expect((await suppliers.ask(`{ ${field(allowed)} }`)).errors).toBeUndefined()
    expect((await suppliers.ask(`{ ${field(refused)} }`)).errors).toEqual([
      { message: expect.stringContaining(range), extensions: { code: 'BAD_USER_INPUT' } },
    ])
  })

  test('what is left out is counted: the hub has 200 suppliers', async () => {
    const query = `query ($first: Int!) { supplyChain(of: "${hub}", depth: 1, first: $first) { truncated omitted relationships { id } } }`
    expect(await suppliers.data(query, { first: 200 })).toMatchObject({
      supplyChain: { truncated: false, omitted: 0 },
    })
    expect(await suppliers.data(query, { first: 199 })).toMatchObject({
      supplyChain: {
        truncated: true,
        omitted: 1,
        relationships: Array.from({ length: 199 }, () => expect.anything()),
      },
    })
  })

  test('the region is the nearest around the best-evidenced place, the parks those around it, nearest first', async () => {
    expect(
      await suppliers.data(`{ entity(id: "${id(7)}") { region { name } ... on Company { parks { name } } }
        hub: entity(id: "${hub}") { region { name } ... on Company { parks { name } } }
        province: entity(name: "某省") { region { name } } city: entity(name: "某市") { region { name } } }`),
    ).toEqual({
      entity: { region: { name: '某市' }, parks: [{ name: '小园区' }, { name: '大园区' }] },
      hub: { region: { name: '某省' }, parks: [] },
      province: { region: null },
      city: { region: { name: '某省' } },
    })
  })

  test('the legend is the model', async () => {
    const found = await suppliers.data(
      '{ model { labels { label name englishName color } relationshipTypes { type name startLabels endLabels } } }',
    )
    expect(found).toEqual({
      model: {
        labels: labels.map((label) => {
          const { name: chinese, englishName, color } = model.labels[label]
          return { label: label.toUpperCase(), name: chinese, englishName, color }
        }),
        relationshipTypes: types.map((type) => {
          const { name: chinese, start, end } = model.types[type]
          return {
            type,
            name: chinese,
            startLabels: start.map((label) => label.toUpperCase()),
            endLabels: end.map((label) => label.toUpperCase()),
          }
        }),
      },
    })
  })
})
