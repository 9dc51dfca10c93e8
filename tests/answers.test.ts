/** Answers kept as bytes: when the same is given again, when not, and how clients learn that it has not changed. */
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { request, type ClientRequest } from 'node:http'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { AnswerCache } from '../server/graphql/answers/answerCache.ts'
import { followStore, type Live } from '../server/graphql/live.ts'
import { createEndpoint, type YogaOptions } from '../server/graphql/yoga.ts'
import { createHttpServer } from '../server/http/server.ts'
import { load } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { StoreError, type Row, type Store } from '../server/store/store.ts'
import { ask, listening, post } from './ask.ts'
import { counted } from './counted.ts'
import { idleStore } from './endpoint.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const silent = pino({ level: 'silent' })
const query = (text: string, variables: unknown = {}): string => JSON.stringify({ query: text, variables })
const firm = entityId('Company', '甲厂')
const near = query('query ($of: [ID!]!) { neighbors(of: $of) { truncated entities { name } } }', {
  of: [firm],
})
const nearBody = '{"data":{"neighbors":{"truncated":false,"entities":[{"name":"甲厂"}]}}}'

interface Served {
  readonly url: string
  readonly live: Live
  close(): void
}

const serve = async (store: Store, options: Partial<YogaOptions> = {}): Promise<Served> => {
  const live = await followStore(store, silent)
  live.stop()
  const endpoint = createEndpoint({ store, live, logger: silent, production: false, ...options })
  const server = createHttpServer({ endpoint, store, isReady: () => true, production: false })
  const url = `http://127.0.0.1:${(await listening(server)).toString()}`
  return {
    url,
    live,
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

describe.each(stores)('on the %s store', (_name, open) => {
  const folder = newFolder()
  let opened: Opened
  let served: Served
  let names: string[]

  const reload = async (...companies: readonly string[]): Promise<void> => {
    const rows = companies.map((name) => `Company,${name}\n`).join('')
    writeFileSync(join(folder, 'firms.csv'), `label,name\n${rows}`)
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [folder], replace: true })
  }

  beforeEach(async () => {
    opened = await open()
    await reload('甲厂', '乙厂')
    const watching = counted(opened.store)
    names = watching.names
    served = await serve(watching.watched)
    names.length = 0
  })
  afterEach(async () => {
    served.close()
    await opened.close()
  })
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true })
  })

  test('the same operation is run once; with other variables it is another', async () => {
    const answers = [await post(served.url, near), await post(served.url, near)]
    expect(answers.map(({ body }) => body)).toEqual([nearBody, nearBody])
    expect(names).toEqual(['read/relationshipsAround'])
    const other = near.replace(firm, entityId('Company', '乙厂'))
    expect((await post(served.url, other)).body).toBe(nearBody.replace('甲厂', '乙厂'))
    expect(names).toHaveLength(2)
  })

  test('a load makes every answer out of date, one that brings the old content back too', async () => {
    const stats = query('{ stats { version documents } }')
    const seen = [await post(served.url, stats)]
    for (const companies of [['甲厂'], ['甲厂', '乙厂']]) {
      await reload(...companies)
      await served.live.refresh()
      seen.push(await post(served.url, stats))
    }
    expect(seen[1]?.body).not.toBe(seen[0]?.body)
    expect(seen[2]?.body).toBe(seen[0]?.body)
    expect(new Set(seen.map(({ headers }) => headers.etag)).size).toBe(3)
    expect(names.filter((name) => name === 'read/labelCounts')).toHaveLength(3)
  })
})

/** Reads of a store of one company; those around it wait to be let through. */
class SlowReads {
  version = 1
  reads = 0
  readonly signals: AbortSignal[] = []
  private waiting: ((failure?: Error) => void)[] = []

  read: Store['read'] = async (statement, _params, signal) => {
    const rows: Record<string, Row> = {
      'read/graph': { version: 'v', loadedAt: `${this.version}`, modelVersion: 1 },
      'read/entities': { id: firm, label: 'Company', name: '甲厂', aliases: [], formerIds: [] },
    }
    if (statement.name === 'read/relationshipsAround') {
      this.reads++
      if (signal) this.signals.push(signal)
      await new Promise<void>((fulfil, refuse) => {
        this.waiting.push((failure) => {
          if (failure) refuse(failure)
          else fulfil()
        })
      })
    }
    const row = rows[statement.name]
    return row ? [statement.decode(row)] : []
  }

  /** Lets through what waits, once so many do. */
  async release(count: number, failure?: Error): Promise<void> {
    while (this.waiting.length < count) await sleep(5)
    for (const go of this.waiting.splice(0)) go(failure)
  }
}

describe('while an operation runs', () => {
  let store: SlowReads
  let served: Served
  const underWay: ClientRequest[] = []

  beforeEach(async () => {
    store = new SlowReads()
    served = await serve({ ...idleStore, read: store.read })
  })
  afterEach(() => {
    for (const one of underWay.splice(0)) one.destroy()
    served.close()
  })

  /** Sends the operation without waiting for its answer. */
  const send = async (): Promise<ClientRequest> => {
    const sent = request(`${served.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
    })
    sent.on('error', () => undefined)
    underWay.push(sent)
    await new Promise<void>((fulfil) => sent.end(near, fulfil))
    return sent
  }
  /** Resolves once the server has seen whatever was sent to it before. */
  const seen = async (): Promise<void> => {
    for (let look = 0; look < 3; look++) await ask(served.url, '/health')
  }

  test('those who ask the same share it', async () => {
    const answers = [post(served.url, near), post(served.url, near), post(served.url, near)]
    await seen()
    await store.release(1)
    expect((await Promise.all(answers)).map(({ body }) => body)).toEqual([nearBody, nearBody, nearBody])
    expect(store.reads).toBe(1)
  })

  test('it goes on as long as one of them waits, and ends with the last', async () => {
    const [first, second] = [await send(), await send()]
    while (store.signals.length === 0) await sleep(5)
    await seen()
    first.destroy()
    await seen()
    expect(store.signals.map(({ aborted }) => aborted)).toEqual([false])
    second.destroy()
    while (!store.signals[0]?.aborted) await sleep(5)
    expect(store.reads).toBe(1)
  })

  test('and the data changes meanwhile, its answer is not kept', async () => {
    const before = post(served.url, near)
    while (store.reads === 0) await sleep(5)
    store.version = 2
    await served.live.refresh()
    await store.release(1)
    expect((await before).body).toBe(nearBody)
    const after = post(served.url, near)
    await store.release(1)
    expect((await after).body).toBe(nearBody)
    expect(store.reads).toBe(2)
  })

  test('and fails, each is told, and nothing of it is kept', async () => {
    const failed = [post(served.url, near), post(served.url, near)]
    await seen()
    await store.release(1, new StoreError('UNAVAILABLE', 'it does not answer'))
    for (const { body, headers } of await Promise.all(failed)) {
      expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }] })
      expect(headers.etag).toBeUndefined()
    }
    const after = post(served.url, near)
    await store.release(1)
    expect((await after).body).toBe(nearBody)
  })
})

describe('a client that has the answer', () => {
  let served: Served
  beforeEach(async () => {
    served = await serve(idleStore)
  })
  afterEach(() => served.close())

  const get = (text: string): string => `/graphql?query=${encodeURIComponent(text)}`
  const asked = async (path: string, headers: Record<string, string>) => {
    const response = await fetch(served.url + path, { headers: { accept: 'application/json', ...headers } })
    return { status: response.status, etag: response.headers.get('etag'), body: await response.text() }
  }

  test('is told that it has not changed, by the tag of exactly that answer', async () => {
    const path = get('{ stats { documents } }')
    const { etag, body } = await asked(path, {})
    expect({ etag, body }).toEqual({
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
      body: '{"data":{"stats":{"documents":0}}}',
    })
    for (const tag of [etag ?? '', `W/${etag ?? ''}`, `"a", ${etag ?? ''}`])
      expect(await asked(path, { 'if-none-match': tag })).toEqual({ status: 304, etag, body: '' })
    expect(await asked(path, { 'if-none-match': '"another"' })).toEqual({ status: 200, etag, body })
    const other = await asked(get('{ stats { evidence } }'), { 'if-none-match': etag ?? '' })
    expect(other).toMatchObject({ status: 200, body: '{"data":{"stats":{"evidence":0}}}' })
  })

  test.each([
    ['a question, which depends on the day', '{ ask(question: "谁给甲厂供货") { kind } }'],
    ['decisions, which are no part of the graph', '{ decisions { totalCount } }'],
    ['an error', '{ entity(id: "a", name: "b") { id } }'],
    ['the schema', '{ __type(name: "Query") { name } }'],
    ['what can’t be read', '{ nothing }'],
  ])('gets no tag for %s', async (_what, text) => {
    expect(await asked(get(text), {})).toMatchObject({ status: 200, etag: null })
  })

  test('gets no tag for a mutation', async () => {
    const mutation = query('mutation { decide(action: { undo: "x" }, reviewer: "某人") { id } }')
    const { status, headers } = await post(served.url, mutation)
    expect({ status, etag: headers.etag }).toEqual({ status: 200, etag: undefined })
  })
})

test('both types of answers carry the same bytes', async () => {
  const served = await serve(idleStore)
  const types = ['application/json', 'application/graphql-response+json', 'text/html, */*;q=0.8']
  const answers = []
  for (const accept of types) answers.push(await post(served.url, query('{ __typename }'), { accept }))
  served.close()
  expect(answers.map(({ headers, body }) => [headers['content-type'], body])).toEqual(
    ['application/json', 'application/graphql-response+json', 'application/json'].map((type) => [
      `${type}; charset=utf-8`,
      '{"data":{"__typename":"Query"}}',
    ]),
  )
})

describe('what is kept', () => {
  const bytes = (length: number): Buffer => Buffer.alloc(length)

  test('stays within the bound; what was asked for last stays longest', () => {
    const cache = new AnswerCache(3_000)
    for (const key of ['a', 'b', 'c', 'd']) {
      cache.set('one', key, bytes(700))
      cache.get('one', 'a')
      expect(cache.size).toBeLessThanOrEqual(3_000)
    }
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get('one', key) !== undefined)).toEqual([
      true,
      false,
      true,
      true,
    ])
  })

  test('an answer above the bound is not kept, nor anything where the bound is 0', () => {
    const cache = new AnswerCache(1_000)
    cache.set('one', 'small', bytes(100))
    cache.set('one', 'large', bytes(1_000))
    expect([cache.get('one', 'small'), cache.get('one', 'large')]).toEqual([bytes(100), undefined])
    const none = new AnswerCache(0)
    none.set('one', 'a', bytes(0))
    expect(none.get('one', 'a')).toBeUndefined()
  })

  test('all of it is gone with the next edition', () => {
    const cache = new AnswerCache(3_000)
    cache.set('one', 'a', bytes(10))
    expect(cache.get('two', 'a')).toBeUndefined()
    expect([cache.get('one', 'a'), cache.size]).toEqual([undefined, 0])
  })
})
