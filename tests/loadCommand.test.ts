/** npm run load as people and scripts meet it: what it prints, how it ends, and what a kill leaves. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { emptyStore } from '../server/load/empty.ts'
import { projectFile } from '../server/project.ts'
import { readCatalog } from '../server/names/catalog.ts'
import { readStats } from '../server/read/stats.ts'
import { runProgram, startProgram, type Ended } from './programs.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let folder: string

  beforeEach(async () => {
    opened = await open()
    folder = newFolder()
  })
  afterEach(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const run = (...args: readonly string[]): Promise<Ended> => runProgram('load', args, opened.environment)
  /** Everything the store holds, as counts and version. */
  const held = async () => {
    const { loadedAt, ...counts } = await readStats(opened.store)
    return { ...counts, loaded: loadedAt !== null }
  }
  const names = async (): Promise<readonly string[]> =>
    (await readCatalog(opened.store)).entities.map(({ name }) => name)

  test('where nobody looks, a load prints plain lines: progress, source, counts and version', async () => {
    const { code, stdout, stderr } = await run(fixtures)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const drawn of ['\r', '█']) expect(stdout).not.toContain(drawn)
    expect(stdout.split('\n')).toEqual([
      ...stdout.split('\n').filter((line) => /^written \d+ of \d+$/.test(line)),
      'source entities, metrics, relations',
      expect.stringMatching(/^created \d+ · changed 0 · unchanged 0 · removed 0 · rejected 0$/),
      `version ${(await held()).version}`,
      '',
    ])
    expect(stdout).toMatch(/^written /)
  })

  test('a rejected row is named, the others load, the report says the same, and the load ends with 1', async () => {
    const table = file('more.csv', 'label,name\nCompany,好企业\nFirm,坏企业\n')
    const report = join(folder, 'report.json')
    const { code, stdout } = await run(table, '--report', report)
    expect(code).toBe(1)
    expect(stdout).toContain('rejected more.csv, row 3, column label: "Firm" — one of Company 企业, ')
    expect(stdout).toContain('created 1 · changed 0 · unchanged 0 · removed 0 · rejected 1\n')
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({
      sources: ['more'],
      counts: { created: 1, changed: 0, unchanged: 0, removed: 0, rejected: 1 },
      rejected: [
        {
          file: 'more.csv',
          row: 3,
          column: 'label',
          value: 'Firm',
          allowed: expect.stringContaining('Company'),
        },
      ],
      version: (await held()).version,
    })
    expect(await names()).toEqual(['好企业'])
  })

  test('--dry-run prints what would change and writes nothing', async () => {
    const table = file('more.csv', 'label,name\nCompany,新企业\n')
    const { code, stdout } = await run(table, '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toBe(
      'would be created: Company 新企业\nsource more\ncreated 1 · changed 0 · unchanged 0 · removed 0 · rejected 0\ndry run: nothing was written\n',
    )
    expect(await names()).toEqual([])
  })

  test('--withdraw takes a source back, and refuses one that was never loaded', async () => {
    await run(file('more.csv', 'label,name\nCompany,新企业\n'))
    expect(await run('--withdraw', 'other')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'there is no source other; loaded are more\n',
    })
    expect(await names()).toEqual(['新企业'])
    expect(await run('--withdraw', 'more')).toMatchObject({ code: 0 })
    expect(await names()).toEqual([])
  })

  test.each([
    [[], /^usage: npm run load -- PATH… /],
    [['nowhere.csv'], /^nowhere\.csv is not there; give a manifest, a table \(\.csv, \.xlsx\)/],
    [['--faster'], /Unknown option '--faster'/],
  ])('what can’t be done is said in one sentence: load %j', async (args, sentence) => {
    const { code, stdout, stderr } = await run(...args)
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  const many = (): string => {
    const rows = Array.from(
      { length: 3_000 },
      (_, index) => `流水软件,SUPPLIES,星河汽车,件${index.toString()},ACTIVE,2024`,
    )
    return file('many.csv', `start,type,end,product,stage,date\n${rows.join('\n')}\n`)
  }

  test('killed at any moment and run again, the graph is as if it had run once', async () => {
    const table = many()
    const began = performance.now()
    expect(await run(fixtures, table)).toMatchObject({ code: 0 })
    const whole = { time: performance.now() - began, graph: await held() }
    // Early, while reading, planning and writing, and at its end; and just when a batch is known to be written.
    const moments = [0.4, 0.7, 0.9].map((share) => () => sleep(share * whole.time))
    const afterFirstLine = (stdout: NodeJS.ReadableStream | null) =>
      new Promise((fulfil) => stdout?.once('data', fulfil))
    let killed = 0
    for (const moment of [...moments, afterFirstLine]) {
      await emptyStore(opened.store)
      rmSync(join(opened.dataDir, 'sources'), { recursive: true, force: true })
      const loader = startProgram('load', [fixtures, table], opened.environment)
      await Promise.race([moment(loader.process.stdout), loader.ended])
      loader.process.kill('SIGKILL')
      const { signal } = await loader.ended
      if (signal === 'SIGKILL') killed++
      expect(await run(fixtures, table)).toMatchObject({ code: 0, stderr: '' })
      expect(await held()).toEqual(whole.graph)
    }
    expect(killed).toBeGreaterThan(0)
  })

  test('of two loads at once each is done or told to wait, and the graph is whole', async () => {
    const table = many()
    const both = await Promise.all([run(fixtures, table), run(fixtures, table)])
    for (const { code, stderr } of both)
      if (code === 0) expect(stderr).toBe('')
      else expect(stderr).toMatch(/^another load \(process \d+\) is at work on .*; wait until it is done\n$/)
    expect(both.map(({ code }) => code)).toContain(0)
    const after = await held()
    expect(await run(fixtures, table)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^created 0 · changed 0 · unchanged \d+ · removed 0 · rejected 0$/m),
    })
    expect(await held()).toEqual(after)
  })
})
