/** Documents as sources, on both stores: their facts with exact quotes, decided names, what is taken back and replayed. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { load, type LoadOptions } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'
import { readCatalog } from '../server/names/catalog.ts'
import { documentsWithText, documentTexts, statedBy } from '../server/read/documents.ts'
import { evidenceOf } from '../server/read/evidence.ts'
import { appendDecision } from '../server/review/decisions.ts'
import type { Action } from '../server/review/decision.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')
const car = entityId('Company', '星河汽车')
const seat = entityId('Company', '远山座椅')

const first = `SOURCE: https://example.org/news/1
TITLE: 丙园区的座椅企业
DATE: 2024-05-06

远山座椅为星河汽车供应座椅。位于丙园区的江苏青禾智能装备有限公司今年投产。
`
/** The same sentence in a paper that reprints it, and one more fact. */
const second = `SOURCE: https://example.net/reprint
DATE: 2024-05-07

远山座椅为星河汽车供应座椅。江苏青禾智能装备有限公司为星河汽车配套焊装线。
`

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let folder: string
  const run = (paths: readonly string[], options: Partial<LoadOptions> = {}) =>
    load({ store: opened.store, dataDir: opened.dataDir, paths, ...options })
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const decide = (action: Action, id = 'one'): void => {
    appendDecision(opened.dataDir, { id, at: '2024-06-01T08:00:00Z', reviewer: '审核人', action })
  }
  const stated = async (words: string) => {
    const [document] = await documentsWithText(opened.store, words)
    if (document === undefined) throw new Error(`no document holds ${words}`)
    const [said] = await statedBy(opened.store, [document.id])
    return { document, relationships: said?.relationships ?? [], entities: said?.entities ?? [] }
  }
  const namesOf = async (ids: readonly string[]): Promise<readonly string[]> => {
    const catalog = await readCatalog(opened.store)
    return ids.map((id) => catalog.get(id)?.name ?? id).sort()
  }

  beforeEach(async () => {
    opened = await open()
    folder = newFolder()
    await run([fixtures])
  })
  afterEach(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a folder of texts becomes facts, each with the exact words that state it', async () => {
    file('a.txt', first)
    const report = await run([folder])
    expect(report.sources).toEqual(['a'])
    expect(report.rejected).toEqual([])
    const { document, relationships, entities } = await stated('青禾')
    expect(document).toMatchObject({
      kind: 'ORIGINAL',
      title: '丙园区的座椅企业',
      date: '2024-05-06',
      url: 'https://example.org/news/1',
      file: 'a.txt',
    })
    expect(await namesOf(entities)).toEqual(
      expect.arrayContaining(['丙园区', '星河汽车', '江苏青禾智能装备有限公司', '远山座椅']),
    )
    const [text] = await documentTexts(opened.store, [document.id])
    const evidence = (
      await evidenceOf(
        opened.store,
        relationships.map(({ id }) => id),
      )
    ).flat()
    const quoted = evidence.filter((one) => one.document.id === document.id)
    expect(quoted.length).toBeGreaterThanOrEqual(2)
    for (const { quote, start, end } of quoted) expect(text?.text?.slice(start ?? 0, end ?? 0)).toBe(quote)
  })

  test('a document tells where it names whom, and which sources stand behind it', async () => {
    file('a.txt', first)
    await run([folder])
    const [document] = await documentsWithText(opened.store, '青禾')
    const ids = document === undefined ? [] : [document.id]
    const [said] = await statedBy(opened.store, ids)
    const [text] = await documentTexts(opened.store, ids)
    const named = (said?.mentions ?? []).map(({ spans }) =>
      spans.map((span) => text?.text?.slice(...span.split('-').map(Number))),
    )
    expect(named).toContainEqual(expect.arrayContaining(['江苏青禾智能装备有限公司']))
    const starts = (said?.mentions ?? []).map(({ spans }) => Number(spans[0]?.split('-')[0]))
    expect(starts).toEqual([...starts].sort((left, right) => left - right))
    // The rows of the fixtures cite the same address.
    expect(said?.sources).toContain('a')
    expect(said?.sources).toEqual([...new Set(said?.sources)].sort())
  })

  test('a table and a text of one address are one source, and so are a text and its reprint', async () => {
    file('a.txt', first)
    file('b.txt', second)
    await run([folder])
    const { relationships } = await stated('焊装线')
    const supply = relationships.find(
      ({ type, start, product }) => type === 'SUPPLIES' && start === seat && product === '座椅',
    )
    // Two rows of tables cite two other addresses; the text and its reprint add one.
    expect(supply).toMatchObject({ end: car, sourceCount: 3 })
  })

  test('taking a text back takes exactly what only it said, the entities nothing else names included', async () => {
    file('a.txt', first)
    file('b.txt', second)
    await run([folder])
    await run([], { withdraw: ['a', 'b'] })
    const catalog = await readCatalog(opened.store)
    expect(catalog.named('江苏青禾智能装备有限公司')).toEqual([])
    expect(catalog.get(seat)?.name).toBe('远山座椅')
    expect(await documentsWithText(opened.store, '青禾')).toEqual([])
  })

  test('facts and ids are the same in any order of files', async () => {
    const [one, two] = [file('a.txt', first), file('b.txt', second)]
    const together = (await run([two, one])).version
    await run([], { withdraw: ['a', 'b'] })
    await run([one])
    expect((await run([two])).version).toBe(together)
  })

  test('an id made from a name that a document used alone finds the entity once a table names it in full', async () => {
    file('a.txt', first)
    await run([folder])
    const id = entityId('Company', '江苏青禾智能装备有限公司')
    expect(await namesOf([id])).toEqual(['江苏青禾智能装备有限公司'])
    await run([file('b.csv', 'label,name,aliases\nCompany,青禾控股集团,江苏青禾智能装备有限公司\n')])
    expect(await namesOf([id])).toEqual(['青禾控股集团'])
  })

  test('an id made from an alias of two entities finds neither', async () => {
    await run([file('b.csv', 'label,name,aliases\nCompany,青禾一厂,青禾\nCompany,青禾二厂,青禾\n')])
    const id = entityId('Company', '青禾')
    expect(await namesOf([id])).toEqual([id])
  })

  test('one file that can’t be read is named with its reason and stops nothing', async () => {
    file('a.txt', first)
    file('b.txt', Buffer.from([0, 1, 2, 3, 0, 0, 255, 254]))
    file('c.txt', '')
    const report = await run([folder])
    expect(report.rejected.map(({ file: name, row }) => [name, row])).toEqual([
      ['b.txt', null],
      ['c.txt', null],
    ])
    expect((await stated('青禾')).relationships.length).toBeGreaterThan(0)
    expect(await run([])).toMatchObject({ rejected: [] })
  })

  test('an index beside the files says what they do not say of themselves', async () => {
    mkdirSync(join(folder, 'texts'))
    file('texts/a.txt', '远山座椅为星河汽车供应座椅。')
    file(
      'texts/manifest.csv',
      'file,source,title,date,note\na.txt,https://example.org/a,座椅配套,2023-04,"digest; own title"\n',
    )
    await run([join(folder, 'texts')])
    expect((await stated('供应座椅')).document).toMatchObject({
      kind: 'DIGEST',
      title: '座椅配套',
      date: '2023-04',
      url: 'https://example.org/a',
    })
  })

  test('what a person refused stays out, what was confirmed is no longer pending, and undoing gives back', async () => {
    file('a.txt', first)
    await run([folder])
    const before = (await stated('青禾')).relationships
    const located = before.find(({ type }) => type === 'LOCATED_IN')
    expect(located).toBeDefined()
    decide({ kind: 'REJECT_FACT', fact: located?.id ?? '' })
    await run([])
    expect((await stated('青禾')).relationships).toHaveLength(before.length - 1)
    decide({ kind: 'UNDO', decision: 'one' }, 'two')
    await run([])
    expect((await stated('青禾')).relationships).toHaveLength(before.length)
  })

  test('a name that a person says is another entity is that entity, and a name refused is none', async () => {
    file('a.txt', first)
    await run([folder])
    const of = { label: 'Company', name: '江苏青禾智能装备有限公司' } as const
    decide({ kind: 'SAME', of, as: { label: 'Company', name: '白云钢铁' } })
    await run([])
    expect((await readCatalog(opened.store)).named(of.name).map(({ name }) => name)).toEqual(['白云钢铁'])
    expect(await namesOf((await stated('青禾')).entities)).toContain('白云钢铁')
    decide({ kind: 'UNDO', decision: 'one' }, 'two')
    decide({ kind: 'REJECT_NAME', of }, 'three')
    await run([])
    expect(await namesOf((await stated('青禾')).entities)).toEqual(
      expect.not.arrayContaining(['白云钢铁', of.name]),
    )
  })
})
