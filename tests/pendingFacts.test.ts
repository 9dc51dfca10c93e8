/** What waits for a person (待核) in traversals: shown and marked, and left out or asked for alone. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { load } from '../server/load/load.ts'
import { entityId, relationshipId } from '../server/model/identity.ts'
import { command, statement } from '../server/store/statement.ts'
import type { Store } from '../server/store/store.ts'
import { endpointOf } from './endpoint.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const id = (name: string): string => entityId('Company', name)

/** From 甲厂 to 丁厂 by way of 乙厂, which waits in part, or by way of 丙厂 and 戊厂, which does not. */
const links = [
  ['甲厂', '乙厂'],
  ['乙厂', '丁厂'],
  ['甲厂', '丙厂'],
  ['丙厂', '戊厂'],
  ['戊厂', '丁厂'],
] as const
const waiting = [links[0], links[3]] as const

const properties = statement('export/relationships', (row) => row)

/** Marks a supply as the loader marks one that only less certain rules read. */
const markPending = async (store: Store, [from, to]: readonly [string, string]): Promise<void> => {
  const [start, end] = [id(from), id(to)]
  const one = relationshipId('SUPPLIES', start, end, '件')
  const found = await store.read(properties, { ids: [start] })
  const props = z.record(z.string(), z.json()).parse(found.find((row) => row['id'] === one)?.['props'])
  await store.write(command('load/updateRelationships'), {
    rows: [{ id: one, start, end, props: { ...props, pending: true } }],
  })
}

const ends = z.object({
  pending: z.boolean(),
  start: z.object({ name: z.string() }),
  end: z.object({ name: z.string() }),
})
/** 甲厂乙厂, with 待核 where it waits. */
const written = ({ start, end, pending }: z.infer<typeof ends>): string =>
  `${start.name}${end.name}${pending ? '待核' : ''}`
const relationships = z.array(ends).transform((list) => list.map(written))

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let ask: (field: string) => Promise<unknown>

  beforeAll(async () => {
    opened = await open()
    const folder = newFolder()
    const rows = links.map(([start, end]) => `${start},SUPPLIES,${end},件`)
    writeFileSync(
      join(folder, 'entities.csv'),
      `label,name\n${['甲厂', '乙厂', '丙厂', '丁厂', '戊厂'].map((name) => `Company,${name}`).join('\n')}\n`,
    )
    writeFileSync(join(folder, 'relations.csv'), `start,type,end,product\n${rows.join('\n')}\n`)
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [folder] })
    rmSync(folder, { recursive: true, force: true })
    for (const link of waiting) await markPending(opened.store, link)
    const endpoint = await endpointOf(opened.store)
    ask = async (field) => {
      const response = await endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ answer: ${field} }` }),
      })
      return z.object({ data: z.object({ answer: z.unknown() }) }).parse(await response.json()).data.answer
    }
  })
  afterAll(() => opened.close())

  const selection = 'relationships { pending start { name } end { name } }'
  const filters = [
    ['shown and marked where nothing is said of it', ''],
    ['alone where it is asked for', ', where: { pending: true }'],
    ['left out where only what is accepted is asked for', ', where: { pending: false }'],
  ] as const

  test.each([
    [...filters[0], ['甲厂丙厂', '甲厂乙厂待核']],
    [...filters[1], ['甲厂乙厂待核']],
    [...filters[2], ['甲厂丙厂']],
  ])('neighbors: %s', async (_what, where, expected) => {
    const answer = await ask(`neighbors(of: ["${id('甲厂')}"]${where}) { ${selection} }`)
    expect(z.object({ relationships }).parse(answer).relationships.sort()).toEqual([...expected].sort())
  })

  test.each([
    [...filters[0], [['甲厂乙厂待核', '乙厂丁厂']]],
    [...filters[1], []],
    [...filters[2], []],
  ])('paths of at most two: %s', async (_what, where, expected) => {
    const answer = await ask(
      `paths(from: "${id('甲厂')}", to: "${id('丁厂')}", maxLength: 2${where}) { ${selection} }`,
    )
    const found = z.array(z.object({ relationships })).parse(answer)
    expect(found.map((path) => path.relationships)).toEqual(expected)
  })

  test('paths: one that waits is a path where that is asked for, and no step of another', async () => {
    const between = async (from: string, to: string, where: string) =>
      z
        .array(z.object({ relationships }))
        .parse(await ask(`paths(from: "${id(from)}", to: "${id(to)}"${where}) { ${selection} }`))
        .map((path) => path.relationships)
    expect(await between('甲厂', '乙厂', ', where: { pending: true }')).toEqual([['甲厂乙厂待核']])
    expect(await between('甲厂', '乙厂', ', where: { pending: false }')).toEqual([])
    expect(await between('戊厂', '乙厂', ', where: { pending: false }')).toEqual([['戊厂丁厂', '乙厂丁厂']])
  })

  test.each([
    // 甲厂 and 丙厂 stand in one tier, which no link joins.
    [...filters[0], ['乙厂丁厂', '丙厂戊厂待核', '戊厂丁厂', '甲厂乙厂待核']],
    [...filters[1], []],
    [...filters[2], ['乙厂丁厂', '戊厂丁厂']],
  ])('supplyChain: %s', async (_what, where, expected) => {
    const answer = await ask(`supplyChain(of: "${id('丁厂')}", depth: 4${where}) { ${selection} }`)
    expect(z.object({ relationships }).parse(answer).relationships.sort()).toEqual([...expected].sort())
  })
})
