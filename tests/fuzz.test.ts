/** Whatever text a client sends and whatever bytes a file holds: an answer or a clear refusal, the same on every store. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from '../server/load/load.ts'
import { LoadError } from '../server/load/reject.ts'
import { entityId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'
import type { Endpoint } from '../server/graphql/yoga.ts'
import { endpointOf, idleStore } from './endpoint.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const car = entityId('Company', '星河汽车')

/** An operation for every argument that takes a text: $s. */
const operations = [
  'query ($s: ID!) { entity(id: $s) { id } }',
  'query ($s: String!) { entity(name: $s) { id } }',
  'query ($s: String!) { entities(where: { region: $s }) { totalCount } }',
  'query ($s: String!) { entities(where: { park: $s }) { totalCount } }',
  'query ($s: String!) { entities(where: { cluster: $s }) { totalCount } }',
  'query ($s: String!) { entities(where: { text: $s }) { totalCount edges { node { name } } } }',
  'query ($s: String!) { entities(after: $s) { totalCount } }',
  'query ($s: String!) { search(text: $s) { entity { id } matched reason } }',
  'query ($s: ID!) { supplyChain(of: $s) { relationships { id } } }',
  'query ($s: ID!) { neighbors(of: [$s]) { relationships { id } } }',
  `query ($s: ID!) { paths(from: $s, to: "${car}") { length } }`,
  `query ($s: String!) { supplyChain(of: "${car}", where: { product: $s }) { relationships { id product } } }`,
  `query ($s: String!) { neighbors(of: ["${car}"], where: { product: $s }) { relationships { id product } } }`,
  `query ($s: PartialDate!) { neighbors(of: ["${car}"], where: { asOf: $s }) { relationships { id } } }`,
  `query ($s: String!) { entity(id: "${car}") { relationships(after: $s) { totalCount } documents(after: $s) { totalCount } } }`,
  'query ($s: ID!) { document(id: $s) { id } }',
  'query ($s: String!) { documents(text: $s) { totalCount edges { node { title } } } }',
  'query ($s: String!) { documents(after: $s) { totalCount } }',
  'query ($s: String!) { ask(question: $s) { kind text operation entities { id } suggestions } }',
]

const hostile = [
  '\u0000',
  '\ud800',
  '\udfff',
  '\u202e',
  '\u200f',
  '\ufeff',
  '\u2028',
  "'",
  '"',
  '\\',
  '`',
  '%',
  '$',
]
const known = ['星河汽车', '座椅', '甲省', '谁给星河汽车供货', '2024-02-30', 'MATCH (n) DETACH DELETE n', car]
const text = fc
  .array(fc.oneof(fc.string({ unit: 'binary', maxLength: 12 }), fc.constantFrom(...hostile, ...known)), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(''))
const texts = fc.sample(text, { seed: 11, numRuns: 40 })

/** What the first store answered, by operation and text. */
const answers = new Map<string, string>()

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let endpoint: Endpoint

  beforeAll(async () => {
    opened = await open()
    const paths = ['entities', 'relations', 'metrics'].map((name) =>
      projectFile('tests', 'fixtures', `${name}.csv`),
    )
    await load({ store: opened.store, dataDir: opened.dataDir, paths })
    endpoint = await endpointOf(opened.store)
  })
  afterAll(() => opened.close())

  test.each(operations)('%s', async (query) => {
    for (const s of texts) {
      const body = JSON.stringify({ query, variables: { s } })
      const response = await endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      const answer = await response.text()
      expect({ s, answer }).not.toEqual({ s, answer: expect.stringContaining('INTERNAL_SERVER_ERROR') })
      const before = answers.get(body) ?? answer
      expect({ s, answer }).toEqual({ s, answer: before })
      answers.set(body, before)
    }
  })
})

describe('a file with some of its bytes changed is read or refused with a sentence', () => {
  const folder = newFolder()
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const fixture = (...path: readonly string[]): Buffer => readFileSync(projectFile('tests', ...path))
  const prose = '星河汽车2023年产值约12亿元。远山座椅向星河汽车供应座椅，项目已投产。\n'
  const files: readonly (readonly [string, Buffer])[] = [
    ['table.csv', fixture('fixtures', 'relations.csv')],
    ['book.xlsx', fixture('workbooks', 'supplies.xlsx')],
    ['news.txt', Buffer.from(prose)],
    ['news.md', Buffer.from(`# 标题\n\n${prose}\n- [一](http://example.org)\n`)],
    ['page.html', fixture('fixtures', 'documents', 'page.html')],
    ['report.docx', fixture('fixtures', 'documents', 'report.docx')],
    ['text.pdf', fixture('fixtures', 'documents', 'text.pdf')],
  ]

  const change = fc.record({ at: fc.nat(), byte: fc.nat(255), kind: fc.constantFrom('set', 'cut', 'insert') })
  const changed = (bytes: Buffer, changes: readonly { at: number; byte: number; kind: string }[]): Buffer =>
    changes.reduce((now, { at, byte, kind }) => {
      const place = now.length === 0 ? 0 : at % now.length
      const one = Buffer.from([byte])
      if (kind === 'cut') return Buffer.concat([now.subarray(0, place), now.subarray(place + 1 + byte)])
      const rest = now.subarray(kind === 'set' ? place + 1 : place)
      return Buffer.concat([now.subarray(0, place), one, rest])
    }, bytes)

  test.each(files)('%s', async (name, bytes) => {
    const own = join(folder, name)
    mkdirSync(own)
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 12 }), async (changes) => {
        writeFileSync(join(own, name), changed(bytes, changes))
        try {
          const report = await load({
            store: idleStore,
            dataDir: join(folder, 'data'),
            paths: [join(own, name)],
            dryRun: true,
          })
          for (const { allowed } of report.rejected) expect(allowed).not.toBe('')
        } catch (error) {
          if (!(error instanceof LoadError)) throw error
          expect(error.message).toContain(name)
        }
      }),
      { seed: 3, numRuns: name.endsWith('.pdf') ? 12 : 40 },
    )
  })
})
