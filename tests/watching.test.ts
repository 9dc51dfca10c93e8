/** What a running server tells those who watch it: its log, the audit of mutations, its metrics; and what it never tells. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { z } from 'zod'
import { readConfig, secretsOf } from '../server/config.ts'
import { createLogger } from '../server/log.ts'
import { startServer, type Running } from '../server/main.ts'
import { Counter, Histogram, textOf } from '../server/metrics/exposition.ts'
import type { Store } from '../server/store/store.ts'
import { ask, post } from './ask.ts'
import { endpointOf, idleStore } from './endpoint.ts'
import { newFolder } from './stores.ts'

const token = 'a "quoted" admin token'
const password = 'pass\\word of the database'
const lines: string[] = []
const destination = { write: (line: string) => void lines.push(line) }
const dataDir = newFolder()
let server: Running

beforeAll(async () => {
  const config = readConfig({ PORT: '0', DATA_DIR: dataDir, ADMIN_TOKEN: token, LOG_LEVEL: 'warn' })
  server = await startServer(config, createLogger(config.logLevel, secretsOf(config), destination))
})
afterAll(async () => {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

const line = z.record(z.string(), z.unknown())
const audits = () =>
  lines.map((text) => line.parse(JSON.parse(text))).filter(({ audit }) => audit === 'mutation')

test('each mutation leaves one line, refused or carried out, whatever the level of the log', async () => {
  const mutation =
    'mutation ($r: String!) { decide(action: {rejectName: {label: COMPANY, name: "某企业"}}, reviewer: $r) { id } }'
  const body = JSON.stringify({ query: mutation, variables: { r: '王' } })
  await post(server.url, JSON.stringify({ query: '{ __typename }' }))
  await post(server.url, body)
  await post(server.url, body, { authorization: `Bearer ${token}` })
  expect(audits()).toMatchObject([
    { client: '127.0.0.1', admin: false, errors: ['FORBIDDEN'], msg: 'a mutation was refused or failed' },
    {
      client: '127.0.0.1',
      admin: true,
      errors: [],
      msg: 'a mutation was carried out',
      operation: expect.stringContaining('某企业'),
      variables: '{"r":"王"}',
    },
  ])
})

test('secrets are taken out of the log, whichever way they came', () => {
  const logger = createLogger('info', [token, password, ''], destination)
  const before = lines.length
  logger.info(
    { headers: { authorization: `Bearer ${token}` }, err: new Error(password) },
    `${token} ${password}`,
  )
  const said = lines.slice(before).join('')
  expect(line.parse(JSON.parse(said))).toMatchObject({
    headers: { authorization: 'Bearer [secret]' },
    msg: '[secret] [secret]',
    err: { message: '[secret]' },
  })
})

test.each([
  [{ NEO4J_URI: 'bolt://me:secret@127.0.0.1:7687' }, /^NEO4J_URI holds a user or a password;/],
  [{ RATE_LIMIT: 'many' }, /^RATE_LIMIT is many; set operations per minute and client, or 0/],
  [{ RATE_LIMIT: '-1' }, /^RATE_LIMIT is -1;/],
  [{ READ_KEYS: 'my-secret-key' }, /^READ_KEYS holds something that is no SHA-256/],
  [{ INTROSPECTION: 'yes' }, /^INTROSPECTION is yes; set on or off$/],
])('a setting that can’t be used is refused without repeating a secret: %j', (environment, sentence) => {
  expect(() => readConfig(environment)).toThrow(sentence)
  expect(() => readConfig(environment)).not.toThrow(/secret/)
})

test('an error that nobody expected is masked by an id that stands in the log', async () => {
  let broken = false
  const store: Store = {
    ...idleStore,
    read: () => (broken ? Promise.reject(new Error('the cause')) : Promise.resolve([])),
  }
  const endpoint = await endpointOf(store, { logger: createLogger('error', [], destination) })
  broken = true
  const before = lines.length
  const response = await endpoint.fetch('http://localhost/graphql?query={stats{documents}}')
  const shape = z.object({
    errors: z.tuple([z.object({ message: z.string(), extensions: z.object({ id: z.string() }) })]),
  })
  const text = await response.text()
  const { errors } = shape.parse(JSON.parse(text))
  expect(text).not.toContain('the cause')
  const found = lines.slice(before).map((one) => line.parse(JSON.parse(one)))
  expect(found).toMatchObject([{ id: errors[0].extensions.id, err: { message: 'the cause' } }])
})

test('/metrics counts requests, errors, statements, what the cache of operations holds, and memory', async () => {
  await post(server.url, JSON.stringify({ query: '{ stats { documents } }' }))
  await post(server.url, JSON.stringify({ query: '{ neighbors(of: ["nobody"]) { truncated } }' }))
  const { status, headers, body } = await ask(server.url, '/metrics')
  expect({ status, type: headers['content-type'] }).toEqual({
    status: 200,
    type: 'text/plain; version=0.0.4; charset=utf-8',
  })
  for (const found of [
    /^liantu_http_request_duration_seconds_count\{path="\/graphql",status="200"\} [1-9]/m,
    /^liantu_graphql_errors_total\{code="NOT_FOUND"\} 1$/m,
    /^liantu_statement_duration_seconds_count\{statement="read\/\w+",outcome="ok"\} [1-9]/m,
    /^liantu_document_cache_total\{result="miss"\} [1-9]/m,
    /^liantu_operations_running 0$/m,
    /^process_resident_memory_bytes [1-9]\d+$/m,
    /^nodejs_eventloop_delay_p99_seconds \d/m,
  ])
    expect(body).toMatch(found)
  expect(body).not.toContain(token)
})

test('figures are written as Prometheus reads them', () => {
  const counter = new Counter('a_total', 'Counted.')
  counter.add({ what: 'a "b"\\\n' })
  counter.add({ what: 'a "b"\\\n' }, 2)
  const histogram = new Histogram('b_seconds', 'Measured.')
  histogram.observe({}, 0.004)
  histogram.observe({}, 60)
  const text = textOf([counter, histogram])
  expect(text).toContain(
    '# HELP a_total Counted.\n# TYPE a_total counter\na_total{what="a \\"b\\"\\\\\\n"} 3\n',
  )
  expect(text).toContain('b_seconds_bucket{le="0.0025"} 0\nb_seconds_bucket{le="0.005"} 1\n')
  expect(text).toMatch(
    /b_seconds_bucket\{le="30"\} 1\nb_seconds_bucket\{le="\+Inf"\} 2\nb_seconds_sum 60\.004\nb_seconds_count 2\n$/,
  )
})
