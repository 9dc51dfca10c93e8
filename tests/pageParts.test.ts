/** What the pages do with answers and texts, without a browser: editing a question, marking a text, adding up. */
import { describe, expect, test } from '@jest/globals'
import type { Interpretation, LinkedEntity } from '../web/answer/answer.ts'
import { namedParts, otherFilters, placeOf, stretches, without, withName } from '../web/answer/reading.ts'
import type { Mention } from '../web/answers.ts'
import { paragraphsOf } from '../web/document/pieces.ts'
import { gather, provinceOf, REST, supplyOf, UNNAMED } from '../web/overview/supply.ts'
import { withdrawCommand } from '../web/document/withdraw.ts'
import { wilson } from '../web/quality/figures.ts'
import { accept, after, commandOf, lastOf, reject, step } from '../web/review/actions.ts'
import type { Decision, Review } from '../web/review/review.ts'
import { formatTarget, parseTarget, type Target } from '../web/target.ts'

const entity = (name: string): Mention => ({ id: name, label: 'COMPANY', name })

describe('the reading of a question', () => {
  const question = '给理想供货又在武进的有谁'
  const linked = (text: string, name: string): LinkedEntity => {
    const start = question.indexOf(text)
    return { text, start, end: start + text.length, entity: entity(name) }
  }
  const interpretation: Interpretation = {
    intent: 'suppliers',
    entities: [linked('武进', '常州市武进区'), linked('理想', '理想汽车'), linked('理想', '理想家居')],
    filters: ['位于：常州市武进区', '产品：座椅'],
  }
  const [car, place] = namedParts(interpretation)

  test('each name stands once, in its place, with all that it may mean', () => {
    expect(car).toMatchObject({ text: '理想', start: 1, end: 3, isFilter: false })
    expect(car?.entities.map(({ name }) => name)).toEqual(['理想汽车', '理想家居'])
    expect(place).toMatchObject({ text: '武进', isFilter: true })
    expect(otherFilters(interpretation)).toEqual(['产品：座椅'])
  })

  test('the question is its stretches', () => {
    const found = stretches(question, namedParts(interpretation))
    expect(found.map(({ text }) => text).join('')).toBe(question)
    expect(found.filter(({ part }) => part !== null).map(({ text }) => text)).toEqual(['理想', '武进'])
  })

  test('a change is an edited question; what tied a part to the rest goes with it', () => {
    expect(withName(question, { start: 1, end: 3 }, '理想汽车')).toBe('给理想汽车供货又在武进的有谁')
    expect(without(question, { start: 7, end: 9 })).toBe('给理想供货的有谁')
    expect(without('武进的企业', { start: 0, end: 2 })).toBe('企业')
    expect(placeOf('武进做座椅的企业', '产品：座椅')).toEqual({ start: 3, end: 5 })
    expect(placeOf('武进的企业', '产品：座椅')).toBeNull()
  })
})

test('marks may overlap and never change the text; the longest name wins', () => {
  const text = '甲乙丙供应丁。\n\n戊在己。'
  const paragraphs = paragraphsOf(text, {
    entities: [
      { entity: entity('甲乙'), spans: [{ start: 0, end: 2 }] },
      { entity: entity('甲乙丙'), spans: [{ start: 0, end: 3 }] },
      { entity: entity('丁'), spans: [{ start: 5, end: 6 }] },
    ],
    stated: [{ start: 2, end: 7 }],
    damaged: [{ start: 9, end: 10 }],
    shown: { start: 1, end: 6 },
  })
  expect(paragraphs.map((pieces) => pieces.map((piece) => piece.text).join(''))).toEqual([
    '甲乙丙供应丁。',
    '戊在己。',
  ])
  const named = paragraphs.flat().filter((piece) => piece.entity?.name === '甲乙丙')
  expect(named.map((piece) => piece.text).join('')).toBe('甲乙丙')
  const all = (key: 'isStated' | 'isDamaged' | 'isShown') =>
    paragraphs
      .flat()
      .filter((piece) => piece[key])
      .map((piece) => piece.text)
      .join('')
  expect([all('isStated'), all('isDamaged'), all('isShown')]).toEqual(['丙供应丁。', '戊', '乙丙供应丁'])
})

test('the address holds the target; nonsense is none', () => {
  const targets: Target[] = [
    { kind: 'QUESTION', question: '谁&给=甲供货？' },
    { kind: 'DOCUMENT', id: 'd', at: { start: 3, end: 9 } },
    { kind: 'DOCUMENT', id: 'd', at: null },
    { kind: 'TOOL', tool: 'quality' },
  ]
  for (const target of targets) {
    const parameters = new URLSearchParams()
    formatTarget(target, parameters)
    expect(parseTarget(new URLSearchParams(parameters.toString()))).toEqual(target)
  }
  for (const address of ['', 'q=%20', `q=${'长'.repeat(201)}`, 'page=admin', `document=${'x'.repeat(201)}`])
    expect(parseTarget(new URLSearchParams(address))).toBeNull()
  for (const at of ['9-3', 'a-b', '-1-4', '1-2-3', '3-3'])
    expect(parseTarget(new URLSearchParams({ document: 'd', at }))).toEqual({
      kind: 'DOCUMENT',
      id: 'd',
      at: null,
    })
})

test('an interval holds the share and stays a share', () => {
  expect(wilson(0, 0)).toBeNull()
  const [low, high] = wilson(8, 10) ?? [0, 0]
  expect(low).toBeCloseTo(0.4902, 3)
  expect(high).toBeCloseTo(0.9433, 3)
  expect(wilson(0, 5)?.[0]).toBeCloseTo(0)
  expect(wilson(5, 5)?.[1]).toBeCloseTo(1)
})

test('supply adds up by product and by the outermost place; what is small is gathered, and nothing is lost', () => {
  const province = { id: 'js', name: '江苏省', region: null }
  const supplier = (id: string, region: typeof province | null, ...products: (string | null)[]) => ({
    id,
    name: id,
    region: region === null ? null : { id: 'cz', name: '常州市', region },
    relationships: {
      totalCount: products.length,
      edges: products.map((product, index) => ({ node: { id: `${id}${String(index)}`, product } })),
    },
  })
  expect(provinceOf({ id: 'cz', name: '常州市', region: province })?.name).toBe('江苏省')
  const supply = supplyOf([supplier('甲', province, '车灯', '车灯', null), supplier('乙', null, '座椅')])
  expect(supply.products.map(({ key, value }) => [key, value])).toEqual([
    ['车灯', 2],
    [UNNAMED, 1],
    ['座椅', 1],
  ])
  const flows = gather(supply, { places: 1, products: 1 })
  expect(flows.reduce((sum, { value }) => sum + value, 0)).toBe(supply.total)
  expect(flows).toContainEqual({ place: REST, product: REST, value: 1 })
})

describe('review', () => {
  const review: Review = {
    id: 'r',
    kind: 'NAME',
    document: { id: 'd', kind: 'ORIGINAL', title: '', publisher: null, date: null, url: null, file: null },
    span: { start: 0, end: 1 },
    label: 'COMPANY',
    name: '甲',
    candidates: [],
    relationship: null,
    metric: null,
  }
  const decision = (id: string, reviewer: string, undone: string | null = null): Decision => ({
    id,
    at: '2025-01-01T00:00:00Z',
    reviewer,
    kind: undone === null ? 'ACCEPT_NAME' : 'UNDO',
    fact: null,
    of: null,
    as: null,
    document: null,
    decision: undone,
  })

  test('a new name is accepted or rejected; which of several is meant must be chosen', () => {
    expect(accept(review)).toEqual({ acceptName: { label: 'COMPANY', name: '甲' } })
    expect(accept({ ...review, kind: 'SAME_AS' })).toBeNull()
    expect(reject(review)).toEqual({ rejectName: { label: 'COMPANY', name: '甲' } })
  })

  test('undo takes the reviewer’s own latest decision that still holds', () => {
    const decisions = [
      decision('4', '甲', '3'),
      decision('3', '甲'),
      decision('2', '乙'),
      decision('1', '甲'),
    ]
    expect(lastOf(decisions, '甲')?.id).toBe('1')
    expect(lastOf(decisions, '丙')).toBeUndefined()
  })

  test('the list is walked within its ends, and a decided item gives way to the next', () => {
    expect([
      step(['a', 'b'], null, 1),
      step(['a', 'b'], 'b', 1),
      step(['a', 'b'], 'a', -1),
      step([], 'a', 1),
    ]).toEqual(['a', 'b', 'a', null])
    expect([after(['a', 'b'], 'a'), after(['a', 'b'], 'b'), after(['a'], 'a')]).toEqual(['b', 'a', null])
  })

  test('keys are commands, in either case; others are none', () => {
    expect([commandOf('a'), commandOf('J'), commandOf('x'), commandOf('Enter')]).toEqual([
      'accept',
      'next',
      null,
      null,
    ])
  })
})

test('the name of a source is one argument to a shell, whatever is in it', () => {
  expect(withdrawCommand('news-2024/1.txt')).toBe('npm run load -- --withdraw news-2024/1.txt')
  expect(withdrawCommand("a'; rm -rf /")).toBe("npm run load -- --withdraw 'a'\\''; rm -rf /'")
  expect(withdrawCommand('--rebuild')).toBe("npm run load -- --withdraw '--rebuild'")
})
