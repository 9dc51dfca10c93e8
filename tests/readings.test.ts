/** What was read from documents is kept, so that unchanged ones are not read again, and nothing else changes by it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TextDocument } from '../server/extract/document.ts'
import type { KnownName } from '../server/extract/gazetteer.ts'
import { readDocument } from '../server/extract/reading/readDocument.ts'
import { load } from '../server/load/load.ts'
import { Readings } from '../server/load/readings.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const text = '远山座椅为星河汽车供应座椅。2023年,星河汽车营收达12亿元。'
const star: KnownName = { text: '星河汽车', id: 'star', label: 'Company', name: '星河汽车' }
const mountain: KnownName = { text: '远山座椅', id: 'mountain', label: 'Company', name: '远山座椅' }

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const document = (words = text): Promise<TextDocument> => readDocument(Buffer.from(words), 'a.txt', {})
const kept = (): readonly string[] =>
  existsSync(join(folder, 'readings')) ? readdirSync(join(folder, 'readings')) : []
const overwrite = (content: string): void => {
  for (const name of kept()) writeFileSync(join(folder, 'readings', name), content)
}
const nothing = JSON.stringify({ mentions: [], relationships: [], metrics: [] })

describe('readings', () => {
  const read = async (names: readonly KnownName[], words = text, keeps = true) =>
    new Readings(folder, keeps).reader(names)(await document(words))

  test('what is kept is what was read, its facts about its mentions', async () => {
    const fresh = await read([star, mountain])
    expect(fresh.relationships).toHaveLength(1)
    expect(fresh.metrics).toHaveLength(1)
    const again = await read([star, mountain])
    expect(again).toEqual(fresh)
    expect(again.mentions).toContain(again.relationships[0]?.start)
    expect(again.mentions).toContain(again.metrics[0]?.entity)
  })

  test('an unchanged document is not read again', async () => {
    await read([star, mountain])
    overwrite(nothing)
    expect(await read([star, mountain])).toEqual(JSON.parse(nothing))
  })

  test('another text, and other known names, are read anew', async () => {
    await read([star])
    overwrite(nothing)
    const known = (await read([star, mountain])).mentions.map((mention) => mention.known)
    expect(known).toContainEqual(['mountain'])
    expect((await read([star], `${text}完`)).mentions).not.toEqual([])
  })

  test.each([
    ['cut short', '{"mentions":['],
    ['of another form', '{"mentions":[]}'],
    [
      'about a mention that is not there',
      JSON.stringify({
        mentions: [],
        relationships: [],
        metrics: [
          {
            stage: 'ACTIVE',
            since: null,
            figure: null,
            note: null,
            quote: { start: 0, end: 1 },
            rule: 'a',
            confidence: 1,
            entity: 0,
            name: '营收',
            value: 1,
            unit: null,
            period: null,
            change: null,
            qualifier: null,
          },
        ],
      }),
    ],
  ])('a kept reading that is %s is read anew', async (_what, content) => {
    const fresh = await read([star, mountain])
    overwrite(content)
    expect(await read([star, mountain])).toEqual(fresh)
  })

  test('what is not asked for any more is forgotten', async () => {
    await read([star])
    const [before] = kept()
    const readings = new Readings(folder, true)
    readings.reader([star, mountain])(await document())
    readings.forgetUnused()
    expect(kept()).toHaveLength(1)
    expect(kept()).not.toContain(before)
  })

  test('nothing is written where nothing is to be kept', async () => {
    await read([star], text, false)
    expect(kept()).toEqual([])
  })
})

describe.each(stores)('a load on the %s store', (_name, open) => {
  let opened: Opened
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(async () => {
    await opened.close()
  })

  const readingsFolder = (): string => join(opened.dataDir, 'readings')
  const run = () => load({ store: opened.store, dataDir: opened.dataDir, paths: [folder] })

  test('makes the same graph with kept readings and without', async () => {
    writeFileSync(join(folder, 'a.txt'), text)
    const { version, counts } = await run()
    expect(counts.created).toBeGreaterThan(0)
    expect(readdirSync(readingsFolder())).toHaveLength(1)
    expect((await run()).version).toBe(version)
    rmSync(readingsFolder(), { recursive: true })
    const again = await run()
    expect(again.version).toBe(version)
    expect(again.counts).toMatchObject({ created: 0, changed: 0, removed: 0 })
  })

  test('reads again once a table makes a name known', async () => {
    writeFileSync(join(folder, 'a.txt'), text)
    await run()
    const [before = ''] = readdirSync(readingsFolder())
    writeFileSync(join(folder, 'entities.csv'), 'label,name\nCompany,远山座椅\n')
    await run()
    const [after = ''] = readdirSync(readingsFolder())
    expect(after).not.toBe(before)
    expect(readFileSync(join(readingsFolder(), after), 'utf8')).toContain('"rule":"known')
  })
})
