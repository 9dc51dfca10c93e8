/** Neo4j as a store: what it says when it can't be reached, refuses or runs out of time. */
import { afterAll, expect, test } from '@jest/globals'
import { createServer, type Server, type Socket } from 'node:net'
import { openNeo4j, type Neo4jOptions } from '../server/store/neo4j.ts'
import type { Statement } from '../server/store/statement.ts'
import { StoreError, type Row, type Store, type StoreFailure } from '../server/store/store.ts'

const stores: Store[] = []
const servers: Server[] = []
const sockets: Socket[] = []
const given = process.env['TEST_NEO4J_URI']
const testWithNeo4j = given === undefined ? test.skip : test

const open = (options: Partial<Neo4jOptions> = {}): Store => {
  const store = openNeo4j({
    uri: given ?? '',
    username: process.env['TEST_NEO4J_USERNAME'] ?? 'neo4j',
    password: process.env['TEST_NEO4J_PASSWORD'] ?? '',
    database: 'neo4j',
    ...options,
  })
  stores.push(store)
  return store
}

const st = (text: string): Statement<Row> => ({ name: 'test', text, decode: (row) => row })
const endless = st(
  'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a WHERE a < 0 RETURN count(*) AS c',
)

const expectFailure = async (
  work: Promise<unknown>,
  failure: StoreFailure,
  message: RegExp,
): Promise<void> => {
  const error: unknown = await work.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof StoreError)) throw error
  expect({ failure: error.failure, message: error.message }).toEqual({
    failure,
    message: expect.stringMatching(message),
  })
}

afterAll(async () => {
  for (const store of stores) await store.close()
  for (const socket of sockets) socket.destroy()
  for (const server of servers) server.close()
})

test('an address where nobody answers is named, within seconds', async () => {
  const store = open({ uri: 'bolt://127.0.0.1:9' })
  const sentence = /^Neo4j does not answer at bolt:\/\/127\.0\.0\.1:9; start it, or set NEO4J_URI$/
  await expectFailure(store.health(), 'UNAVAILABLE', sentence)
  await expectFailure(store.read(st('RETURN 1 AS one'), {}), 'UNAVAILABLE', sentence)
  await expectFailure(store.write(st('RETURN 1 AS one'), {}), 'UNAVAILABLE', sentence)
}, 15_000)

/** Listens with this behaviour for each connection; gives the address, as Neo4j's are written. */
const listening = async (accept: (socket: Socket) => void): Promise<string> => {
  const server = createServer((socket) => {
    sockets.push(socket)
    accept(socket)
  })
  servers.push(server)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return `bolt://127.0.0.1:${address !== null && typeof address === 'object' ? address.port.toString() : ''}`
}

test('an address where something else listens and stays silent is named, within seconds', async () => {
  const store = open({ uri: await listening(() => undefined) })
  await expectFailure(store.health(), 'UNAVAILABLE', /^Neo4j does not answer at bolt:/)
}, 15_000)

test('a server that goes away while it is logged in to is named', async () => {
  const bolt54 = Buffer.from([0, 0, 4, 5])
  const uri = await listening((socket) => {
    socket.once('data', () => {
      socket.write(bolt54)
      socket.once('data', () => socket.destroy())
    })
  })
  const store = open({ uri })
  await expectFailure(store.health(), 'UNAVAILABLE', /^Neo4j does not answer at bolt:/)
  await expectFailure(store.read(st('RETURN 1 AS one'), {}), 'UNAVAILABLE', /^Neo4j does not answer at/)
}, 15_000)

test('an address that is none is refused', () => {
  expect(() => open({ uri: 'my server' })).toThrow(
    /^NEO4J_URI my server is no address of Neo4j \(.*\); try bolt:/,
  )
  expect(() => open({ uri: 'http://127.0.0.1' })).toThrow(StoreError)
})

testWithNeo4j('a wrong password is told apart from a missing server', async () => {
  await expectFailure(
    open({ password: 'wrong' }).health(),
    'REFUSED',
    /^Neo4j at .* refuses neo4j; check NEO4J_USERNAME and NEO4J_PASSWORD$/,
  )
})

testWithNeo4j('a database that does not exist is named', async () => {
  await expectFailure(
    open({ database: 'nowhere' }).health(),
    'REFUSED',
    /^Neo4j at .* has no database nowhere; set NEO4J_DATABASE$/,
  )
})

testWithNeo4j.each([
  'CREATE (n:StoreTest) RETURN n.id AS id',
  'CREATE INDEX store_test FOR (n:StoreTest) ON (n.id)',
  'MATCH (n) DETACH DELETE n',
])('read() changes nothing: %s', async (text) => {
  await expectFailure(
    open().read(st(text), {}),
    'STATEMENT',
    /^test: Writing in read access mode not allowed/,
  )
})

testWithNeo4j(
  'a statement over its time limit is stopped, and the next one works',
  async () => {
    const store = open({ timeouts: { read: 500, write: 500 } })
    await expectFailure(store.read(endless, {}), 'TIMEOUT', /^test: took too long and was stopped$/)
    await expectFailure(store.write(endless, {}), 'TIMEOUT', /^test: took too long and was stopped$/)
    expect(await store.read(st('RETURN 1 AS one'), {})).toEqual([{ one: 1 }])
  },
  30_000,
)

testWithNeo4j(
  'an abandoned read is stopped on the server, and rejects with the reason',
  async () => {
    const store = open()
    const abort = new AbortController()
    setTimeout(() => {
      abort.abort(new Error('nobody listens'))
    }, 300)
    const started = Date.now()
    await expect(store.read(endless, {}, abort.signal)).rejects.toThrow('nobody listens')
    expect(Date.now() - started).toBeLessThan(10_000)
    const running = await store.read(
      st('SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH "UNWIND"'),
      {},
    )
    expect(running).toEqual([])
  },
  30_000,
)

testWithNeo4j('whole numbers are integers in and out', async () => {
  const text =
    'RETURN $seven / 2 AS half, $list[0] / 2 AS first, $map.inner / 2 AS inner, $part AS part, 1 AS one'
  const rows = await open().read(st(text), { seven: 7, list: [7], map: { inner: 7 }, part: 3.5 })
  expect(rows).toEqual([{ half: 3, first: 3, inner: 3, part: 3.5, one: 1 }])
})

testWithNeo4j('a batch is all or nothing', async () => {
  const store = open()
  const create = st('CREATE (n:StoreTest {id: $id})')
  const bad = st('UNWIND [1, 0] AS x RETURN 1 / x AS y')
  const steps = [
    { statement: create, params: { id: 1 } },
    { statement: bad, params: {} },
  ]
  await expectFailure(store.batch(steps), 'STATEMENT', /^test: .*by zero/)
  expect(await store.read(st('MATCH (n:StoreTest) RETURN n.id AS id'), {})).toEqual([])
})
