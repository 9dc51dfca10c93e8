/** What breaks, and what is left afterwards: clear sentences, clean failures, nothing lost. */
import { afterAll, afterEach, describe, expect, jest, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { freePort } from '../scripts/freePort.ts'
import { missingForNeo4j, startNeo4j } from '../scripts/neo4jServer.ts'
import { readConfig } from '../server/config.ts'
import { load } from '../server/load/load.ts'
import { startServer, type Running } from '../server/main.ts'
import { projectFile } from '../server/project.ts'
import { graphState } from '../server/read/stats.ts'
import { openEmbedded } from '../server/store/embedded/client.ts'
import type { Statement } from '../server/store/statement.ts'
import type { Row } from '../server/store/store.ts'
import { ask } from './ask.ts'
import { answerShape, askAnother } from './askAnother.ts'
import { endpointOf, idleStore } from './endpoint.ts'
import { runProgram } from './programs.ts'
import { newFolder, stores } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')
const folders: string[] = []
const folder = (): string => {
  const path = newFolder()
  folders.push(path)
  return path
}
const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0).reverse()) await server.stop()
})
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true })
})

const silent = pino({ level: 'silent' })
const start = async (environment: NodeJS.ProcessEnv, logger = silent): Promise<Running> => {
  const server = await startServer(readConfig({ PORT: '0', ...environment }), logger)
  running.push(server)
  return server
}

/** The store process that started last. */
const storePid = (dataDir: string): number => {
  const lines = readFileSync(join(dataDir, 'store.log'), 'utf8').split('\n')
  return Number(lines.findLast((line) => line.includes(' serves '))?.split(' ')[0])
}

/** Resolves when the store process, which nobody uses any more, has written its last and ended. */
const storeProcessEnded = async (dataDir: string): Promise<void> => {
  const pid = storePid(dataDir)
  for (;;) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await sleep(50)
  }
}

/** Loads the fixtures into a new DATA_DIR and waits until its store process has let go; gives the version. */
const loadFixtures = async (dataDir: string): Promise<string> => {
  const store = openEmbedded({ dataDir })
  const { version } = await load({ store, dataDir, paths: [fixtures] })
  await store.close()
  await storeProcessEnded(dataDir)
  return version
}

describe('a damaged store file is moved aside and the graph made anew from its sources, said aloud', () => {
  const damages: readonly [string, (file: string) => void][] = [
    ['no store at all', (file) => writeFileSync(file, 'my diary')],
    ['empty', (file) => writeFileSync(file, '')],
    ['cut in half', (file) => truncateSync(file, Math.floor(statSync(file).size / 2))],
  ]
  test.each(damages)('%s', async (_what, damage) => {
    const dataDir = folder()
    const version = await loadFixtures(dataDir)
    const file = join(dataDir, 'store', 'graph.grafeo')
    damage(file)
    const damaged = readFileSync(file)
    const lines: string[] = []
    const server = await start(
      { DATA_DIR: dataDir },
      pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) }),
    )
    expect(await askAnother(server.url)).toMatchObject({
      status: 200,
      data: { entities: { totalCount: 16 }, stats: { version } },
    })
    expect(lines.join('')).toMatch(
      /store is damaged and was moved to .*store\.damaged-1; the graph is made anew/,
    )
    expect(readFileSync(join(dataDir, 'store.damaged-1', 'graph.grafeo'))).toEqual(damaged)
  })

  test('by the loader too, which then loads what it was given', async () => {
    const dataDir = folder()
    await loadFixtures(dataDir)
    writeFileSync(join(dataDir, 'store', 'graph.grafeo'), 'my diary')
    const table = join(folder(), 'more.csv')
    writeFileSync(table, 'label,name\nCompany,新来的企业\n')
    const { code, stdout } = await runProgram('load', [table], { DATA_DIR: dataDir })
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('was moved to') })
    const server = await start({ DATA_DIR: dataDir })
    expect(await askAnother(server.url)).toMatchObject({ data: { entities: { totalCount: 17 } } })
  })

  test('where nothing was kept, from the data that ships', async () => {
    const dataDir = folder()
    mkdirSync(join(dataDir, 'store'))
    writeFileSync(join(dataDir, 'store', 'graph.grafeo'), 'my diary')
    const server = await start({ DATA_DIR: dataDir })
    expect(await askAnother(server.url)).not.toMatchObject({ data: { entities: { totalCount: 0 } } })
  })
})

test('the store process killed ten times under load: each answer is right or says why not, and nothing is lost', async () => {
  const dataDir = folder()
  const version = await loadFixtures(dataDir)
  const server = await start({ DATA_DIR: dataDir })
  const right = { entities: { totalCount: 16 }, stats: { version } }
  const answers: Awaited<ReturnType<typeof askAnother>>[] = []
  let done = false
  const client = async (): Promise<void> => {
    while (!done) answers.push(await askAnother(server.url))
  }
  const clients = Array.from({ length: 4 }, client)
  let killed = 0
  for (let round = 0; round < 10; round++) {
    const pid = storePid(dataDir)
    await sleep(37 * ((round * 7) % 10))
    process.kill(pid, 'SIGKILL')
    killed++
    while (storePid(dataDir) === pid) await sleep(5)
  }
  done = true
  await Promise.all(clients)
  expect(killed).toBe(10)
  expect(answers.length).toBeGreaterThan(10)
  for (const { status, data, errors } of answers) {
    expect(status).toBe(200)
    if (errors === undefined) expect(data).toEqual(right)
    else expect(errors.map(({ extensions }) => extensions?.code)).toContain('STORE_UNAVAILABLE')
  }
  expect(await askAnother(server.url)).toMatchObject({ status: 200, data: right })
})

test('a disk that is full stops a load with one sentence; run again with room, it ends as if nothing had been', async () => {
  const table = join(folder(), 'many.csv')
  const rows = Array.from({ length: 4_000 }, (_, index) => `Company,第${index.toString()}家企业`)
  writeFileSync(table, `label,name\n${rows.join('\n')}\n`)
  const whole = folder()
  const { stdout } = await runProgram('load', [table], { DATA_DIR: whole })
  const version = /^version .*$/m.exec(stdout)?.[0]

  const dataDir = folder()
  // A file may grow to so many kilobytes: what is written beyond fails as it does on a full disk.
  const child = spawn('sh', ['-c', `ulimit -f 600; trap '' XFSZ; exec node build/load.js ${table}`], {
    cwd: projectFile(),
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await once(child, 'close')
  expect({ code: child.exitCode, said }).toEqual({
    code: 1,
    said: expect.stringMatching(/^[^\n]*the disk of DATA_DIR is full; free some space[^\n]*\n$/),
  })
  await storeProcessEnded(dataDir)
  const again = await runProgram('load', [table], { DATA_DIR: dataDir })
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining(version ?? 'a version') })
})

test.each(['start', 'load'] as const)(
  'a DATA_DIR that can’t be written is named: npm run %s',
  async (program) => {
    const args = program === 'load' ? [fixtures] : []
    const { code, stderr } = await runProgram(program, args, { PORT: '0', DATA_DIR: '/sys/liantu' })
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: expect.stringMatching(
        /^DATA_DIR \/sys\/liantu can't be used \([^\n]*\); name a folder that can be written\n$/,
      ),
    })
  },
)

const st = (text: string): Statement<Row> => ({ name: 'test', text, decode: (row) => row })

test('a clock that jumps changes nothing for what is under way', async () => {
  const dataDir = folder()
  const store = openEmbedded({ dataDir })
  await store.health()
  const day = 86_400_000
  const before = Date.now()
  process.kill(storePid(dataDir), 'SIGSTOP')
  const rows = store.read(st('RETURN 1 AS one'), {})
  const clock = jest.spyOn(Date, 'now').mockReturnValue(before + day)
  await sleep(1_500)
  clock.mockReturnValue(before - day)
  await sleep(1_500)
  clock.mockRestore()
  process.kill(storePid(dataDir), 'SIGCONT')
  expect(await rows).toEqual([{ one: 1 }])
  await store.close()
})

const neo4jJars = projectFile('.neo4j')
const testWithNeo4j =
  process.env['TEST_NEO4J_URI'] === undefined || missingForNeo4j(neo4jJars) !== null ? test.skip : test

testWithNeo4j(
  'Neo4j stopped and started again: not ready and failing fast, then working without a restart',
  async () => {
    const options = {
      folder: folder(),
      jarFolder: neo4jJars,
      boltPort: await freePort(),
      httpPort: await freePort(),
      quiet: true,
    }
    const neo4jStarted = async () => {
      const started = await startNeo4j(options)
      running.push(started)
      return started
    }
    const first = await neo4jStarted()
    const environment = {
      DATA_DIR: folder(),
      NEO4J_URI: first.uri,
      NEO4J_USERNAME: first.username,
      NEO4J_PASSWORD: first.password,
    }
    const { code } = await runProgram('load', [fixtures], environment)
    expect(code).toBe(0)
    const unknown: string[] = []
    const logger = pino({ level: 'error' }, { write: (line: string) => void unknown.push(line) })
    const server = await start(environment, logger)
    const states = async () => ({
      ready: (await ask(server.url, '/ready')).status,
      health: (await ask(server.url, '/health')).status,
      code: (await askAnother(server.url)).errors?.[0]?.extensions?.code,
    })
    expect(await states()).toEqual({ ready: 200, health: 200, code: undefined })
    const answers: Awaited<ReturnType<typeof askAnother>>[] = []
    let done = false
    const client = async (): Promise<void> => {
      while (!done) {
        answers.push(await askAnother(server.url))
        await sleep(20)
      }
    }
    const clients = Array.from({ length: 4 }, client)
    await first.stop()
    expect(await states()).toEqual({ ready: 503, health: 200, code: 'STORE_UNAVAILABLE' })
    await neo4jStarted()
    while ((await states()).ready !== 200) await sleep(100)
    while ((await states()).code !== undefined) await sleep(100)
    done = true
    await Promise.all(clients)
    expect(unknown).toEqual([])
    for (const { errors = [] } of answers)
      expect(['STORE_UNAVAILABLE', undefined]).toContain(errors[0]?.extensions?.code)
  },
  400_000,
)

describe.each(stores)('on the %s store', (_name, open) => {
  test('an operation that takes too long ends with TIMEOUT, and the next one works', async () => {
    const opened = await open()
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [fixtures] })
    const endless = st(
      'MATCH (a:Entity), (b:Entity), (c:Entity), (d:Entity), (e:Entity), (f:Entity), (g:Entity), (h:Entity) WHERE a.id + b.id + c.id + d.id + e.id + f.id + g.id + h.id = "" RETURN count(*) AS count',
    )
    let slow = false
    const endpoint = await endpointOf(
      {
        ...idleStore,
        read: async (statement, params, signal) => {
          if (slow) await opened.store.read(endless, {}, signal)
          return opened.store.read(statement, params, signal)
        },
      },
      { timeout: 5_000 },
    )
    const answer = async () => {
      const response = await endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ documents { totalCount } }' }),
      })
      return answerShape.parse(await response.json())
    }
    slow = true
    expect((await answer()).errors).toEqual([
      {
        message: 'the operation took too long and was stopped; ask for less (a smaller depth or first)',
        extensions: { code: 'TIMEOUT' },
      },
    ])
    slow = false
    expect((await answer()).errors).toBeUndefined()
    expect(await graphState(opened.store)).toBeDefined()
    await opened.close()
  })
})
