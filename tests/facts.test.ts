/** What sentences state beside the families of factsSupply, factsPlace …: quotes, confidence, damage, dates, and no nonsense. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { frames } from '../server/extract/frames/frame.ts'
import { quoteLength } from '../server/extract/frames/read.ts'
import { factsOf, marked, statedIn } from './marked.ts'

test.each<readonly [string, ...string[]]>([
  ['作为[云岭重工|C]的一级供应商，[青禾电子|C]扩产。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
  ['[云岭重工|C]所需的[控制器|P]全部来自[青禾电子|C]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
  ['[云岭重工|C]扩产，[控制器|P]采购自[青禾电子|C]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
  [
    '[青禾电子|C]落户于[临川市|R][北湖高新区|K]。',
    '北湖高新区 LOCATED_IN 临川市 ACTIVE',
    '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
  ],
  ['[临川市|R][食品产业|L]发展观察\n[青禾电子|C]主营[控制器|P]。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  [
    '[青禾电子|C]主营[控制器|P]\n[云岭重工|C]主营[叉车|P]',
    '云岭重工 PRODUCES 叉车 ACTIVE',
    '青禾电子 PRODUCES 控制器 ACTIVE',
  ],
  ['[控制器|P]搭载于[叉车|P]。', '控制器 INPUT_OF 叉车 ACTIVE'],
  [
    '[领讯精密|C]总部设在[临川市|R]，主要产品有[控制器|P]。',
    '领讯精密 LOCATED_IN 临川市 ACTIVE',
    '领讯精密 PRODUCES 控制器 ACTIVE',
  ],
  ['[青禾电子|C]负责人走访了位于[北湖高新区|K]的[云岭重工|C]。', '云岭重工 LOCATED_IN 北湖高新区 ACTIVE'],
  ['[青禾电子|C]在[临川市|R]举行发布会。'],
  ['[青禾电子|C]有意入股[云岭重工|C]。'],
  ['[正北电机|C]生产[控制器|P]。', '正北电机 PRODUCES 控制器 ACTIVE'],
  ['本报讯 [青禾电子|C]主营[控制器|P]。', '青禾电子 PRODUCES 控制器 ACTIVE'],
  ['[青禾控制器项目|J]开工，[青禾|C]很忙。', '青禾 OPERATES 青禾控制器项目 ACTIVE'],
])('%s states what it says', (sentence, ...stated) => {
  expect(statedIn(sentence)).toEqual(stated)
})

test('an agreement does not tell who delivers where the text does', () => {
  const text = '[云岭重工|C]与[青禾电子|C]签署供货协议。[青禾电子|C]为[云岭重工|C]供应[控制器|P]。'
  expect(statedIn(text)).toEqual(['青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'])
})

test('every type has a frame', () => {
  expect(new Set(frames.map(({ type }) => type)).size).toBe(11)
})

test('damage in a sentence halves the confidence', () => {
  const sentence = '[青禾电子|C]位于[北湖高新区|K]，占地□□亩。'
  const [whole] = factsOf(sentence).relationships
  const [damaged] = factsOf(sentence, { damaged: '□□' }).relationships
  expect(damaged?.confidence).toBeCloseTo((whole?.confidence ?? 0) / 2, 2)
})

test('what 公司 stands for is less sure than what is named', () => {
  const [named] = factsOf('[青禾电子|C]主营[控制器|P]。').relationships
  const [referred] = factsOf('[青禾电子|C]开业。公司主营[控制器|P]。').relationships
  expect(referred?.confidence).toBeLessThan(named?.confidence ?? 0)
})

test('a quote is the sentence, exactly', () => {
  const text = '昨天下雨。[青禾电子|C]位于[北湖高新区|K]。今天晴。'
  const [fact] = factsOf(text).relationships
  const plain = '昨天下雨。青禾电子位于北湖高新区。今天晴。'
  expect(fact && plain.slice(fact.quote.start, fact.quote.end)).toBe('青禾电子位于北湖高新区。')
})

test('a sentence longer than the limit is quoted by the clauses that state it', () => {
  const fact = '[青禾电子|C]位于[北湖高新区|K]'
  const words = marked(fact).document.text
  const quoted = (length: number): number => {
    const filler = `，${'好'.repeat(length - words.length - 2)}。`
    const [stated] = factsOf(fact + filler).relationships
    return stated ? stated.quote.end - stated.quote.start : 0
  }
  expect(quoted(quoteLength)).toBe(quoteLength)
  expect(quoted(quoteLength + 1)).toBe(words.length)
})

test('whatever the text, quotes and names stand in it as they say, and twice gives the same', () => {
  const names = ['[青禾|C]', '[远山|C]', '[北湖园|K]', '[座椅|P]']
  const words = ['为', '位于', '供应', '生产', '的', '和', '公司', '将', '2023年', '5亿元', '增长', '%']
  const marks = ['，', '。', '、', '“', '”', '(', ')', '\n', ' ']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...names, ...words, ...marks), { maxLength: 40 }), (pieces) => {
      const source = pieces.join('')
      const { text } = marked(source).document
      const facts = factsOf(source)
      expect(factsOf(source)).toEqual(facts)
      for (const { quote, start, end, confidence } of facts.relationships) {
        const quoted = text.slice(quote.start, quote.end)
        expect(quoted).toBe(quoted.trim())
        expect(quoted).not.toBe('')
        expect(text.slice(start.start, start.end)).toBe(start.text)
        expect(text.slice(end.start, end.end)).toBe(end.text)
        expect(confidence > 0 && confidence <= 1).toBe(true)
      }
    }),
  )
})

test.each([
  ['2023年，[青禾电子|C]落户[北湖高新区|K]。', '2023'],
  ['2023年7月，[青禾电子|C]落户[北湖高新区|K]。', '2023-07'],
  ['2023年7月5日，[青禾电子|C]落户[北湖高新区|K]。', '2023-07-05'],
  ['去年，[青禾电子|C]落户[北湖高新区|K]。', '2023'],
  ['3月，[青禾电子|C]落户[北湖高新区|K]。', '2024-03'],
  ['近日，[青禾电子|C]落户[北湖高新区|K]。', '2024-05-20'],
  ['[青禾电子|C]落户[北湖高新区|K]。', null],
])('%s is of %s', (sentence, since) => {
  expect(factsOf(sentence).relationships.map((fact) => fact.since)).toEqual([since])
})

test('a year never comes from anywhere but the text or its date', () => {
  expect(factsOf('去年，[青禾电子|C]落户[北湖高新区|K]。', { date: null }).relationships[0]?.since).toBeNull()
})
