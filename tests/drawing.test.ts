/** Where things are drawn, without a browser: layouts, folding around hubs, and the trail of undo. */
import { describe, expect, test } from '@jest/globals'
import type { Member, SubgraphRelationship } from '../web/answers.ts'
import { groupHubs, MOST_DRAWN, SMALLEST_GROUP } from '../web/grouping.ts'
import { layoutForce } from '../web/layout/force.ts'
import { placeNear } from '../web/layout/placement.ts'
import { layoutRings } from '../web/layout/rings.ts'
import type { ForceTask, Placed, Position, RingTask } from '../web/layout/task.ts'
import { mergeParts } from '../web/picture.ts'
import { leave, LONGEST_TRAIL, NO_TRAIL, redo, undo } from '../web/trail.ts'

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const entity = (id: string): Member => ({ id, label: 'COMPANY', name: id })

const supplies = (start: string, end: string): SubgraphRelationship => ({
  id: `${start} ${end}`,
  type: 'SUPPLIES',
  start: { id: start },
  end: { id: end },
  product: null,
  stage: 'ACTIVE',
  since: null,
  until: null,
  figure: null,
  note: null,
  confidence: 1,
  sourceCount: 1,
  pending: false,
  evidence: [],
})

/** A hub, what supplies it alone, and one of the suppliers that has a supplier of its own. */
const hubOf = (suppliers: number) => {
  const ids = range(suppliers).map((index) => `s${String(index)}`)
  return mergeParts('hub', [
    {
      entities: ['hub', ...ids, 'second'].map(entity),
      relationships: [...ids.map((id) => supplies(id, 'hub')), supplies('second', 's0')],
    },
  ])
}
const nothing = { kept: new Set(['hub']), opened: [] }

describe('folding around hubs', () => {
  test('leaves alone what can be drawn', () => {
    // n suppliers, the hub and the second: 2n + 3 nodes and edges.
    const largest = Math.floor((MOST_DRAWN - 3) / 2)
    expect(groupHubs(hubOf(largest), nothing).groups).toEqual([])
    expect(groupHubs(hubOf(largest + 1), nothing).groups).toHaveLength(1)
  })

  test('folds what hangs on the hub alone, and nothing else', () => {
    const { picture, groups } = groupHubs(hubOf(600), nothing)
    expect(groups).toMatchObject([{ hub: 'hub', type: 'SUPPLIES', direction: 'IN', label: 'COMPANY' }])
    expect(groups[0]?.members).toHaveLength(599)
    expect([...picture.entities.keys()]).toEqual(['hub', 's0', 'second'])
    expect(picture.relationships.map(({ id }) => id)).toEqual(['s0 hub', 'second s0'])
  })

  test('leaves out what was opened or put there by the reader', () => {
    const [group] = groupHubs(hubOf(600), nothing).groups
    expect(groupHubs(hubOf(600), { ...nothing, opened: [group?.key ?? ''] }).groups).toEqual([])
    const kept = groupHubs(hubOf(600), { ...nothing, kept: new Set(['hub', 's5']) })
    expect(kept.picture.entities.has('s5')).toBe(true)
  })

  test('does not fold a handful', () => {
    const many = mergeParts('hub', [
      {
        entities: [
          'hub',
          ...range(MOST_DRAWN).flatMap((index) => [`a${String(index)}`, `b${String(index)}`]),
        ].map(entity),
        relationships: range(MOST_DRAWN).flatMap((index) => [
          supplies(`a${String(index)}`, 'hub'),
          supplies(`b${String(index)}`, `a${String(index)}`),
        ]),
      },
    ])
    expect(SMALLEST_GROUP).toBeGreaterThan(1)
    expect(groupHubs(many, nothing).groups).toEqual([])
  })
})

const box = (id: string) => ({ id, width: 120, height: 40, sector: id.slice(0, 1), ring: 1 })
const room = { width: 800, height: 600 }

const overlaps = (positions: ReadonlyMap<string, Position>): string[] => {
  const all = [...positions]
  return all.flatMap(([a, first], index) =>
    all
      .slice(index + 1)
      .filter(([, second]) => Math.abs(first.x - second.x) < 120 && Math.abs(first.y - second.y) < 40)
      .map(([b]) => `${a} ${b}`),
  )
}

describe('ForceAtlas2', () => {
  const ids = ['root', ...range(80).map((index) => `n${String(index)}`)]
  const task: ForceTask = {
    kind: 'FORCE',
    root: 'root',
    boxes: ids.map(box),
    links: ids
      .slice(1)
      .map((id, index) => ({ source: id, target: index < 60 ? 'root' : `n${String(index - 60)}` })),
    room,
    pinned: new Map(),
  }

  test('places every box, none over another, the same at every run', () => {
    const positions = layoutForce(task)
    expect(positions.size).toBe(ids.length)
    expect(overlaps(positions)).toEqual([])
    expect([...layoutForce(task)]).toEqual([...positions])
    expect(positions.get('root')).toEqual({ x: 0, y: 0 })
  })

  test('leaves what is pinned where it is', () => {
    const pinned = new Map<string, Placed>([['n3', { x: 500, y: -300, width: 120, height: 40 }]])
    const positions = layoutForce({ ...task, pinned })
    expect(positions.get('n3')).toEqual({ x: 500, y: -300 })
    expect(overlaps(positions)).toEqual([])
  })

  test('draws the second ring nearer to its own neighbour than to others', () => {
    const positions = layoutForce(task)
    const distance = (a: string, b: string): number => {
      const [first, second] = [positions.get(a) ?? { x: 0, y: 0 }, positions.get(b) ?? { x: 0, y: 0 }]
      return Math.hypot(first.x - second.x, first.y - second.y)
    }
    const own = range(20).map((index) => distance(`n${String(index)}`, `n${String(index + 60)}`))
    const other = range(20).map((index) =>
      distance(`n${String((index + 10) % 20)}`, `n${String(index + 60)}`),
    )
    const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / numbers.length
    expect(mean(own)).toBeLessThan(mean(other))
  })
})

describe('rings', () => {
  test('stand around the root, companies outside their park', () => {
    const task: RingTask = {
      kind: 'RINGS',
      root: 'c',
      boxes: [
        { ...box('c'), ring: 0, sector: 'c' },
        ...['p', 'q'].map((id) => ({ ...box(id), ring: 1, sector: id })),
        ...range(6).map((index) => ({ ...box(`f${String(index)}`), ring: 2, sector: index < 3 ? 'p' : 'q' })),
      ],
      links: [],
      room,
      pinned: new Map(),
    }
    const positions = layoutRings(task)
    expect(overlaps(positions)).toEqual([])
    const distance = (a: string, b: string): number => {
      const [first, second] = [positions.get(a) ?? { x: 0, y: 0 }, positions.get(b) ?? { x: 0, y: 0 }]
      return Math.hypot(first.x - second.x, first.y - second.y)
    }
    for (const index of range(6)) {
      const id = `f${String(index)}`
      expect(distance(id, 'c')).toBeGreaterThan(distance(index < 3 ? 'p' : 'q', 'c'))
      expect(distance(id, index < 3 ? 'p' : 'q')).toBeLessThan(distance(id, index < 3 ? 'q' : 'p'))
    }
  })
})

describe('what comes later', () => {
  test('finds a free place near its anchor, on the asked side, and moves nothing', () => {
    const placed = new Map<string, Placed>([['a', { x: 0, y: 0, width: 120, height: 40 }]])
    const additions = range(30).map((index) => ({
      ...box(`n${String(index)}`),
      anchor: 'a',
      side: 'LEFT' as const,
    }))
    const places = placeNear(placed, additions)
    expect(overlaps(new Map([...placed, ...places]))).toEqual([])
    expect(placed.get('a')).toMatchObject({ x: 0, y: 0 })
    expect(places.get('n0')?.x).toBeLessThan(0)
  })
})

describe('the trail', () => {
  test('goes back and forth through the views', () => {
    const trail = leave(leave(NO_TRAIL, 'one'), 'two')
    const back = undo(trail, 'three')
    expect(back?.view).toBe('two')
    const again = undo(back?.trail ?? NO_TRAIL, 'two')
    expect(again?.view).toBe('one')
    expect(undo(again?.trail ?? NO_TRAIL, 'one')).toBeNull()
    const forth = redo(again?.trail ?? NO_TRAIL, 'one')
    expect(forth?.view).toBe('two')
    expect(redo(forth?.trail ?? NO_TRAIL, 'two')?.view).toBe('three')
  })

  test('forgets what was undone once something new is done, and the oldest views', () => {
    const back = undo(leave(NO_TRAIL, 'one'), 'two')
    expect(leave(back?.trail ?? NO_TRAIL, 'one').future).toEqual([])
    const long = range(LONGEST_TRAIL + 1).reduce((trail, index) => leave(trail, String(index)), NO_TRAIL)
    expect(long.past).toHaveLength(LONGEST_TRAIL)
    expect(long.past[0]).toBe('1')
  })
})
