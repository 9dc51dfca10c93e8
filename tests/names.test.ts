/** Names: what the product knows of them beforehand, and the parts of a company's name. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { parseCompanyName, type PartKind } from '../server/names/companyName.ts'
import { industryWords, regionHolds, regions } from '../server/names/lexicon.ts'
import { cleanName } from '../server/names/normalise.ts'
import { regionsNamed } from '../server/names/place.ts'

/** A name as its parts, each marked by its kind: 江苏|place 铭纳阳|brand. */
const shape = (name: string): string =>
  parseCompanyName(name)
    .parts.map(({ kind, text }) => `${text}|${kind}`)
    .join(' ')

describe('the lexicon', () => {
  test('holds each division of GB/T 2260 once, under its full and its short name', () => {
    expect(new Set(regions.map(({ code }) => code)).size).toBe(regions.length)
    const codes = (name: string) => regionsNamed(name).map(({ code }) => code)
    expect(codes('常州市')).toEqual(['320400'])
    expect(codes('常州')).toEqual(['320400'])
    expect(codes('内蒙古')).toEqual(['150000'])
    expect(codes('恩施')).toEqual(['422800', '422801'])
    expect(codes('鼓楼区')).toHaveLength(4)
    expect(codes('武进国家高新区')).toEqual([])
  })

  test('knows which division holds which', () => {
    const [jiangsu, changzhou, wujin] = ['江苏省', '常州市', '武进区'].map((name) => regionsNamed(name)[0])
    if (!jiangsu || !changzhou || !wujin) throw new Error('江苏省, 常州市 and 武进区 are divisions')
    expect(regionHolds(jiangsu, wujin)).toBe(true)
    expect(regionHolds(changzhou, wujin)).toBe(true)
    expect(regionHolds(wujin, changzhou)).toBe(false)
  })

  test('holds at least 300 words of trades', () => {
    expect(industryWords.size).toBeGreaterThanOrEqual(300)
  })
})

describe('parseCompanyName', () => {
  test.each([
    ['江苏铭纳阳智能装备有限公司', '江苏|place 铭纳阳|brand 智能装备|industry 有限公司|form'],
    ['常州星宇车灯股份有限公司', '常州|place 星宇|brand 车灯|industry 股份有限公司|form'],
    ['福建省泉州市鼎岩石材有限公司', '福建省泉州市|place 鼎岩|brand 石材|industry 有限公司|form'],
    ['博能电器(常州)有限公司', '博能|brand 电器|industry (常州)|place 有限公司|form'],
    ['太阳诱电（常州）电子有限公司', '太阳诱电|brand (常州)|place 电子|industry 有限公司|form'],
    ['豪森润博智能装备常州有限公司', '豪森润博|brand 智能装备|industry 常州|place 有限公司|form'],
    ['常高新金隆控股(集团)有限公司', '常高新金隆|brand 控股(集团)有限公司|form'],
    [
      '国创新能源汽车能源与信息创新中心(江苏)有限公司',
      '国创|brand 新能源汽车能源与信息创新中心|industry (江苏)|place 有限公司|form',
    ],
    ['中国石油天然气股份有限公司', '中国|brand 石油天然气|industry 股份有限公司|form'],
    ['太陽誘電株式会社', '太陽誘電|brand 株式会社|form'],
    ['Robert Bosch GmbH', 'Robert Bosch |brand GmbH|form'],
    ['理想汽车', '理想|brand 汽车|industry'],
    ['星宇股份', '星宇|brand 股份|form'],
    ['比亚迪', '比亚迪|brand'],
  ])('%s', (name, expected) => {
    expect(shape(name)).toBe(expected)
  })

  test('a family shares its brand, wherever the place stands', () => {
    const names = ['长春捷翼汽车零部件有限公司', '捷翼汽车零部件(常州)有限公司', '捷翼科技'].map(
      parseCompanyName,
    )
    expect(names.map(({ brand }) => brand)).toEqual(['捷翼', '捷翼', '捷翼'])
    expect(names.map(({ place }) => place)).toEqual(['长春', '常州', ''])
    expect(names.map(({ isLocal }) => isLocal)).toEqual([false, true, false])
  })

  test('a place that is better known as a brand, or that leaves no brand, is the brand', () => {
    expect(
      ['长安汽车', '东方特钢', '上海汽车集团', '吉利汽车'].map((name) => parseCompanyName(name).brand),
    ).toEqual(['长安', '东方', '上海', '吉利'])
  })

  test.each([
    ['比亚迪常州基地', '比亚迪|brand 常州基地|branch'],
    ['理想汽车零部件产业园', '理想|brand 汽车零部件|industry 产业园|branch'],
    [
      '江苏宏微科技股份有限公司苏州分公司',
      '江苏|place 宏微|brand 科技|industry 股份有限公司|form 苏州分公司|branch',
    ],
    ['红星美凯龙(常武店)', '红星美凯龙|brand (常武店)|branch'],
  ])('a site is no part of the firm: %s', (name, expected) => {
    expect(shape(name)).toBe(expected)
  })

  test('the parts of any text make it up again', () => {
    const piece = fc.constantFrom(
      '江苏',
      '常州市',
      '(常州)',
      '捷翼',
      '智能',
      '装备',
      '与',
      '股份',
      '集团',
      '有限公司',
      '基地',
      '(',
      ')',
      'AG',
      ' ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (name) => {
        expect(
          parseCompanyName(name)
            .parts.map((part) => part.text)
            .join(''),
        ).toBe(cleanName(name))
      }),
      { numRuns: 2_000 },
    )
  })

  test('a name put together from its parts is taken apart into them', () => {
    const brand = fc.array(fc.constantFrom('铭', '纳', '阳', '翼', '禾', '昊', '隽', '琪', '睿', '赟'), {
      minLength: 2,
      maxLength: 4,
    })
    const name = fc.record({
      place: fc.constantFrom('', '江苏', '江苏省', '常州市', '江苏常州', '内蒙古', '昆山', '常州市武进区'),
      brand: brand.map((characters) => characters.join('')),
      industry: fc.constantFrom('', '智能装备', '汽车零部件', '新材料科技', '能源与信息技术'),
      form: fc.constantFrom('有限公司', '股份有限公司', '有限责任公司', '集团有限公司'),
    })
    fc.assert(
      fc.property(name, (parts) => {
        const order: readonly PartKind[] = ['place', 'brand', 'industry', 'form']
        const { place, brand: own, industry, form } = parts
        expect(parseCompanyName(place + own + industry + form).parts).toEqual(
          order
            .map((kind) => ({ kind, text: { place, brand: own, industry, form, branch: '' }[kind] }))
            .filter(({ text }) => text !== ''),
        )
      }),
    )
  })
})
