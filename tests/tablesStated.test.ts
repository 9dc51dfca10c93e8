/** What the rows of tables state, and which are rejected. */
import { describe, expect, test } from '@jest/globals'
import { tableFacts, textFacts } from '../server/load/facts.ts'
import { type Statements } from '../server/load/graph.ts'
import { Names } from '../server/load/resolve.ts'
import { entityId, metricId, relationshipId } from '../server/model/identity.ts'
import type { Label } from '../server/model/model.ts'
import { decided, declares, measures, mention, nothing, resolved, states } from './saying.ts'

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
