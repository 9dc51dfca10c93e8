/** Which columns of a table mean what. */
import { afterAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  cellText,
  checkColumns,
  checkConstants,
  defaultMapping,
  readMapping,
  type Mapping,
} from '../server/load/mapping.ts'
import { LoadError } from '../server/load/reject.ts'
import type { TableRow } from '../server/load/table.ts'
import { newFolder } from './stores.ts'

const folder = newFolder()
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

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
