/** Which entity a name means among all that sources declare. */
import { describe, expect, test } from '@jest/globals'
import { Names } from '../server/load/resolve.ts'
import { entityId } from '../server/model/identity.ts'
import type { Label } from '../server/model/model.ts'
import { declares, mention, resolved } from './saying.ts'

describe('a name', () => {
  const meaning = (names: Names, name: string, ...allowed: readonly Label[]): string => {
    const found = names.resolve(mention(name, '', ...allowed))
    return 'reason' in found ? found.reason : `${found.name} (${found.label})`
  }

  test('means the entity that has it, however it is spelled, of a kind that may stand there', () => {
    const names = new Names([
      declares('甲厂'),
      declares('甲厂', { label: 'Project' }),
      declares('ＡＢ  Motor'),
    ])
    expect(meaning(names, '甲厂', 'Company')).toBe('甲厂 (Company)')
    expect(meaning(names, '甲厂', 'Project', 'Park')).toBe('甲厂 (Project)')
    expect(meaning(names, 'ab motor')).toBe('ＡＢ  Motor (Company)')
    expect(meaning(names, '甲厂')).toBe(
      'it names several: 甲厂 (Company), 甲厂 (Project); write the full name of one',
    )
  })

  test('of nobody is told how to be declared', () => {
    expect(meaning(new Names([]), '甲厂', 'Company', 'Project')).toBe(
      'no entity has this name; add it to a table of entities (label, name), as Company or Project',
    )
  })

  test('of a kind that may not stand there says which may', () => {
    expect(meaning(new Names([declares('甲园', { label: 'Park' })]), '甲园', 'Company', 'Product')).toBe(
      "甲园 (Park) can't stand here; allowed: Company, Product",
    )
  })

  test('that is an alias means the one entity of a fitting kind that has it; a name goes before it', () => {
    const names = new Names([
      declares('甲集团', { aliases: ['甲', '同名'] }),
      declares('乙集团', { aliases: ['乙', '同名'] }),
      declares('丙园', { label: 'Park', aliases: ['乙'] }),
      declares('甲', { label: 'Product' }),
    ])
    expect(meaning(names, '乙', 'Company')).toBe('乙集团 (Company)')
    expect(meaning(names, '乙', 'Park')).toBe('丙园 (Park)')
    expect(meaning(names, '甲')).toBe('甲 (Product)')
    // Where the name's own kind can't stand, the alias counts.
    expect(meaning(names, '甲', 'Company')).toBe('甲集团 (Company)')
    expect(meaning(names, '同名', 'Company')).toBe(
      'it names several: 乙集团 (Company), 甲集团 (Company); write the full name of one',
    )
  })

  test('joins the one fuller name whose alias it is, and its id leads there', () => {
    const names = new Names([
      declares('甲', { source: 'one' }),
      declares('甲集团', { source: 'two', aliases: ['甲'] }),
    ])
    const [short, full] = [entityId('Company', '甲'), entityId('Company', '甲集团')]
    expect(names.entityOf('Company', '甲')).toMatchObject({ id: full, name: '甲集团' })
    expect(names.entityWith(short).name).toBe('甲集团')
    expect(meaning(names, '甲')).toBe('甲集团 (Company)')
    expect(names.entities()).toEqual([{ id: full, label: 'Company', name: '甲集团', aliases: ['甲'] }])
    expect(names.known().map(({ text, name }) => [text, name])).toEqual([
      ['甲', '甲集团'],
      ['甲', '甲集团'],
      ['甲集团', '甲集团'],
    ])
  })

  test('joins step by step, from the shortest', () => {
    const names = new Names([
      declares('甲', { source: 'one' }),
      declares('甲汽', { source: 'two', aliases: ['甲'] }),
      declares('甲汽车', { source: 'three', aliases: ['甲汽'] }),
    ])
    expect(names.entityOf('Company', '甲').name).toBe('甲汽车')
    expect(names.entityOf('Company', '甲汽').name).toBe('甲汽车')
  })

  test.each([
    [
      'of another kind',
      [declares('甲', { source: 'one' }), declares('甲集团', { label: 'Cluster', aliases: ['甲'] })],
    ],
    [
      'that is an alias of two',
      [
        declares('甲', { source: 'one' }),
        declares('甲集团', { aliases: ['甲'] }),
        declares('甲控股', { aliases: ['甲'] }),
      ],
    ],
    ['that one source lists as another', [declares('甲'), declares('甲集团', { aliases: ['甲'] })]],
  ])('joins nobody %s', (_what, statements) => {
    const names = new Names(statements)
    expect(names.entityOf('Company', '甲').name).toBe('甲')
  })

  test('and its fuller one, each the alias of the other, are one under the longer', () => {
    for (const order of [0, 1]) {
      const statements = [
        declares('甲', { source: 'one', aliases: ['甲集团'] }),
        declares('甲集团', { source: 'two', aliases: ['甲'] }),
      ]
      const names = new Names(order === 0 ? statements : statements.reverse())
      expect(names.entities().map(({ name }) => name)).toEqual(['甲集团'])
    }
  })

  test('spelled in two ways is shown by the first of its code points, in any order', () => {
    const statements = [declares('ab Motor'), declares('AB Motor')]
    expect(new Names(statements).entityOf('Company', 'ab motor').name).toBe('AB Motor')
    expect(new Names(statements.reverse()).entityOf('Company', 'ab motor').name).toBe('AB Motor')
  })

  test('that nobody declares keeps the id it would have; an unknown id is refused', () => {
    const names = new Names([])
    expect(names.entityOf('Park', '甲园')).toEqual(resolved('甲园', 'Park'))
    expect(() => names.entityWith('nobody')).toThrow('no source declares an entity with the id nobody')
  })

  test('and its aliases are listed by id, and by text', () => {
    const names = new Names([declares('乙', { aliases: ['b', 'a'] }), declares('甲', { aliases: ['c'] })])
    const ids = names.entities().map(({ id }) => id)
    expect(ids).toEqual([...ids].sort())
    expect(names.entities().find(({ name }) => name === '乙')?.aliases).toEqual(['a', 'b'])
    expect(names.known().map(({ text }) => text)).toEqual(['a', 'b', 'c', '乙', '甲'])
  })
})
