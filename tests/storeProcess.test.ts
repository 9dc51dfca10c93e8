/** The embedded store's process: shared, killed, overrun, left alone, and given a file that is none of its own. */
import { afterEach, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbedded, type EmbeddedOptions } from '../server/store/embedded/client.ts'
import type { Statement } from '../server/store/statement.ts'
import { StoreError, type Row, type Store, type StoreFailure } from '../server/store/store.ts'

const stores: Store[] = []
const folders: string[] = []
const dataDirs = new Set<string>()

const folder = (): string => {
  const path = mkdtempSync(join(tmpdir(), 'liantu-test-'))
  folders.push(path)
  return path
}

const open = (dataDir: string, options: Partial<EmbeddedOptions> = {}): Store => {
  const store = openEmbedded({ dataDir, ...options })
  stores.push(store)
  dataDirs.add(dataDir)
  return store
}

const st = (text: string): Statement<Row> => ({ name: 'test', text, decode: (row) => row })
const count = st('MATCH (n:Entity) RETURN count(n) AS count')
const create = st('UNWIND $ids AS id CREATE (n:Entity {id: id})')
const setup = [
  st('CREATE CONSTRAINT c IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE'),
  st('CREATE INDEX i IF NOT EXISTS FOR (n:Entity) ON (n.id)'),
]
/** Minutes of work: every triple of 300 nodes. */
const endless = st(
  'MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.id + b.id + c.id = -1 RETURN count(*) AS count',
)
const manyIds = Array.from({ length: 1_000 }, (_, index) => index)

const countIn = async (store: Store): Promise<unknown> => (await store.read(count, {}))[0]?.['count']

const pids = (dataDir: string): number[] =>
  readFileSync(join(dataDir, 'store.log'), 'utf8')
    .split('\n')
    .filter((line) => line.includes(' serves '))
    .map((line) => Number(line.split(' ')[0]))

const lastPid = (dataDir: string): number => {
  const pid = pids(dataDir).at(-1)
  if (pid === undefined) throw new Error('no store process has started')
  return pid
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return !readFileSync(`/proc/${pid.toString()}/stat`, 'utf8').includes(') Z ')
  } catch {
    return false
  }
}

const failureOf = async (work: Promise<unknown>): Promise<StoreError> => {
  try {
    await work
  } catch (error) {
    if (error instanceof StoreError) return error
    throw error
  }
  throw new Error('it did not fail')
}

const expectFailure = async (
  work: Promise<unknown>,
  failure: StoreFailure,
  message: RegExp,
): Promise<void> => {
  const error = await failureOf(work)
  expect({ failure: error.failure, message: error.message }).toEqual({
    failure,
    message: expect.stringMatching(message),
  })
}

afterEach(async () => {
  for (const store of stores.splice(0)) await store.close()
  for (const dataDir of dataDirs) {
    const mine = existsSync(join(dataDir, 'store.log')) ? pids(dataDir).filter(isAlive) : []
    for (const pid of mine) process.kill(pid, 'SIGTERM')
    for (const pid of mine) while (isAlive(pid)) await sleep(10)
  }
  dataDirs.clear()
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true })
})

test('two clients that start at once share one process, and each sees what the other wrote', async () => {
  const dataDir = folder()
  const [first, second] = [open(dataDir), open(dataDir)]
  await Promise.all([first.health(), second.health()])
  await first.batch([{ statement: create, params: { ids: [1] } }])
  expect(await countIn(second)).toBe(1)
  expect(pids(dataDir)).toHaveLength(1)
})

test('writes of two clients at the same time are all kept', async () => {
  const dataDir = folder()
  const both = [open(dataDir), open(dataDir)]
  await Promise.all(
    both.flatMap((store, index) =>
      Array.from({ length: 20 }, (_, round) => store.write(create, { ids: [index * 100 + round] })),
    ),
  )
  expect(await countIn(open(dataDir))).toBe(40)
})

test('a killed process is opened again with all that was committed', async () => {
  const dataDir = folder()
  const store = open(dataDir)
  await store.setup(setup)
  await store.batch([{ statement: create, params: { ids: [1, 2, 3] } }])
  process.kill(lastPid(dataDir), 'SIGKILL')
  expect(await countIn(store)).toBe(3)
  await expectFailure(store.write(create, { ids: [3] }), 'STATEMENT', /^test: .*constraint/i)
  expect(pids(dataDir)).toHaveLength(2)
})

test('a write under way while the process is killed fails as unavailable, and nothing of it is kept', async () => {
  const dataDir = folder()
  const store = open(dataDir)
  await store.batch([{ statement: create, params: { ids: manyIds } }])
  const slow = store.write(
    st('MATCH (a:Entity), (b:Entity), (c:Entity) WHERE a.id + b.id + c.id = -1 CREATE (:Entity)'),
    {},
  )
  const failed = expectFailure(slow, 'UNAVAILABLE', /^test: the store process ended meanwhile; try again$/)
  await sleep(200)
  process.kill(lastPid(dataDir), 'SIGKILL')
  await failed
  expect(await countIn(store)).toBe(1_000)
})

test('a read under way while the process is killed is asked again', async () => {
  const dataDir = folder()
  const store = open(dataDir)
  await store.batch([{ statement: create, params: { ids: manyIds } }])
  const rows = store.read(
    st('MATCH (a:Entity), (b:Entity) WHERE a.id + b.id = -1 RETURN count(*) AS count'),
    {},
  )
  await sleep(30)
  process.kill(lastPid(dataDir), 'SIGKILL')
  expect(await rows).toEqual([{ count: 0 }])
})

test('a batch is all or nothing', async () => {
  const store = open(folder())
  await store.setup(setup)
  const steps = [[1, 2], [3], [1]].map((ids) => ({ statement: create, params: { ids } }))
  await expectFailure(store.batch(steps), 'STATEMENT', /^test: .*constraint/i)
  expect(await countIn(store)).toBe(0)
  await store.batch(steps.slice(0, 2))
  expect(await countIn(store)).toBe(3)
})

test.each([
  'CREATE (n:Entity {id: 9})',
  'MATCH (n:Entity) SET n.id = 9',
  'MATCH (n:Entity) DETACH DELETE n',
  'MATCH (n:Entity) REMOVE n.id',
  'MERGE (n:Entity {id: 9})',
  'UNWIND [1] AS x FOREACH (y IN [x] | CREATE (:Entity {id: y}))',
  "MATCH (n:Entity) WITH n, 'it''s // \\' no comment' AS x /* so */ set n.id = 9",
  'CALL () { CREATE (:Entity {id: 9}) }',
  'CALL db.createLabel("Entity")',
  'DROP INDEX i',
  'CREATE INDEX j FOR (n:Entity) ON (n.name)',
  "LOAD CSV FROM 'file:///etc/hostname' AS row RETURN row",
])('read() changes nothing: %s', async (text) => {
  const store = open(folder())
  await store.setup(setup)
  await store.write(create, { ids: [1] })
  await expectFailure(
    store.read(st(text), {}),
    'STATEMENT',
    /^test: [A-Z]+ may not stand in a statement that reads$/,
  )
  expect(await store.read(st('MATCH (n:Entity) RETURN n.id AS id'), {})).toEqual([{ id: 1 }])
  await expectFailure(store.write(create, { ids: [1] }), 'STATEMENT', /constraint/i)
})

test('read() takes words that only look like writing', async () => {
  const store = open(folder())
  const text = "// CREATE\nRETURN 'DELETE' AS `merge`, $given AS b, \"it's SET\" AS c /* DROP */"
  expect(await store.read(st(text), { given: 2 })).toEqual([{ merge: 'DELETE', b: 2, c: "it's SET" }])
})

test('a statement over its time limit is stopped, and the next one works', async () => {
  const dataDir = folder()
  const store = open(dataDir, { timeouts: { read: 500, write: 5_000 } })
  await store.batch([{ statement: create, params: { ids: manyIds } }])
  await expectFailure(store.read(endless, {}), 'TIMEOUT', /^test: took longer than 0\.5 s and was stopped$/)
  expect(await countIn(store)).toBe(1_000)
  expect(pids(dataDir)).toHaveLength(2)
})

test('a write that waits for a long one is not stopped for it', async () => {
  const store = open(folder(), { timeouts: { read: 30_000, write: 1_500 } })
  await store.batch([{ statement: create, params: { ids: manyIds } }])
  const slow = st('MATCH (a:Entity), (b:Entity) WHERE a.id + b.id = -1 CREATE (:Entity)')
  await Promise.all(Array.from({ length: 12 }, () => store.write(slow, {})))
  expect(await countIn(store)).toBe(1_000)
})

test('a process that stands still is ended and replaced', async () => {
  const dataDir = folder()
  const store = open(dataDir, { timeouts: { read: 100, write: 100 } })
  await store.health()
  process.kill(lastPid(dataDir), 'SIGSTOP')
  await expectFailure(
    store.read(count, {}),
    'TIMEOUT',
    /^test: the store process did not answer and was ended$/,
  )
  expect(await countIn(store)).toBe(0)
}, 20_000)

test('an abandoned read rejects at once with the reason', async () => {
  const store = open(folder())
  await store.batch([{ statement: create, params: { ids: manyIds } }])
  const abort = new AbortController()
  const rows = store.read(
    st('MATCH (a:Entity), (b:Entity) WHERE a.id + b.id = -1 RETURN count(*) AS c'),
    {},
    abort.signal,
  )
  setTimeout(() => {
    abort.abort(new Error('nobody listens'))
  }, 20)
  await expect(rows).rejects.toThrow('nobody listens')
  await expect(store.read(count, {}, abort.signal)).rejects.toThrow('nobody listens')
})

test('parameters that the engine dies of are refused', async () => {
  const store = open(folder())
  const give = st('RETURN $value AS value')
  const nested = (levels: number): Row => (levels === 0 ? {} : { inner: nested(levels - 1) })
  await expectFailure(store.read(give, { value: nested(40) }), 'STATEMENT', /nested deeper than 32 levels/)
  const cyclic: Record<string, Row> = {}
  cyclic['self'] = cyclic
  await expectFailure(store.read(give, { value: cyclic }), 'STATEMENT', /contains itself/)
  expect(await store.read(give, { value: nested(20) })).toEqual([{ value: nested(20) }])
})

test('large parameters and answers pass whole', async () => {
  const store = open(folder())
  const values = Array.from({ length: 20_000 }, (_, index) => `第${index.toString()}家：链图 𠮷 "\n`)
  expect(await store.read(st('UNWIND $values AS value RETURN value'), { values })).toEqual(
    values.map((value) => ({ value })),
  )
})

test('the process ends when nobody is connected, and starts again for the next client', async () => {
  const dataDir = folder()
  const store = open(dataDir)
  await store.write(create, { ids: [1] })
  const pid = lastPid(dataDir)
  await store.close()
  await sleep(1_000)
  expect(isAlive(pid)).toBe(true)
  for (let waited = 0; isAlive(pid) && waited < 5_000; waited += 50) await sleep(50)
  expect(isAlive(pid)).toBe(false)
  expect(existsSync(join(dataDir, 'store.sock'))).toBe(false)
  expect(await countIn(open(dataDir))).toBe(1)
})

test('a folder whose name is too long for a socket works', async () => {
  const dataDir = join(folder(), '很长的名字'.repeat(8))
  const store = open(dataDir)
  await store.write(create, { ids: [1] })
  expect(await countIn(open(dataDir))).toBe(1)
  expect(pids(dataDir)).toHaveLength(1)
  await store.close()
})

test('a stale socket is replaced', async () => {
  const dataDir = folder()
  writeFileSync(join(dataDir, 'store.sock'), '')
  const store = open(dataDir)
  await store.health()
})

test('a file that is no store is named in one sentence, and left alone', async () => {
  const dataDir = folder()
  mkdirSync(join(dataDir, 'store'))
  const file = join(dataDir, 'store', 'graph.grafeo')
  writeFileSync(file, 'my diary')
  const store = open(dataDir)
  await expectFailure(
    store.health(),
    'DAMAGED',
    /^the store file .*graph\.grafeo can't be opened \(.*\); npm start moves .*store aside/,
  )
  await expectFailure(store.read(count, {}), 'DAMAGED', /can't be opened/)
  expect(readFileSync(file, 'utf8')).toBe('my diary')
})

test('a DATA_DIR that can not be made is named in one sentence', async () => {
  const dataDir = join(folder(), 'file')
  writeFileSync(dataDir, '')
  await expectFailure(
    open(dataDir).health(),
    'REFUSED',
    /^DATA_DIR .*file can't be used \(.*\); name a folder that can be written$/,
  )
})

test('a closed store says so', async () => {
  const store = open(folder())
  await store.close()
  await expectFailure(store.read(count, {}), 'UNAVAILABLE', /^the store is closed$/)
})
