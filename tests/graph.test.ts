/** The contract suite: the same fixtures through both stores, and the same answers expected of both. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { pino } from 'pino'
import { z } from 'zod'
import { followStore, type Live } from '../server/graphql/live.ts'
import { createEndpoint, type Endpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'
import { counted } from './counted.ts'
import { stores, type Opened } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')
const id = {
  car: entityId('Company', '星河汽车'),
  seat: entityId('Company', '远山座椅'),
  steel: entityId('Company', '白云钢铁'),
  software: entityId('Company', '流水软件'),
  product: entityId('Product', '座椅'),
}

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let live: Live
  let endpoint: Endpoint
  let names: string[]
  let version: string

  const logger = pino({ level: 'silent' })
  const ask = async (
    query: string,
    variables: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> => {
    const response = await endpoint.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    const body: unknown = await response.json()
    return body !== null && typeof body === 'object' ? { ...body } : {}
  }
  const data = async (query: string, variables: Record<string, unknown> = {}): Promise<unknown> => {
    const body = await ask(query, variables)
    expect(body['errors']).toBeUndefined()
    return body['data']
  }

  beforeAll(async () => {
    opened = await open()
    const watching = counted(opened.store)
    names = watching.names
    const report = await load({ store: watching.watched, dataDir: opened.dataDir, paths: [fixtures] })
    expect(report.rejected).toEqual([])
    version = report.version
    // Its regular look for another version is no statement of an operation.
    live = await followStore(opened.store, logger)
    endpoint = createEndpoint({ store: watching.watched, live, logger, production: false })
  })
  afterAll(async () => {
    live.stop()
    await opened.close()
  })

  test('two statements of one fact are one relationship with two evidences, the latest deciding the stage', async () => {
    const query = `query ($id: ID!) { entity(id: $id) { ... on Company { suppliers(where: { product: "座椅" }) { totalCount edges {
      node { name } relationships { product stage since figure confidence sourceCount evidence { stage since figure row file document { url kind title } } } } } } } }`
    expect(await data(query, { id: id.car })).toEqual({
      entity: {
        suppliers: {
          totalCount: 1,
          edges: [
            {
              node: { name: '远山座椅' },
              relationships: [
                {
                  product: '座椅',
                  stage: 'ACTIVE',
                  since: '2022-06',
                  figure: '20万套',
                  confidence: 0.95,
                  sourceCount: 2,
                  evidence: [
                    {
                      stage: 'SIGNED',
                      since: '2022-06',
                      figure: null,
                      row: 2,
                      file: 'relations.csv',
                      document: { url: 'https://example.org/one', kind: 'LINK', title: 'example.org/one' },
                    },
                    {
                      stage: 'ACTIVE',
                      since: '2023',
                      figure: '20万套',
                      row: 3,
                      file: 'relations.csv',
                      document: { url: 'https://example.org/two', kind: 'LINK', title: 'example.org/two' },
                    },
                  ],
                },
              ],
            },
          ],
        },
      },
    })
  })

  test('a supply chain stands in tiers, ended supply left out, both ends of every relationship among the entities', async () => {
    const query = `query ($id: ID!) { supplyChain(of: $id, depth: 3, direction: UPSTREAM) { truncated omitted entities { name }
      relationships { start { name } end { name } product stage } tiers { depth direction entities { name } } } }`
    expect(await data(query, { id: id.car })).toEqual({
      supplyChain: {
        truncated: false,
        omitted: 0,
        entities: [{ name: '星河汽车' }, { name: '远山座椅' }, { name: '流水软件' }, { name: '白云钢铁' }],
        relationships: [
          { start: { name: '远山座椅' }, end: { name: '星河汽车' }, product: '座椅', stage: 'ACTIVE' },
          { start: { name: '流水软件' }, end: { name: '星河汽车' }, product: '软件', stage: 'PLANNED' },
          { start: { name: '白云钢铁' }, end: { name: '远山座椅' }, product: '钢材', stage: 'ACTIVE' },
        ],
        tiers: [
          { depth: 0, direction: 'UPSTREAM', entities: [{ name: '星河汽车' }] },
          { depth: 1, direction: 'UPSTREAM', entities: [{ name: '远山座椅' }, { name: '流水软件' }] },
          { depth: 2, direction: 'UPSTREAM', entities: [{ name: '白云钢铁' }] },
        ],
      },
    })
  })

  test('a supply chain of a product begins with who makes it, who supplies it by name and what goes into it', async () => {
    const query = `query ($id: ID!) { supplyChain(of: $id, depth: 1) { tiers { depth direction entities { name } } relationships { type } } }`
    expect(await data(query, { id: id.product })).toEqual({
      supplyChain: {
        tiers: [
          { depth: 0, direction: 'UPSTREAM', entities: [{ name: '座椅' }] },
          { depth: 1, direction: 'UPSTREAM', entities: [{ name: '远山座椅' }, { name: '钢材' }] },
          { depth: 1, direction: 'DOWNSTREAM', entities: [{ name: '星河汽车' }] },
        ],
        relationships: expect.arrayContaining([
          { type: 'SUPPLIES' },
          { type: 'PRODUCES' },
          { type: 'INPUT_OF' },
        ]),
      },
    })
  })

  test('what first leaves out is said: truncated, with at least how many', async () => {
    const query = `query ($id: ID!) { supplyChain(of: $id, depth: 1, first: 1) { truncated omitted relationships { id } } neighbors(of: [$id], first: 1) { truncated omitted } }`
    expect(await data(query, { id: id.car })).toEqual({
      supplyChain: { truncated: true, omitted: 1, relationships: [expect.anything()] },
      neighbors: { truncated: true, omitted: 1 },
    })
  })

  test('as of a day the stage is the one stated by then, and what was stated later is not there', async () => {
    const query = `query ($id: ID!, $asOf: PartialDate, $stages: [Stage!]) { neighbors(of: [$id], direction: IN, where: { types: [SUPPLIES], asOf: $asOf, stages: $stages }) { relationships { start { name } } } }`
    const suppliers = async (asOf: string, stages: string[] | null) =>
      data(query, { id: id.car, asOf, stages })
    expect(await suppliers('2022', ['SIGNED'])).toEqual({
      neighbors: { relationships: [{ start: { name: '远山座椅' } }] },
    })
    expect(await suppliers('2022', ['ACTIVE'])).toEqual({ neighbors: { relationships: [] } })
    expect(await suppliers('2023-01-01', ['ACTIVE'])).toEqual({
      neighbors: { relationships: [{ start: { name: '远山座椅' } }] },
    })
    expect(await suppliers('2020', null)).toEqual({ neighbors: { relationships: [] } })
  })

  test('paths are the shortest there are, whatever their direction, and none is longer than asked', async () => {
    const query = `query ($from: ID!, $to: ID!, $max: Int!) { paths(from: $from, to: $to, maxLength: $max) { length entities { name } relationships { type } } }`
    const [from, to] = [id.software, entityId('Company', '远山控股')]
    expect(await data(query, { from, to, max: 4 })).toEqual({
      paths: [
        {
          length: 3,
          entities: [{ name: '流水软件' }, { name: '星河汽车' }, { name: '远山座椅' }, { name: '远山控股' }],
          relationships: [{ type: 'SUPPLIES' }, { type: 'SUPPLIES' }, { type: 'SUBSIDIARY_OF' }],
        },
      ],
    })
    expect(await data(query, { from, to, max: 2 })).toEqual({ paths: [] })
  })

  test('cooperation is one relationship whichever side states it', async () => {
    const query = `query ($id: ID!) { entity(id: $id) { relationships(where: { types: [COOPERATES_WITH] }) { totalCount edges { node { stage sourceCount evidence { stage } } } } } }`
    expect(await data(query, { id: id.steel })).toEqual({
      entity: {
        relationships: {
          totalCount: 1,
          edges: [
            {
              node: {
                stage: 'ACTIVE',
                sourceCount: 2,
                evidence: expect.arrayContaining([{ stage: 'SIGNED' }, { stage: 'ACTIVE' }]),
              },
            },
          ],
        },
      },
    })
  })

  test('companies of a park, region and cluster include those of parks, regions and clusters inside', async () => {
    const query = `{ park: entity(name: "丙园区") { ... on Park { companies { edges { node { name } } } clusters { name } } }
      region: entity(name: "甲省") { ... on Region { companies { totalCount } parks { name } regions { name } } }
      cluster: entity(name: "汽车产业") { ... on Cluster { companies { edges { node { name } } } parks { name } } } }`
    const answer = await data(query)
    expect(answer).toMatchObject({
      park: { clusters: [{ name: '汽车产业' }] },
      region: { companies: { totalCount: 4 }, regions: [{ name: '乙市' }] },
      cluster: { parks: [{ name: '丙园区' }] },
    })
    expect(JSON.stringify(answer)).toContain('远山座椅')
  })

  test('typed fields of a company: place, parks nearest first, parents, projects, policies', async () => {
    const query = `{ seat: entity(name: "远山座椅") { region { name } ... on Company { parks { name } parents { name } products { name } clusters { name } customers { edges { node { name } } } } }
      car: entity(name: "Galaxy Auto") { name englishName description ... on Company { code projects { name park { name } } policies { name issuedBy { name } } } } }`
    expect(await data(query)).toEqual({
      seat: {
        region: { name: '乙市' },
        parks: [{ name: '丁分园' }, { name: '丙园区' }],
        parents: [{ name: '远山控股' }],
        products: [{ name: '座椅' }],
        clusters: [{ name: '座椅产业' }],
        customers: { edges: [{ node: { name: '星河汽车' } }] },
      },
      car: {
        name: '星河汽车',
        englishName: 'Galaxy Auto',
        description: '整车企业',
        code: 'SH:600001',
        projects: [{ name: '整车二期', park: { name: '丁分园' } }],
        policies: [{ name: '强链计划', issuedBy: [{ name: '乙市' }] }],
      },
    })
  })

  test('figures keep unit, period, change, qualifier and whether they are planned', async () => {
    const query = `{ entity(name: "乙市") { metrics { name value unit period change qualifier stage evidence { row } } } growth: entity(name: "星河汽车") { metrics { value change period } } }`
    const answer = await data(query)
    expect(answer).toMatchObject({ growth: { metrics: [{ value: null, change: -3, period: '前三季度' }] } })
    expect(answer).toMatchObject({
      entity: {
        metrics: expect.arrayContaining([
          {
            name: '工业产值',
            value: 1200.5,
            unit: '亿元',
            period: '2023',
            change: 6.1,
            qualifier: null,
            stage: 'ACTIVE',
            evidence: [{ row: 2 }],
          },
          {
            name: '工业产值',
            value: 1300,
            unit: '亿元',
            period: '2024',
            change: null,
            qualifier: '超',
            stage: 'PLANNED',
            evidence: [{ row: 3 }],
          },
        ]),
      },
    })
  })

  test('pages follow each other without a gap or a repeat, and the total counts all', async () => {
    const query = `query ($after: String) { entities(first: 5, after: $after) { totalCount edges { node { name } } pageInfo { hasNextPage endCursor } } }`
    const seen: string[] = []
    let after: unknown = null
    for (let page = 0; page < 4; page++) {
      const answer = await data(query, { after })
      expect(answer).toMatchObject({ entities: { totalCount: 16, pageInfo: { hasNextPage: page < 3 } } })
      seen.push(...[...JSON.stringify(answer).matchAll(/"name":"([^"]+)"/g)].map(([, name = '']) => name))
      after = /"endCursor":"([^"]+)"/.exec(JSON.stringify(answer))?.[1]
    }
    expect(new Set(seen).size).toBe(16)
    expect(seen.indexOf('白云钢铁')).toBeLessThan(seen.indexOf('星河汽车'))
  })

  test('a document tells what it states', async () => {
    const query = `{ documents(text: "example.org/three") { totalCount edges { node { title kind sha256 text damage { start } relationships { type } entities { name } } } } }`
    const answer = await data(query)
    expect(answer).toMatchObject({
      documents: {
        totalCount: 1,
        edges: [{ node: { title: 'example.org/three', kind: 'LINK', sha256: null, text: null, damage: [] } }],
      },
    })
    expect(JSON.stringify(answer)).toContain('ISSUED_BY')
  })

  test('names: whole ones before parts, an ambiguous alias is refused with its candidates', async () => {
    expect(await data(`{ search(text: "星河") { entity { name } matched reason } }`)).toEqual({
      search: [{ entity: { name: '星河汽车' }, matched: '星河', reason: 'ALIAS' }],
    })
    expect(await data(`{ search(text: "座椅", labels: [COMPANY]) { entity { name } reason } }`)).toEqual({
      search: [{ entity: { name: '远山座椅' }, reason: 'PART' }],
    })
    const refused = await ask(`{ entity(name: "同名") { id } }`)
    expect(refused['errors']).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(id.steel),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    ])
    expect(await data(`{ entity(name: "没有这家") { id } document(id: "x") { id } }`)).toEqual({
      entity: null,
      document: null,
    })
  })

  test.each([
    ['entities(first: 101) { totalCount }', 'from 1 to 100'],
    ['entities(first: 0) { totalCount }', 'from 1 to 100'],
    ['search(text: "a", first: 51) { score }', 'from 1 to 50'],
    [`supplyChain(of: "${id.car}", depth: 7) { truncated }`, 'from 1 to 6'],
    [`supplyChain(of: "${id.car}", first: 2001) { truncated }`, 'from 1 to 2000'],
    [`supplyChain(of: "${id.car}", where: { types: [LOCATED_IN] }) { truncated }`, 'SUPPLIES'],
    [`supplyChain(of: "${id.car}", where: { minConfidence: 1.1 }) { truncated }`, 'from 0 to 1'],
    [`supplyChain(of: "${id.car}", where: { minSources: 0 }) { truncated }`, 'from 1 to 100'],
    ['neighbors(of: []) { truncated }', '1 to 50'],
    [`paths(from: "${id.car}", to: "${id.car}") { length }`, 'two different'],
    [`paths(from: "${id.car}", to: "${id.seat}", maxLength: 7) { length }`, 'from 1 to 6'],
    [`paths(from: "${id.car}", to: "${id.seat}", first: 21) { length }`, 'from 1 to 20'],
    ['entity { id }', 'exactly one'],
    ['entities(after: "nonsense") { totalCount }', 'endCursor'],
  ])('a value outside its bounds is refused with what is allowed: %s', async (field, allowed) => {
    const body = await ask(`{ ${field} }`)
    expect(body['errors']).toEqual([
      expect.objectContaining({
        message: expect.stringContaining(allowed),
        extensions: { code: 'BAD_USER_INPUT' },
      }),
    ])
  })

  test('values at the edge of their bounds are answered', async () => {
    await data(
      `{ entities(first: 100) { totalCount } search(text: "a", first: 50) { score } supplyChain(of: "${id.car}", depth: 6, first: 2000) { truncated } paths(from: "${id.car}", to: "${id.seat}", maxLength: 6, first: 20) { length } }`,
    )
  })

  test('an unknown id is NOT_FOUND by name', async () => {
    const body = await ask('{ supplyChain(of: "nobody") { truncated } }')
    expect(body['errors']).toEqual([
      expect.objectContaining({
        message: expect.stringContaining('nobody'),
        extensions: { code: 'NOT_FOUND' },
      }),
    ])
  })

  test('the number of statements depends on the shape of an operation, not on its rows', async () => {
    const query = `query ($first: Int!) { entities(first: $first) { edges { node { region { name } metrics { name evidence { row } } documents { totalCount }
      relationships { totalCount edges { node { evidence { document { title } } } } } ... on Company { suppliers { edges { relationships { evidence { row } } } } parks { name } } } } } }`
    const statements = async (first: number): Promise<readonly string[]> => {
      names.length = 0
      await data(query, { first })
      return [...names].sort()
    }
    const one = await statements(16)
    expect(await statements(100)).toEqual(one)
    expect(one.length).toBeLessThanOrEqual(11)
    names.length = 0
    await data(`query ($id: ID!) { supplyChain(of: $id, depth: 2) { relationships { evidence { row } } } }`, {
      id: id.car,
    })
    expect(names).toEqual(['read/suppliesIn', 'read/suppliesIn', 'read/evidence'])
  })

  test('leads of all companies take one statement a step and are those of each alone', async () => {
    const leads = '... on Company { name leads(first: 5) { entity { name } reason evidence { row } } }'
    const shape = z.object({
      entities: z.object({ edges: z.array(z.object({ node: z.looseObject({ name: z.string() }) })) }),
    })
    names.length = 0
    const all = shape.parse(
      await data(
        `{ entities(where: { labels: [COMPANY] }, first: 100) { edges { node { ${leads} } } } }`,
        {},
      ),
    )
    const companies = all.entities.edges.map(({ node }) => node)
    expect(companies.length).toBeGreaterThan(3)
    expect(names.filter((name) => name === 'read/relationshipsAround').length).toBeLessThanOrEqual(10)
    for (const company of companies)
      expect(
        await data(`query ($name: String!) { entity(name: $name, label: COMPANY) { ${leads} } }`, {
          name: company.name,
        }),
      ).toEqual({ entity: company })
  })

  test('the version of the data is the same on every store', () => {
    expect(version).toBe('874578ab375a0e94b32802df')
    expect(live.current().version).toBe(version)
  })

  test('an operation that is too large is refused with a 4xx', async () => {
    const post = (query: string) =>
      endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    const deep = (levels: number) =>
      `{ entity(name: "星河汽车") ${'{ region '.repeat(levels - 1)}{ id }${' }'.repeat(levels - 1)} }`
    expect((await post(deep(14))).status).toBe(200)
    expect((await post(deep(15))).status).toBe(400)
    expect(
      (
        await post(
          `{ ${Array.from({ length: 30 }, (_, index) => `a${index.toString()}: stats { documents }`).join(' ')} }`,
        )
      ).status,
    ).toBe(200)
    expect(
      (
        await post(
          `{ ${Array.from({ length: 31 }, (_, index) => `a${index.toString()}: stats { documents }`).join(' ')} }`,
        )
      ).status,
    ).toBe(400)
    expect((await post(`{ ${'__typename '.repeat(100)} }`)).status).toBe(400)
    expect((await post(`{ ${'__typename '.repeat(2_001)} }`)).status).toBe(400)
  })
})
