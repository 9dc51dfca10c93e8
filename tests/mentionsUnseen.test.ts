/** Names in documents of places, trades and media that no rule was written for. */
import { expect, test } from '@jest/globals'
import type { TextDocument } from '../server/extract/document.ts'
import { buildGazetteer } from '../server/extract/gazetteer.ts'
import { findMentions } from '../server/extract/mentions.ts'
import { splitSentences } from '../server/extract/sentence.ts'

const documentOf = (text: string): TextDocument => ({
  header: { address: null, title: null, publisher: null, date: null },
  text,
  damage: [],
  sha256: '',
})

/** Label and text of each mention, in order. */
const found = (text: string): readonly string[] =>
  findMentions(documentOf(text), splitSentences(text), buildGazetteer([])).map(
    (mention) => `${mention.label} ${mention.text}`,
  )

test('towns of three characters belong to the district before them', () => {
  expect(found('记者来到邵东市黑田铺镇采访。')).toEqual(['Region 邵东市黑田铺镇'])
  expect(found('肥西县中心城镇正在建设。')).toEqual(['Region 肥西县'])
})

test('a county inside a name that falls apart into characters is no place', () => {
  expect(found('他们的产品卖给薯香坊食品。')).not.toContain('Region 香坊')
})

test('groups and holdings are firms behind their place', () => {
  expect(found('建设单位是盐城市国有资产投资集团和大丰城投。')).toEqual([
    'Company 盐城市国有资产投资集团',
    'Company 大丰城投',
  ])
})

test('an office of a place is an institution by its kind', () => {
  expect(found('充换电由鄂尔多斯电业局负责，数据由乌兰察布市大数据管理局统计。')).toEqual([
    'Institution 鄂尔多斯电业局',
    'Institution 乌兰察布市大数据管理局',
  ])
})

test('a project begins with its owner or its place, whatever sizes and deeds stand before its head', () => {
  expect(found('东山光电8.6代显示面板生产线实现满产。')).toEqual(['Project 东山光电8.6代显示面板生产线'])
  expect(found('远山科技：昆山AI服务器用高端印制电路板扩产项目今日开工。')).toEqual([
    'Company 远山科技',
    'Project 昆山AI服务器用高端印制电路板扩产项目',
  ])
  expect(found('徐州高新区多个永磁项目投产。')).toContain('Park 徐州高新区')
})

test('the people of a byline are no firms', () => {
  expect(found('本报讯（甘露云 记者 石清禾）近日，全市举行技能竞赛。')).toEqual([])
})

test('what is made somewhere or comes from someone is a product', () => {
  expect(found('整车厂的铸件出自东山机械。')).toEqual(['Product 铸件', 'Company 东山机械'])
})

test('pronouns are part of no name', () => {
  expect(found('现在我们和远山科技、东山机械组成联盟。').join()).not.toContain('我们')
})

test('a place in brackets stands inside the name of a park or a project', () => {
  expect(found('总投资12亿元的广岐（亳州）中医药科技产业园已竣工。')).toEqual([
    'Park 广岐（亳州）中医药科技产业园',
  ])
})

test('a word before a well-known firm makes a joint venture of it in a list', () => {
  expect(found('有江苏时代、时代上汽、远山科技等企业。')).toContain('Company 时代上汽')
  expect(found('有远山科技、上汽、东山机械等企业。')).toContain('Company 上汽')
})

test('lines, stores and areas are named by their heads', () => {
  expect(found('两家共同出资的墨西哥蒙特雷海外仓启用。')).toEqual(['Project 墨西哥蒙特雷海外仓'])
  expect(found('永年区标准件产业聚集区今年扩容。')).toEqual(['Park 永年区标准件产业聚集区'])
})
