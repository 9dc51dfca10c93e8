/** More than the server can answer at once, and requests that nobody waits for any more. */
import { afterEach, expect, test } from '@jest/globals'
import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { Admission } from '../server/http/admission.ts'
import { createHttpServer } from '../server/http/server.ts'
import type { Store } from '../server/store/store.ts'
import { ask, listening } from './ask.ts'
import { anotherOperation, askAnother } from './askAnother.ts'
import { endpointOf, idleStore } from './endpoint.ts'

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
  const day = 86_400_000
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
