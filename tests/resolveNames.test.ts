/** One company, one entity: what two names have to do with each other, and what the names of many documents mean. */
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareNames, type Comparison } from '../server/names/compareNames.ts'
import type { DocumentName } from '../server/names/readNames.ts'
import { resolveNames, type KnownEntity } from '../server/names/resolveNames.ts'

describe('compareNames', () => {
  const cases: readonly (readonly [string, string, Comparison['verdict']])[] = [
    ['江苏翎跃智能装备有限公司', '江苏翎跃智能装备有限公司', 'same'],
    ['云帆电子（常州）有限公司', '云帆电子(常州)有限公司', 'same'],
    ['雲帆電子有限公司', '云帆电子有限公司', 'same'],
    ['常州市翎跃装备有限公司', '常州翎跃装备有限公司', 'same'],
    ['晶岳汽车零部件(常州)有限公司', '常州晶岳汽车零部件有限公司', 'same'],
    // A family: parent and subsidiary, two places, two trades, a group and its member.
    ['晶岳汽车零部件(常州)有限公司', '长春晶岳汽车零部件有限公司', 'related'],
    ['江苏晶岳汽车有限公司', '晶岳汽车有限公司', 'related'],
    ['江苏晶岳装备有限公司', '常州晶岳装备有限公司', 'related'],
    ['江苏晶岳汽车有限公司', '江苏晶岳电池有限公司', 'related'],
    ['晶岳集团有限公司', '晶岳有限公司', 'related'],
    ['晶岳汽车有限公司', '晶岳汽车株式会社', 'related'],
    ['晶岳', '晶岳动力总成', 'ask'],
    ['翎跃', '翎跃联合', 'related'],
    // A firm and its site.
    ['晶岳汽车', '晶岳汽车常州基地', 'related'],
    ['晶岳汽车', '晶岳汽车零部件产业园', 'related'],
    ['江苏晶岳汽车有限公司', '江苏晶岳汽车有限公司苏州分公司', 'related'],
    // Not to be told from the names alone.
    ['翎跃', '江苏翎跃智能装备有限公司', 'ask'],
    ['晶岳汽车', '江苏晶岳汽车有限公司', 'ask'],
    ['江苏翎跃装备有限公司', '江苏翎跃装备股份有限公司', 'ask'],
    ['江苏翎跃达装备有限公司', '江苏翎耀达装备有限公司', 'ask'],
    // Nothing in common.
    ['江苏翎跃智能装备有限公司', '江苏晶岳智能装备有限公司', 'different'],
    ['翎跃', '晶岳', 'different'],
  ]
  test.each(cases)('%s and %s: %s', (left, right, verdict) => {
    expect(compareNames(left, right).verdict).toBe(verdict)
  })

  test('the order of the two does not matter, and a name is the same as itself', () => {
    const name = fc.constantFrom(...cases.flatMap(([left, right]) => [left, right]))
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(compareNames(left, right)).toEqual(compareNames(right, left))
        expect(compareNames(left, left).verdict).toBe('same')
      }),
    )
  })
})

const named = (document: string, name: string, aliases: readonly string[] = []): DocumentName => ({
  label: 'Company',
  name,
  aliases,
  document,
})
const park = (document: string, name: string): DocumentName => ({
  label: 'Park',
  name,
  aliases: [],
  document,
})
const entity = (id: string, name: string, aliases: readonly string[] = []): KnownEntity => ({
  id,
  label: 'Company',
  name,
  aliases,
})

/** Each name with the entity it means, `?` for one that waits, `*` before a new one. */
const meanings = (names: readonly DocumentName[], known: readonly KnownEntity[] = []): readonly string[] =>
  resolveNames(names, known).assignments.map(
    ({ name, document, id, entity: meant }) =>
      `${document} ${name}: ${meant === null ? '?' : (id === null ? '*' : '') + meant}`,
  )
const questions = (names: readonly DocumentName[], known: readonly KnownEntity[] = []): readonly string[] =>
  resolveNames(names, known).review.map(
    ({ document, name, candidates }) => `${document} ${name}: ${candidates.join(' | ')}`,
  )

describe('resolveNames', () => {
  test('a short name joins the one full name that fits, in other documents too', () => {
    const names = [
      named('1', '江苏翎跃智能装备有限公司'),
      named('2', '江苏翎跃'),
      named('3', '云帆电子有限公司'),
      named('4', '云帆'),
    ]
    expect(meanings(names)).toEqual([
      '4 云帆: *云帆电子有限公司',
      '3 云帆电子有限公司: *云帆电子有限公司',
      '2 江苏翎跃: *江苏翎跃智能装备有限公司',
      '1 江苏翎跃智能装备有限公司: *江苏翎跃智能装备有限公司',
    ])
    expect(questions(names)).toEqual([])
  })

  test('a brand alone is not the firm with a place before the brand, unless its document says so: a question', () => {
    const names = [
      named('1', '江苏翎跃智能装备有限公司', ['翎跃']),
      named('1', '翎跃'),
      named('2', '翎跃智能装备'),
      named('3', '翎跃'),
    ]
    expect(meanings(names).filter((line) => !line.startsWith('1 江苏'))).toEqual([
      '1 翎跃: *江苏翎跃智能装备有限公司',
      '3 翎跃: *翎跃',
      '2 翎跃智能装备: *翎跃智能装备',
    ])
    expect(questions(names)).toEqual([
      '3 翎跃: 江苏翎跃智能装备有限公司',
      '2 翎跃智能装备: 江苏翎跃智能装备有限公司',
    ])
  })

  test('a short name that surely fits several waits for a reviewer; one of several relatives is a name of its own', () => {
    const names = [
      named('1', '翎跃智能装备有限公司'),
      named('2', '翎跃电池有限公司'),
      named('3', '翎跃'),
      named('4', '江苏云帆电子有限公司'),
      named('5', '山东云帆电池有限公司'),
      named('6', '云帆'),
    ]
    expect(meanings(names)).toContain('3 翎跃: ?')
    expect(meanings(names)).toContain('6 云帆: *云帆')
    expect(questions(names)).toEqual([
      '6 云帆: 山东云帆电池有限公司 | 江苏云帆电子有限公司',
      '3 翎跃: 翎跃智能装备有限公司 | 翎跃电池有限公司',
    ])
  })

  test('the local firm of a brand is not the brand: a new name, and a question', () => {
    const names = [named('1', '晶岳汽车零部件(常州)有限公司'), named('2', '晶岳'), named('3', '常州晶岳')]
    expect(meanings(names)).toContain('2 晶岳: *晶岳')
    expect(meanings(names)).toContain('3 常州晶岳: *晶岳汽车零部件(常州)有限公司')
    expect(questions(names)).toEqual(['2 晶岳: 晶岳汽车零部件(常州)有限公司'])
  })

  test('what one document uses as two names is two', () => {
    const names = [named('1', '江苏晶岳汽车有限公司'), named('1', '晶岳汽车')]
    expect(meanings(names)).toContain('1 晶岳汽车: *晶岳汽车')
    expect(questions(names)).toEqual(['1 晶岳汽车: 江苏晶岳汽车有限公司'])
  })

  test('a document may say what its short names mean', () => {
    const names = [
      named('1', '晶岳汽车零部件(常州)有限公司', ['晶岳']),
      named('1', '晶岳'),
      named('2', '长春晶岳汽车零部件有限公司', ['晶岳']),
      named('2', '晶岳'),
      named('3', '晶岳'),
    ]
    expect(meanings(names).filter((line) => line.includes(' 晶岳: '))).toEqual([
      '1 晶岳: *晶岳汽车零部件(常州)有限公司',
      '2 晶岳: *长春晶岳汽车零部件有限公司',
      '3 晶岳: *晶岳',
    ])
    expect(questions(names)).toEqual(['3 晶岳: 晶岳汽车零部件(常州)有限公司 | 长春晶岳汽车零部件有限公司'])
  })

  test('a known name or alias of one entity is that entity, even where longer names fit', () => {
    const known = [entity('a', '晶岳汽车', ['晶岳']), entity('b', '江苏晶岳汽车有限公司')]
    expect(meanings([named('1', '晶岳'), named('2', '晶岳汽车')], known)).toEqual([
      '1 晶岳: 晶岳汽车',
      '2 晶岳汽车: 晶岳汽车',
    ])
  })

  test('an alias of several known entities waits', () => {
    const known = [entity('a', '苏州翎跃动力有限公司', ['翎跃']), entity('b', '翎跃技术', ['翎跃'])]
    expect(meanings([named('1', '翎跃')], known)).toEqual(['1 翎跃: ?'])
    expect(questions([named('1', '翎跃')], known)).toEqual(['1 翎跃: 翎跃技术 | 苏州翎跃动力有限公司'])
  })

  test('a full name that is an alias of several waits too', () => {
    const known = [
      entity('a', '翎跃甲', ['江苏翎跃装备有限公司']),
      entity('b', '翎跃乙', ['江苏翎跃装备有限公司']),
    ]
    expect(meanings([named('1', '江苏翎跃装备有限公司')], known)).toEqual(['1 江苏翎跃装备有限公司: ?'])
    expect(questions([named('1', '江苏翎跃装备有限公司')], known)).toEqual([
      '1 江苏翎跃装备有限公司: 翎跃乙 | 翎跃甲',
    ])
  })

  test('a full name never joins a known short one by itself: a subsidiary is not its parent', () => {
    const known = [entity('a', '晶岳汽车')]
    expect(meanings([named('1', '江苏晶岳汽车有限公司')], known)).toEqual([
      '1 江苏晶岳汽车有限公司: *江苏晶岳汽车有限公司',
    ])
    expect(questions([named('1', '江苏晶岳汽车有限公司')], known)).toEqual([
      '1 江苏晶岳汽车有限公司: 晶岳汽车',
    ])
  })

  test('a site is not its firm', () => {
    const known = [entity('a', '晶岳汽车', ['晶岳'])]
    expect(meanings([named('1', '晶岳汽车零部件产业园')], known)).toEqual([
      '1 晶岳汽车零部件产业园: *晶岳汽车零部件产业园',
    ])
  })

  test('高新区 alone joins no zone; with its city it does', () => {
    const names = [park('1', '武进国家高新区'), park('2', '高新区'), park('3', '武进高新区')]
    expect(meanings(names)).toEqual([
      '1 武进国家高新区: *武进国家高新区',
      '3 武进高新区: *武进国家高新区',
      '2 高新区: ?',
    ])
    expect(questions(names)).toEqual(['2 高新区: 武进国家高新区'])
    expect(meanings([park('1', '国家高新区')])).toEqual(['1 国家高新区: ?'])
  })

  test('the order of documents and entities does not matter', () => {
    const known = [
      entity('a', '晶岳汽车', ['晶岳']),
      entity('b', '苏州翎跃动力有限公司', ['翎跃']),
      entity('c', '翎跃技术'),
    ]
    const all = [
      ...['晶岳', '江苏晶岳汽车有限公司', '翎跃', '翎跃装备', '江苏翎跃智能装备有限公司'].flatMap((name) =>
        ['1', '2'].map((document) =>
          named(document, name, name === '江苏翎跃智能装备有限公司' ? ['翎跃'] : []),
        ),
      ),
      named('3', '常州市云帆电子有限公司'),
      named('4', '常州云帆电子有限公司'),
      named('5', '云帆'),
      park('1', '武进国家高新区'),
      park('2', '高新区'),
    ]
    const whole = (list: readonly DocumentName[]) => fc.shuffledSubarray([...list])
    fc.assert(
      fc.property(whole(all), fc.shuffledSubarray(known, { minLength: known.length }), (names, entities) => {
        const inOrder = all.filter((one) => names.includes(one))
        expect(resolveNames(names, entities)).toEqual(resolveNames(inOrder, known))
      }),
    )
  })
})
