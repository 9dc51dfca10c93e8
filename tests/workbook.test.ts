/**
 * Workbooks: tests/workbooks/supplies.xlsx has two sheets, 说明 (notes) and 供应关系: Chinese headers, a date cell, a
 * number with the last digits of a binary fraction, an empty row, a year as a number, a stage that is none, a date
 * written as 年月日, and a formula.
 */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../server/load/load.ts'
import { readTable } from '../server/load/table.ts'
import { entityId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'
import { evidenceOf } from '../server/read/evidence.ts'
import { neighbors } from '../server/read/neighbors.ts'
import { runProgram } from './programs.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const workbook = projectFile('tests', 'workbooks', 'supplies.xlsx')
const fixtures = projectFile('tests', 'fixtures')
let folder: string
let opened: Opened

beforeEach(async () => {
  folder = newFolder()
  opened = await (stores[0]?.[1] ?? (() => Promise.reject(new Error('there is no store'))))()
})
afterEach(async () => {
  await opened.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The source of the workbook's second sheet. */
const manifest = (): string => {
  copyFileSync(workbook, join(folder, 'supplies.xlsx'))
  const file = join(folder, 'supplies.yaml')
  writeFileSync(file, 'id: supplies\ntables:\n  - { file: supplies.xlsx, sheet: 供应关系 }\n')
  return file
}

const supplies = async () => {
  const { relationships } = await neighbors(opened.store, {
    of: [entityId('Company', '星河汽车')],
    direction: 'IN',
    where: { types: ['SUPPLIES'] },
    first: 100,
  })
  const evidence = await evidenceOf(
    opened.store,
    relationships.map(({ id }) => id),
  )
  return relationships
    .map(({ product, stage, since, figure, note }, index) => ({
      product,
      stage,
      since,
      figure,
      note,
      row: evidence[index]?.[0]?.row,
      file: evidence[index]?.[0]?.file,
    }))
    .filter(({ file }) => file === 'supplies.xlsx')
    .sort((left, right) => (left.row ?? 0) - (right.row ?? 0))
}

const expected = [
  { product: '座舱软件', stage: 'SIGNED', since: '2024-05-06', figure: '0.3', note: null, row: 2 },
  { product: '板材', stage: 'ACTIVE', since: '2023', figure: '1200000', note: '年供货量', row: 4 },
  { product: '头枕', stage: 'ACTIVE', since: '2024-12-31', figure: '500', note: null, row: 6 },
].map((row) => ({ ...row, file: 'supplies.xlsx' }))

test('a sheet is read by its name: dates, numbers and formulas as they are shown, rows as they are numbered', async () => {
  const report = await load({
    store: opened.store,
    dataDir: opened.dataDir,
    paths: [fixtures, manifest()],
  })
  expect(report.rejected).toEqual([
    {
      file: 'supplies.xlsx',
      row: 5,
      column: '阶段',
      value: '在谈',
      allowed: expect.stringContaining('SIGNED'),
    },
  ])
  expect(await supplies()).toEqual(expected)
})

test.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
  'a date is the same day in %s',
  async (zone) => {
    const ended = await runProgram('load', [fixtures, manifest()], { ...opened.environment, TZ: zone })
    expect(ended.stderr).toBe('')
    expect(await supplies()).toEqual(expected)
  },
)

test('without a name the first sheet is read; a name that no sheet has is refused with those there are', async () => {
  expect(await readTable(workbook, 'supplies.xlsx')).toMatchObject({ columns: ['说明'] })
  await expect(readTable(workbook, 'supplies.xlsx', '目录')).rejects.toThrow(
    'supplies.xlsx has no sheet 目录; it has 说明, 供应关系',
  )
})
