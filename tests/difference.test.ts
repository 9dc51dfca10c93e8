/** What a load has to write, from what the store holds and what it is to hold, without a store. */
import { describe, expect, test } from '@jest/globals'
import { HeldGraph, type HeldNodes } from '../server/load/difference.ts'
import { entityId, relationshipId } from '../server/model/identity.ts'
import type { Written } from '../server/load/written.ts'
import type { Row, Store } from '../server/store/store.ts'
import { declares, graphOf, measures, states, type WholeGraph } from './saying.ts'

const refuse = (): Promise<never> => Promise.reject(new Error('comparing writes nothing'))

/** A store that gives these rows, by the names of statements. */
const holding = (rows: Readonly<Record<string, readonly Row[]>>): Store => ({
  kind: 'embedded',
  read: (statement) => Promise.resolve((rows[statement.name] ?? []).map(statement.decode)),
  write: refuse,
  batch: refuse,
  setup: refuse,
  health: refuse,
  close: refuse,
})

/** The rows of a store that holds the plan, documents and reviews. */
const rowsOf = (plan: WholeGraph, documents: readonly Written[] = [], reviews: readonly Written[] = []) => ({
  'load/claims': [...plan.facts.values()].flatMap(({ id, type, start, end, claims }) =>
    claims.map((claim) => ({
      id: claim.id,
      hash: claim.hash,
      thing: id,
      source: claim.source,
      start: type === 'HAS_METRIC' ? null : start,
      end: type === 'HAS_METRIC' ? null : end,
    })),
  ),
  'load/declarations': [...plan.entities.values()].flatMap(({ id, claims }) =>
    claims.map((claim) => ({ id: claim.id, hash: claim.hash, thing: id, source: claim.source })),
  ),
  // A store may give what is not there as null, and in another order.
  'load/entityProps': [...plan.entities.values()].map(({ id, props }) => ({
    id,
    props: Object.fromEntries([...Object.entries(props), ['nothing', null] as const].reverse()),
  })),
  'load/documentProps': documents.map(({ id, props }) => ({ id, props })),
  'load/reviewProps': reviews.map(({ id, props }) => ({ id, props })),
})

const everything = (): boolean => true

const compare = async (
  before: WholeGraph,
  after: WholeGraph,
  {
    rows = rowsOf(before),
    of = ['table'],
  }: { rows?: Readonly<Record<string, readonly Row[]>>; of?: string[] } = {},
) => {
  const held = await HeldGraph.read(holding(rows))
  const entities = held.entities({ has: everything, plans: after.entities }, new Set(of))
  const facts = held.facts({ has: everything, plans: after.facts }, new Set(of))
  return {
    entities: entities.changes,
    facts: facts.changes,
    unchanged: entities.unchanged + facts.unchanged,
    sources: held.sources,
  }
}

const [a, b] = [declares('甲'), declares('乙')]
const id = (name: string): string => entityId('Company', name)
const supply = relationshipId('SUPPLIES', id('甲'), id('乙'), '')
const nothing = graphOf({})
const one = graphOf({ entities: [a, b], relationships: [states('甲', '乙')] })

describe('a graph that is held already', () => {
  test('needs nothing; what the loaded sources speak of is counted', async () => {
    const found = await compare(one, one)
    expect(found).toMatchObject({
      entities: [],
      facts: [],
      unchanged: 3,
    })
    expect([...found.sources]).toEqual(['table'])
    expect((await compare(one, one, { of: ['another'] })).unchanged).toBe(0)
  })

  test('by several sources counts what one of them speaks of once', async () => {
    const both = graphOf({
      entities: [a, b, declares('甲', { source: 'b' })],
      relationships: [states('甲', '乙'), states('甲', '乙', { source: 'c' })],
    })
    expect(await compare(both, both, { of: ['b'] })).toMatchObject({ entities: [], facts: [], unchanged: 1 })
    expect(await compare(both, both, { of: ['c'] })).toMatchObject({ unchanged: 1 })
    expect([...(await compare(both, both)).sources].sort()).toEqual(['b', 'c', 'table'])
  })
})

describe('what is new', () => {
  test('is created with all its claims', async () => {
    const found = await compare(nothing, one)
    expect(
      found.entities.map(({ plan, isNew, created }) => [plan?.props['name'], isNew, created.length]),
    ).toEqual([
      ['甲', true, 1],
      ['乙', true, 1],
    ])
    expect(found.facts).toEqual([
      {
        id: supply,
        plan: one.facts.get(supply),
        isNew: true,
        held: undefined,
        created: one.facts.get(supply)?.claims,
        updated: [],
        removed: [],
      },
    ])
    expect(found.unchanged).toBe(0)
    expect([...found.sources]).toEqual([])
  })

  test('of what is there already is added to it alone', async () => {
    const more = graphOf({
      entities: [a, b, declares('甲', { source: 'b' })],
      relationships: [states('甲', '乙'), states('甲', '乙', { since: '2024' })],
    })
    const found = await compare(one, more)
    expect(found.entities).toEqual([
      expect.objectContaining({
        id: id('甲'),
        isNew: false,
        updated: [],
        removed: [],
        created: [expect.objectContaining({ source: 'b' })],
      }),
    ])
    expect(found.facts).toEqual([
      expect.objectContaining({
        id: supply,
        isNew: false,
        updated: [],
        removed: [],
        created: [expect.anything()],
      }),
    ])
    expect(found.unchanged).toBe(1)
  })
})

describe('what has changed', () => {
  test('is a claim of the same id with another hash: a row that moved', async () => {
    const moved = graphOf({
      entities: [declares('甲', { row: 9 }), b],
      relationships: [states('甲', '乙', { row: 9 })],
    })
    const found = await compare(one, moved)
    expect(found.entities).toEqual([
      expect.objectContaining({
        id: id('甲'),
        isNew: false,
        created: [],
        removed: [],
        updated: moved.entities.get(id('甲'))?.claims,
      }),
    ])
    expect(found.facts).toEqual([
      expect.objectContaining({ created: [], removed: [], updated: moved.facts.get(supply)?.claims }),
    ])
  })

  test('may be the entity alone, where its claims stay', async () => {
    const rows = rowsOf(one)
    const changed = rows['load/entityProps'].map((row) =>
      row.id === id('甲') ? { ...row, props: { ...row.props, pending: true } } : row,
    )
    expect((await compare(one, one, { rows: { ...rows, 'load/entityProps': changed } })).entities).toEqual([
      expect.objectContaining({ id: id('甲'), isNew: false, created: [], updated: [], removed: [] }),
    ])
  })

  test('is an entity whose claims are there and it is not, which a kill may leave', async () => {
    const rows = { ...rowsOf(one), 'load/entityProps': rowsOf(one)['load/entityProps'].slice(1) }
    expect((await compare(one, one, { rows })).entities).toEqual([
      expect.objectContaining({ id: id('甲'), isNew: true, created: [], updated: [], removed: [] }),
    ])
  })

  test('is another statement in place of one: one claim goes, one comes', async () => {
    const other = graphOf({ entities: [a, b], relationships: [states('甲', '乙', { stage: 'SIGNED' })] })
    const [before] = one.facts.get(supply)?.claims ?? []
    expect((await compare(one, other)).facts).toEqual([
      expect.objectContaining({
        isNew: false,
        created: other.facts.get(supply)?.claims,
        updated: [],
        removed: [before?.id],
      }),
    ])
  })
})

describe('what goes', () => {
  test('is told with its claims, a relationship with its ends', async () => {
    const found = await compare(one, nothing)
    expect(found.entities).toEqual(
      [...one.entities.values()].map((entity) => ({
        id: entity.id,
        plan: undefined,
        isNew: false,
        created: [],
        updated: [],
        removed: entity.claims.map((claim) => claim.id),
      })),
    )
    expect(found.facts).toEqual([
      {
        id: supply,
        plan: undefined,
        isNew: false,
        held: { start: id('甲'), end: id('乙') },
        created: [],
        updated: [],
        removed: one.facts.get(supply)?.claims.map((claim) => claim.id),
      },
    ])
  })

  test('is a figure, which has no ends', async () => {
    const figure = graphOf({ entities: [a], metrics: [measures('甲', '产值', 5)] })
    expect((await compare(figure, graphOf({ entities: [a] }))).facts).toEqual([
      expect.objectContaining({ plan: undefined, held: { start: null, end: null } }),
    ])
  })

  test('is an entity without claims, and claims without an entity, which a kill may leave', async () => {
    const rows = rowsOf(one)
    for (const part of [
      { 'load/entityProps': rows['load/entityProps'] },
      { 'load/declarations': rows['load/declarations'] },
    ])
      expect((await compare(one, nothing, { rows: part })).entities.map((change) => change.id)).toEqual([
        ...one.entities.keys(),
      ])
  })
})

describe('documents and reviews', () => {
  const document = (name: string, title: string): Written => ({ id: name, props: { id: name, title } })
  const kept = [document('same', '一'), document('changed', '二'), document('gone', '三')]
  const wanted = new Map(
    [document('same', '一'), document('changed', '三'), document('new', '四')].map((each) => [each.id, each]),
  )
  const written = [wanted.get('changed'), wanted.get('new')]
  const found = (held: HeldNodes) => ({ written: [...held.changed(wanted.values())], gone: held.gone })

  test('are written where they are new or differ, and removed where nothing cites them', async () => {
    const { documents } = await HeldGraph.read(holding(rowsOf(nothing, kept)))
    expect(found(documents)).toEqual({ written, gone: ['gone'] })
  })

  test('that wait for a person likewise', async () => {
    const { reviews } = await HeldGraph.read(holding(rowsOf(nothing, [], kept)))
    expect(found(reviews)).toEqual({ written, gone: ['gone'] })
  })

  test('of which the store gives no properties are written', async () => {
    for (const props of [null, [], 'text']) {
      const { documents } = await HeldGraph.read(holding({ 'load/documentProps': [{ id: 'same', props }] }))
      expect(found(documents).written).toHaveLength(3)
    }
  })
})

test('a part of a graph is compared with its part of what is held', async () => {
  const held = await HeldGraph.read(holding(rowsOf(one)))
  const first = (thing: string): boolean => thing === id('甲')
  const none = new Map()
  const { changes } = held.entities({ has: first, plans: none }, new Set())
  expect(changes.map((change) => change.id)).toEqual([id('甲')])
  expect(held.facts({ has: first, plans: none }, new Set()).changes).toEqual([])
})
