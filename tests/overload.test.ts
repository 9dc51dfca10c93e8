/** More than the server can answer at once, and requests that nobody waits for any more. */
import { afterEach, describe, expect, test } from '@jest/globals'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { getIntrospectionQuery } from 'graphql'
import { Admission } from '../server/http/admission.ts'
import { createHttpServer, type ClientBounds } from '../server/http/server.ts'
import type { Store } from '../server/store/store.ts'
import { ask, listening } from './ask.ts'
import { anotherOperation, askAnother } from './askAnother.ts'
import { endpointOf, idleStore } from './endpoint.ts'

const day = 86_400_000

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})

let freed: (() => void)[] = []
const stuck: Store = {
  ...idleStore,
  read: () =>
    new Promise((fulfil) => {
      freed.push(() => {
        fulfil([])
      })
    }),
}
const free = (): void => {
  for (const one of freed.splice(0)) one()
}

test('beyond what runs and waits, 503 with Retry-After at once; health answers; what was accepted is answered', async () => {
  let filling = false
  const endpoint = await endpointOf({
    ...stuck,
    read: (...of) => (filling ? stuck.read(...of) : Promise.resolve([])),
  })
  filling = true
  const server = createHttpServer({
    endpoint,
    store: idleStore,
    isReady: () => true,
    production: false,
    admission: { running: 2, waiting: 3, patience: 60_000 },
  })
  running.push({
    stop: async () => {
      filling = false
      free()
      server.closeAllConnections()
      await new Promise((fulfil) => server.close(fulfil))
    },
  })
  const url = `http://127.0.0.1:${(await listening(server)).toString()}`
  const accepted = Array.from({ length: 5 }, () => askAnother(url))
  while (freed.length < 2) await sleep(5)
  while (!/liantu_operations_waiting 3/.test((await ask(url, '/metrics')).body)) await sleep(5)
  const refused = await askAnother(url)
  expect({ status: refused.status, retry: refused.headers['retry-after'], errors: refused.errors }).toEqual({
    status: 503,
    retry: '1',
    errors: [{ message: 'the server is busy; try again in a moment', extensions: { code: 'OVERLOADED' } }],
  })
  expect((await ask(url, '/health')).status).toBe(200)
  filling = false
  free()
  const answers = await Promise.all(accepted)
  for (const { status } of answers) expect([200, 503]).toContain(status)
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(2)
})

test('in overload fewer run at once, and nobody comes in but for them', async () => {
  const admission = new Admission({
    running: 3,
    pressed: 1,
    waiting: 1,
    patience: day,
    interval: day,
    target: day,
  })
  const ends: (() => void)[] = []
  const work = (): Promise<string> =>
    new Promise((fulfil) => {
      ends.push(() => {
        fulfil('done')
      })
    })
  const accepted = Array.from({ length: 4 }, () => admission.through(work))
  expect([admission.running, admission.waiting, admission.isFull]).toEqual([3, 1, true])
  expect(await admission.through(work)).toBeNull()
  for (const left of [2, 1]) {
    ends.shift()?.()
    while (admission.running > left) await sleep(1)
    expect(admission.waiting).toBe(1)
  }
  ends.shift()?.()
  while (admission.waiting > 0) await sleep(1)
  expect(admission.running).toBe(1)
  ends.shift()?.()
  expect(await Promise.all(accepted)).toEqual(['done', 'done', 'done', 'done'])
})

test('an abandoned request gives its statements up, and its place', async () => {
  freed = []
  const signals: AbortSignal[] = []
  let filling = false
  const endpoint = await endpointOf({
    ...idleStore,
    read: (_statement, _params, signal) => {
      if (!filling || signal === undefined) return Promise.resolve([])
      signals.push(signal)
      return new Promise((_fulfil, reject) => {
        signal.addEventListener('abort', () => {
          reject(new DOMException('given up', 'AbortError'))
        })
      })
    },
  })
  filling = true
  const server = createHttpServer({
    endpoint,
    store: idleStore,
    isReady: () => true,
    production: false,
    admission: { running: 1 },
  })
  const port = await listening(server)
  const sent = request({
    port,
    host: '127.0.0.1',
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    agent: false,
  })
  sent.on('error', () => undefined)
  sent.end(anotherOperation())
  while (signals.length === 0) await sleep(5)
  sent.destroy()
  while (signals.some(({ aborted }) => !aborted)) await sleep(5)
  filling = false
  expect((await askAnother(`http://127.0.0.1:${port.toString()}`)).status).toBe(200)
  server.close()
})

/** Work that ends when it is told to. */
const heldWork = (): { readonly work: () => Promise<string>; readonly end: () => void } => {
  let end = (): void => undefined
  const ended = new Promise<void>((fulfil) => {
    end = fulfil
  })
  return {
    work: async () => {
      await ended
      return 'done'
    },
    end: () => {
      end()
    },
  }
}

test('who has waited as long as is waited at all is refused, and leaves the queue', async () => {
  const admission = new Admission({
    running: 1,
    pressed: 1,
    waiting: 5,
    patience: 20,
    interval: day,
    target: day,
  })
  const first = heldWork()
  const running = admission.through(first.work)
  expect(await admission.through(() => Promise.resolve('never'))).toBeNull()
  expect([admission.running, admission.waiting]).toEqual([1, 0])
  first.end()
  expect(await running).toBe('done')
})

test.each([
  ['longer than is waited in overload', 0, null],
  ['no longer', day, 'served'],
])('in a queue that stands, who has waited %s is answered accordingly', async (_how, target, answer) => {
  const admission = new Admission({ running: 1, pressed: 1, waiting: 5, patience: day, interval: 0, target })
  const first = heldWork()
  const running = admission.through(first.work)
  const waiting = admission.through(() => Promise.resolve('served'))
  await sleep(5)
  first.end()
  expect([await running, await waiting]).toEqual(['done', answer])
})

test('connections beyond the bound are closed at once, and those within it are served', async () => {
  const server = createHttpServer({
    endpoint: await endpointOf(idleStore),
    store: idleStore,
    isReady: () => true,
    production: false,
    clients: { connections: 1 },
  })
  running.push({
    stop: async () => {
      server.closeAllConnections()
      await new Promise((fulfil) => server.close(fulfil))
    },
  })
  const port = await listening(server)
  const within = connect(port, '127.0.0.1')
  await once(within, 'connect')
  const beyond = connect(port, '127.0.0.1')
  beyond.on('error', () => undefined)
  await once(beyond, 'close')
  within.write('GET /health HTTP/1.1\r\nHost: localhost\r\n\r\n')
  const answer: readonly unknown[] = await once(within, 'data')
  expect(String(answer[0])).toContain('200 OK')
  within.destroy()
})

describe('many answers asked for at once on one connection', () => {
  const count = 100
  const body = JSON.stringify({ query: getIntrospectionQuery() })
  const asking = `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${body.length.toString()}\r\n\r\n${body}`
  const connected = async (
    clients: Partial<ClientBounds>,
  ): Promise<{ readonly socket: Socket; readonly open: () => Promise<number> }> => {
    const server = createHttpServer({
      endpoint: await endpointOf(idleStore),
      store: idleStore,
      isReady: () => true,
      production: false,
      clients,
    })
    running.push({
      stop: async () => {
        server.closeAllConnections()
        await new Promise((fulfil) => server.close(fulfil))
      },
    })
    const socket = connect(await listening(server), '127.0.0.1')
    socket.on('error', () => undefined)
    await once(socket, 'connect')
    socket.write(asking.repeat(count))
    return { socket, open: () => promisify(server.getConnections.bind(server))() }
  }

  test('are given up, and the connection closed, where nobody reads them', async () => {
    const { socket, open } = await connected({ sending: 200 })
    while ((await open()) === 0) await sleep(5)
    while ((await open()) > 0) await sleep(20)
    socket.destroy()
  })

  test('all come where somebody does', async () => {
    const { socket } = await connected({})
    let answers = 0
    socket.setEncoding('latin1')
    for await (const chunk of socket) {
      answers += String(chunk).split('HTTP/1.1 200 OK').length - 1
      if (answers === count) break
    }
    expect(answers).toBe(count)
  })
})
