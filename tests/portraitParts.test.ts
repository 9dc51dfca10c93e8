/** What the page of a company, park, cluster or policy makes of its answer, without a browser. */
import { describe, expect, test } from '@jest/globals'
import type {
  Evidence,
  Label,
  Mention,
  Metric,
  Relationship,
  RelationshipType,
  Stage,
} from '../web/answers.ts'
import { askedProducts, chainOf, isGap, type Piece, shownFacts } from '../web/portrait/chain.ts'
import { eventsOf } from '../web/portrait/events.ts'
import { makersOf, makersOperation, makersVariables, MOST_PRODUCTS } from '../web/portrait/makers.ts'
import { partsOf } from '../web/portrait/parts.ts'
import { omittedFrom, type Portrait, relationshipsOf } from '../web/portrait/portrait.ts'
import { changesOf, seriesOf } from '../web/portrait/series.ts'

const named = (name: string, label: Label = 'COMPANY'): Mention => ({ id: name, label, name })

const evidence = (since: string | null, stage: Stage, pending = false): Evidence => ({
  document: { id: 'd', kind: 'LINK', title: 't', publisher: null, date: null, url: null, file: null },
  quote: null,
  start: null,
  end: null,
  row: 2,
  file: 'a.csv',
  stage,
  since,
  until: null,
  figure: null,
  note: null,
  confidence: 0.95,
  pending,
})

interface Told {
  stage?: Stage
  product?: string | null
  by?: readonly Evidence[]
}

const stated = <End extends Mention>(
  start: End,
  type: RelationshipType,
  end: End,
  { stage = 'ACTIVE', product = null, by = [evidence('2024', 'ACTIVE')] }: Told = {},
): Relationship & { start: End; end: End } => ({
  id: [start.name, type, end.name, product].join(' '),
  type,
  start,
  end,
  product,
  stage,
  since: null,
  until: null,
  figure: null,
  note: null,
  confidence: 0.95,
  sourceCount: 1,
  pending: false,
  evidence: by,
})

const page = (relationships: readonly Relationship[], totalCount = relationships.length) => ({
  totalCount,
  edges: relationships.map((node) => ({ node })),
})

const portrait = (of: Mention, given: Partial<Portrait>): Portrait => ({
  ...of,
  aliases: [],
  englishName: null,
  description: null,
  region: null,
  metrics: [],
  documents: { totalCount: 0, edges: [] },
  supply: page([]),
  products: page([]),
  places: page([]),
  ownership: page([]),
  partners: page([]),
  policies: page([]),
  ...given,
})

describe('the parts of a page', () => {
  const car = named('甲汽车')
  const plant = named('甲工厂', 'PROJECT')

  test('each fact stands once, told of the other end; what is expected and not stated stays as an empty part', () => {
    const of = portrait(car, {
      supply: page([stated(named('乙座椅'), 'SUPPLIES', car), stated(car, 'SUPPLIES', plant)]),
      ownership: page([stated(car, 'OPERATES', plant, { stage: 'SIGNED' })]),
      partners: page([stated(named('丙大学', 'INSTITUTION'), 'COOPERATES_WITH', car)]),
    })
    const parts = partsOf(of, 'COMPANY', relationshipsOf(of))
    expect(parts.map(({ key, facts }) => [key, facts.map(({ entity }) => entity.name)])).toEqual([
      ['projects', ['甲工厂', '甲工厂']],
      ['suppliers', ['乙座椅']],
      ['customers', []],
      ['products', []],
      ['clusters', []],
      ['policies', []],
      ['partners', ['丙大学']],
    ])
  })

  test('what lies in a park inside the park is a member; what no part takes stands under the others', () => {
    const park = named('大园', 'PARK')
    const inner = stated<Mention>(car, 'LOCATED_IN', named('小园', 'PARK'))
    const of = portrait(park, {
      supply: page([stated<Mention>(car, 'SUPPLIES', park)]),
      companies: { totalCount: 1, edges: [{ node: car, relationships: [inner] }] },
    })
    const parts = partsOf(of, 'PARK', relationshipsOf(of)).filter(({ facts }) => facts.length > 0)
    expect(parts.map(({ key }) => key)).toEqual(['members', 'others'])
    expect(parts[0]?.facts[0]).toEqual({ relationship: inner, entity: car })
  })

  test('what was not sent along is counted', () => {
    expect(omittedFrom(portrait(car, { supply: page([stated(named('乙'), 'SUPPLIES', car)], 101) }))).toBe(
      100,
    )
  })
})

test('the timeline holds each stage of a day once, latest first, ended ones by their end', () => {
  const by = [
    evidence('2023', 'SIGNED'),
    evidence('2024-03', 'ACTIVE', true),
    evidence('2024-03', 'ACTIVE'),
    { ...evidence(null, 'ENDED'), until: '2025-01-09' },
  ]
  const events = eventsOf([stated(named('乙'), 'SUPPLIES', named('甲'), { by })])
  expect(events.map(({ date, stage, pending }) => [date, stage, pending])).toEqual([
    ['2025-01-09', 'ENDED', false],
    ['2024-03', 'ACTIVE', false],
    ['2023', 'SIGNED', false],
  ])
})

describe('the charts of figures', () => {
  const metric = (
    name: string,
    period: string | null,
    value: number | null,
    more: Partial<Metric> = {},
  ): Metric => ({
    id: [name, period, value].join(' '),
    name,
    value,
    unit: '亿元',
    period,
    change: null,
    qualifier: null,
    stage: 'ACTIVE',
    confidence: 0.95,
    pending: false,
    evidence: [],
    ...more,
  })

  test('only one measure in one unit for periods of one length share a chart, in the order of time', () => {
    const series = seriesOf([
      metric('营收', '2024', 162),
      metric('营收', '2021', 29),
      metric('营收', '2025年前三季度', 107),
      metric('营收', '前三季度', 90),
      metric('营收', '2024', 160),
      metric('产值', '2024', 500, { stage: 'PLANNED' }),
      metric('产值', '2023', 300),
      metric('产值', '2023', 300, { unit: '万元' }),
    ])
    expect(series.map(({ name, unit, points }) => [name, unit, points])).toEqual([
      [
        '营收',
        '亿元',
        [
          { period: '2021', value: 29, isPlanned: false },
          { period: '2024', value: 162, isPlanned: false },
        ],
      ],
      [
        '产值',
        '亿元',
        [
          { period: '2023', value: 300, isPlanned: false },
          { period: '2024', value: 500, isPlanned: true },
        ],
      ],
    ])
  })

  test('changes stand by size; one alone is no chart', () => {
    const falling = metric('出口', '1—9月', null, { change: -12 })
    const growing = metric('产值', '2023', 300, { change: 6.1 })
    expect(changesOf([growing])).toEqual([])
    expect(changesOf([growing, falling]).map(({ name, value }) => [name, value])).toEqual([
      ['出口 1—9月', -12],
      ['产值 2023', 6.1],
    ])
  })
})

describe('the chain', () => {
  const maker = named('乙电池')
  const part = named('电芯', 'PRODUCT')
  const battery: Piece = {
    ...named('电池', 'PRODUCT'),
    chain: {
      edges: [
        { node: stated(named('矿石', 'PRODUCT'), 'INPUT_OF', named('电池', 'PRODUCT')) },
        { node: stated(part, 'INPUT_OF', named('电池', 'PRODUCT')) },
      ],
    },
  }
  const supplied = (stage: Stage, to: string) =>
    stated(maker, 'SUPPLIES', named(to), { stage, product: '电池' })
  const chain = chainOf({
    entity: {
      id: 'park',
      companies: {
        totalCount: 1,
        edges: [
          {
            node: {
              id: maker.id,
              made: { edges: [{ node: stated<Piece>(maker, 'PRODUCES', battery, { stage: 'PLANNED' }) }] },
              supplied: { edges: [{ node: supplied('ACTIVE', '甲') }, { node: supplied('SIGNED', '戊') }] },
            },
          },
        ],
      },
    },
  })

  test('runs from what goes in to what is made; of each maker the business that runs is shown', () => {
    expect(chain.rows.map(({ name, position }) => [name, position])).toEqual([
      ['矿石', 'UPSTREAM'],
      ['电芯', 'UPSTREAM'],
      ['电池', 'OWN'],
    ])
    expect(chain.rows.slice(2).map((row) => shownFacts(row).map(({ stage }) => stage))).toEqual([['ACTIVE']])
  })

  test('has a gap where nobody makes what goes in, or supplies it by its name', () => {
    const asked = askedProducts(chain, MOST_PRODUCTS)
    expect(asked).toEqual(['矿石', '电芯', '电池'])
    const makers = makersOf(asked, {
      // Who supplies something else for a product does not make it.
      p0: { relationships: [stated(named('丁'), 'SUPPLIES', named('矿石', 'PRODUCT'), { product: '机器' })] },
      p1: { relationships: [stated(named('戊'), 'SUPPLIES', named('甲'), { product: '电芯' })] },
      p2: { relationships: [stated(named('己'), 'PRODUCES', named('电池', 'PRODUCT'))] },
    })
    expect(makers.get('电池')?.map(({ name }) => name)).toEqual(['己'])
    expect(chain.rows.filter((row) => isGap(row, makers)).map(({ name }) => name)).toEqual(['矿石'])
    expect(chain.rows.filter((row) => isGap(row, new Map()))).toEqual([])
  })

  test('is asked for in one operation, whose text holds no data', () => {
    expect(makersVariables(['甲', '乙'])).toEqual({ p0: '甲', p1: '乙' })
    expect(makersOperation(2)).toMatch(
      /^query Makers\(\$p0: ID!, \$p1: ID!\) \{\n {2}p0: supplyChain\(of: \$p0,/,
    )
  })
})
