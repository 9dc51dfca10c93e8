/** A fact as all its sources state it. */
import { describe, expect, test } from '@jest/globals'
import { factPlan, type FactStatement, type Resolution } from '../server/load/claims.ts'
import { measures, resolved, states } from './saying.ts'

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
