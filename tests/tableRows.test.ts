/** Tables without a store: bytes to rows, columns by their mapping, and what each kind of cell may hold. */
import { afterAll, describe, expect, test } from '@jest/globals'
import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import {
  cellText,
  checkColumns,
  checkConstants,
  defaultMapping,
  readMapping,
  type Mapping,
} from '../server/load/mapping.ts'
import { LoadError, rejectionLine, RowError } from '../server/load/reject.ts'
import { RowReader } from '../server/load/rowReader.ts'
import { decodeText, readTable, tableLimits, type TableRow } from '../server/load/table.ts'
import { documentId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'

const folder = mkdtempSync(join(tmpdir(), 'liantu-test-'))
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

const empty: Mapping = { columns: {}, entities: {}, relationships: [], metrics: [] }

describe('a mapping', () => {
  test('is read from YAML, what it leaves out being empty', () => {
    const yaml = file('m.yaml', 'entities:\n  firm: { label: { value: Company }, name: 企业 }\n')
    expect(readMapping(yaml)).toEqual({
      ...empty,
      entities: { firm: { label: { value: 'Company' }, name: '企业' } },
    })
  })

  test('that is wrong is refused with its file and each thing wrong in it', () => {
    const yaml = file('wrong.yaml', 'rows: 1\nentities:\n  firm: { label: Company }\n')
    expect(() => readMapping(yaml)).toThrow(LoadError)
    expect(() => readMapping(yaml)).toThrow(/wrong\.yaml: [^]*rows[^]*name/)
  })

  test.each([
    ['entities', ['label', 'name']],
    ['entities', ['类别', '名称', '别名']],
    ['entities', ['entity', 'name', 'label']],
    ['relationships', ['start', 'type', 'end', 'label', 'name']],
    ['relationships', ['起点', '关系', '终点']],
    ['metrics', ['entity', 'name', 'value']],
    ['metrics', ['主体', '指标']],
  ] as const)('of %s is chosen by the columns %j', (kind, columns) => {
    const chosen = defaultMapping(columns, 'a.csv')
    expect(Object.values(chosen[kind])).not.toEqual([])
    for (const other of (['entities', 'relationships', 'metrics'] as const).filter((one) => one !== kind))
      expect(Object.values(chosen[other])).toEqual([])
  })

  test('that none fits is told with the layouts there are', () => {
    expect(() => defaultMapping(['name', 'start', 'type'], 'a.csv')).toThrow(
      new LoadError(
        'a.csv has the columns name, start, type; without a mapping a table needs those of ' +
          'entities (label or 类别, name or 名称), or metrics (entity or 主体, name or 指标), ' +
          'or relations (start or 起点, type or 关系, end or 终点)',
      ),
    )
  })

  const named: Mapping = {
    ...empty,
    columns: { date: ['日期', 'date'] },
    source: 'address',
    confidence: 'trust',
    entities: { firm: { label: { value: 'Company' }, name: 'firm name', aliases: 'short' } },
    relationships: [{ type: { value: 'SUPPLIES' }, start: 'firm', end: 'customer', date: 'date' }],
    metrics: [{ entity: 'firm', name: { value: '产值' }, value: 'output' }],
  }
  const columns = ['address', 'trust', 'firm name', 'short', 'customer', 'output']

  test('fits a table with each column it names; entities of its own, constants and columns with other names aside', () => {
    expect(() => {
      checkColumns(named, columns, 'a.csv')
    }).not.toThrow()
  })

  test.each(columns)('does not fit a table without the column %s', (column) => {
    const others = columns.filter((one) => one !== column)
    expect(() => {
      checkColumns(named, others, 'a.csv')
    }).toThrow(
      new LoadError(`a.csv has no column ${column}, which its mapping names; it has ${others.join(', ')}`),
    )
  })

  test('may name the entity of a figure by a column, which then must be there', () => {
    const byColumn: Mapping = { ...empty, metrics: [{ entity: 'who', name: { value: '产值' } }] }
    expect(() => {
      checkColumns(byColumn, ['other'], 'a.csv')
    }).toThrow('a.csv has no column who')
    expect(() => {
      checkColumns(byColumn, ['who'], 'a.csv')
    }).not.toThrow()
  })

  test('names only labels and types that the model declares', () => {
    const check = (mapping: Mapping) => () => {
      checkConstants(mapping, 'm.yaml')
    }
    expect(check(named)).not.toThrow()
    expect(check({ ...empty, entities: { firm: { label: 'kind', name: 'n' } } })).not.toThrow()
    expect(check({ ...empty, relationships: [{ type: 'kind', start: 's', end: 'e' }] })).not.toThrow()
    expect(check({ ...empty, entities: { firm: { label: { value: 'Firm' }, name: 'n' } } })).toThrow(
      new LoadError('m.yaml: label Firm is not in data/model.yaml'),
    )
    expect(check({ ...empty, relationships: [{ type: { value: 'OWNS' }, start: 's', end: 'e' }] })).toThrow(
      new LoadError('m.yaml: type OWNS is not in data/model.yaml'),
    )
  })

  test('gives the text of a cell: a constant, or the first of its columns that is there, trimmed', () => {
    const row: TableRow = {
      row: 2,
      cells: new Map([
        ['date', ' 2024 '],
        ['x', '1'],
      ]),
    }
    expect(cellText(named, row, undefined)).toBe('')
    expect(cellText(named, row, { value: 'SUPPLIES' })).toBe('SUPPLIES')
    expect(cellText(named, row, 'date')).toBe('2024')
    expect(
      cellText(
        named,
        {
          row: 2,
          cells: new Map([
            ['日期', ''],
            ['date', '2024'],
          ]),
        },
        'date',
      ),
    ).toBe('')
    expect(cellText(named, row, 'x')).toBe('1')
    expect(cellText(named, row, 'y')).toBe('')
  })
})

describe('a cell', () => {
  const readerOf = (cells: Readonly<Record<string, string>>, mapping: Partial<Mapping> = {}): RowReader =>
    new RowReader(
      { ...empty, ...mapping },
      { row: 3, cells: new Map(Object.entries(cells)) },
      { source: 's', file: 'a.csv', row: 3 },
      'the table',
    )
  /** Reads the cell `c`. */
  const cell = (value: string): RowReader => readerOf({ c: value })
  const refusal = (work: () => unknown): RowError => {
    try {
      work()
    } catch (error) {
      if (error instanceof RowError) return error
      throw error
    }
    throw new Error('the cell was read')
  }

  test('is named by the column it stands in', () => {
    const mapping = { columns: { date: ['日期', 'date'] } }
    expect(readerOf({ date: '1' }, mapping).column('date')).toBe('date')
    expect(readerOf({ 日期: '1', date: '1' }, mapping).column('date')).toBe('日期')
    expect(readerOf({}, mapping).column('date')).toBe('date')
    expect(readerOf({}).column({ value: 'x' })).toBe('')
    expect(readerOf({}).column(undefined)).toBe('')
  })

  test('holds at most 10,000 characters', () => {
    expect(cell('x'.repeat(tableLimits.cell)).text('c')).toHaveLength(10_000)
    const { column, value, allowed } = refusal(() => cell('x'.repeat(tableLimits.cell + 1)))
    expect([column, value, allowed]).toEqual([
      'c',
      `${'x'.repeat(40)}…`,
      'a cell holds at most 10000 characters',
    ])
  })

  test('that is empty is no text', () => {
    expect(cell('  ').text('c')).toBeNull()
    expect(cell(' a ').text('c')).toBe('a')
    expect(cell('a').text(undefined)).toBeNull()
  })

  test('of a name has at most 200 characters, none of them for control, white space folded', () => {
    expect(cell(' 甲\t厂\n ').name('c')).toBe('甲 厂')
    expect(cell('名'.repeat(tableLimits.name)).name('c')).toHaveLength(200)
    expect(refusal(() => cell('名'.repeat(tableLimits.name + 1)).name('c'))).toMatchObject({
      column: 'c',
      value: `${'名'.repeat(40)}…`,
      allowed: 'a name has at most 200 characters',
    })
    for (const name of ['甲\u0007厂', '甲\ufffd'])
      expect(refusal(() => cell(name).name('c'))).toMatchObject({
        column: 'c',
        value: name,
        allowed: 'a name without control or replacement characters',
      })
    expect(refusal(() => cell(' ').name('c'))).toMatchObject({
      column: 'c',
      value: '',
      allowed: 'a name is needed',
    })
  })

  test('of several names parts them by |, each once', () => {
    expect(cell('甲| 乙 ||甲').names('c')).toEqual(['甲', '乙'])
    expect(cell('').names('c')).toEqual([])
    expect(cell('甲').names(undefined)).toEqual([])
    expect(refusal(() => cell('甲|\u0007').names('c')).column).toBe('c')
  })

  test('of a label or type is English in any case, or Chinese', () => {
    expect([cell('company').label('c'), cell('COMPANY').label('c'), cell('企业').label('c')]).toEqual(
      Array(3).fill('Company'),
    )
    expect([cell('supplies').type('c'), cell('SUPPLIES').type('c'), cell('供应').type('c')]).toEqual(
      Array(3).fill('SUPPLIES'),
    )
    expect(refusal(() => cell('firm').label('c'))).toMatchObject({
      column: 'c',
      value: 'firm',
      allowed: expect.stringMatching(/^one of Company 企业, Park 园区, .*Region 地区$/),
    })
    expect(refusal(() => cell('').type('c'))).toMatchObject({
      column: 'c',
      value: '',
      allowed: expect.stringMatching(/^one of SUPPLIES 供应, LOCATED_IN 位于, .*ISSUED_BY 出台$/),
    })
    expect(refusal(() => readerOf({}).label('c')).value).toBe('')
  })

  test.each([
    ['5064.14', 5064.14],
    ['1,234,567', 1_234_567],
    ['１２，３４５', 12_345],
    ['-3', -3],
    ['−3.5', -3.5],
    ['+19%', 19],
    ['6.1%', 6.1],
    ['1,234.5', 1_234.5],
  ])('of a number: %s', (value, expected) => {
    expect(cell(value).number('c')).toBe(expected)
  })

  test.each(['约5', '1,23', '1e3', '5.', '.5', '5%%', '--3', '3亿', '1 000', '12,3456', 'x5'])(
    'of a number is not %s',
    (value) => {
      expect(refusal(() => cell(value).number('c'))).toMatchObject({
        column: 'c',
        value,
        allowed: 'a plain number such as 5064.14 or -3',
      })
    },
  )

  test('of a number that is empty is none', () => {
    expect(cell(' ').number('c')).toBeNull()
  })

  const said = (cells: Readonly<Record<string, string>>) =>
    readerOf(cells, { confidence: 'trust' }).said({
      stage: 'stage',
      date: 'date',
      figure: 'figure',
      note: 'note',
    })

  test('of a stage, date, figure, note and confidence', () => {
    expect(said({})).toEqual({
      stage: 'ACTIVE',
      since: null,
      until: null,
      figure: null,
      note: null,
      confidence: 0.95,
      pending: false,
    })
    expect(said({ stage: '终止', date: '2024-02', figure: '20万套', note: '定点', trust: 'Low' })).toEqual({
      stage: 'ENDED',
      since: '2024-02',
      until: '2024-02',
      figure: '20万套',
      note: '定点',
      confidence: 0.6,
      pending: false,
    })
    expect(said({ stage: 'ended' })).toMatchObject({ stage: 'ENDED', until: null })
    expect(said({ stage: 'SIGNED', date: '2024' })).toMatchObject({ since: '2024', until: null })
  })

  test.each([
    ['high', 0.95],
    ['高', 0.95],
    ['medium', 0.8],
    ['中', 0.8],
    ['low', 0.6],
    ['低', 0.6],
    ['0', 0],
    ['0.75', 0.75],
    ['1', 1],
    ['1.0', 1],
  ])('of a confidence: %s', (trust, confidence) => {
    expect(said({ trust }).confidence).toBe(confidence)
  })

  test.each(['1.1', '-0.5', '95%', 'sure', '.5', '10', '0.5x', 'x0.5', '1.', '1.05'])(
    'of a confidence is not %s',
    (trust) => {
      expect(refusal(() => said({ trust }))).toMatchObject({
        column: 'trust',
        value: trust,
        allowed: 'high, medium, low, or a number from 0 to 1',
      })
    },
  )

  test('of a stage or date that is none is refused', () => {
    expect(refusal(() => said({ stage: '在谈' }))).toMatchObject({
      column: 'stage',
      value: '在谈',
      allowed: expect.stringMatching(/^one of PLANNED, .*, or empty$/),
    })
    expect(refusal(() => said({ date: '2024-02-30' }))).toMatchObject({
      column: 'date',
      value: '2024-02-30',
      allowed: 'a date as 2024, 2024-10 or 2024-10-08, or empty',
    })
  })

  test('of an address leads to the document; without one the row stands in its table', () => {
    const place = { source: 's', file: 'a.csv', row: 3, quote: null }
    const address = 'https://example.org/one'
    const linked = readerOf({ from: address }, { source: 'from' })
    expect(linked.address).toBe(address)
    expect(linked.origin).toEqual({ ...place, document: documentId(address) })
    expect(readerOf({ from: '' }, { source: 'from' }).address).toBeNull()
    expect(readerOf({}).origin).toEqual({ ...place, document: 'the table' })
  })
})

test('a rejection is told in one line: a row with its column and value, a document as a whole', () => {
  const row = { file: 'a.csv', row: 3, column: '阶段', value: '在"谈', allowed: 'one of …' }
  expect(rejectionLine(row)).toBe('a.csv, row 3, column 阶段: "在\\"谈" — one of …')
  expect(rejectionLine({ ...row, row: null, column: '' })).toBe('a.csv: one of …')
  expect(new RowError('c', 'v', 'w')).toMatchObject({ name: 'RowError', message: 'c: v' })
  expect(new LoadError('x').name).toBe('LoadError')
})
