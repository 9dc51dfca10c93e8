/** Which figures sentences give, for whom, and which numbers are none. */
import { expect, test } from '@jest/globals'
import { quantitiesIn, quantityIn } from '../server/extract/figures/quantity.ts'
import { factsOf } from './marked.ts'

/** Figures in short: owner, name, value and unit, change, period, qualifier, stage. */
const figuresIn = (source: string): readonly string[] =>
  factsOf(source).metrics.map(({ entity, name, value, unit, change, period, qualifier, stage }) =>
    [
      entity.name,
      name,
      value === null ? '' : `${value.toString()}${unit ?? ''}`,
      change === null ? '' : `${change.toString()}%↑`,
      period ?? '',
      qualifier ?? '',
      stage,
    ]
      .filter((part) => part !== '')
      .join(' '),
  )

test.each<readonly [string, ...string[]]>([
  [
    '2023年，[临川市|R]规上工业总产值3985亿元，同比增长14.2%。',
    '临川市 规上工业总产值 3985亿元 14.2%↑ 2023 ACTIVE',
  ],
  [
    '前三季度，[北湖高新区|K]地区生产总值1585.37亿元，同比下降6.1%。',
    '北湖高新区 地区生产总值 1585.37亿元 -6.1%↑ 前三季度 ACTIVE',
  ],
  [
    '[青禾电子|C]营收91.3亿元、净利润12.6亿元，分别增长8.4%和5.1%。',
    '青禾电子 营收 91.3亿元 8.4%↑ ACTIVE',
    '青禾电子 净利润 12.6亿元 5.1%↑ ACTIVE',
  ],
  ['[青禾电子|C]本地配套率由43%提高到58%。', '青禾电子 本地配套率 58% ACTIVE'],
  ['[青禾电子|C][青禾二期项目|J]已开工，总投资3亿元。', '青禾二期项目 总投资 3亿元 ACTIVE'],
  ['[青禾电子|C]去年交付37.6万辆。', '青禾电子 交付 37.6万辆 2023 ACTIVE'],
  ['1—2月，[青禾电子|C]开票销售增长3倍。', '青禾电子 开票销售 300%↑ 1—2月 ACTIVE'],
  [
    '[青禾二期项目|J]总投资约3亿元，占地50亩。',
    '青禾二期项目 总投资 3亿元 约 ACTIVE',
    '青禾二期项目 占地 50亩 ACTIVE',
  ],
  ['[青禾二期项目|J]达产后可年产座椅3000万套。', '青禾二期项目 年产座椅 3000万套 PLANNED'],
  ['到2025年，[低空产业集群|L]产业规模力争突破300亿元。', '低空产业集群 产业规模 300亿元 2025 突破 PLANNED'],
  [
    '[北湖高新区|K]集聚了[青禾电子|C]、[白鹭线缆|C]等电子企业超过60家。',
    '北湖高新区 电子企业 60家 超过 ACTIVE',
  ],
  ['[北湖高新区|K]产值突破千亿元。', '北湖高新区 产值 1000亿元 突破 ACTIVE'],
  ['[青禾电子|C]国内市场占有率达四成。', '青禾电子 国内市场占有率 40% ACTIVE'],
  ['[青禾电子|C]开业。公司员工1,600人。', '青禾电子 员工 1600人 ACTIVE'],
  [
    '[青禾电子|C]营收从2021年的29亿元增至2024年的162亿元。',
    '青禾电子 营收 29亿元 2021 ACTIVE',
    '青禾电子 营收 162亿元 2024 ACTIVE',
  ],
  ['[青禾电子|C]年产5万吨[前驱体项目|J]开工。', '前驱体项目 年产 5万吨 ACTIVE'],
  ['[青禾电子|C]将投资1.2亿元扩建[套管生产线|J]。', '套管生产线 投资 1.2亿元 PLANNED'],
  [
    '[青禾电子|C]生产[整机|P]2460台、[叶片|P]1875套，分别增长22%和下降17.5%。',
    '青禾电子 生产整机 2460台 22%↑ ACTIVE',
    '青禾电子 生产叶片 1875套 -17.5%↑ ACTIVE',
  ],
  [
    '[电子产业|L]产值增长31.5%、[医药产业|L]下降9.2%。',
    '电子产业 产值 31.5%↑ ACTIVE',
    '医药产业 增长 -9.2%↑ ACTIVE',
  ],
  ['[临川市|R]外贸占[湖东省|R]的51.7%。', '临川市 占湖东省 51.7% ACTIVE'],
  ['[北湖高新区|K]招商忙。\n\n一批企业开工。\n\n园区有企业14家。', '北湖高新区 企业 14家 ACTIVE'],
  ['[青禾电子|C]净利润32亿元至34亿元。'],
  ['[青禾电子|C]用11个月建成工厂，出资七成，已为30多家企业做过检测。'],
  ['[青禾电子|C]距离市区12公里，售价15万元。'],
  ['[青禾电子|C]持股25%。'],
  ['全国产量达300万辆。'],
  ['[青禾电子|C]、[白鹭线缆|C]产值80亿元。'],
  ['[青禾电子|C]40秒下线一台。'],
  ['[青禾电子|C]营收是否达到80亿元？'],
  ['[青禾电子|C]营收未达到80亿元。'],
])('%s', (sentence, ...stated) => {
  expect(figuresIn(sentence)).toEqual(stated)
})

test('a quantity is a number with a unit, not a part of a name, a rank or a date', () => {
  const text = '第3家、800V、A4张、5G、2023年、12月3日、3个百分点'
  expect(quantitiesIn(text, { start: 0, end: text.length })).toEqual([])
})

test('numbers keep their scale in the unit, and a comma inside them', () => {
  const text = '1,600人、37.6万辆、3.4 亿元、万亿元'
  expect(quantitiesIn(text, { start: 0, end: text.length }).map(({ value, unit }) => [value, unit])).toEqual([
    [1600, '人'],
    [37.6, '万辆'],
    [3.4, '亿元'],
    [1, '万亿元'],
  ])
})

test('the figure of a relationship is the amount as written', () => {
  const text = '投资超20亿元建设'
  expect(quantityIn(text, { start: 0, end: text.length })).toBe('超20亿元')
  expect(factsOf('[云岭重工|C]持有[青禾电子|C]12%的股份。').relationships[0]?.figure).toBe('12%')
})
