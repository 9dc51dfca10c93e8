/** The bytes of a table to its rows. */
import { afterAll, describe, expect, test } from '@jest/globals'
import { closeSync, ftruncateSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { LoadError } from '../server/load/reject.ts'
import { decodeText, readTable, tableLimits } from '../server/load/table.ts'
import { projectFile } from '../server/project.ts'
import { newFolder } from './stores.ts'

const folder = newFolder()
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
const file = (name: string, content: string | Buffer): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const read = async (content: string | Buffer, name = 'a.csv') => {
  const { columns, rows } = await readTable(file(name, content), name)
  return {
    columns,
    rows: [...rows].map(({ row, cells }) => [row, Object.fromEntries(cells)] as const),
  }
}

describe('the bytes of a table', () => {
  test('are UTF-8, with a mark or without, or GB18030', async () => {
    const expected = { columns: ['名称'], rows: [[2, { 名称: '链图' }]] }
    expect(await read('名称\n链图\n')).toEqual(expected)
    expect(await read('\ufeff名称\n链图\n')).toEqual(expected)
    expect(await read(iconv.encode('名称\n链图\n', 'gb18030'))).toEqual(expected)
  })

  test.each([
    ['neither of them', Buffer.from([0x61, 0xff, 0xff, 0x0a])],
    ['with zero bytes beside what is no UTF-8', Buffer.from([0xc1, 0xb4, 0x00, 0x0a])],
  ])('that are %s are refused with what to do', (_what, bytes) => {
    expect(() => decodeText(bytes, 'a.csv')).toThrow(
      new LoadError('a.csv is neither UTF-8 nor GB18030; save it as "CSV UTF-8"'),
    )
  })

  test('that are no CSV or no workbook are refused with the reason', async () => {
    await expect(read('a,b\n"open,1\n')).rejects.toThrow(/^a\.csv is no readable CSV: .+/)
    await expect(read('no workbook', 'a.xlsx')).rejects.toThrow(/^a\.xlsx is no readable \.xlsx: .+/)
    await expect(read('no workbook', 'B.XLSX')).rejects.toThrow(LoadError)
    await expect(read(Buffer.from([0xff, 0x0a]))).rejects.toThrow('neither UTF-8 nor GB18030')
  })

  test('that are not there, or more than are read, are refused', async () => {
    await expect(readTable(join(folder, 'nowhere.csv'), 'nowhere.csv')).rejects.toThrow(
      `${join(folder, 'nowhere.csv')} is not there`,
    )
    const large = openSync(join(folder, 'large.csv'), 'w')
    // Its bytes are never written.
    ftruncateSync(large, tableLimits.bytes + 1)
    closeSync(large)
    await expect(readTable(join(folder, 'large.csv'), 'large.csv')).rejects.toThrow(
      'large.csv has 1073741825 bytes; at most 1073741824 are read, split it',
    )
  })
})

describe('the rows of a table', () => {
  test('are counted as a spreadsheet counts them: a quoted line break is part of its row, an empty row counts', async () => {
    expect(await read('a,b\n"one\ntwo",1\n,\n , \nthree,2\n')).toEqual({
      columns: ['a', 'b'],
      rows: [
        [2, { a: 'one\ntwo', b: '1' }],
        [5, { a: 'three', b: '2' }],
      ],
    })
  })

  test('may be shorter or longer than the header, whose cells are trimmed', async () => {
    expect(await read(' a , b\n1\n1,2,3\n')).toEqual({
      columns: ['a', 'b'],
      rows: [
        [2, { a: '1', b: '' }],
        [3, { a: '1', b: '2' }],
      ],
    })
  })

  test('under a header without a name are of no column', async () => {
    expect((await read('a,,b,\n1,2,3,4\n')).columns).toEqual(['a', 'b'])
  })

  test.each([
    ['', 'a.csv is empty; its first row must name the columns'],
    [' , \n1,2\n', 'a.csv is empty; its first row must name the columns'],
    ['a,b,a\n', 'a.csv has two columns named a'],
  ])('need a header that names each column once: %j', async (content, reason) => {
    await expect(read(content)).rejects.toThrow(new LoadError(reason))
  })

  test('lose the apostrophe that marks a cell as text, where it stands before what starts a formula', async () => {
    const cells = ["'=1+1", "'+86", "'-", "'@x", "'＝1", "'－2", "it's", "'quoted'", "a'=b"]
    expect(
      (await read(`${cells.map((_, index) => `c${index.toString()}`).join()}\n${cells.join()}\n`)).rows,
    ).toEqual([
      [
        2,
        {
          c0: '=1+1',
          c1: '+86',
          c2: '-',
          c3: '@x',
          c4: '＝1',
          c5: '－2',
          c6: "it's",
          c7: "'quoted'",
          c8: "a'=b",
        },
      ],
    ])
  })

  test('of a workbook hold what it shows: days, numbers without binary artefacts, text', async () => {
    const { columns, rows } = await readTable(
      projectFile('tests', 'workbooks', 'supplies.xlsx'),
      'supplies.xlsx',
      '供应关系',
    )
    expect(columns).toContain('阶段')
    const found = [...rows].map(({ row, cells }) => [row, cells.get('日期'), cells.get('数量')])
    expect(found).toEqual([
      [2, '2024-05-06', '0.3'],
      [4, '2023', '1200000'],
      [5, expect.any(String), expect.any(String)],
      [6, '2024-12-31', '500'],
    ])
  })
})
