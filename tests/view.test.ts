/** What the page does with answers and clicks, without a browser: the view, its address, filters, dates, narrowing. */
import { describe, expect, test } from '@jest/globals'
import type {
  Evidence,
  Label,
  Member,
  Part,
  RelationshipType,
  Stage,
  SubgraphRelationship,
} from '../web/answers.ts'
import { commonPart, compose } from '../web/compose.ts'
import { NO_FILTERS } from '../web/filters.ts'
import { atDate, leaveOut, narrowTo, whereaboutsIn } from '../web/narrow.ts'
import { mergeParts, type Picture } from '../web/picture.ts'
import {
  filterBy,
  formatView,
  HOME,
  keepEqualParts,
  openEntity,
  parseView,
  showEverything,
  toggleHidden,
} from '../web/state.ts'
import { asOfDate, datesIn, endDay, stageAsOf } from '../web/time.ts'
import { collapse, expand, mark, MAX_EXPANDED, NO_WORK, pin, remove } from '../web/work.ts'

const changzhou = { id: 'changzhou', name: '常州市', region: { id: 'jiangsu', name: '江苏省' } }
const wujin = { id: 'wujin', name: '武进区', region: changzhou }

const entity = (id: string, label: Label = 'COMPANY', more: Partial<Member> = {}): Member => ({
  id,
  label,
  name: id,
  ...more,
})

/** Statements as `date stage`; `-` is no date. */
const evidenceOf = (statement: string): Evidence => {
  const [since = '-', stage] = statement.split(' ')
  const stages: readonly Stage[] = ['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE', 'ENDED']
  return {
    document: { id: since, kind: 'LINK', title: '', publisher: null, date: null, url: null, file: null },
    quote: null,
    row: null,
    file: null,
    stage: stages.find((one) => one === stage) ?? null,
    since: since === '-' ? null : since,
    until: null,
    figure: null,
    note: null,
    confidence: 0.8,
  }
}

const link = (
  start: string,
  end: string,
  statements: readonly string[] = ['- ACTIVE'],
  type: RelationshipType = 'SUPPLIES',
): SubgraphRelationship => {
  const evidence = statements.map(evidenceOf)
  return {
    id: `${start} ${end}`,
    type,
    start: { id: start },
    end: { id: end },
    product: null,
    stage: evidence.at(-1)?.stage ?? 'ACTIVE',
    since: null,
    until: null,
    figure: null,
    note: null,
    confidence: 0.8,
    sourceCount: 1,
    pending: false,
    evidence,
  }
}

const part = (entities: readonly Member[], relationships: readonly SubgraphRelationship[]): Part => ({
  entities,
  relationships,
})

const idsOf = (picture: Picture): string[] => [...picture.entities.keys()]

describe('the address', () => {
  test('holds the whole view', () => {
    const view = {
      ...HOME,
      entity: 'a1',
      filters: {
        product: '电池',
        confidence: 80,
        sources: 2,
        region: 'r1',
        park: 'p1',
        cluster: 'c1',
        asOf: '2024-06',
        before: '2022',
      },
      work: {
        expanded: [
          { id: 'e1', type: null, direction: 'BOTH' as const },
          { id: 'e.2', type: 'LOCATED_IN' as const, direction: 'OUT' as const },
        ],
        removed: ['x'],
        pinned: [{ id: 'n.1', x: -12, y: 340 }],
        marked: ['m1', 'm2'],
        opened: ['g.supplies.in'],
        common: ['m1', 'm2'],
        path: { from: 'a1', to: 'b1', maxLength: 6 },
      },
    }
    expect(parseView(formatView(view))).toEqual(view)
  })

  test('of the defaults is empty, and nonsense takes its default', () => {
    expect(formatView(HOME)).toBe('')
    const nonsense = '?confidence=101&sources=0&asof=2024-13&before=gestern&path=a,a,3&pinned=x&expanded=,,'
    expect(parseView(nonsense)).toEqual(HOME)
  })

  test('takes the ends of what is allowed', () => {
    const { filters, work } = parseView('?confidence=100&sources=100&path=a,b,6')
    expect(filters).toMatchObject({ confidence: 100, sources: 100 })
    expect(work.path?.maxLength).toBe(6)
    expect(parseView('?path=a,b,7').work.path?.maxLength).toBe(4)
  })
})

describe('changes of the view', () => {
  test('a second click undoes hiding', () => {
    expect(toggleHidden(toggleHidden(HOME, 'PARK'), 'PARK')).toEqual(HOME)
  })

  test('another entity keeps how much evidence is asked for, not what was looked for', () => {
    const view = filterBy({ ...HOME, entity: 'a' }, { sources: 2, asOf: '2023', park: 'p', product: '电池' })
    const next = openEntity({ ...view, work: mark(NO_WORK, ['a', 'b']) }, 'b')
    expect(next.filters).toEqual({ ...NO_FILTERS, sources: 2, asOf: '2023' })
    expect(next.work).toEqual(NO_WORK)
  })

  test('showing everything takes back the filters and what was taken out', () => {
    const view = filterBy({ ...HOME, work: remove(NO_WORK, ['a']) }, { region: 'r' })
    expect(showEverything(view)).toMatchObject({ hidden: [], filters: NO_FILTERS, work: NO_WORK })
  })

  test('equal parts stay the same objects', () => {
    const before = parseView('?entity=a&hide=park&without=x')
    const next = keepEqualParts(before, parseView('?entity=a&hide=park&without=x&selected=b'))
    expect(next.hidden).toBe(before.hidden)
    expect(next.filters).toBe(before.filters)
    expect(next.work.removed).toBe(before.work.removed)
    expect(next.selected).toBe('b')
  })

  test('expanding twice is expanding once, there is a bound, and collapsing takes away all of an entity', () => {
    const suppliers = { id: 'a', type: 'SUPPLIES', direction: 'IN' } as const
    const once = expand(NO_WORK, suppliers)
    expect(expand(once, suppliers)).toBe(once)
    expect(collapse(expand(once, { id: 'a', type: null, direction: 'BOTH' }), 'a')).toEqual(NO_WORK)
    const full = Array.from({ length: MAX_EXPANDED + 1 }, (_, index) => `n${String(index)}`).reduce(
      (work, id) => expand(work, { id, type: null, direction: 'BOTH' }),
      NO_WORK,
    )
    expect(full.expanded).toHaveLength(MAX_EXPANDED)
  })

  test('marking one again lets it go; what is taken out is no longer marked; a pin has one place', () => {
    expect(mark(mark(NO_WORK, ['a']), ['a']).marked).toEqual([])
    expect(mark(mark(NO_WORK, ['a']), ['a', 'b']).marked).toEqual(['a', 'b'])
    expect(remove(mark(NO_WORK, ['a', 'b']), ['a'])).toMatchObject({ removed: ['a'], marked: ['b'] })
    expect(pin(pin(NO_WORK, { id: 'a', x: 1, y: 1 }), { id: 'a', x: 2.4, y: 3 }).pinned).toEqual([
      { id: 'a', x: 2, y: 3 },
    ])
  })
})

describe('a day', () => {
  const picture = (...statements: string[]) =>
    mergeParts('b', [part([entity('a'), entity('b')], [link('a', 'b', statements)])])
  const only = (...statements: string[]) => {
    const [relationship] = picture(...statements).relationships
    if (relationship === undefined) throw new Error('the picture has no relationship')
    return relationship
  }

  test('is as precise as it is written', () => {
    expect(endDay('2023')).toBe('2023-12-31')
    expect(endDay('2024-02')).toBe('2024-02-29')
    expect(endDay('2024-02-03')).toBe('2024-02-03')
  })

  test('has the stage of the latest evidence up to it', () => {
    const fact = only('2022-06 SIGNED', '2023 ACTIVE', '2025-03-01 ENDED')
    expect(stageAsOf(fact, '2021')).toBeNull()
    expect(stageAsOf(fact, '2022-06')).toBe('SIGNED')
    expect(stageAsOf(fact, '2022-05')).toBeNull()
    expect(stageAsOf(fact, '2024')).toBe('ACTIVE')
    expect(stageAsOf(fact, '2025-02-28')).toBe('ACTIVE')
    expect(stageAsOf(fact, '2025-03-01')).toBe('ENDED')
  })

  test('knows what has no date, and takes the further stage of one day', () => {
    expect(stageAsOf(only('- ACTIVE'), '1999')).toBe('ACTIVE')
    expect(stageAsOf(only('2023 ACTIVE', '2023-01-01 SIGNED'), '2023')).toBe('ACTIVE')
  })

  test.each([
    ['ADDED', ['2023 ACTIVE'], null],
    ['MOVED', ['2021 SIGNED', '2023 ACTIVE'], 'SIGNED'],
    ['STOPPED', ['2021 ACTIVE', '2023 ENDED'], 'ACTIVE'],
    ['SAME', ['2021 ACTIVE', '2023 ACTIVE'], null],
    ['SAME', ['- ACTIVE'], null],
    ['SAME', ['2020 ENDED'], null],
    ['ADDED', ['2020 ENDED', '2023 ACTIVE'], 'ENDED'],
  ])('compared with an earlier one shows what is %s: %j', (change, statements, stageBefore) => {
    expect(asOfDate(only(...statements), '2024', '2022')).toMatchObject({ change, stageBefore })
  })

  test('leaves out what did not hold yet', () => {
    expect(atDate(picture('2023 ACTIVE'), { ...NO_FILTERS, asOf: '2022' }).relationships).toEqual([])
    expect(atDate(picture('2023 ACTIVE'), NO_FILTERS).relationships).toHaveLength(1)
  })

  test('the dates in view are in order, one for each day', () => {
    expect(
      datesIn(picture('2023-12-31 ACTIVE', '2023 ACTIVE', '- ACTIVE', '2021-05 SIGNED').relationships),
    ).toEqual(['2021-05', '2023'])
  })
})

describe('narrowing', () => {
  // far supplies near supplies root; other supplies root.
  const chain = mergeParts('root', [
    part(
      [
        entity('root', 'COMPANY', { region: changzhou }),
        entity('near'),
        entity('far', 'COMPANY', { region: wujin, parks: [{ id: 'p', name: '园区' }] }),
        entity('other'),
        entity('p', 'PARK', { region: wujin }),
      ],
      [
        link('near', 'root'),
        link('far', 'near'),
        link('other', 'root'),
        link('far', 'p', ['- ACTIVE'], 'LOCATED_IN'),
      ],
    ),
  ])

  test('by place keeps what lies inside, at any depth, and the way to it', () => {
    expect(idsOf(narrowTo(chain, { ...NO_FILTERS, region: 'wujin' }))).toEqual(['root', 'near', 'far', 'p'])
    expect(idsOf(narrowTo(chain, { ...NO_FILTERS, region: 'jiangsu' }))).toEqual(['root', 'near', 'far', 'p'])
    expect(idsOf(narrowTo(chain, { ...NO_FILTERS, park: 'p' }))).toEqual(['root', 'near', 'far', 'p'])
    expect(idsOf(narrowTo(chain, { ...NO_FILTERS, cluster: 'nowhere' }))).toEqual(['root'])
  })

  test('offers the places in view with how many are inside', () => {
    const offers = whereaboutsIn(chain, 'region').map(({ place, count }) => [place.id, count])
    expect(offers).toEqual([
      ['changzhou', 3],
      ['jiangsu', 3],
      ['wujin', 2],
    ])
    expect(whereaboutsIn(chain, 'park').map(({ place, count }) => [place.id, count])).toEqual([['p', 2]])
  })

  test('by hand or legend takes along what hung on what is gone, but never the root', () => {
    expect(idsOf(leaveOut(chain, { hidden: [], removed: ['near'] }))).toEqual(['root', 'other'])
    expect(idsOf(leaveOut(chain, { hidden: ['COMPANY'], removed: [] }))).toEqual(['root'])
    expect(idsOf(leaveOut(chain, { hidden: ['LOCATED_IN'], removed: [] }))).toEqual([
      'root',
      'near',
      'far',
      'other',
    ])
  })

  test('can leave out what nobody has confirmed', () => {
    const pending = { ...link('near', 'root'), pending: true }
    const mixed = mergeParts('root', [
      part([entity('root'), entity('near'), entity('other')], [pending, link('other', 'root')]),
    ])
    expect(idsOf(leaveOut(mixed, { hidden: ['PENDING'], removed: [] }))).toEqual(['root', 'other'])
  })

  test('shows what ended between two days even where ended relationships are hidden', () => {
    const ended = mergeParts('b', [
      part([entity('a'), entity('b')], [link('a', 'b', ['2021 ACTIVE', '2023 ENDED'])]),
    ])
    const hidden = ['ENDED'] as const
    expect(leaveOut(ended, { hidden, removed: [] }).relationships).toHaveLength(0)
    const compared = atDate(ended, { ...NO_FILTERS, before: '2022' })
    expect(leaveOut(compared, { hidden, removed: [] }).relationships).toHaveLength(1)
  })
})

describe('the picture', () => {
  const nothing = { filters: NO_FILTERS, hidden: [], removed: [], path: null }
  const root = entity('root')
  const first = part([root, entity('a')], [link('a', 'root')])

  test('counts what the filters leave, hidden or not, and shows the same in graph and table', () => {
    const { counts, visible } = compose(
      { ...nothing, hidden: ['SUPPLIES'] },
      { root, first, added: [], paths: [] },
    )
    expect(counts.types.get('SUPPLIES')).toBe(1)
    expect(visible.relationships).toEqual([])
    const later = compose(
      { ...nothing, filters: { ...NO_FILTERS, asOf: '2020' } },
      { root, first: part(first.entities, [link('a', 'root', ['2024 ACTIVE'])]), added: [], paths: [] },
    )
    expect(later.counts.types.get('SUPPLIES')).toBeUndefined()
    expect(later.counts.labels.get('COMPANY')).toBe(1)
    expect(later.picture.relationships).toHaveLength(1)
  })

  test('shows a way between two others though it does not touch the root', () => {
    const path = { ...part([entity('x'), entity('y')], [link('x', 'y')]), length: 1 }
    const { visible } = compose(
      { ...nothing, path: { from: 'x', to: 'y', maxLength: 4 } },
      { root, first, added: [], paths: [path] },
    )
    expect(idsOf(visible)).toEqual(['root', 'a', 'x', 'y'])
  })

  test('of common neighbours holds who is linked with all of them, and nobody else', () => {
    const around = part(
      [entity('a'), entity('b'), entity('both'), entity('one')],
      [link('both', 'a'), link('b', 'both'), link('one', 'a')],
    )
    const common = commonPart(around, ['a', 'b'])
    expect(common.entities.map(({ id }) => id)).toEqual(['a', 'b', 'both'])
    expect(common.relationships.map(({ id }) => id)).toEqual(['both a', 'b both'])
  })
})
