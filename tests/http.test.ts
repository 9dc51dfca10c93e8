/** What is served over HTTP, and what is not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { followStore } from '../server/graphql/live.ts'
import { createEndpoint } from '../server/graphql/yoga.ts'
import { createHttpServer } from '../server/http/server.ts'
import { startServer, type Running } from '../server/main.ts'
import { projectFile } from '../server/project.ts'
import { StoreError, type Store } from '../server/store/store.ts'
import { ask, listening } from './ask.ts'
import { newFolder } from './stores.ts'

const dataDir = newFolder()
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

describe('/health and /ready', () => {
  let answers = true
  const store: Store = {
    kind: 'embedded',
    read: () => Promise.resolve([]),
    write: () => Promise.resolve([]),
    batch: () => Promise.resolve(),
    setup: () => Promise.resolve(),
    health: () =>
      answers ? Promise.resolve() : Promise.reject(new StoreError('UNAVAILABLE', 'it does not answer')),
    close: () => Promise.resolve(),
  }
  let filled = false
  let server: Server
  let url: string

  beforeAll(async () => {
    const logger = pino({ level: 'silent' })
    const live = await followStore(store, logger)
    live.stop()
    const endpoint = createEndpoint({ store, live, logger, production: false })
    server = createHttpServer({ endpoint, store, isReady: () => filled, production: false })
    url = `http://127.0.0.1:${(await listening(server)).toString()}`
  })
  afterAll(() => {
    server.close()
  })

  const states = async () => ({
    health: (await ask(url, '/health')).status,
    ready: (await ask(url, '/ready')).status,
  })

  test('ready only with data and a database that answers; healthy without either', async () => {
    expect(await states()).toEqual({ health: 200, ready: 503 })
    filled = true
    expect(await states()).toEqual({ health: 200, ready: 200 })
    answers = false
    expect(await states()).toEqual({ health: 200, ready: 503 })
    answers = true
    expect(await states()).toEqual({ health: 200, ready: 200 })
  })
})

describe('over HTTP', () => {
  let server: Running

  const start = (environment: NodeJS.ProcessEnv): Promise<Running> =>
    startServer(readConfig({ PORT: '0', DATA_DIR: dataDir, ...environment }), pino({ level: 'silent' }))

  beforeAll(async () => {
    server = await start({})
  })
  afterAll(async () => {
    await server.stop()
  })

  test('GET serves queries, never mutations', async () => {
    const query = await ask(server.url, '/graphql?query={stats{documents}}')
    expect(query.status).toBe(200)
    expect(JSON.parse(query.body)).toMatchObject({ data: { stats: { documents: expect.any(Number) } } })
    const mutation = await ask(server.url, '/graphql?query=mutation{__typename}')
    expect(mutation.status).toBeGreaterThanOrEqual(400)
    expect(mutation.status).toBeLessThan(500)
    expect(mutation.body).not.toContain('"data"')
  })

  test('only the sites in EMBED_ORIGINS may show the page in a frame', async () => {
    const running = await start({ EMBED_ORIGINS: 'https://a.example, http://b.example:8080' })
    const { headers } = await ask(running.url, '/', { accept: 'text/html' })
    await running.stop()
    expect(headers['content-security-policy']).toContain(
      'frame-ancestors https://a.example http://b.example:8080',
    )
  })

  test('the page comes with a policy that lets nothing in from elsewhere, and so does what it loads', async () => {
    const { status, headers, body } = await ask(server.url, '/', { accept: 'text/html' })
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      ),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    const loaded = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
    expect(loaded.length).toBeGreaterThan(1)
    for (const path of loaded) {
      expect(path).toMatch(/^\//)
      expect(await ask(server.url, path)).toMatchObject({
        status: 200,
        headers: { 'x-content-type-options': 'nosniff' },
      })
    }
  })

  test('GraphiQL names no other host, and all it names is here', async () => {
    const { status, body, headers } = await ask(server.url, '/graphql', { accept: 'text/html' })
    expect(status).toBe(200)
    expect(body).not.toMatch(/https?:|src="\/\//)
    expect(headers['content-security-policy']).toContain("connect-src 'self'")
    const loaded = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path)
    expect(loaded).toContain('/graphiql-start.js')
    const workers = [
      ...readFileSync(projectFile('server', 'http', 'graphiql-start.js'), 'utf8').matchAll(
        /'(\S+worker\S*\.js)'/g,
      ),
    ]
    expect(workers).toHaveLength(3)
    for (const path of [...loaded, ...workers.map(([, name = '']) => `/graphiql/monacoeditorwork/${name}`)])
      expect([path, (await ask(server.url, path)).status]).toEqual([path, 200])
  })

  test('in production there is neither GraphiQL nor introspection', async () => {
    const production = await start({ NODE_ENV: 'production' })
    const page = await ask(production.url, '/graphql', { accept: 'text/html' })
    expect(page.body).not.toContain('<html')
    expect((await ask(production.url, '/graphiql-start.js')).status).toBe(404)
    const schema = await ask(production.url, '/graphql?query={__schema{types{name}}}')
    expect(JSON.parse(schema.body)).not.toHaveProperty('data')
    await production.stop()
  })

  test.each([
    '/nowhere',
    '/graphql/',
    '/assets/',
    '/assets',
    '/index.html/',
    '/package.json',
    '/../package.json',
    '/..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../../package.json',
    '/graphiql/../../package.json',
    '/graphiql/..%2f..%2fpackage.json',
    '/graphiql/',
    '/graphiql//etc/passwd',
    '//etc/passwd',
    '/%00',
    '/.env',
  ])('there is nothing at %s', async (path) => {
    const answer = await ask(server.url, path)
    expect(answer.status).toBe(404)
    expect(answer.headers['x-content-type-options']).toBe('nosniff')
  })

  test.each(['//[', 'http://', '//:x'])(
    'an address that is none is refused, and the server lives on: %s',
    async (path) => {
      expect((await ask(server.url, path)).status).toBe(400)
      expect((await ask(server.url, '/health')).status).toBe(200)
    },
  )

  test('only GET and HEAD are served beside /graphql', async () => {
    expect((await ask(server.url, '/', { method: 'HEAD' })).status).toBe(200)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask(server.url, '/', { method })).status).toBe(405)
  })
})
