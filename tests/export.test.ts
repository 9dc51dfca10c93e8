/** npm run export: the whole graph in each format, the same bytes from both stores, and safe to open and to load again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'
import { parse } from 'csv-parse/sync'
import { csvCell } from '../server/export/csv.ts'
import { exportGraph, type ExportFormat } from '../server/export/export.ts'
import { xmlText } from '../server/export/graphml.ts'
import { load } from '../server/load/load.ts'
import { projectFile } from '../server/project.ts'
import { readStats } from '../server/read/stats.ts'
import { counted } from './counted.ts'
import { runProgram } from './programs.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')

/** Names that a spreadsheet would calculate, a browser would run, and XML or CSV would break at. */
const hostile = {
  formula: '=HYPERLINK("http://example.org","点我")',
  markup: '<script>alert(1)</script>&"引号",企业',
  minus: '-2+3*cmd',
}

type Cells = Readonly<Record<string, string>>

const tableIn = (folder: string, name: string): readonly Cells[] =>
  parse(readFileSync(join(folder, name)), { bom: true, columns: true })

/** Every file of an export with its bytes. */
const bytesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.includes('.'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'latin1')]),
  )

describe('a cell of a table', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86 519', "'+86 519"],
    ['-3%', "'-3%"],
    ['@某人', "'@某人"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ['理想汽车', '理想汽车'],
    ['a"b,c', '"a""b,c"'],
    ['两\n行', '"两\n行"'],
  ])('the text %j is written as %j', (text, cell) => {
    expect(csvCell(text)).toBe(cell)
  })

  test('a number stays a number, also a negative one, and nothing is an empty cell', () => {
    expect([-3.5, true, null].map(csvCell)).toEqual(['-3.5', 'true', ''])
  })
})

test('what XML cannot hold is replaced, and everything else escaped', () => {
  expect(xmlText('a<b>&"c"\u0000\u{1f697}\ud800')).toBe('a&lt;b&gt;&amp;&quot;c&quot;\ufffd\u{1f697}\ufffd')
})

/** The exports of the store that came first. */
let first: ReadonlyMap<string, string> | undefined

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let names: string[]
  const folder = newFolder()
  const out = join(folder, 'out')
  const target = (name: string): string => join(out, name)

  beforeAll(async () => {
    opened = await open()
    mkdirSync(join(folder, 'in'))
    writeFileSync(
      join(folder, 'in', 'hostile.csv'),
      `label,name,aliases,note\n${[hostile.formula, hostile.markup, hostile.minus]
        .map((name) => `Company,"${name.replaceAll('"', '""')}",,"第一行\n第二行"\n`)
        .join('')}`,
    )
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [fixtures, join(folder, 'in')] })
    const { names: used, watched } = counted(opened.store)
    names = used
    const targets: readonly (readonly [ExportFormat, string])[] = [
      ['csv', 'csv'],
      ['graphml', 'graph.graphml'],
      ['json', 'graph.json'],
      ['neo4j-admin', 'admin'],
    ]
    for (const [format, name] of targets) await exportGraph({ store: watched, format, path: target(name) })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('every statement of cypher/export is used', () => {
    expect([...new Set(names)].filter((name) => name.startsWith('export/')).sort()).toEqual(
      readdirSync(projectFile('cypher', 'export'))
        .map((name) => `export/${name.slice(0, -'.cypher'.length)}`)
        .sort(),
    )
  })

  test('CSV opens in a spreadsheet: a byte order mark, Chinese as it is, and no cell that is calculated', () => {
    for (const name of ['entities', 'relationships', 'metrics', 'evidence', 'documents']) {
      const text = readFileSync(target(`csv/${name}.csv`), 'utf8')
      expect(text.startsWith('\ufeff')).toBe(true)
      for (const row of tableIn(target('csv'), `${name}.csv`))
        for (const cell of Object.values(row)) expect(cell).not.toMatch(/^([=+@]|-(?!\d+(\.\d+)?$))/)
    }
    expect(tableIn(target('csv'), 'entities.csv').map(({ name }) => name)).toEqual(
      expect.arrayContaining(['星河汽车', `'${hostile.formula}`, hostile.markup, `'${hostile.minus}`]),
    )
  })

  test('CSV names each fact, its source and who says so', () => {
    const supplies = tableIn(target('csv'), 'relationships.csv').filter(
      ({ start, product }) => start === '远山座椅' && product === '座椅',
    )
    expect(supplies).toEqual([
      expect.objectContaining({
        type: 'SUPPLIES',
        end: '星河汽车',
        stage: 'ACTIVE',
        date: '2022-06',
        figure: '20万套',
        source: 'https://example.org/one',
        sourceCount: '2',
      }),
    ])
    const evidence = tableIn(target('csv'), 'evidence.csv').filter(({ of }) => of === supplies[0]?.['id'])
    expect(evidence.map(({ fact, stage, file, row, url }) => [fact, stage, file, row, url])).toEqual([
      ['远山座椅 供应 星河汽车 座椅', 'SIGNED', 'relations.csv', '2', 'https://example.org/one'],
      ['远山座椅 供应 星河汽车 座椅', 'ACTIVE', 'relations.csv', '3', 'https://example.org/two'],
    ])
  })

  test('the tables load again: the same entities, facts and stages', async () => {
    const again = newFolder()
    const tables = join(again, 'tables')
    mkdirSync(tables)
    for (const name of ['entities.csv', 'relationships.csv', 'metrics.csv'])
      copyFileSync(join(target('csv'), name), join(tables, name))
    const environment = { DATA_DIR: join(again, 'data') }
    expect(await runProgram('load', [tables], environment)).toMatchObject({ code: 0, stderr: '' })
    const csv = join(again, 'csv')
    expect(await runProgram('export', ['--format', 'csv', csv], environment)).toMatchObject({ code: 0 })
    const same = (name: string, columns: readonly string[]): void => {
      const cells = (from: string): readonly (readonly string[])[] =>
        tableIn(from, name).map((row) => columns.map((column) => row[column] ?? ''))
      expect(cells(csv)).toEqual(cells(target('csv')))
    }
    same('entities.csv', ['label', 'name', 'aliases', 'code', 'note', 'id'])
    same('relationships.csv', ['start', 'type', 'end', 'product', 'stage', 'date', 'figure', 'source', 'id'])
    same('metrics.csv', ['entity', 'name', 'value', 'unit', 'period', 'change', 'stage', 'date', 'id'])
    rmSync(again, { recursive: true, force: true })
  })

  test('GraphML is well formed, and every value is of a declared and typed key', async () => {
    const problems: string[] = []
    const note = (problem: string): void => void problems.push(problem)
    const document = new DOMParser({
      errorHandler: { warning: note, error: note, fatalError: note },
    }).parseFromString(readFileSync(target('graph.graphml'), 'utf8'), 'application/xml')
    expect(problems).toEqual([])
    const all = (name: string): readonly Element[] => Array.from(document.getElementsByTagName(name))
    const types = new Map(all('key').map((key) => [key.getAttribute('id'), key.getAttribute('attr.type')]))
    const stats = await readStats(opened.store)
    const total = (counts: ReadonlyMap<string, number>): number =>
      [...counts.values()].reduce((a, b) => a + b)
    expect(all('node')).toHaveLength(total(stats.entities))
    expect(all('edge')).toHaveLength(
      [...stats.relationships.values()].reduce((sum, { count }) => sum + count, 0),
    )
    const ids = new Set(all('node').map((node) => node.getAttribute('id')))
    for (const edge of all('edge'))
      expect([edge.getAttribute('source'), edge.getAttribute('target')].every((id) => ids.has(id))).toBe(true)
    for (const data of all('data')) {
      const type = types.get(data.getAttribute('key'))
      expect(['string', 'double', 'int', 'boolean']).toContain(type)
      if (type === 'double' || type === 'int') expect(Number(data.textContent)).not.toBeNaN()
    }
    const texts = all('data').map(({ textContent }) => textContent)
    for (const name of Object.values(hostile)) expect(texts).toContain(name)
    expect(texts.some((text) => text.includes('"url":"https://example.org/one"'))).toBe(true)
  })

  test('JSON holds everything with its evidence', async () => {
    const graph: unknown = JSON.parse(readFileSync(target('graph.json'), 'utf8'))
    const stats = await readStats(opened.store)
    expect(graph).toMatchObject({
      format: 'liantu-graph',
      version: stats.version,
      entities: expect.arrayContaining([
        expect.objectContaining({ label: 'Company', name: '星河汽车', aliases: ['星河', 'Galaxy Auto'] }),
      ]),
      relationships: expect.arrayContaining([
        expect.objectContaining({
          type: 'SUPPLIES',
          product: '座椅',
          stage: 'ACTIVE',
          evidence: [
            expect.objectContaining({ stage: 'SIGNED', since: '2022-06', row: 2 }),
            expect.objectContaining({ stage: 'ACTIVE', since: '2023', row: 3 }),
          ],
        }),
      ]),
      metrics: expect.arrayContaining([
        expect.objectContaining({ name: '工业产值', value: 1200.5, unit: '亿元', change: 6.1 }),
      ]),
      documents: expect.arrayContaining([expect.objectContaining({ url: 'https://example.org/one' })]),
    })
  })

  test('the bytes are those of every other store', () => {
    const bytes = bytesIn(out)
    expect([...bytes.keys()]).toHaveLength(22)
    first ??= bytes
    expect(bytes).toEqual(first)
  })

  test('a second export has the same bytes', async () => {
    for (const [format, name] of [
      ['csv', 'csv'],
      ['neo4j-admin', 'admin'],
    ] as const) {
      const before = bytesIn(target(name))
      await exportGraph({ store: opened.store, format, path: target(name) })
      expect(bytesIn(target(name))).toEqual(before)
    }
  })

  test('what can’t be exported is said in one sentence', async () => {
    const say = (...args: readonly string[]) => runProgram('export', args, opened.environment)
    const failures: readonly (readonly [readonly string[], RegExp])[] = [
      [[], /^usage: npm run export -- --format csv\|graphml\|json\|neo4j-admin FILE/],
      [['--format', 'xlsx', target('a')], /^there is no format xlsx; choose one of csv, /],
      [['--format', 'json', out], /is a folder; name a file to write to$/m],
      [['--format', 'csv', target('graph.json')], /is a file; this format makes several files/],
    ]
    for (const [args, sentence] of failures) {
      const { code, stdout, stderr } = await say(...args)
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(sentence)
    }
  })
})

test('an export leaves a line that says who took what', async () => {
  const folder = newFolder()
  const [dataDir, file] = [join(folder, 'data'), join(folder, 'graph.json')]
  await runProgram('load', [fixtures], { DATA_DIR: dataDir })
  expect(await runProgram('export', ['--format', 'json', file], { DATA_DIR: dataDir })).toMatchObject({
    code: 0,
  })
  const lines = readFileSync(join(dataDir, 'exports.log'), 'utf8').trimEnd().split('\n')
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      user: userInfo().username,
      version: expect.stringMatching(/^[0-9a-f]{24}$/),
      format: 'json',
      path: file,
    },
  ])
  rmSync(folder, { recursive: true, force: true })
})

test('where nothing was loaded, an export says what to do', async () => {
  const dataDir = newFolder()
  const { code, stderr } = await runProgram('export', ['--format', 'json', join(dataDir, 'a.json')], {
    DATA_DIR: dataDir,
  })
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'the graph is empty; load data first: npm run load -- PATH…\n',
  })
  rmSync(dataDir, { recursive: true, force: true })
})

const jars = projectFile('.neo4j', 'jars-5.26.30')
const importer = process.env['TEST_NEO4J_URI'] !== undefined && existsSync(jars) ? test : test.skip

importer('neo4j-admin imports its files, nothing left out', async () => {
  const folder = newFolder()
  const environment = { DATA_DIR: join(folder, 'data') }
  const admin = join(folder, 'admin')
  await runProgram('load', [fixtures], environment)
  expect(await runProgram('export', ['--format', 'neo4j-admin', admin], environment)).toMatchObject({
    code: 0,
  })
  const command = readFileSync(join(admin, 'import.sh'), 'utf8').split('\n').slice(2).join(' ')
  const args = command.replaceAll('\\', ' ').trim().split(/\s+/).slice(1)
  const { status, stdout } = spawnSync('java', ['-cp', join(jars, '*'), 'org.neo4j.cli.AdminTool', ...args], {
    cwd: admin,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], NEO4J_HOME: folder },
  })
  expect(status).toBe(0)
  const rows = (name: string): number => parse(readFileSync(join(admin, `${name}.csv`))).length
  const sum = (...files: readonly string[]): number => files.map(rows).reduce((a, b) => a + b)
  const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(stdout)?.[1])
  expect(count('nodes')).toBe(sum('entities', 'metrics', 'evidence', 'documents'))
  expect(count('relationships')).toBe(sum('relationships', 'has-metric', 'from'))
  rmSync(folder, { recursive: true, force: true })
})
