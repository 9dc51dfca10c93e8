/** The graph that sources make, planned without a store: whom names mean, what entities and facts are, what is rejected. */
import { describe, expect, test } from '@jest/globals'
import { entityPlan, factPlan, type FactStatement, type Resolution } from '../server/load/claims.ts'
import { tableFacts, textFacts } from '../server/load/facts.ts'
import { graphVersion, planGraph, type Sources, type Statements } from '../server/load/graph.ts'
import { Names, type Resolved } from '../server/load/resolve.ts'
import type { EntityStatement } from '../server/load/statements.ts'
import { entityId, metricId, relationshipId } from '../server/model/identity.ts'
import type { Label } from '../server/model/model.ts'
import { Decisions } from '../server/review/decisions.ts'
import type { Action } from '../server/review/decision.ts'
import { declares, measures, mention, states } from './saying.ts'

const resolved = (name: string, label: Label = 'Company'): Resolved => ({
  id: entityId(label, name),
  label,
  name,
})
const nothing: Statements = { entities: [], relationships: [], metrics: [] }
const decided = (...actions: readonly Action[]): Decisions =>
  new Decisions(
    actions.map((action, index) => ({
      id: index.toString(),
      at: '2024-01-01T00:00:00Z',
      reviewer: '审核人',
      action,
    })),
  )

describe('a name', () => {
  const meaning = (names: Names, name: string, ...allowed: readonly Label[]): string => {
    const found = names.resolve(mention(name, '', ...allowed))
    return 'reason' in found ? found.reason : `${found.name} (${found.label})`
  }

  test('means the entity that has it, however it is spelled, of a kind that may stand there', () => {
    const names = new Names([
      declares('甲厂'),
      declares('甲厂', { label: 'Project' }),
      declares('ＡＢ  Motor'),
    ])
    expect(meaning(names, '甲厂', 'Company')).toBe('甲厂 (Company)')
    expect(meaning(names, '甲厂', 'Project', 'Park')).toBe('甲厂 (Project)')
    expect(meaning(names, 'ab motor')).toBe('ＡＢ  Motor (Company)')
    expect(meaning(names, '甲厂')).toBe(
      'it names several: 甲厂 (Company), 甲厂 (Project); write the full name of one',
    )
  })

  test('of nobody is told how to be declared', () => {
    expect(meaning(new Names([]), '甲厂', 'Company', 'Project')).toBe(
      'no entity has this name; add it to a table of entities (label, name), as Company or Project',
    )
  })

  test('of a kind that may not stand there says which may', () => {
    expect(meaning(new Names([declares('甲园', { label: 'Park' })]), '甲园', 'Company', 'Product')).toBe(
      "甲园 (Park) can't stand here; allowed: Company, Product",
    )
  })

  test('that is an alias means the one entity of a fitting kind that has it; a name goes before it', () => {
    const names = new Names([
      declares('甲集团', { aliases: ['甲', '同名'] }),
      declares('乙集团', { aliases: ['乙', '同名'] }),
      declares('丙园', { label: 'Park', aliases: ['乙'] }),
      declares('甲', { label: 'Product' }),
    ])
    expect(meaning(names, '乙', 'Company')).toBe('乙集团 (Company)')
    expect(meaning(names, '乙', 'Park')).toBe('丙园 (Park)')
    expect(meaning(names, '甲')).toBe('甲 (Product)')
    // Where the name's own kind can't stand, the alias counts.
    expect(meaning(names, '甲', 'Company')).toBe('甲集团 (Company)')
    expect(meaning(names, '同名', 'Company')).toBe(
      'it names several: 乙集团 (Company), 甲集团 (Company); write the full name of one',
    )
  })

  test('joins the one fuller name whose alias it is, and its id leads there', () => {
    const names = new Names([
      declares('甲', { source: 'one' }),
      declares('甲集团', { source: 'two', aliases: ['甲'] }),
    ])
    const [short, full] = [entityId('Company', '甲'), entityId('Company', '甲集团')]
    expect(names.entityOf('Company', '甲')).toMatchObject({ id: full, name: '甲集团' })
    expect(names.entityWith(short).name).toBe('甲集团')
    expect(meaning(names, '甲')).toBe('甲集团 (Company)')
    expect(names.entities()).toEqual([{ id: full, label: 'Company', name: '甲集团', aliases: ['甲'] }])
    expect(names.known().map(({ text, name }) => [text, name])).toEqual([
      ['甲', '甲集团'],
      ['甲', '甲集团'],
      ['甲集团', '甲集团'],
    ])
  })

  test('joins step by step, from the shortest', () => {
    const names = new Names([
      declares('甲', { source: 'one' }),
      declares('甲汽', { source: 'two', aliases: ['甲'] }),
      declares('甲汽车', { source: 'three', aliases: ['甲汽'] }),
    ])
    expect(names.entityOf('Company', '甲').name).toBe('甲汽车')
    expect(names.entityOf('Company', '甲汽').name).toBe('甲汽车')
  })

  test.each([
    [
      'of another kind',
      [declares('甲', { source: 'one' }), declares('甲集团', { label: 'Cluster', aliases: ['甲'] })],
    ],
    [
      'that is an alias of two',
      [
        declares('甲', { source: 'one' }),
        declares('甲集团', { aliases: ['甲'] }),
        declares('甲控股', { aliases: ['甲'] }),
      ],
    ],
    ['that one source lists as another', [declares('甲'), declares('甲集团', { aliases: ['甲'] })]],
  ])('joins nobody %s', (_what, statements) => {
    const names = new Names(statements)
    expect(names.entityOf('Company', '甲').name).toBe('甲')
  })

  test('and its fuller one, each the alias of the other, are one under the longer', () => {
    for (const order of [0, 1]) {
      const statements = [
        declares('甲', { source: 'one', aliases: ['甲集团'] }),
        declares('甲集团', { source: 'two', aliases: ['甲'] }),
      ]
      const names = new Names(order === 0 ? statements : statements.reverse())
      expect(names.entities().map(({ name }) => name)).toEqual(['甲集团'])
    }
  })

  test('spelled in two ways is shown by the first of its code points, in any order', () => {
    const statements = [declares('ab Motor'), declares('AB Motor')]
    expect(new Names(statements).entityOf('Company', 'ab motor').name).toBe('AB Motor')
    expect(new Names(statements.reverse()).entityOf('Company', 'ab motor').name).toBe('AB Motor')
  })

  test('that nobody declares keeps the id it would have; an unknown id is refused', () => {
    const names = new Names([])
    expect(names.entityOf('Park', '甲园')).toEqual(resolved('甲园', 'Park'))
    expect(() => names.entityWith('nobody')).toThrow('no source declares an entity with the id nobody')
  })

  test('and its aliases are listed by id, and by text', () => {
    const names = new Names([declares('乙', { aliases: ['b', 'a'] }), declares('甲', { aliases: ['c'] })])
    const ids = names.entities().map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(names.entities().find(({ name }) => name === '乙')?.aliases).toEqual(['a', 'b'])
    expect(names.known().map(({ text }) => text)).toEqual(['a', 'b', 'c', '乙', '甲'])
  })
})

describe('an entity', () => {
  const plan = (said: readonly EntityStatement[], beside: Partial<Parameters<typeof entityPlan>[2]> = {}) =>
    entityPlan(resolved('甲集团'), said, { formerIds: [], isStated: false, ...beside })

  test('carries what all its sources say, in the order of the sources', () => {
    const said = [
      declares('甲', { source: 'b', aliases: ['Alpha & Co.', '旧名'], code: 'SH:2', description: '第二' }),
      declares('甲集团', { source: 'a', aliases: ['旧名'], description: '第一', englishName: 'Alpha' }),
      declares('甲集团', { source: 'c', code: 'SH:3', description: '第一', englishName: 'Beta' }),
    ]
    const expected = {
      id: entityId('Company', '甲集团'),
      label: 'Company',
      name: '甲集团',
      aliases: ['旧名', 'Alpha & Co.', '甲'],
      englishName: 'Alpha',
      code: 'SH:2',
      description: '第一；第二',
      formerIds: ['x', 'y'],
      search: '甲集团\n旧名\nalpha&co.\n甲',
    }
    expect(plan(said, { formerIds: ['x', 'y'] })).toMatchObject({
      id: expected.id,
      label: 'Company',
      props: expected,
    })
    expect(plan([...said].reverse(), { formerIds: ['x', 'y'] }).props).toEqual(expected)
    expect(plan(said).claims).toEqual(plan([...said].reverse()).claims)
  })

  test.each([
    ['Alpha-Beta 2, Inc.', true],
    ["Müller's", true],
    ['2024', false],
    ['甲 Alpha', false],
    ['Αλφα', false],
  ])('without a stated English name has the first alias in Latin letters: %s', (alias, isEnglish) => {
    expect(plan([declares('甲集团', { aliases: [alias] })]).props['englishName']).toBe(
      isEnglish ? alias : undefined,
    )
  })

  test('says nothing of what nobody states', () => {
    expect(plan([declares('甲集团')]).props).toEqual({
      id: entityId('Company', '甲集团'),
      label: 'Company',
      name: '甲集团',
      aliases: [],
      formerIds: [],
      search: '甲集团',
    })
  })

  test('waits for a person where only less certain rules name it and no accepted fact speaks of it', () => {
    const [unsure, sure] = [declares('甲集团', { pending: true }), declares('甲集团', { source: 'b' })]
    expect(plan([unsure]).props['pending']).toBe(true)
    expect(plan([unsure], { isStated: true }).props['pending']).toBeUndefined()
    expect(plan([unsure, sure]).props['pending']).toBeUndefined()
  })

  test('has a claim for each source, document and name; its rows fold into the first', () => {
    const [claim, ...others] = plan([
      declares('甲集团', { row: 9, aliases: ['b'], description: '一', spans: [{ start: 3, end: 7 }] }),
      declares('甲集团', { row: 4, aliases: ['a', 'b'], code: 'C', englishName: 'E', description: '二' }),
      declares('甲集团', { row: null, description: '一', spans: [{ start: 9, end: 12 }] }),
    ]).claims
    expect(others).toEqual([])
    expect(claim?.props).toEqual({
      id: claim?.id,
      hash: claim?.hash,
      entity: entityId('Company', '甲集团'),
      source: 'table',
      document: 'a document',
      label: 'Company',
      name: '甲集团',
      aliases: ['a', 'b'],
      englishName: 'E',
      code: 'C',
      description: '一；二',
      file: 'a.csv',
      row: 4,
      spans: ['3-7', '9-12'],
    })
    for (const more of [{ source: 'b' }, { document: 'another' }]) {
      const claims = plan([declares('甲集团'), declares('甲集团', more)]).claims
      expect(claims).toHaveLength(2)
      expect(claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id).sort())
    }
    expect(plan([declares('甲集团'), declares('甲')]).claims).toHaveLength(2)
  })

  test('has claims whose hash tells any change, and whose id does not', () => {
    const [before] = plan([declares('甲集团')]).claims
    const [after] = plan([declares('甲集团', { row: 5 })]).claims
    expect(after?.id).toBe(before?.id)
    expect(after?.hash).not.toBe(before?.hash)
  })
})

describe('a fact', () => {
  const supplied = (more: Parameters<typeof states>[2] = {}): Resolution<FactStatement> => ({
    of: 'fact',
    type: 'SUPPLIES',
    start: resolved('甲'),
    end: resolved('乙'),
    statement: states('甲', '乙', { product: 'Steel 板', ...more }),
  })
  const measured = (
    value: number | null,
    more: Parameters<typeof measures>[3] = {},
  ): Resolution<FactStatement> => ({
    of: 'figure',
    type: 'HAS_METRIC',
    start: resolved('甲'),
    end: resolved('甲'),
    statement: measures('甲', '产值', value, more),
  })

  test('without a statement is none', () => {
    expect(() => factPlan('fact', [])).toThrow('a fact has no statement')
  })

  test('carries what its evidence adds up to', () => {
    const plan = factPlan('fact', [
      supplied({ document: 'one', since: '2022', stage: 'SIGNED', figure: '10', confidence: 0.6 }),
      supplied({ document: 'two', since: '2023', note: '定点', confidence: 0.8, row: 3 }),
    ])
    expect(plan).toMatchObject({
      id: 'fact',
      type: 'SUPPLIES',
      start: resolved('甲').id,
      end: resolved('乙').id,
    })
    expect(plan.props).toEqual({
      id: 'fact',
      product: 'Steel 板',
      stage: 'ACTIVE',
      since: '2022',
      figure: '10',
      note: '定点',
      confidence: 0.8,
      sourceCount: 2,
      from: '2022-01-01',
      history: ['2023-01-01 ACTIVE', '2022-01-01 SIGNED'],
    })
  })

  test('has one evidence a statement, which keeps where it stands and what it says', () => {
    const { claims } = factPlan('fact', [supplied({ since: '2022', figure: '10', note: 'n' })])
    expect(claims).toHaveLength(1)
    expect(claims[0]?.props).toEqual({
      id: claims[0]?.id,
      hash: claims[0]?.hash,
      source: 'table',
      document: 'a document',
      of: 'fact',
      kind: 'relationship',
      file: 'a.csv',
      row: 2,
      stage: 'ACTIVE',
      since: '2022',
      figure: '10',
      note: 'n',
      confidence: 0.95,
      startId: resolved('甲').id,
      endId: resolved('乙').id,
      product: 'steel板',
    })
  })

  test('in a document quotes it, at its place, and waits where a less certain rule read it', () => {
    const quote = { start: 3, end: 9, text: '甲向乙供应钢' }
    const plan = factPlan('fact', [supplied({ row: null, quote, pending: true, product: '' })])
    expect(plan.claims[0]?.props).toMatchObject({ quote: '甲向乙供应钢', start: 3, end: 9, pending: true })
    expect(plan.claims[0]?.props).not.toHaveProperty('file')
    expect(plan.claims[0]?.props).not.toHaveProperty('product')
    expect(plan.props['pending']).toBe(true)
    const accepted = factPlan('fact', [
      supplied({ row: null, quote, pending: true }),
      supplied({ document: 'b' }),
    ])
    expect(accepted.props['pending']).toBeUndefined()
  })

  test('has evidence in any order of its statements, the same said twice being two', () => {
    const said = [supplied({ row: 2 }), supplied({ row: 3 }), supplied({ row: 4, since: '2023' })]
    const { claims } = factPlan('fact', said)
    expect(factPlan('fact', [...said].reverse()).claims).toEqual(claims)
    expect(new Set(claims.map(({ id }) => id)).size).toBe(3)
    expect(claims.map(({ id }) => id)).toEqual(claims.map(({ id }) => id).sort())
    expect(new Set(claims.map(({ props }) => props['row']))).toEqual(new Set([2, 3, 4]))
  })

  test.each([
    ['source', { source: 'b' }],
    ['document', { document: 'b' }],
    ['stage', { stage: 'SIGNED' }],
    ['date', { since: '2023' }],
    ['figure', { figure: '10' }],
    ['note', { note: 'n' }],
    ['confidence', { confidence: 0.5 }],
  ] as const)('has another evidence for another %s, and the same for another row', (_what, more) => {
    const idOf = (one: Resolution<FactStatement>): string | undefined => factPlan('fact', [one]).claims[0]?.id
    expect(idOf(supplied(more))).not.toBe(idOf(supplied()))
    expect(idOf(supplied({ row: 7 }))).toBe(idOf(supplied()))
  })

  test('that is a figure shows the latest, then the most confident evidence', () => {
    const plan = factPlan('figure', [
      measured(100, { since: '2022', unit: '亿元', document: 'one', confidence: 0.9 }),
      measured(120, {
        since: '2023',
        unit: '万元',
        qualifier: '约',
        change: 6.1,
        confidence: 0.6,
        document: 'two',
      }),
      measured(130, {
        since: '2023',
        unit: '亿元',
        qualifier: '超',
        change: -3,
        confidence: 0.8,
        document: 'three',
      }),
    ])
    expect(plan).toMatchObject({ type: 'HAS_METRIC', start: resolved('甲').id, end: resolved('甲').id })
    expect(plan.props).toEqual({
      id: 'figure',
      entity: resolved('甲').id,
      name: '产值',
      value: 130,
      unit: '亿元',
      change: -3,
      qualifier: '超',
      stage: 'ACTIVE',
      confidence: 0.9,
      sourceCount: 3,
    })
    expect(plan.claims[0]?.props).toMatchObject({ kind: 'metric', entityId: resolved('甲').id, of: 'figure' })
    expect(plan.claims[0]?.props).not.toHaveProperty('startId')
    expect(plan.claims[0]?.props).not.toHaveProperty('endId')
  })

  test('that is an undated figure counts as of the date that is stated', () => {
    const plan = factPlan('figure', [
      measured(1, { since: '2022', confidence: 0.6 }),
      measured(2, { since: null, confidence: 0.9 }),
    ])
    expect(plan.props['value']).toBe(2)
  })

  test('that is a figure takes the change that another text states of the same value', () => {
    const shown = measured(5, { since: '2024', document: 'one' })
    expect(factPlan('figure', [shown, measured(5, { since: '2023', change: 8 })]).props['change']).toBe(8)
    expect(
      factPlan('figure', [shown, measured(4, { since: '2023', change: 8 })]).props['change'],
    ).toBeUndefined()
  })

  test('that is a figure keeps its period and waits like any other', () => {
    const plan = factPlan('figure', [measured(5, { period: '前三季度', pending: true })])
    expect(plan.props).toMatchObject({ period: '前三季度', pending: true })
  })

  test.each([
    [5064.14, { unit: '亿元', qualifier: '约' }, '约5064.14亿元'],
    [5, {}, '5'],
    [5, { unit: '家', change: 19 }, '5家，+19%'],
    [5, { change: 0 }, '5，0%'],
    [null, { change: -3, unit: '亿元' }, '-3%'],
    [5, { unit: '家', figure: '五家' }, '五家'],
  ])('that is a figure shows it as it is written: %j', (value, more, expected) => {
    expect(factPlan('figure', [measured(value, more)]).claims[0]?.props['figure']).toBe(expected)
  })
})

describe('what tables state', () => {
  const names = new Names([
    declares('甲'),
    declares('乙'),
    declares('钢', { label: 'Product' }),
    declares('丙园', { label: 'Park' }),
    declares('学院', { label: 'Institution' }),
  ])
  const facts = (said: Partial<Statements>) => tableFacts({ ...nothing, ...said }, names)
  const id = (name: string, label: Label = 'Company'): string => entityId(label, name)

  test('are facts of the entities that their names mean, whom each source is remembered to name', () => {
    const found = facts({
      relationships: [states('甲', '乙', { product: '钢' }), states('甲', '钢', { source: 'b' })],
      metrics: [measures('丙园', '产值', 5, { source: 'b' })],
    })
    expect(found.rejected).toEqual([])
    expect(found.facts.map(({ of, type, start, end }) => [of, type, start.name, end.name])).toEqual([
      [relationshipId('SUPPLIES', id('甲'), id('乙'), '钢'), 'SUPPLIES', '甲', '乙'],
      [relationshipId('SUPPLIES', id('甲'), id('钢', 'Product'), ''), 'SUPPLIES', '甲', '钢'],
      [expect.any(String), 'HAS_METRIC', '丙园', '丙园'],
    ])
    expect(found.facts[0]?.statement).toEqual(states('甲', '乙', { product: '钢' }))
    const named = [...found.named].map(([source, own]) => [source, [...own.values()].map(({ name }) => name)])
    expect(named).toEqual([
      ['table', ['甲', '乙']],
      ['b', ['甲', '钢', '丙园']],
    ])
  })

  test('of both ends alike are one, whichever is named first', () => {
    const turned = (start: string, end: string) =>
      facts({ relationships: [states(start, end, { type: 'COOPERATES_WITH' })] }).facts[0]
    const [one, other] = [turned('甲', '学院'), turned('学院', '甲')]
    expect(one?.of).toBe(other?.of)
    expect(one?.start).toEqual(other?.start)
    expect(one?.end).toEqual(other?.end)
    expect(one?.start).not.toEqual(one?.end)
  })

  test('are figures told apart by name, unit, period, year and whether they are planned', () => {
    const of = (more: Parameters<typeof measures>[3]): string | undefined =>
      facts({ metrics: [measures('甲', '产值', 5, more)] }).facts[0]?.of
    const same = { entity: id('甲'), name: '产值', unit: '', period: '', date: '', planned: false }
    expect(of({})).toBe(metricId(same))
    expect(of({ stage: 'ENDED' })).toBe(metricId(same))
    expect(of({ unit: '亿元' })).toBe(metricId({ ...same, unit: '亿元' }))
    expect(of({ period: '前三季度' })).toBe(metricId({ ...same, period: '前三季度' }))
    expect(of({ since: '2024' })).toBe(metricId({ ...same, date: '2024' }))
    for (const stage of ['PLANNED', 'SIGNED', 'BUILDING'] as const)
      expect(of({ stage })).toBe(metricId({ ...same, planned: true }))
  })

  test('are rejected with their row, column, name and reason; one reason is enough', () => {
    const place = { file: 'a.csv', row: 2 }
    const { facts: found, rejected } = facts({
      relationships: [
        states('丁', '戊'),
        states('甲', '戊'),
        states('甲', '甲'),
        states('学院', '甲', { start: mention('学院', 'start') }),
        states('甲', '丙园', { type: 'LOCATED_IN' }),
      ],
      metrics: [measures('丁', '产值', 5)],
    })
    expect(found).toHaveLength(1)
    expect(rejected).toEqual([
      { ...place, column: 'start', value: '丁', allowed: expect.stringContaining('no entity has this name') },
      { ...place, column: 'end', value: '戊', allowed: expect.stringContaining('no entity has this name') },
      { ...place, column: 'end', value: '甲', allowed: 'two different entities' },
      { ...place, column: 'end', value: '甲', allowed: "SUPPLIES can't go from Institution to Company" },
      {
        ...place,
        column: 'entity',
        value: '丁',
        allowed: expect.stringContaining('no entity has this name'),
      },
    ])
  })

  describe('beside what documents state', () => {
    const at = (name: string, label: Label = 'Company') => ({
      ...mention(name),
      entity: resolved(name, label),
    })
    const one = states('甲', '乙', { start: at('甲'), end: at('乙'), pending: true })
    const figure = measures('甲', '产值', 5, { entity: at('甲'), pending: true })
    const of = relationshipId('SUPPLIES', id('甲'), id('乙'), '')
    const figureOf = metricId({
      entity: id('甲'),
      name: '产值',
      unit: '',
      period: '',
      date: '',
      planned: false,
    })

    test('whose names are decided: what has no entity, or ends it can’t have, is left out', () => {
      const said = {
        ...nothing,
        relationships: [
          one,
          states('甲', '乙', { start: at('甲') }),
          states('甲', '乙', { end: at('乙') }),
          states('甲', '甲', { start: at('甲'), end: at('甲') }),
          states('甲', '丙园', { start: at('甲'), end: at('丙园', 'Park') }),
        ],
        metrics: [figure, measures('甲', '产值', 5)],
      }
      expect(textFacts(said, decided()).map((fact) => [fact.of, fact.statement.pending])).toEqual([
        [of, true],
        [figureOf, true],
      ])
    })

    test('which a person refuses or confirms', () => {
      const said = { ...nothing, relationships: [one], metrics: [figure] }
      expect(
        textFacts(said, decided({ kind: 'REJECT_FACT', fact: of }, { kind: 'ACCEPT_FACT', fact: figureOf })),
      ).toEqual([expect.objectContaining({ of: figureOf, statement: { ...figure, pending: false } })])
    })
  })
})

describe('a graph', () => {
  const sources = (said: Partial<Statements>, more: Partial<Sources> = {}): Sources => ({
    said: { ...nothing, ...said },
    remembered: [],
    texts: [],
    decisions: decided(),
    reader: () => () => {
      throw new Error('there is nothing to read')
    },
    ...more,
  })
  const pair = [declares('甲'), declares('乙')]

  test('holds each entity once, with all that is said of it, and each fact with all its evidence', () => {
    const plan = planGraph(
      sources({
        entities: [...pair, declares('甲', { source: 'b', aliases: ['甲厂'] })],
        relationships: [states('甲', '乙'), states('甲厂', '乙', { document: 'another' })],
      }),
    )
    expect([...plan.entities.values()].map(({ props, claims }) => [props['name'], claims.length])).toEqual([
      ['甲', 2],
      ['乙', 1],
    ])
    expect([...plan.facts.values()].map(({ claims }) => claims.length)).toEqual([2])
    expect([...(plan.named.get('table')?.keys() ?? [])]).toEqual(
      ['甲', '乙'].map((name) => entityId('Company', name)),
    )
    expect(plan.doubts).toEqual([])
  })

  test('gives what joined a fuller name its claims and its former id', () => {
    const plan = planGraph(
      sources({ entities: [declares('甲'), declares('甲集团', { source: 'b', aliases: ['甲'] })] }),
    )
    const [only, ...others] = plan.entities.values()
    expect(others).toEqual([])
    expect(only?.props).toMatchObject({
      name: '甲集团',
      formerIds: [entityId('Company', '甲')],
      aliases: ['甲'],
    })
    expect(only?.claims).toHaveLength(2)
  })

  test('keeps a remembered entity as long as nobody declares it', () => {
    const [old] = [declares('甲', { source: 'kept', description: '旧' })]
    const remembered = [old, declares('丁', { source: 'kept' })]
    const plan = planGraph(sources({ entities: pair, relationships: [states('丁', '乙')] }, { remembered }))
    expect(plan.rejected).toEqual([])
    expect(plan.entities.get(entityId('Company', '丁'))?.claims).toHaveLength(1)
    expect(plan.entities.get(entityId('Company', '甲'))?.props).not.toHaveProperty('description')
    // Of another kind it is another entity.
    const other = planGraph(sources({ entities: [declares('甲', { label: 'Park' })] }, { remembered: [old] }))
    expect(other.entities.size).toBe(2)
  })

  test('accepts an unsure entity of which an accepted fact speaks, at either end', () => {
    const unsure = ['甲', '乙', '丁'].map((name) => declares(name, { pending: true }))
    const pendingOf = (more: Parameters<typeof states>[2]) =>
      [
        ...planGraph(
          sources({ entities: unsure, relationships: [states('甲', '乙', more)] }),
        ).entities.values(),
      ].map(({ props }) => props['pending'])
    expect(pendingOf({})).toEqual([undefined, undefined, true])
    expect(pendingOf({ pending: true })).toEqual([true, true, true])
  })

  test('has a version that tells any change, and no order', () => {
    const version = (
      said: Partial<Statements>,
      model = 1,
      documents = [{ id: 'd', props: { title: 't' } }],
    ) => graphVersion(planGraph(sources(said)), model, documents)
    const facts = [states('甲', '乙'), states('乙', '甲')]
    const before = version({ entities: pair, relationships: facts })
    expect(before).toMatch(/^[0-9a-f]{24}$/)
    expect(version({ entities: [...pair].reverse(), relationships: [...facts].reverse() })).toBe(before)
    const others = [
      version({ entities: pair, relationships: facts.slice(1) }),
      version({ entities: [...pair, declares('丁')], relationships: facts }),
      version({ entities: pair, relationships: [states('甲', '乙', { since: '2024' }), states('乙', '甲')] }),
      version({ entities: [declares('甲', { code: 'C' }), declares('乙')], relationships: facts }),
      version({ entities: pair, relationships: facts }, 2),
      version({ entities: pair, relationships: facts }, 1, [{ id: 'd', props: { title: 'u' } }]),
      version({ entities: pair, relationships: facts }, 1, []),
    ]
    expect(new Set([before, ...others]).size).toBe(others.length + 1)
  })
})
