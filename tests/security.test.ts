/** What the server lets in: GraphQL over HTTP as specified, and nothing that tools against it find. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { connect } from 'node:net'
import { serverAudits } from 'graphql-http'
import { pino } from 'pino'
import { z } from 'zod'
import { readConfig } from '../server/config.ts'
import { createHttpServer } from '../server/http/server.ts'
import { startServer, type Running } from '../server/main.ts'
import { ask, listening, post, type Answer } from './ask.ts'
import { endpointOf, idleStore } from './endpoint.ts'
import { newFolder } from './stores.ts'

const dataDir = newFolder()
const silent = pino({ level: 'silent' })
const start = (environment: NodeJS.ProcessEnv): Promise<Running> =>
  startServer(readConfig({ PORT: '0', DATA_DIR: dataDir, ...environment }), silent)

let development: Running
let production: Running
let limited: Running

beforeAll(async () => {
  development = await start({})
  production = await start({ NODE_ENV: 'production', ADMIN_TOKEN: 'a-long-admin-token' })
  limited = await start({ RATE_LIMIT: '3', ADMIN_TOKEN: 'a-long-admin-token' })
})
afterAll(async () => {
  for (const server of [development, production, limited]) await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const shape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()).optional() }))
    .optional(),
})
const read = ({ body }: Answer) => shape.parse(JSON.parse(body))
const query = (text: string): string => JSON.stringify({ query: text })

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${development.url}/graphql` })

  test('the audit has its 61 parts', () => {
    expect(audits).toHaveLength(61)
  })

  test.each(audits.map((audit) => [audit.name, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
  })
})

describe('in production', () => {
  const asked = (text: string): Promise<Answer> => post(production.url, query(text))

  test('the page’s way of asking works', async () => {
    expect(read(await asked('{ __typename }'))).toEqual({ data: { __typename: 'Query' } })
    const get = await ask(production.url, '/graphql?query={__typename}', { accept: 'application/json' })
    expect(read(get)).toEqual({ data: { __typename: 'Query' } })
  })

  test('many aliases are refused', async () => {
    const aliases = Array.from({ length: 101 }, (_, index) => `alias${index.toString()}:__typename`)
    const answer = await asked(`query { ${aliases.join(' ')} }`)
    expect({ status: answer.status, data: read(answer).data }).toEqual({ status: 400, data: undefined })
  })

  test('a batch is refused', async () => {
    const answer = await post(
      production.url,
      `[${Array.from({ length: 10 }, () => query('{ __typename }')).join()}]`,
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain('"data"')
  })

  test('many directives in one place are refused as one mistake', async () => {
    const answer = await asked(`query { __typename ${'@aa'.repeat(10)} }`)
    expect(read(answer).errors).toEqual([
      {
        message: 'there are 10 directives in one place; at most 5 are allowed',
        extensions: { code: 'OPERATION_TOO_LARGE' },
      },
    ])
  })

  test.each([
    ['introspection', '{ __schema { types { name fields { name } } } }'],
    ['a type by name', '{ __type(name: "Query") { name } }'],
    [
      'introspection in circles',
      '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }',
    ],
    ['fragments in circles', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['one field 500 times', `{ ${'__typename '.repeat(500)} }`],
  ])('%s is refused', async (_what, text) => {
    expect(read(await asked(text))).toEqual({ errors: expect.any(Array) })
  })

  test('no error names what is there in place of what was asked', async () => {
    for (const text of [
      '{ __schema { directive } }',
      '{ entitie { id } }',
      '{ entities(where: {label: X}) { a } }',
    ])
      expect((await asked(text)).body).not.toMatch(/did you mean/i)
    const variables = await post(
      production.url,
      JSON.stringify({
        query: 'query ($l: Label) { entity(name: "a", label: $l) { id } }',
        variables: { l: 'COMPAN' },
      }),
    )
    expect(read(variables).errors).toEqual([expect.anything()])
    expect(variables.body).not.toMatch(/did you mean/i)
    expect((await post(development.url, query('{ entitie { id } }'))).body).toMatch(/did you mean/i)
  })

  test.each(['/graphiql', '/playground', '/console', '/graphql', '/'])(
    'there is no trace of an IDE at %s',
    async (path) => {
      for (const accept of ['*/*', 'text/html'])
        expect((await ask(production.url, path, { accept })).body).not.toMatch(
          /GraphiQL|graphiql\.min\.css|GraphQL Playground|graphql-playground/,
        )
    },
  )

  test('INTROSPECTION=on brings the schema and GraphiQL back', async () => {
    const open = await start({ NODE_ENV: 'production', INTROSPECTION: 'on' })
    expect((await ask(open.url, '/graphql', { accept: 'text/html' })).body).toContain('<html')
    expect(read(await post(open.url, query('{ __schema { queryType { name } } }')))).toEqual({
      data: { __schema: { queryType: { name: 'Query' } } },
    })
    await open.stop()
  })

  test('a GET carries no mutation, and comes from no link, image or form', async () => {
    const mutation = await ask(production.url, '/graphql?query=mutation{__typename}', {
      accept: 'application/json',
    })
    expect({ status: mutation.status, data: read(mutation).data }).toEqual({ status: 405, data: undefined })
    const link = await ask(production.url, '/graphql?query={__typename}')
    expect({ status: link.status, data: read(link).data }).toEqual({ status: 406, data: undefined })
  })

  test.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])(
    'a body that a form can send is refused: %s',
    async (type) => {
      const answer = await post(production.url, 'query=%7B__typename%7D', { 'content-type': type })
      expect({ status: answer.status, code: read(answer).errors?.[0]?.extensions }).toEqual({
        status: 415,
        code: { code: 'UNSUPPORTED_MEDIA_TYPE' },
      })
    },
  )

  test.each(['cross-site', 'same-site'])('what a page of another site asks is refused: %s', async (site) => {
    const answer = await post(production.url, query('{ __typename }'), { 'sec-fetch-site': site })
    expect({ status: answer.status, data: read(answer).data }).toEqual({ status: 403, data: undefined })
  })

  test('CORS is closed', async () => {
    const preflight = await ask(production.url, '/graphql', { method: 'OPTIONS' })
    const answer = await post(production.url, query('{ __typename }'), { origin: 'https://example.org' })
    for (const { headers } of [preflight, answer])
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  test('errors and answers carry no trace', async () => {
    for (const text of ['query { __typename }', 'qwerty cop { abc }', '{ entity { id } }']) {
      const { body } = await asked(text)
      expect(body).not.toMatch(/tracing|exception|stacktrace|node_modules|\.ts/i)
    }
  })
})

describe('the body', () => {
  const most = 256 * 1024
  const padded = (bytes: number): string => {
    const text = query('{ __typename }')
    return text + ' '.repeat(bytes - text.length)
  }

  test.each([
    ['with its length', {}],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('has up to 256 KB, %s', async (_how, headers) => {
    expect(read(await post(development.url, padded(most), headers))).toEqual({
      data: { __typename: 'Query' },
    })
    const answer = await post(development.url, padded(most + 1), headers)
    expect({ status: answer.status, ...read(answer) }).toEqual({
      status: 413,
      errors: [{ message: 'the body has more than 262144 bytes', extensions: { code: 'BODY_TOO_LARGE' } }],
    })
  })

  test.each([
    ['with its length', {}],
    ['in chunks', { 'transfer-encoding': 'chunked' }],
  ])('of 9 MB is refused without being held, %s', async (_how, headers) => {
    const hostile = query(`{ ${'a { '.repeat(1_150_000)} ${'} '.repeat(1_150_000)} }`).padEnd(9_000_000)
    await post(development.url, hostile, headers)
    const before = process.memoryUsage()
    const answer = await post(development.url, hostile, headers)
    const after = process.memoryUsage()
    expect(answer.status).toBe(413)
    expect(after.external + after.arrayBuffers - before.external - before.arrayBuffers).toBeLessThan(
      20_000_000,
    )
  })
})

describe('clients that take their time', () => {
  test('a head or a body that does not come is answered with 408', async () => {
    const server = createHttpServer({
      endpoint: await endpointOf(idleStore),
      store: idleStore,
      isReady: () => true,
      production: true,
      clients: { head: 100, request: 200, looking: 20 },
    })
    const port = await listening(server)
    const heard = async (sent: string): Promise<string> => {
      const socket = connect(port, '127.0.0.1')
      let said = ''
      socket.setEncoding('utf8').on('data', (text: string) => (said += text))
      socket.write(sent)
      await new Promise((fulfil) => socket.on('close', fulfil))
      return said
    }
    expect(await heard('POST /graphql HTTP/1.1\r\nHost: a\r\n')).toMatch(/^HTTP\/1\.1 408 /)
    expect(
      await heard(
        'POST /graphql HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
      ),
    ).toMatch(/^HTTP\/1\.1 408 /)
    server.close()
  })
})

describe('READ_KEYS', () => {
  const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex')
  let server: Server
  let url: string

  beforeAll(async () => {
    server = createHttpServer({
      endpoint: await endpointOf(idleStore),
      store: idleStore,
      isReady: () => true,
      production: false,
      adminToken: 'a-long-admin-token',
      readKeys: [digestOf('one key'), digestOf('another key')],
      rateLimit: 2,
    })
    url = `http://127.0.0.1:${(await listening(server)).toString()}`
  })
  afterAll(() => {
    server.close()
  })
  const statusWith = async (headers: Readonly<Record<string, string>>): Promise<number> =>
    (await post(url, query('{ __typename }'), headers)).status

  test('without one of them nothing is answered but whether the server is there', async () => {
    const refused = await post(url, query('{ __typename }'))
    expect({
      status: refused.status,
      how: refused.headers['www-authenticate'],
      errors: read(refused).errors,
    }).toEqual({
      status: 401,
      how: 'Bearer',
      errors: [
        {
          message: 'send a key of this server, with the header "Authorization: Bearer KEY"',
          extensions: { code: 'UNAUTHENTICATED' },
        },
      ],
    })
    expect(await statusWith({ authorization: 'Bearer third key' })).toBe(401)
    expect(await statusWith({ authorization: `Bearer ${digestOf('one key')}` })).toBe(401)
    const get = await ask(url, '/graphql?query={__typename}', { accept: 'application/json' })
    expect(get.status).toBe(401)
    for (const path of ['/health', '/ready']) expect((await ask(url, path)).status).toBe(200)
  })

  test('each of them reads, and has a rate of its own; the ADMIN_TOKEN reads too', async () => {
    const first = { authorization: 'Bearer one key' }
    expect([await statusWith(first), await statusWith(first), await statusWith(first)]).toEqual([
      200, 200, 429,
    ])
    expect(await statusWith({ 'x-api-key': 'another key' })).toBe(200)
    expect(await statusWith({ authorization: 'Bearer a-long-admin-token' })).toBe(200)
  })
})

describe('RATE_LIMIT', () => {
  test('after so many operations in a minute a client is told when to come again; who holds the token is not', async () => {
    for (let asked = 0; asked < 3; asked++)
      expect((await post(limited.url, query('{ __typename }'))).status).toBe(200)
    const refused = await post(limited.url, query('{ __typename }'))
    expect({
      status: refused.status,
      errors: read(refused).errors?.map(({ extensions }) => extensions),
    }).toEqual({
      status: 429,
      errors: [{ code: 'TOO_MANY_REQUESTS' }],
    })
    const seconds = Number(refused.headers['retry-after'])
    expect(seconds).toBeGreaterThan(0)
    expect(seconds).toBeLessThanOrEqual(20)
    const authorization = 'Bearer a-long-admin-token'
    expect((await post(limited.url, query('{ __typename }'), { authorization })).status).toBe(200)
    expect((await ask(limited.url, '/health')).status).toBe(200)
  })
})
