/** A server that is asked four times as much as it can answer, and one that is told to stop meanwhile. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { load } from '../../server/load/load.ts'
import { entityId } from '../../server/model/identity.ts'
import { projectFile } from '../../server/project.ts'
import { openStore } from '../../server/store/open.ts'
import { freePort } from '../freePort.ts'
import { quantile, type Figure } from './figure.ts'
import { makeIndustry, writeIndustry, type Industry } from './industry.ts'
import { randomFrom } from './random.ts'
import type { Section } from './section.ts'

const relationships = 10_000
/** How often the capacity is asked for, in seconds how long, and with how many clients the capacity is found. */
const overload = { times: 4, seconds: 6, clients: 16 }
const unloadedRounds = 400
/** Milliseconds between two bursts of requests, and between two looks at /health and the memory. */
const interval = { burst: 10, look: 100 }

const query = `query ($id: ID!) { supplyChain(of: $id, depth: 2, first: 100) { truncated entities { id name }
  relationships { id product stage start { id } end { id } evidence { stage document { url } } } } }`

interface Answer {
  /** 0 where the connection broke. */
  readonly status: number
  readonly milliseconds: number
  readonly isJson: boolean
  readonly retryAfter: string | undefined
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** A client with its own connections. */
const clientOf = (port: number) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 2_000 })
  return (path: string, body?: string): Promise<Answer> =>
    new Promise((fulfil) => {
      const began = performance.now()
      const broken = { status: 0, milliseconds: 0, isJson: false, retryAfter: undefined }
      const sent = request(
        {
          agent,
          port,
          host: '127.0.0.1',
          path,
          method: body === undefined ? 'GET' : 'POST',
          headers: { 'content-type': 'application/json' },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('error', () => {
            fulfil(broken)
          })
          response.once('end', () => {
            fulfil({
              status: response.statusCode ?? 0,
              milliseconds: performance.now() - began,
              isJson: isJson(Buffer.concat(chunks).toString('utf8')),
              retryAfter: response.headers['retry-after'],
            })
          })
        },
      )
      sent.once('error', () => {
        fulfil(broken)
      })
      sent.end(body)
    })
}
type Client = ReturnType<typeof clientOf>

/** Another operation at each call, so that no answer is kept from before. */
const bodiesOf = ({ entities, companies, companyCount }: Industry) => {
  const random = randomFrom(3)
  return (): string => {
    const name = entities[companies + Math.floor(companyCount * random())]?.name ?? ''
    const first = 50 + Math.floor(50 * random())
    const id = entityId('Company', name)
    return JSON.stringify({
      query: query.replace('first: 100', `first: ${first.toString()}`),
      variables: { id },
    })
  }
}

interface ServerProcess {
  readonly port: number
  readonly pid: number
  /** Tells it to stop and gives how long it took, in seconds. */
  stop(): Promise<number>
}

const startServer = async (dataDir: string): Promise<ServerProcess> => {
  const port = await freePort()
  const child = spawn(process.execPath, ['build/start.js'], {
    cwd: projectFile(),
    env: { ...process.env, DATA_DIR: dataDir, PORT: port.toString(), LOG_LEVEL: 'error', NEO4J_URI: '' },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const ask = clientOf(port)
  while ((await ask('/ready')).status !== 200) {
    if (child.exitCode !== null) throw new Error('the server did not start')
    await sleep(50)
  }
  return {
    port,
    pid: child.pid ?? 0,
    stop: async () => {
      const began = performance.now()
      child.kill('SIGTERM')
      await ended
      return (performance.now() - began) / 1_000
    },
  }
}

const megabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid.toString()}/status`, 'utf8'))?.[1] ?? 0) / 1024

/** Asks one after the other; gives milliseconds. */
const unloaded = async (ask: Client, body: () => string): Promise<readonly number[]> => {
  const times: number[] = []
  for (let round = 0; round < 2 * unloadedRounds; round++)
    times.push((await ask('/graphql', body())).milliseconds)
  return times.slice(unloadedRounds)
}

/** Operations answered in a second where clients ask again as soon as they are answered. */
const capacity = async (ask: Client, body: () => string): Promise<number> => {
  const until = performance.now() + 3_000
  let answered = 0
  const client = async (): Promise<void> => {
    while (performance.now() < until) if ((await ask('/graphql', body())).status === 200) answered++
  }
  await Promise.all(Array.from({ length: overload.clients }, client))
  return answered / 3
}

/** Asks so many times in a second, whatever comes back, while `goesOn`; gives every answer. */
const flood = async (
  ask: Client,
  body: () => string,
  rate: number,
  goesOn: () => boolean,
): Promise<readonly Answer[]> => {
  const answers: Promise<Answer>[] = []
  const began = performance.now()
  while (goesOn()) {
    const due = ((performance.now() - began) / 1_000) * rate
    while (answers.length < due) answers.push(ask('/graphql', body()))
    await sleep(interval.burst)
  }
  return Promise.all(answers)
}

/** Looks at /health and the memory while `goesOn`; gives the longest wait and the most memory. */
const watch = async ({ port, pid }: ServerProcess, goesOn: () => boolean) => {
  const ask = clientOf(port)
  let [health, memory] = [0, 0]
  while (goesOn()) {
    const { status, milliseconds } = await ask('/health')
    health = Math.max(health, status === 200 ? milliseconds : Infinity)
    memory = Math.max(memory, megabytesOf(pid))
    await sleep(interval.look)
  }
  return { health, memory }
}

const isRefusal = ({ status, retryAfter }: Answer): boolean => status === 503 && retryAfter !== undefined

/** Four times the capacity for some seconds. */
const measureFlood = async (server: ServerProcess, body: () => string): Promise<readonly Figure[]> => {
  const ask = clientOf(server.port)
  const alone = quantile(await unloaded(ask, body), 0.99)
  const most = await capacity(ask, body)
  const before = megabytesOf(server.pid)
  const until = performance.now() + overload.seconds * 1_000
  const goesOn = (): boolean => performance.now() < until
  const [answers, { health, memory }] = await Promise.all([
    flood(ask, body, overload.times * most, goesOn),
    watch(server, goesOn),
  ])
  const accepted = answers.filter(({ status }) => status === 200)
  const p99 = quantile(
    accepted.map(({ milliseconds }) => milliseconds),
    0.99,
  )
  const proper = answers.filter((answer) => answer.isJson && (answer.status === 200 || isRefusal(answer)))
  const store = 'embedded'
  return [
    {
      what: 'operations answered in a second, asked again as soon as answered',
      store,
      value: most,
      unit: 'rows/s',
      target: null,
    },
    {
      what: 'p99 of what is accepted at 4 × that, against p99 of one client alone',
      store,
      value: p99 / alone,
      unit: '×',
      target: { atMost: 3 },
      of: `${p99.toFixed(0)} of ${alone.toFixed(0)} ms; ${accepted.length.toString()} of ${answers.length.toString()} accepted`,
    },
    {
      what: 'answers that are JSON, and either 200 or 503 with Retry-After',
      store,
      value: (100 * proper.length) / answers.length,
      unit: '%',
      target: { atLeast: 100 },
    },
    {
      what: 'the longest wait for /health meanwhile',
      store,
      value: health,
      unit: 'ms',
      target: { atMost: 100 },
    },
    {
      what: 'memory of the server at the most, above that before',
      store,
      value: memory - before,
      unit: 'MB',
      target: { atMost: 200 },
      of: `${memory.toFixed(0)} MB`,
    },
  ]
}

/** Told to stop under the same load. */
const measureStop = async (server: ServerProcess, body: () => string): Promise<readonly Figure[]> => {
  const ask = clientOf(server.port)
  const most = await capacity(ask, body)
  let told = false
  const answers = flood(ask, body, overload.times * most, () => !told)
  await sleep(1_000)
  told = true
  // What was sent is on its way.
  await sleep(2 * interval.burst)
  const seconds = await server.stop()
  const all = await answers
  const answered = all.filter(({ isJson: is }) => is).length
  const store = 'embedded'
  return [
    {
      what: 'SIGTERM under this load, until the process has ended',
      store,
      value: seconds,
      unit: 's',
      target: { atMost: 10 },
    },
    {
      what: 'requests sent before it that were answered',
      store,
      value: (100 * answered) / all.length,
      unit: '%',
      target: { atLeast: 100 },
      of: `${answered.toString()} of ${all.length.toString()}`,
    },
  ]
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const [tables, dataDir] = [join(folder, 'tables'), join(folder, 'data')]
  const industry = makeIndustry(relationships)
  mkdirSync(tables)
  writeIndustry(tables, industry)
  const store = openStore({ dataDir, neo4j: null })
  await load({ store, dataDir, paths: [tables] })
  await store.close()
  const server = await startServer(dataDir)
  const body = bodiesOf(industry)
  try {
    yield await measureFlood(server, body)
    yield await measureStop(server, body)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A running server and one generator of load, on the same machine. */
export const overloading: Section = {
  name: 'overload',
  title: 'Overload',
  about:
    'Supply chains of depth 2 with evidence, another one each time, from an industry of 10⁴ relationships. The load is made on the same machine.',
  measure,
}
