/** Search by name: every way of typing a name finds it, with the reason, and finding names inside a text. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { entityId } from '../server/model/identity.ts'
import type { Label } from '../server/model/model.ts'
import { Catalog, type Entity } from '../server/names/catalog.ts'
import { findNames } from '../server/names/findNames.ts'
import { readingsOf } from '../server/names/pinyin.ts'
import { isOneSlip, Slips } from '../server/names/slips.ts'
import { Grams } from '../server/names/grams.ts'

const entity = (
  label: Label,
  name: string,
  aliases: readonly string[] = [],
  englishName?: string,
): Entity => ({
  id: entityId(label, name),
  label,
  name,
  aliases,
  englishName: englishName ?? null,
  code: null,
  description: null,
  formerIds: [],
})

const entities = [
  entity('Company', '星河汽车', ['星河', '银河汽车'], 'Star Auto'),
  entity('Company', '江苏翎跃智能装备有限公司'),
  entity('Company', '常州晶岳车灯股份有限公司'),
  entity('Company', '晶岳汽车零部件(昆山)有限公司'),
  entity('Company', '长岚半导体'),
  entity('Company', '重庆绿驰汽车有限公司'),
  entity('Company', '一汽-大众'),
  entity('Company', '云帆电子(常州)有限公司', ['雲帆電子']),
  entity('Park', '武进国家高新区', ['武高新']),
  entity('Park', '苏州高新区'),
  entity('Product', '星河L7'),
  entity('Product', '星河L8'),
  entity('Institution', '常州市委'),
  entity('Region', '常州市', ['常州']),
]
const { names: index } = new Catalog(entities, [])

/** What a search finds first: its name, the name that matched, and why. */
const best = (text: string): string => {
  const hit = index.search(text, undefined, 1)[0]
  return hit === undefined ? '' : `${hit.entity.name} ${hit.matched} ${hit.reason}`
}

describe('search', () => {
  test.each([
    ['the name', '星河汽车', '星河汽车 星河汽车 NAME'],
    ['an alias', '星河', '星河汽车 星河 ALIAS'],
    ['the English name in any case', 'STAR AUTO', '星河汽车 Star Auto ALIAS'],
    ['the English name without white space', 'starauto', '星河汽车 Star Auto ALIAS'],
    ['full width', '星河Ｌ７', '星河L7 星河L7 NAME'],
    ['white space inside', ' 星河 汽车 ', '星河汽车 星河汽车 NAME'],
    ['other punctuation', '一汽·大众', '一汽-大众 一汽-大众 NAME'],
    ['other brackets', '云帆电子（常州）有限公司', '云帆电子(常州)有限公司 云帆电子(常州)有限公司 NAME'],
    ['traditional characters', '星河汽車', '星河汽车 星河汽车 TRADITIONAL'],
    ['traditional characters as the source writes them', '雲帆電子', '云帆电子(常州)有限公司 雲帆電子 ALIAS'],
    ['the brand', '翎跃', '江苏翎跃智能装备有限公司 江苏翎跃智能装备有限公司 PART'],
    ['place and brand', '江苏翎跃', '江苏翎跃智能装备有限公司 江苏翎跃智能装备有限公司 PART'],
    [
      'place before the brand though the name has it after',
      '昆山晶岳',
      '晶岳汽车零部件(昆山)有限公司 晶岳汽车零部件(昆山)有限公司 PART',
    ],
    ['brand and legal form', '晶岳股份', '常州晶岳车灯股份有限公司 常州晶岳车灯股份有限公司 PART'],
    ['a part', '车灯', '常州晶岳车灯股份有限公司 常州晶岳车灯股份有限公司 PART'],
    ['one character', '灯', '常州晶岳车灯股份有限公司 常州晶岳车灯股份有限公司 PART'],
    ['a zone as it is called', '武进高新区', '武进国家高新区 武进国家高新区 PART'],
    ['a zone in full', '武进高新技术产业开发区', '武进国家高新区 武进国家高新区 PART'],
    ['a name fuller than the graph has it', '星河汽车集团股份有限公司', '星河汽车 星河汽车 PART'],
    ['pinyin and characters mixed', 'xinghe汽车', '星河汽车 星河汽车 PINYIN'],
    ['pinyin', 'xingheqiche', '星河汽车 星河汽车 PINYIN'],
    ['pinyin in syllables', 'xing he', '星河汽车 星河 PINYIN'],
    ['pinyin with tones', 'xīng hé', '星河汽车 星河 PINYIN'],
    [
      'pinyin from the brand on',
      'lingyuezhineng',
      '江苏翎跃智能装备有限公司 江苏翎跃智能装备有限公司 PINYIN',
    ],
    ['one reading of a character', 'changlan', '长岚半导体 长岚半导体 PINYIN'],
    ['its other reading', 'zhanglanbandaoti', '长岚半导体 长岚半导体 PINYIN'],
    ['ü as v', 'lvchi', '重庆绿驰汽车有限公司 重庆绿驰汽车有限公司 PINYIN'],
    ['initials', 'xhqc', '星河汽车 星河汽车 PINYIN'],
    ['initials in capitals', 'XHQC', '星河汽车 星河汽车 PINYIN'],
    ['a wrong character', '星湖汽车', '星河汽车 星河汽车 SIMILAR'],
    ['a character of the same sound', '行河', '星河汽车 星河 SIMILAR'],
    ['several characters of the same sound', '长兰半岛体', '长岚半导体 长岚半导体 SIMILAR'],
    [
      'a missing character',
      '常州晶岳车灯股份有公司',
      '常州晶岳车灯股份有限公司 常州晶岳车灯股份有限公司 SIMILAR',
    ],
    ['swapped letters', 'Star Atuo', '星河汽车 Star Auto SIMILAR'],
    [
      'a slip in the brand and trade',
      '翎耀智能装备',
      '江苏翎跃智能装备有限公司 江苏翎跃智能装备有限公司 SIMILAR',
    ],
  ])('finds %s: %s', (_what, text, expected) => {
    if (expected === '') expect(index.search(text, undefined, 5)).toEqual([])
    else expect(best(text)).toBe(expected)
  })

  test('another number or place is another thing, not a slip', () => {
    expect(index.search('星河L9', undefined, 5)).toEqual([])
    expect(index.search('徐州市委', undefined, 5)).toEqual([])
  })

  test('a whole name comes before a part, and among parts the larger share', () => {
    expect(index.search('常州', undefined, 5).map(({ entity: { name } }) => name)).toEqual([
      '常州市',
      '常州市委',
      '云帆电子(常州)有限公司',
      '常州晶岳车灯股份有限公司',
    ])
  })

  test('only the labels asked for, and no more than asked for', () => {
    expect(index.search('常州', ['Company'], 5).map(({ entity: { label } }) => label)).toEqual([
      'Company',
      'Company',
    ])
    expect(index.search('星河', undefined, 2)).toHaveLength(2)
  })

  test('each entity once, and scores that fall', () => {
    const hits = index.search('星河', undefined, 50)
    expect(new Set(hits.map(({ entity: { id } }) => id)).size).toBe(hits.length)
    const scores = hits.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((left, right) => right - left))
  })

  test.each(['', '   ', '()', '。', '\u0000', '\ud800'])(
    'nothing to search for finds nothing: %j',
    (text) => {
      expect(index.search(text, undefined, 5)).toEqual([])
    },
  )

  test('the order of the entities does not matter', () => {
    const query = fc.constantFrom('星河', '常州', '有限公司', 'xh', '高新区', '晶岳', 'qiche', '星湖汽车')
    fc.assert(
      fc.property(fc.shuffledSubarray(entities, { minLength: entities.length }), query, (shuffled, text) => {
        const other = new Catalog(shuffled, []).names
        expect(other.search(text, undefined, 10)).toEqual(index.search(text, undefined, 10))
      }),
      { numRuns: 50 },
    )
  })

  test('every entity is found first by its name, whole, in capitals and in full width', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0))
    for (const { id, name } of entities)
      for (const text of [name, name.toUpperCase(), wide(name)])
        expect(index.search(text, undefined, 1)[0]?.entity.id).toBe(id)
  })
})

describe('findNames', () => {
  /** What is found in a text: [offsets) text REASON names. */
  const found = (text: string): readonly string[] =>
    findNames(index, text).map(
      ({ start, end, text: written, reason, entities: all }) =>
        `${start}-${end} ${written} ${reason} ${all.map(({ name }) => name).join('|')}`,
    )

  test.each([
    ['给星河汽车供货的有谁', ['1-5 星河汽车 NAME 星河汽车', '1-3 星河 ALIAS 星河汽车']],
    ['star auto suppliers', ['0-9 star auto ALIAS 星河汽车']],
    ['superstar auto', []],
    ['翎跃在哪', ['0-2 翎跃 PART 江苏翎跃智能装备有限公司']],
    ['晶岳有哪些客户', ['0-2 晶岳 PART 常州晶岳车灯股份有限公司|晶岳汽车零部件(昆山)有限公司']],
    ['高新区有谁', ['0-3 高新区 PART 苏州高新区|武进国家高新区']],
    ['xingheqiche的供应商', ['0-11 xingheqiche PINYIN 星河汽车']],
    ['谁供xhqc', ['2-6 xhqc PINYIN 星河汽车']],
    ['「星 河」汽車', ['1-7 星 河」汽車 TRADITIONAL 星河汽车', '1-4 星 河 ALIAS 星河汽车']],
    ['星湖汽车在哪', ['0-4 星湖汽车 SIMILAR 星河汽车']],
    ['徐州市委', []],
    ['😀星河', ['2-4 星河 ALIAS 星河汽车']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('a slip is forgiven in names of 4 to 16 characters', () => {
    const long = '云岭晶岳星河翎跃重装绿驰半导体城'
    const other = new Catalog(
      [entity('Park', '云岭港'), entity('Park', long), entity('Park', `${long}港`)],
      [],
    ).names
    const reasons = (text: string) => findNames(other, text).map(({ reason }) => reason)
    expect(long).toHaveLength(16)
    expect(reasons('云峰港')).toEqual([])
    expect(reasons(long.replace('星', '新'))).toEqual(['SIMILAR'])
    expect(reasons(`${long}港`.replace('星', '新'))).toEqual(['SIMILAR'])
    expect(findNames(other, `${long}港`.replace('星', '新'))[0]?.text).toHaveLength(16)
  })

  test('pinyin of 3 letters and 8 syllables at most', () => {
    const other = new Catalog(
      [entity('Park', '阿港'), entity('Park', '云岭星河半导体城'), entity('Park', '云岭星河半导体新城')],
      [],
    ).names
    const texts = (text: string) => findNames(other, text).map(({ text: written }) => written)
    expect(texts('ag')).toEqual([])
    expect(texts('agang')).toEqual(['agang'])
    expect(texts('yun ling xing he ban dao ti cheng')).toEqual(['yun ling xing he ban dao ti cheng'])
    expect(texts('yun ling xing he ban dao ti xin cheng')).toEqual([])
  })

  test('what is found stands where it says, in any text', () => {
    const piece = fc.constantFrom(
      '星河',
      '汽车',
      '汽車',
      '翎跃',
      ' ',
      'xing',
      'he',
      '😀',
      '（',
      'Ｌ７',
      '的',
      '常州',
      'ﬁ',
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
    )
    fc.assert(
      fc.property(text, (typed) => {
        for (const { start, end, text: written, entities: all } of findNames(index, typed)) {
          expect(typed.slice(start, end)).toBe(written)
          expect(all.length).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('readings', () => {
  test('each reading of up to three characters with two, the reading of the context first', () => {
    expect(readingsOf('重庆').map(({ full }) => full)).toEqual(['chongqing', 'zhongqing'])
    expect(readingsOf('长重行').map(({ full }) => full)).toHaveLength(8)
    expect(readingsOf('长重行乐').map(({ full }) => full)).toHaveLength(8)
    expect(readingsOf('重庆')[0]).toEqual({ full: 'chongqing', starts: [0, 5], initials: 'cq' })
    expect(readingsOf('star')).toEqual([])
  })
})

describe('the structures of the index give what a scan would', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 })

  test('pieces of texts', () => {
    fc.assert(
      fc.property(fc.array(word), word, fc.constantFrom(1, 2, 3), (texts, piece, size) => {
        const scanned = [...texts.keys()].filter(
          (text) => piece.length >= size && (texts[text]?.includes(piece) ?? false),
        )
        expect([...new Grams(texts, [size]).containing(piece)]).toEqual(scanned)
        expect([...new Grams(texts, [size, size + 1]).containing(piece, 1, 3)]).toEqual(
          scanned.filter((text) => text >= 1 && text < 3),
        )
      }),
    )
  })

  test('texts one slip away', () => {
    fc.assert(
      fc.property(fc.array(word), word, (texts, typed) => {
        const scanned = [...texts.keys()].filter((text) => isOneSlip(typed, texts[text] ?? ''))
        expect(new Slips(texts).near(typed)).toEqual(scanned)
      }),
    )
  })

  test('more names than can be numbered are refused', () => {
    expect(() => new Slips(new Array<string>(2 ** 21 + 1).fill(''))).toThrow('at most 2097152')
  })

  test.each([
    ['abc', 'abd', true],
    ['abc', 'acb', true],
    ['abc', 'ab', true],
    ['abc', 'abcd', true],
    ['abc', 'abc', false],
    ['abc', 'bca', false],
    ['abcd', 'ab', false],
  ])('%s and %s: %s', (left, right, expected) => {
    expect(isOneSlip(left, right)).toBe(expected)
  })
})
