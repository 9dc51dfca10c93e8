/** One client of the store process: its requests, run by the engine and answered as each is done. */
import type { Socket } from 'node:net'
import { StoreError } from '../store.ts'
import type { Engine } from './engine.ts'
import { encode, protocol, receive, type Reply, type Request } from './frames.ts'
import { isRequest } from './message.ts'

/** How long the process waits for its last words to be read before it ends itself. */
const lastWords = 200

type RunRequest = Extract<Request, { kind: 'run' }>

/** Ends this process at once: a statement that runs can be stopped in no other way, and exit() would wait for it. */
const endNow = (): void => {
  process.kill(process.pid, 'SIGKILL')
}

const failed = (id: number, error: unknown): Reply<unknown> =>
  error instanceof StoreError
    ? { kind: 'failed', id, failure: error.failure, message: error.message }
    : {
        kind: 'failed',
        id,
        failure: 'STATEMENT',
        message: error instanceof Error ? error.message : String(error),
      }

/** Greets a client and answers its requests until it leaves. `say` writes a line to the log. */
export const serve = (socket: Socket, engine: Engine, say: (text: string) => void): void => {
  const wanted = new Set<number>()

  const send = (reply: Reply<unknown>, written?: () => void): void => {
    if (socket.destroyed) return
    let frame: Buffer
    try {
      frame = encode(reply)
    } catch (error) {
      if ('id' in reply) frame = encode(failed(reply.id, error))
      else throw error
    }
    socket.write(frame, written)
  }

  const overrun = (request: RunRequest): void => {
    say(`ends itself: a statement ran longer than ${request.timeout.toString()} ms`)
    const message = `took longer than ${(request.timeout / 1000).toString()} s and was stopped`
    send({ kind: 'failed', id: request.id, failure: 'TIMEOUT', message }, endNow)
    setTimeout(endNow, lastWords)
  }

  const run = async (request: RunRequest): Promise<void> => {
    let timer: NodeJS.Timeout | undefined
    wanted.add(request.id)
    try {
      const table = await engine.run({
        work: request.work,
        isWanted: () => wanted.has(request.id),
        onStart: () => {
          timer = setTimeout(overrun, request.timeout, request)
        },
      })
      if (table !== null && wanted.has(request.id)) send({ kind: 'rows', id: request.id, table })
    } catch (error) {
      send(failed(request.id, error))
    } finally {
      clearTimeout(timer)
      wanted.delete(request.id)
    }
  }

  const take = (message: unknown): void => {
    if (!isRequest(message)) return
    switch (message.kind) {
      case 'run':
        void run(message)
        break
      case 'cancel':
        wanted.delete(message.id)
        break
      case 'ping':
        send({ kind: 'pong' })
    }
  }

  socket.on('error', () => socket.destroy())
  socket.on('close', () => {
    wanted.clear()
  })
  send({ kind: 'hello', pid: process.pid, protocol })
  receive(socket, take)
}
