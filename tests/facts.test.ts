/** Which relationships sentences state, family by family, and what they do not state. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { frames } from '../server/extract/frames/frame.ts'
import { quoteLength } from '../server/extract/frames/read.ts'
import { factsOf, marked, statedIn } from './marked.ts'

/** Each case: a marked sentence, and all that it states. C Company, K Park, L Cluster, Y Policy, P Product, J Project, I Institution, R Region. */
type Case = readonly [sentence: string, ...stated: readonly string[]]

const families: Readonly<Record<string, readonly Case[]>> = {
  supplies: [
    ['[云岭重工|C]所用的[控制器|P]长期向[青禾电子|C]采购。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
    [
      '[云岭重工|C]扩产，[控制器|P]采购自[青禾电子|C]，[线束|P]由[白鹭线缆|C]就近供应。',
      '白鹭线缆 SUPPLIES 云岭重工 线束 ACTIVE',
      '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE',
    ],
    [
      '[云岭重工|C]扩产，[控制器|P]由[青禾电子|C]换成了[白鹭线缆|C]。',
      '白鹭线缆 SUPPLIES 云岭重工 控制器 ACTIVE',
      '青禾电子 SUPPLIES 云岭重工 控制器 ENDED',
    ],
    ['[青禾电子|C]扩产，其[控制器|P]先后被[云岭重工|C]采用。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
    [
      '[远山一号|P]的[控制器|P]由[青禾电子|C]提供。',
      '控制器 INPUT_OF 远山一号 ACTIVE',
      '青禾电子 SUPPLIES 远山一号 控制器 ACTIVE',
    ],
    ['[远山座椅|C]为[星河汽车|C]供应[座椅|P]。', '远山座椅 SUPPLIES 星河汽车 座椅 ACTIVE'],
    [
      '[远山座椅|C]主要为[星河汽车|C]、[东海客车|C]等整车企业配套[座椅|P]。',
      '远山座椅 SUPPLIES 东海客车 座椅 ACTIVE',
      '远山座椅 SUPPLIES 星河汽车 座椅 ACTIVE',
    ],
    ['[青禾电子|C]向[云岭重工|C]供货。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    [
      '[青禾电子|C]给[云岭重工|C]和[南浦机床|C]配套线束。',
      '青禾电子 SUPPLIES 云岭重工 线束 ACTIVE',
      '青禾电子 SUPPLIES 南浦机床 线束 ACTIVE',
    ],
    [
      '[青禾电子|C]是[云岭重工|C]、[南浦机床|C]等的一级供应商。',
      '青禾电子 SUPPLIES 云岭重工 ACTIVE',
      '青禾电子 SUPPLIES 南浦机床 ACTIVE',
    ],
    ['[云岭重工|C]的供应商[青禾电子|C]去年扩产。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    ['[云岭重工|C]采用[青禾电子|C]的[控制器|P]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
    ['[云岭重工|C]向[青禾电子|C]采购[控制器|P]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
    ['[青禾电子|C]获[云岭重工|C]定点。', '青禾电子 SUPPLIES 云岭重工 SIGNED'],
    ['[青禾电子|C]近日获得[云岭重工|C]的[控制器|P]项目定点。', '青禾电子 SUPPLIES 云岭重工 控制器 SIGNED'],
    ['[青禾电子|C]与[云岭重工|C]签订[控制器|P]长期供货协议。', '青禾电子 SUPPLIES 云岭重工 控制器 SIGNED'],
    ['[青禾电子|C]成为[云岭重工|C]的供应商。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    ['[青禾电子|C]进入[云岭重工|C]供应链。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    [
      '[青禾电子|C]的客户包括[云岭重工|C]、[南浦机床|C]等。',
      '青禾电子 SUPPLIES 云岭重工 ACTIVE',
      '青禾电子 SUPPLIES 南浦机床 ACTIVE',
    ],
    ['[青禾电子|C]创立于2003年，客户涵盖[云岭重工|C]。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    ['[云岭重工|C]是[青禾电子|C]的第一大客户。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    ['为[云岭重工|C]配套[控制器|P]的[青禾电子|C]正在扩产。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
    [
      '[云岭重工|C]的[叉车|P]搭载[青禾电子|C]的[控制器|P]。',
      '控制器 INPUT_OF 叉车 ACTIVE',
      '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE',
    ],
    [
      '[青禾电子|C]、[白鹭线缆|C]分别为[云岭重工|C]、[南浦机床|C]供应零件。',
      '白鹭线缆 SUPPLIES 南浦机床 零件 ACTIVE',
      '青禾电子 SUPPLIES 云岭重工 零件 ACTIVE',
    ],
    ['[控制器|P]由[青禾电子|C]为[云岭重工|C]供应。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    ['[青禾电子|C]的[控制器|P]已批量供应[云岭重工|C]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
    ['[青禾电子|C]为[云岭重工|C]提供贷款支持。'],
    ['[青禾电子|C]还没有为[云岭重工|C]供货。'],
    ['[青禾电子|C]否认向[云岭重工|C]供货。'],
    ['[青禾电子|C]不再为[云岭重工|C]供货。', '青禾电子 SUPPLIES 云岭重工 ENDED'],
    ['[青禾电子|C]可为[云岭重工|C]提供[控制器|P]。'],
    ['[青禾电子|C]是否为[云岭重工|C]供货？'],
    ['[青禾电子|C]将为[云岭重工|C]供应[控制器|P]。', '青禾电子 SUPPLIES 云岭重工 控制器 PLANNED'],
    ['[青禾电子|C]与[云岭重工|C]比邻而居。'],
    ['[青禾电子|C]和[云岭重工|C]都是行业龙头。'],
  ],
  located: [
    ['[青禾二期项目|J]已完成备案，建设地点为[东岭区|R]。', '青禾二期项目 LOCATED_IN 东岭区 ACTIVE'],
    ['[青禾电子|C]位于[北湖高新区|K]。', '青禾电子 LOCATED_IN 北湖高新区 ACTIVE'],
    ['位于[北湖高新区|K]的[青禾电子|C]订单饱满。', '青禾电子 LOCATED_IN 北湖高新区 ACTIVE'],
    ['[青禾电子|C]落户[北湖高新区|K]。', '青禾电子 LOCATED_IN 北湖高新区 ACTIVE'],
    ['[青禾电子|C]总部位于[临川市|R]。', '青禾电子 LOCATED_IN 临川市 ACTIVE'],
    ['总部位于[临川市|R]的[青禾电子|C]成立于1998年。', '青禾电子 LOCATED_IN 临川市 ACTIVE'],
    [
      '[青禾电子|C]在[北湖高新区|K]投资建设[青禾二期项目|J]。',
      '青禾二期项目 LOCATED_IN 北湖高新区 ACTIVE',
      '青禾电子 INVESTS_IN 青禾二期项目 ACTIVE',
    ],
    ['同在[北湖高新区|K]的[白鹭线缆|C]也在扩产。', '白鹭线缆 LOCATED_IN 北湖高新区 ACTIVE'],
    ['[青禾二期项目|J]落子[北湖高新区|K]。', '青禾二期项目 LOCATED_IN 北湖高新区 ACTIVE'],
    ['[青禾电子|C]入驻[北湖高新区|K]。', '青禾电子 LOCATED_IN 北湖高新区 ACTIVE'],
    ['[青禾二期项目|J]拟落户[北湖高新区|K]。', '青禾二期项目 LOCATED_IN 北湖高新区 PLANNED'],
    ['[青禾二期项目|J]签约落户[北湖高新区|K]。', '青禾二期项目 LOCATED_IN 北湖高新区 SIGNED'],
    ['[青禾二期项目|J]在[北湖高新区|K]开工。', '青禾二期项目 LOCATED_IN 北湖高新区 BUILDING'],
    ['[青禾电子|C]退出[北湖高新区|K]，迁入[南浦科技园|K]。', '青禾电子 LOCATED_IN 南浦科技园 ACTIVE'],
    ['[青禾电子|C]毗邻[北湖高新区|K]。'],
    ['[青禾电子|C]位于[北湖高新区|K]附近。'],
    ['[青禾电子|C]并不位于[北湖高新区|K]。'],
    ['[北湖高新区|K]位于[临川市|R]。', '北湖高新区 LOCATED_IN 临川市 ACTIVE'],
    ['在[北湖高新区|K]，[青禾电子|C]的生产车间一片忙碌。', '青禾电子 LOCATED_IN 北湖高新区 ACTIVE'],
    [
      '[北湖高新区|K]集聚了[青禾电子|C]、[白鹭线缆|C]等企业。',
      '白鹭线缆 LOCATED_IN 北湖高新区 ACTIVE',
      '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
    ],
    ['[临川市|R]的[北湖高新区|K]面积扩大。', '北湖高新区 LOCATED_IN 临川市 ACTIVE'],
  ],
  owned: [
    [
      '[青禾电子|C]完成融资，由[东海创投|C]领投，[南浦基金|C]跟投。',
      '东海创投 INVESTS_IN 青禾电子 ACTIVE',
      '南浦基金 INVESTS_IN 青禾电子 ACTIVE',
    ],
    ['[青禾电子|C]是[云岭重工|C]的全资子公司。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
    ['[云岭重工|C]旗下[青禾电子|C]扩产。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
    ['[云岭重工|C]旗下的[青禾电子|C]扩产。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
    ['[青禾电子|C]的母公司[云岭重工|C]上市。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
    ['隶属于[云岭重工|C]的[青禾电子|C]扩产。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
    ['[云岭重工|C]控股子公司[青禾电子|C]上市。', '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE'],
    ['[云岭重工|C]参股[青禾电子|C]。', '云岭重工 INVESTS_IN 青禾电子 ACTIVE'],
    ['[云岭重工|C]持有[青禾电子|C]12%的股份。', '云岭重工 INVESTS_IN 青禾电子 ACTIVE'],
    ['[云岭重工|C]拟收购[青禾电子|C]。', '云岭重工 INVESTS_IN 青禾电子 PLANNED'],
    ['[云岭重工|C]投资20亿元建设[云岭叉车项目|J]。', '云岭重工 INVESTS_IN 云岭叉车项目 ACTIVE'],
    [
      '[云岭重工|C]与[青禾电子|C]共同出资设立[云禾智能|C]。',
      '云岭重工 COOPERATES_WITH 青禾电子 ACTIVE',
      '云岭重工 INVESTS_IN 云禾智能 ACTIVE',
      '青禾电子 INVESTS_IN 云禾智能 ACTIVE',
    ],
    ['[云岭重工|C]不是[青禾电子|C]的母公司。'],
  ],
  cooperates: [
    ['[云岭重工|C]与[临川大学|I]共建研究院。', '云岭重工 COOPERATES_WITH 临川大学 ACTIVE'],
    ['[云岭重工|C]与[青禾电子|C]签署战略合作协议。', '云岭重工 COOPERATES_WITH 青禾电子 SIGNED'],
    ['[云岭重工|C]携手[青禾电子|C]联合研发[控制器|P]。', '云岭重工 COOPERATES_WITH 青禾电子 ACTIVE'],
    ['[云岭重工|C]与[青禾电子|C]没有合作。'],
    [
      '[云岭重工|C]和[青禾电子|C]位于[北湖高新区|K]。',
      '云岭重工 LOCATED_IN 北湖高新区 ACTIVE',
      '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
    ],
  ],
  produces: [
    ['[青禾电子|C]主要从事[控制器|P]的研发和生产。', '青禾电子 PRODUCES 控制器 ACTIVE'],
    [
      '[青禾电子|C]成立于2003年，专业生产[控制器|P]、[线束|P]。',
      '青禾电子 PRODUCES 控制器 ACTIVE',
      '青禾电子 PRODUCES 线束 ACTIVE',
    ],
    ['[青禾电子|C]年产20万套[控制器|P]。', '青禾电子 PRODUCES 控制器 ACTIVE'],
    ['[控制器|P]由[青禾电子|C]生产。', '青禾电子 PRODUCES 控制器 ACTIVE'],
    [
      '[青禾电子|C]产品包括[控制器|P]和[线束|P]。',
      '青禾电子 PRODUCES 控制器 ACTIVE',
      '青禾电子 PRODUCES 线束 ACTIVE',
    ],
    ['[青禾电子|C]扩建后将生产[控制器|P]。', '青禾电子 PRODUCES 控制器 PLANNED'],
    ['[青禾电子|C]已停产[控制器|P]。', '青禾电子 PRODUCES 控制器 ENDED'],
    ['[青禾电子|C]并未生产[控制器|P]。'],
    ['[控制器|P]用于[叉车|P]。', '控制器 INPUT_OF 叉车 ACTIVE'],
    ['[叉车|P]搭载[控制器|P]。', '控制器 INPUT_OF 叉车 ACTIVE'],
  ],
  policies: [
    [
      '[小巨人|Y]名单公布，[青禾电子|C]、[白鹭线缆|C]等10家企业入选。',
      '小巨人 SUPPORTS 白鹭线缆 ACTIVE',
      '小巨人 SUPPORTS 青禾电子 ACTIVE',
    ],
    ['[临川市|R]出台《[临川低空行动计划|Y]》。', '临川低空行动计划 ISSUED_BY 临川市 ACTIVE'],
    ['《[临川低空行动计划|Y]》由[临川市工信局|I]印发。', '临川低空行动计划 ISSUED_BY 临川市工信局 ACTIVE'],
    ['《[临川低空行动计划|Y]》重点支持[低空产业|L]。', '临川低空行动计划 SUPPORTS 低空产业 ACTIVE'],
    ['[青禾电子|C]入选[专精特新“小巨人”|Y]。', '专精特新“小巨人” SUPPORTS 青禾电子 ACTIVE'],
    ['[青禾电子|C]获评[专精特新“小巨人”|Y]企业。', '专精特新“小巨人” SUPPORTS 青禾电子 ACTIVE'],
    ['[青禾电子|C]未入选[专精特新“小巨人”|Y]。'],
    ['[临川市|R]拟出台《[临川低空行动计划|Y]》。', '临川低空行动计划 ISSUED_BY 临川市 PLANNED'],
  ],
  clusters: [
    ['[青禾电子|C]是[低空产业集群|L]的龙头企业。', '青禾电子 BELONGS_TO 低空产业集群 ACTIVE'],
    ['[低空产业集群|L]集聚了[青禾电子|C]等企业。', '青禾电子 BELONGS_TO 低空产业集群 ACTIVE'],
    ['[青禾电子|C]属于[低空产业集群|L]。', '青禾电子 BELONGS_TO 低空产业集群 ACTIVE'],
  ],
  antecedents: [
    ['[青禾电子|C]扩产。[云岭重工|C]是其稳定客户。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    [
      '[云岭重工|C]和[南浦机床|C]都试用过[控制器|P]，前者向[青禾电子|C]采购，后者是[东海客车|C]的子公司。',
      '南浦机床 SUBSIDIARY_OF 东海客车 ACTIVE',
      '青禾电子 SUPPLIES 云岭重工 ACTIVE',
    ],
    [
      '[青禾电子|C]位于[北湖高新区|K]。公司主营[控制器|P]。',
      '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
      '青禾电子 PRODUCES 控制器 ACTIVE',
    ],
    ['[青禾电子|C]总经理介绍。该公司为[云岭重工|C]供货。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
    ['[青禾电子|C]与[云岭重工|C]交流。公司主营[控制器|P]。'],
    ['[青禾电子|C]开业。\n[云岭重工|C]扩产，主营[叉车|P]。', '云岭重工 PRODUCES 叉车 ACTIVE'],
    [
      '[云岭重工|C]设立子公司[青禾电子|C]，生产[控制器|P]。',
      '青禾电子 PRODUCES 控制器 ACTIVE',
      '青禾电子 SUBSIDIARY_OF 云岭重工 ACTIVE',
    ],
    ['[青禾电子|C]开业。\n\n中小企业生产[控制器|P]。'],
  ],
}

describe.each(Object.entries(families))('%s', (_family, cases) => {
  test.each(cases.map(([sentence, ...stated]) => ({ sentence, stated })))(
    '$sentence',
    ({ sentence, stated }) => {
      expect(statedIn(sentence)).toEqual(stated)
    },
  )
})

test.each<readonly [string, ...string[]]>([
  ['作为[云岭重工|C]的一级供应商，[青禾电子|C]扩产。', '青禾电子 SUPPLIES 云岭重工 ACTIVE'],
  ['[云岭重工|C]所需的[控制器|P]全部来自[青禾电子|C]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
  ['[云岭重工|C]扩产，[控制器|P]采购自[青禾电子|C]。', '青禾电子 SUPPLIES 云岭重工 控制器 ACTIVE'],
  [
    '[青禾电子|C]落户于[临川市|R][北湖高新区|K]。',
    '北湖高新区 LOCATED_IN 临川市 ACTIVE',
    '青禾电子 LOCATED_IN 北湖高新区 ACTIVE',
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
