/** Questions, asked of the data that ships: how they are read. */
import { describe, expect, test } from '@jest/globals'
import { mostEdges, readings } from '../server/ask/chart.ts'
import { interpret } from '../server/ask/interpret.ts'
import { lexicon } from '../server/ask/lexicon.ts'
import { normaliseQuestion } from '../server/ask/normalise.ts'
import { mentionsOf } from '../server/ask/plan.ts'
import { development, names, shippedQuestions } from './shippedQuestions.ts'

const { graph, ask } = shippedQuestions()

describe('the development questions', () => {
  test.each(development)('$ask', async (wanted) => {
    const answer = await ask(wanted.ask)
    expect({ kind: answer.kind, text: answer.text }).toEqual({ kind: wanted.kind, text: answer.text })
    if (wanted.intent !== undefined) expect(answer.interpretation?.intent).toBe(wanted.intent)
    if (wanted.names !== undefined) expect(names(answer.entities)).toEqual([...wanted.names].sort())
    if (wanted.count !== undefined) expect(answer.entities).toHaveLength(wanted.count)
    if (wanted.value !== undefined) expect(answer.value).toBe(wanted.value)
    if (wanted.figures !== undefined) expect(answer.metrics.map(({ value }) => value)).toEqual(wanted.figures)
  })
})

test('有没有 asks, it does not deny', async () => {
  const named = names((await ask('给小米供货的常州企业')).entities)
  expect(named).toHaveLength(3)
  expect(names((await ask('有没有给小米供货的常州企业')).entities)).toEqual(named)
})

test.each([
  ['an amount is no count', '理想投资了多少', '理想投资了多少家企业'],
  ['some are not all', '理想的供应商都在武进吗', '理想的供应商有没有在常州的'],
  ['a year to come is stated nowhere', '2030年理想的供应商', '2023年理想的供应商'],
])('%s: %s is not read, %s is', async (_name, refused, taken) => {
  expect(['OUT_OF_SCOPE', 'NOT_STATED']).toContain((await ask(refused)).kind)
  expect((await ask(taken)).kind).toBe('STATED')
})

describe('the direction of a supply comes from the frame', () => {
  test.each([
    '宁德时代给谁供货',
    '宁德时代的客户有哪些',
    '谁是宁德时代的客户',
    '宁德时代供应谁',
    '谁从宁德时代采购',
  ])('%s: customers', async (question) => {
    expect(names((await ask(question)).entities)).toEqual(
      ['Hozon New Energy Automobile', '特斯拉', '理想汽车', '起亚'].sort(),
    )
  })
  test.each([
    '谁给宁德时代供货',
    '宁德时代的供应商',
    '宁德时代从谁采购',
    '谁是宁德时代的供应商',
    'who supplies CATL',
  ])('%s: suppliers', async (question) => {
    expect(names((await ask(question)).entities)).toEqual([
      '无锡先导智能装备股份有限公司',
      '江苏天奈科技股份有限公司',
    ])
  })
})

test('names carry their exact place in the question as it was typed', async () => {
  const question = '  请问“理想汽车”  与ＣＡＴＬ是什么关系？'
  const answer = await ask(question)
  expect(answer.interpretation?.entities.map(({ text, entity }) => [text, entity.name])).toEqual([
    ['理想汽车', '理想汽车'],
    ['ＣＡＴＬ', '宁德时代'],
  ])
  for (const { text, start, end } of answer.interpretation?.entities ?? [])
    expect(question.slice(start, end)).toBe(text)
})

test('an alias of one entity alone is not ambiguous', async () => {
  expect((await ask('理想的供应商')).kind).toBe('STATED')
})

test('去年 is counted from the day of the question', () => {
  const plan = (today: string) =>
    interpret(normaliseQuestion('去年武进工业开票销售多少'), graph().vocabulary, today).plan
  expect(plan('2024-05-01')).toMatchObject({ kind: 'metric', period: { year: '2023' } })
  expect(plan('2026-01-01')).toMatchObject({ kind: 'metric', period: { year: '2025' } })
})

describe('the guards', () => {
  test('every name found in a question that is read stands in its plan', () => {
    for (const { ask: question } of development) {
      const { plan, lattice } = interpret(normaliseQuestion(question), graph().vocabulary, '2026-11-25')
      if (plan === null) continue
      const used = new Set(mentionsOf(plan).map(({ start }) => start))
      for (const { mention, senses, product } of lattice.path)
        if (mention !== null && senses.length === 0 && product === null) expect(used).toContain(mention.start)
    }
  })

  test('a word that nothing explains is never passed over', () => {
    for (const { ask: question, kind } of development) {
      if (kind !== 'STATED') continue
      const { plan } = interpret(normaliseQuestion(`${question}蓝鲸`), graph().vocabulary, '2026-11-25')
      expect([question, plan]).toEqual([question, null])
    }
  })
})

test('what needs too many edges is not read at all', () => {
  const tokens = Array.from({ length: mostEdges }, (_none, place) => ({
    start: place,
    end: place + 1,
    text: '的',
    mention: null,
    senses: [{ kind: 'word' as const, symbol: '给' }],
    product: null,
    isMetric: false,
    industries: [],
    year: null,
    guess: 0,
  }))
  expect(readings({ path: tokens, parts: [], length: tokens.length }, new Map())).toEqual([])
})

test('a word stands once in its class', () => {
  for (const [symbol, list] of Object.entries(lexicon.words))
    expect([symbol, list.length]).toEqual([symbol, new Set(list).size])
})
