/** Review, on both stores: what waits, deciding it with the server's token, and taking a decision back. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { followStore, type Live } from '../server/graphql/live.ts'
import { createEndpoint, type Endpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { projectFile } from '../server/project.ts'
import { ReviewDesk } from '../server/review/desk.ts'
import { readDecisions } from '../server/review/decisions.ts'
import { newFolder, stores, type Opened } from './stores.ts'

/** 同名 is an alias of two companies; the new firm is named by a legal form. */
const text = `位于丁分园的同名今年扩产。星河、同名等企业参加，乙市海棠精密机械有限公司也在场。
`

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let live: Live
  let endpoint: Endpoint
  const folder = newFolder()
  const logger = pino({ level: 'silent' })

  const ask = async (query: string, variables: Record<string, unknown> = {}, token?: string) => {
    const response = await endpoint.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    })
    const body: unknown = await response.json()
    return body
  }
  const reviews = () =>
    ask(
      '{ reviews(first: 100) { totalCount edges { node { kind name label span { start end } candidates { name } document { text } } } } }',
    )
  const decide = (action: unknown, token?: string) =>
    ask(
      'mutation ($action: ActionInput!) { decide(action: $action, reviewer: "审核人") { id kind reviewer of { name } as { label name } } }',
      { action },
      token,
    )
  const idOf = (body: unknown): string => /"id":"([^"]+)"/.exec(JSON.stringify(body))?.[1] ?? ''

  beforeAll(async () => {
    opened = await open()
    writeFileSync(join(folder, 'a.txt'), text)
    await load({
      store: opened.store,
      dataDir: opened.dataDir,
      paths: [projectFile('tests', 'fixtures'), join(folder, 'a.txt')],
    })
    live = await followStore(opened.store, logger)
    const desk = new ReviewDesk({
      dataDir: opened.dataDir,
      replay: async () => {
        await load({ store: opened.store, dataDir: opened.dataDir, paths: [] })
        await live.refresh()
      },
      isBusy: () => false,
    })
    endpoint = createEndpoint({
      store: opened.store,
      live,
      logger,
      production: false,
      review: {
        adminToken: 'secret',
        decisions: () => readDecisions(opened.dataDir),
        decide: (action, reviewer) => desk.decide(action, reviewer),
      },
    })
  })
  afterAll(async () => {
    live.stop()
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a name of several waits with its candidates, at the words in question', async () => {
    expect(await reviews()).toMatchObject({
      data: {
        reviews: {
          edges: expect.arrayContaining([
            {
              node: {
                kind: 'SAME_AS',
                name: '同名',
                label: 'COMPANY',
                span: { start: 6, end: 8 },
                candidates: expect.arrayContaining([{ name: '白云钢铁' }, { name: '流水软件' }]),
                document: { text: expect.stringContaining('同名') },
              },
            },
          ]),
        },
      },
    })
  })

  test('nothing is decided without the token, with a wrong one, or by nobody', async () => {
    const action = { rejectName: { label: 'COMPANY', name: '同名' } }
    for (const token of [undefined, 'wrong', 'secret '])
      expect(await decide(action, token)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    expect(
      await ask('mutation { decide(action: { acceptFact: "x" }, reviewer: "甲") { id } }', {}, 'secret'),
    ).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    expect(
      await ask(
        'mutation { decide(action: { rejectName: { label: COMPANY, name: "同名" } }, reviewer: " ") { id } }',
        {},
        'secret',
      ),
    ).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] })
    expect(await ask('{ decisions { totalCount } }')).toMatchObject({
      data: { decisions: { totalCount: 0 } },
    })
  })

  test('deciding which one is meant takes the name off the list and puts the document’s words to that one; undoing gives back', async () => {
    const decision = await decide(
      { same: { of: { label: 'COMPANY', name: '同名' }, as: { label: 'COMPANY', name: '流水软件' } } },
      'secret',
    )
    expect(decision).toMatchObject({
      data: {
        decide: {
          kind: 'SAME',
          reviewer: '审核人',
          of: { name: '同名' },
          as: { label: 'COMPANY', name: '流水软件' },
        },
      },
    })
    expect(JSON.stringify(await reviews())).not.toContain('同名",')
    const documents = '{ entity(name: "流水软件") { documents { edges { node { file } } } } }'
    expect(JSON.stringify(await ask(documents))).toContain('a.txt')
    await decide({ undo: idOf(decision) }, 'secret')
    expect(JSON.stringify(await reviews())).toContain('SAME_AS')
    expect(JSON.stringify(await ask(documents))).not.toContain('a.txt')
    expect(await ask('{ decisions { edges { node { kind decision } } } }')).toMatchObject({
      data: {
        decisions: {
          edges: [{ node: { kind: 'UNDO', decision: idOf(decision) } }, { node: { kind: 'SAME' } }],
        },
      },
    })
  })

  test('a name of another kind becomes one', async () => {
    const of = { label: 'COMPANY', name: '乙市海棠精密机械有限公司' }
    await decide({ retype: { of, label: 'INSTITUTION' } }, 'secret')
    expect(await ask(`{ entity(name: "${of.name}") { label } }`)).toEqual({
      data: { entity: { label: 'INSTITUTION' } },
    })
  })
})
