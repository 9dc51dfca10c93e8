/** What each kind of cell may hold, and how what it may not is told. */
import { describe, expect, test } from '@jest/globals'
import type { Mapping } from '../server/load/mapping.ts'
import { LoadError, rejectionLine, RowError } from '../server/load/reject.ts'
import { RowReader } from '../server/load/rowReader.ts'
import { tableLimits } from '../server/load/table.ts'
import { documentId } from '../server/model/identity.ts'

const empty: Mapping = { columns: {}, entities: {}, relationships: [], metrics: [] }

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
