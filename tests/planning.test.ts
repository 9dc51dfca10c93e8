/** The graph that a set of sources makes. */
import { describe, expect, test } from '@jest/globals'
import type { Statements } from '../server/load/graph.ts'
import { entityId } from '../server/model/identity.ts'
import { declares, graphOf, states } from './saying.ts'

describe('a graph', () => {
  const pair = [declares('甲'), declares('乙')]

  test('holds each entity once, with all that is said of it, and each fact with all its evidence', () => {
    const plan = graphOf({
      entities: [...pair, declares('甲', { source: 'b', aliases: ['甲厂'] })],
      relationships: [states('甲', '乙'), states('甲厂', '乙', { document: 'another' })],
    })
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
    const plan = graphOf({ entities: [declares('甲'), declares('甲集团', { source: 'b', aliases: ['甲'] })] })
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
    const plan = graphOf({ entities: pair, relationships: [states('丁', '乙')] }, { remembered })
    expect(plan.rejected).toEqual([])
    expect(plan.entities.get(entityId('Company', '丁'))?.claims).toHaveLength(1)
    expect(plan.entities.get(entityId('Company', '甲'))?.props).not.toHaveProperty('description')
    // Of another kind it is another entity.
    const other = graphOf({ entities: [declares('甲', { label: 'Park' })] }, { remembered: [old] })
    expect(other.entities.size).toBe(2)
  })

  test('accepts an unsure entity of which an accepted fact speaks, at either end', () => {
    const unsure = ['甲', '乙', '丁'].map((name) => declares(name, { pending: true }))
    const pendingOf = (more: Parameters<typeof states>[2]) =>
      [...graphOf({ entities: unsure, relationships: [states('甲', '乙', more)] }).entities.values()].map(
        ({ props }) => props['pending'],
      )
    expect(pendingOf({})).toEqual([undefined, undefined, true])
    expect(pendingOf({ pending: true })).toEqual([true, true, true])
  })

  test('has a version that tells any change, and no order', () => {
    const version = (
      said: Partial<Statements>,
      model = 1,
      documents = [{ id: 'd', props: { title: 't' } }],
    ) => graphOf(said).version(model, documents)
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
