/** Loading, on both stores: what is read, refused, replaced, taken back, and what a kill leaves. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { emptyStore } from '../server/load/empty.ts'
import { load, type LoadOptions } from '../server/load/load.ts'
import { tableLimits } from '../server/load/table.ts'
import { entityId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'
import { readCatalog } from '../server/names/catalog.ts'
import { metricsOf } from '../server/read/metrics.ts'
import { documentsWithText, statedBy } from '../server/read/documents.ts'
import { neighbors } from '../server/read/neighbors.ts'
import { readStats } from '../server/read/stats.ts'
import type { Step, Store } from '../server/store/store.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')
const car = entityId('Company', '星河汽车')

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let folder: string

  const run = (paths: readonly string[], options: Partial<LoadOptions> = {}) =>
    load({ store: opened.store, dataDir: opened.dataDir, paths, ...options })
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  /** Everything the store holds, as counts and version. */
  const held = async () => {
    const { entities, relationships, documents, evidence, version } = await readStats(opened.store)
    return {
      entities: [...entities].sort(),
      relationships: [...relationships].sort(),
      documents,
      evidence,
      version,
    }
  }
  const suppliers = async (product?: string) =>
    (
      await neighbors(opened.store, {
        of: [car],
        direction: 'IN',
        where: { types: ['SUPPLIES'], ...(product === undefined ? {} : { product }) },
        first: 100,
      })
    ).relationships

  beforeEach(async () => {
    opened = await open()
    folder = newFolder()
  })
  afterEach(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a second load of the same input changes nothing and keeps its version', async () => {
    const first = await run([fixtures])
    const before = await held()
    const log = readFileSync(join(opened.dataDir, 'changes.log'), 'utf8')
    const second = await run([fixtures])
    expect(second.counts).toEqual({
      created: 0,
      changed: 0,
      unchanged: first.counts.created,
      removed: 0,
      rejected: 0,
    })
    expect(await held()).toEqual(before)
    expect(readFileSync(join(opened.dataDir, 'changes.log'), 'utf8')).toBe(log)
  })

  test('the order of loading leaves no trace: rows that came before their entities are taken up later', async () => {
    const early = await run([join(fixtures, 'relations.csv')])
    expect(early.counts).toMatchObject({ created: 0, rejected: 18 })
    await run([join(fixtures, 'metrics.csv')])
    const last = await run([join(fixtures, 'entities.csv')])
    const inPieces = await held()
    expect(last.version).toBe('874578ab375a0e94b32802df')
    await run([], { withdraw: ['entities', 'relations', 'metrics'] })
    expect(await held()).toMatchObject({ entities: [], relationships: [], documents: 0, evidence: 0 })
    await run([fixtures])
    expect(await held()).toEqual(inPieces)
  })

  test('taking a source back leaves what others say, entities they name included', async () => {
    await run([fixtures])
    const more = file(
      'more.csv',
      'start,type,end,product,stage,date,source\n远山座椅,SUPPLIES,星河汽车,座椅,ACTIVE,2025,https://example.org/four\n',
    )
    await run([more])
    expect((await suppliers('座椅')).map(({ sourceCount }) => sourceCount)).toEqual([3])
    const back = await run([], { withdraw: ['entities', 'relations', 'metrics'] })
    expect(back.counts.rejected).toBe(0)
    expect((await suppliers()).map(({ product, sourceCount }) => ({ product, sourceCount }))).toEqual([
      { product: '座椅', sourceCount: 1 },
    ])
    expect((await readCatalog(opened.store)).entities.map(({ name }) => name).sort()).toEqual(
      ['星河汽车', '远山座椅'].sort(),
    )
    await run([], { withdraw: ['more'] })
    expect((await readCatalog(opened.store)).entities).toEqual([])
  })

  test('a row that can’t be read is named with file, row, column, value and what is allowed; the others load', async () => {
    await run([fixtures])
    const path = file(
      'bad.csv',
      'start,type,end,product,stage,date,source,confidence\n' +
        // A quoted line break is part of its row, and no part of a name.
        '"远山\n座椅",SUPPLIES,星河汽车,坐垫,ACTIVE,2024,,\n' +
        '白云钢铁,SUPPLIES,星河汽车,钢卷,正在谈,2024,,\n' +
        '白云钢铁,BUYS,星河汽车,,,,,\n' +
        '白云钢铁,SUPPLIES,星河汽车,钢卷,ACTIVE,2024-13,,\n' +
        '白云钢铁,SUPPLIES,星河汽车,钢卷,ACTIVE,2024,,certain\n' +
        '同名,SUPPLIES,星河汽车,钢卷,ACTIVE,2024,,\n' +
        '白云钢铁,SUPPLIES,丙园区,钢卷,ACTIVE,2024,,\n' +
        '白云钢铁,PRODUCES,座椅,钢卷,ACTIVE,2024,,\n' +
        '星河,SUPPLIES,星河汽车,车,ACTIVE,2024,,\n' +
        '白云,SUPPLIES,星河,钢卷,签约,2024-02-29,,低\n',
    )
    const report = await run([path])
    expect(report.rejected.map(({ row, column, value }) => [row, column, value])).toEqual([
      [3, 'stage', '正在谈'],
      [4, 'type', 'BUYS'],
      [5, 'date', '2024-13'],
      [6, 'confidence', 'certain'],
      [9, 'product', '钢卷'],
      [7, 'start', '同名'],
      [8, 'end', '丙园区'],
      [10, 'end', '星河汽车'],
    ])
    for (const { file: name, allowed } of report.rejected) {
      expect(name).toBe('bad.csv')
      expect(allowed.length).toBeGreaterThan(10)
    }
    expect(report.rejected.find(({ value }) => value === '同名')?.allowed).toContain('流水软件 (Company)')
    expect(await suppliers('钢卷')).toMatchObject([{ stage: 'SIGNED', since: '2024-02-29', confidence: 0.6 }])
  })

  test('a dry run says what would change and writes nothing', async () => {
    await run([fixtures])
    const before = await held()
    const report = await run(
      [file('more.csv', 'start,type,end,product\n流水软件,SUPPLIES,星河汽车,座舱\n')],
      { dryRun: true },
    )
    expect(report.counts).toEqual({ created: 1, changed: 0, unchanged: 0, removed: 0, rejected: 0 })
    expect(report.changes.created).toEqual(['流水软件 SUPPLIES 星河汽车'])
    expect(await held()).toEqual(before)
    expect(existsSync(join(opened.dataDir, 'sources', 'more'))).toBe(false)
  })

  test('GB18030, a byte order mark, Chinese headers and a mapping of one’s own are all read', async () => {
    await run([fixtures])
    const chinese =
      '起点,关系,终点,产品,阶段,日期,来源,可信度\n流水软件,供应,星河汽车,座舱软件,定点,2024-05,https://example.org/five,中\n'
    await run([file('gb.csv', iconv.encode(chinese, 'gb18030'))])
    expect(await suppliers('座舱软件')).toMatchObject([
      { stage: 'SIGNED', since: '2024-05', confidence: 0.8 },
    ])
    await run([file('bom.csv', `\ufeff${chinese.replace('座舱软件', '仪表软件')}`)])
    expect(await suppliers('仪表软件')).toHaveLength(1)
    file('own.csv', '供应商,客户,产品,年份\n新山玻璃,星河,玻璃,2023\n')
    file(
      'own.mapping.yaml',
      'entities:\n  a: { label: { value: Company }, name: 供应商 }\n  b: { label: { value: Company }, name: 客户 }\nrelationships:\n  - { type: { value: SUPPLIES }, start: a, end: b, product: 产品, date: 年份 }\n',
    )
    await run([
      file('own.yaml', 'id: own\ntitle: 调查\ntables:\n  - { file: own.csv, mapping: own.mapping.yaml }\n'),
    ])
    expect(await suppliers('玻璃')).toMatchObject([{ start: entityId('Company', '新山玻璃'), end: car }])
    const catalog = await readCatalog(opened.store)
    expect(catalog.get(entityId('Company', '星河'))?.name).toBe('星河汽车')
  })

  test('another file under a used id needs --replace; loading the same file again replaces what it said', async () => {
    await run([fixtures])
    const row = (product: string) => `start,type,end,product\n流水软件,SUPPLIES,星河汽车,${product}\n`
    const path = file('more.csv', row('导航'))
    await run([path])
    file('more.csv', row('音响'))
    expect((await run([path])).counts).toMatchObject({ created: 1, removed: 1 })
    mkdirSync(join(folder, 'other'))
    const other = join(folder, 'other', 'more.csv')
    writeFileSync(other, row('地图'))
    await expect(run([other])).rejects.toThrow('--replace')
    await run([other], { replace: true })
    expect((await suppliers('地图')).length + (await suppliers('音响')).length).toBe(1)
  })

  test('killed after any batch and run again, the graph is as if it had run once', async () => {
    const rows = Array.from(
      { length: 4_500 },
      (_, index) => `流水软件,SUPPLIES,星河汽车,件${index.toString()},ACTIVE,2024`,
    )
    const path = file('many.csv', `start,type,end,product,stage,date\n${rows.join('\n')}\n`)
    await run([fixtures, path])
    const whole = await held()
    for (const batches of [0, 1, 2, 4]) {
      await emptyStore(opened.store)
      rmSync(join(opened.dataDir, 'sources'), { recursive: true, force: true })
      let left = batches
      const dying: Store = {
        ...bound(opened.store),
        batch: async (steps: readonly Step[]) => {
          if (left-- === 0) throw new Error('killed')
          await opened.store.batch(steps)
        },
      }
      await expect(run([fixtures, path], { store: dying })).rejects.toThrow('killed')
      await run([fixtures, path])
      expect(await held()).toEqual(whole)
    }
  })

  test('limits hold at their edge: a name of 200 characters loads, one of 201 does not; so a cell of 10,000', async () => {
    const name = (length: number) => '名'.repeat(length)
    const note = (length: number) => '注'.repeat(length)
    const path = file(
      'edge.csv',
      `label,name,note\nCompany,${name(tableLimits.name)},\nCompany,${name(tableLimits.name + 1)},\nCompany,甲,${note(tableLimits.cell)}\nCompany,乙,${note(tableLimits.cell + 1)}\n`,
    )
    const report = await run([path])
    expect(report.rejected.map(({ row, column }) => [row, column])).toEqual([
      [3, 'name'],
      [5, 'note'],
    ])
    expect(report.counts.created).toBe(2)
  })

  test('inputs that can’t be loaded at all give one sentence and change nothing', async () => {
    await run([fixtures])
    const before = await held()
    await expect(run([join(folder, 'nowhere.csv')])).rejects.toThrow('is not there')
    await expect(run([file('a.csv', '甲,乙\n1,2\n')])).rejects.toThrow('without a mapping')
    await expect(run([file('b.csv', '')])).rejects.toThrow('empty')
    await expect(run([file('c.csv', Buffer.from([0xff, 0xfe, 0x00, 0x81, 0x20]))])).rejects.toThrow(
      'neither UTF-8 nor GB18030',
    )
    await expect(run([file('d.xlsx', 'no workbook')])).rejects.toThrow('no readable .xlsx')
    await expect(run([file('e.yaml', 'id: e\ntables: []\n')])).rejects.toThrow('tables')
    await expect(run([], { withdraw: ['nobody'] })).rejects.toThrow('nobody')
    expect(await held()).toEqual(before)
  })

  test('text that looks like Cypher or HTML is data like any other', async () => {
    const nasty = "'}) DETACH DELETE n //<img src=x onerror=alert(1)>"
    await run([file('nasty.csv', `label,name,aliases\nCompany,"${nasty}",a|b\n`)])
    expect((await readCatalog(opened.store)).entities.map(({ name }) => name)).toEqual([nasty])
  })

  test('a figure keeps the change that one source states when another gives the value alone', async () => {
    const header = 'entity,name,value,unit,period,change,date,source\n'
    await run([fixtures])
    await run([file('one.csv', `${header}乙市,出口总额,80,亿元,2024,-3,2024,https://example.org/six\n`)])
    await run([file('two.csv', `${header}乙市,出口总额,80,亿元,2024,,2024,https://example.org/seven\n`)])
    await run([file('six.csv', `${header}乙市,进口总额,70,亿元,2024,5,2024,https://example.org/six\n`)])
    await run([file('ten.csv', `${header}乙市,进口总额,71,亿元,2024,,2025,https://example.org/seven\n`)])
    const [figures] = await metricsOf(opened.store, [entityId('Region', '乙市')])
    expect(
      figures
        ?.filter(({ name }) => name.endsWith('口总额'))
        .map(({ name, value, change }) => [name, value, change])
        .sort(),
    ).toEqual([
      ['出口总额', 80, -3],
      // The later source gives another value: the change belongs to the earlier one.
      ['进口总额', 71, null],
    ])
  })

  test('the tables that ship load without a rejected row and hold what they state', async () => {
    cpSync(projectFile('data', 'sources'), join(folder, 'sources'), { recursive: true })
    rmSync(join(folder, 'sources', 'digests.yaml'))
    const report = await run([join(folder, 'sources')])
    expect(report.rejected).toEqual([])
    const { entities, relationships } = await readStats(opened.store)
    const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0)
    expect(total(entities.values())).toBe(456)
    expect(total([...relationships.values()].map(({ count }) => count))).toBe(723)
    expect(relationships.get('SUPPLIES')?.count).toBe(91)
    expect(report.version).toBe('eb4d1c4c7a84d43255601568')
  })

  test('the digests that ship are documents of their addresses, beside what tables state of them', async () => {
    const report = await run([projectFile('data', 'sources')])
    expect(report.rejected).toEqual([])
    const documents = await documentsWithText(opened.store, '')
    const digests = documents.filter(({ kind }) => kind === 'DIGEST')
    expect(digests).toHaveLength(40)
    expect(digests.filter(({ url }) => url !== null)).toHaveLength(39)
    const [first] = await documentsWithText(opened.store, 'rules/detail?id=6304930')
    expect(first).toMatchObject({ kind: 'DIGEST', date: '2024-05-07', file: 'digests/001.txt' })
    const [said] = await statedBy(opened.store, [first?.id ?? ''])
    expect(said?.relationships.length).toBeGreaterThan(0)
  })
})

/** The store's methods as an object that others can be put over. */
const bound = (store: Store): Store => ({
  kind: store.kind,
  read: store.read.bind(store),
  write: store.write.bind(store),
  batch: store.batch.bind(store),
  setup: store.setup.bind(store),
  health: store.health.bind(store),
  close: store.close.bind(store),
})
