/** The server as a process: starting, refusing to start, following a load elsewhere, stopping. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { Agent, createServer as createHttp, get } from 'node:http'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stoppable } from '../server/http/stop.ts'
import { load } from '../server/load/load.ts'
import { projectFile } from '../server/project.ts'
import { ask, listening } from './ask.ts'
import { runProgram, startServerProgram, type Program } from './programs.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const fixtures = projectFile('tests', 'fixtures')
const folders: string[] = []
const folder = (): string => {
  const path = newFolder()
  folders.push(path)
  return path
}
afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true })
})

describe('a server that can’t start says why in one sentence and ends with 1', () => {
  const refusal = async (environment: NodeJS.ProcessEnv): Promise<string> => {
    const { code, stderr } = await runProgram('start', [], {
      PORT: '0',
      LOG_LEVEL: 'silent',
      DATA_DIR: folder(),
      ...environment,
    })
    expect({ code, lines: stderr.trimEnd().split('\n').length }).toEqual({ code: 1, lines: 1 })
    return stderr.trimEnd()
  }

  test('a port in use', async () => {
    const taken = createServer()
    const port = (await listening(taken)).toString()
    expect(await refusal({ PORT: port })).toBe(`port ${port} on 127.0.0.1 is in use; set PORT to another`)
    taken.close()
  })

  test.each([
    [{ PORT: 'http' }, 'PORT is http; set a whole number from 0 to 65535'],
    [{ PORT: '65536' }, 'PORT is 65536; set a whole number from 0 to 65535'],
    [
      { EMBED_ORIGINS: 'https://a.example example.org/page' },
      'EMBED_ORIGINS has example.org/page; give origins such as https://www.example.org',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL is loud; set one of fatal, error, warn, info, debug, trace, silent'],
    [
      { NEO4J_URI: 'bolt://127.0.0.1:9' },
      'Neo4j does not answer at bolt://127.0.0.1:9; start it, or set NEO4J_URI',
    ],
    [{ NEO4J_URI: 'my server' }, expect.stringMatching(/^NEO4J_URI my server is no address of Neo4j/)],
    [{ HOST: '203.0.113.1' }, "203.0.113.1:0 can't be listened on (EADDRNOTAVAIL); set HOST and PORT"],
  ])('%j', async (environment, sentence) => {
    expect(await refusal(environment)).toEqual(sentence)
  })

  test('a DATA_DIR that is a file', async () => {
    const file = join(folder(), 'file')
    writeFileSync(file, '')
    expect(await refusal({ DATA_DIR: file })).toMatch(
      /^DATA_DIR .*file can't be used \(.*\); name a folder that can be written$/,
    )
  })

  const neo4j = process.env['TEST_NEO4J_URI']
  const testWithNeo4j = neo4j === undefined ? test.skip : test
  testWithNeo4j('a wrong password', async () => {
    expect(await refusal({ NEO4J_URI: neo4j, NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: 'wrong' })).toMatch(
      /^Neo4j at .* refuses neo4j; check NEO4J_USERNAME and NEO4J_PASSWORD$/,
    )
  })
})

describe.each(stores)('a running server on the %s store', (_name, open) => {
  let opened: Opened
  let server: Program & { readonly url: string }

  const count = async (): Promise<string> =>
    (await fetch(`${server.url}/graphql?query={entities{totalCount}}`)).text()
  const counted = (totalCount: number): string => JSON.stringify({ data: { entities: { totalCount } } })

  beforeAll(async () => {
    opened = await open()
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [fixtures] })
    server = await startServerProgram(opened.environment)
  })
  afterAll(async () => {
    server.process.kill('SIGKILL')
    await server.ended
    await opened.close()
  })

  test('shows what another process loads meanwhile', async () => {
    expect(await count()).toBe(counted(16))
    const table = join(folder(), 'more.csv')
    writeFileSync(table, 'label,name\nCompany,新来的企业\n')
    expect(await runProgram('load', [table], opened.environment)).toMatchObject({ code: 0 })
    while ((await count()) !== counted(17)) await sleep(50)
    const response = await fetch(
      `${server.url}/graphql?query=${encodeURIComponent('{entity(name:"新来的企业"){name}}')}`,
    )
    expect(await response.json()).toEqual({ data: { entity: { name: '新来的企业' } } })
  })

  test('asked to stop, it takes no new request, finishes the one under way and ends with 0', async () => {
    const { hostname, port } = new URL(server.url)
    const body = JSON.stringify({ query: '{ entities { totalCount } }' })
    const socket = connect(Number(port), hostname)
    let answer = ''
    socket.setEncoding('utf8').on('data', (text: string) => (answer += text))
    const closed = new Promise((fulfil) => socket.on('close', fulfil))
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length.toString()}\r\nConnection: close\r\n\r\n${body.slice(0, 5)}`,
    )
    await ask(server.url, '/health')
    server.process.kill('SIGTERM')
    while (
      await ask(server.url, '/health').then(
        () => true,
        () => false,
      )
    )
      await sleep(10)
    expect(server.process.exitCode).toBeNull()
    socket.write(body.slice(5))
    await closed
    expect(answer).toContain('HTTP/1.1 200 OK')
    expect(answer).toContain('{"data":{"entities":{"totalCount":17}}}')
    expect(await server.ended).toMatchObject({ code: 0, stderr: '' })
  })
})

test('a request that never ends does not keep the server from stopping', async () => {
  const dataDir = folder()
  const server = await startServerProgram({ DATA_DIR: dataDir })
  const { hostname, port } = new URL(server.url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => undefined)
  socket.write('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{')
  await ask(server.url, '/health')
  const asked = performance.now()
  server.process.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0 })
  expect(performance.now() - asked).toBeLessThan(10_000)
})

test('connections on which nothing was asked, or nothing is any more, are not waited for', async () => {
  const server = createHttp((_request, response) => response.end())
  const stop = stoppable(server, 2 ** 30)
  const port = await listening(server)
  const used = new Agent({ keepAlive: true })
  await new Promise((fulfil) =>
    get({ port, host: '127.0.0.1', agent: used }, (response) => response.resume().on('end', fulfil)),
  )
  const unused = connect(port, '127.0.0.1')
  await new Promise((fulfil) => unused.once('connect', fulfil))
  await stop()
  used.destroy()
})

test('a second SIGTERM changes nothing', async () => {
  const server = await startServerProgram({ DATA_DIR: folder() })
  server.process.kill('SIGTERM')
  server.process.kill('SIGTERM')
  expect(await server.ended).toMatchObject({ code: 0, signal: null })
})
