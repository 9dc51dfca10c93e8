/** A client's connection to the store process, and the requests under way on it. */
import { connect, type Socket } from 'node:net'
import { NestedTooDeep } from '../../json/ascii.ts'
import { StoreError, type Row, type Value } from '../store.ts'
import { encode, protocol, receive, type Reply, type Request, type Table, type Work } from './frames.ts'
import { isReply } from './message.ts'

/** The process went away with the request: nobody knows whether a write was kept. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** What is asked of the store process, and how long it may take. */
export interface Ask {
  /** Names the request in messages. */
  readonly name: string
  readonly work: Work
  /** Milliseconds, counted by the process from the moment the statement starts. */
  readonly timeout: number
  readonly signal?: AbortSignal | undefined
}

interface Waiting {
  readonly ask: Ask
  readonly resolve: (rows: readonly Row[]) => void
  readonly reject: (error: Error) => void
}

/** How often a waiting client makes sure that the process still lives. */
const heartbeat = 1_000
/** What a process that watches its own statements may take longer than they. */
const grace = 5_000

/** A request as bytes. The engine dies of cyclic parameters and of deep ones. */
const frameOf = (request: Extract<Request, { kind: 'run' }>, { name }: Ask): Buffer => {
  try {
    return encode(request)
  } catch (error) {
    if (error instanceof NestedTooDeep) throw new StoreError('STATEMENT', `${name}: ${error.message}`)
    throw error
  }
}

const reasonOf = ({ name, signal }: Ask): Error => {
  const reason: unknown = signal?.reason
  return reason instanceof Error ? reason : new Error(`${name} was given up by its caller`, { cause: reason })
}

const rowsOf = ({ columns, rows }: Table): readonly Row[] =>
  rows.map((values) => {
    const row: Record<string, Value> = {}
    let at = 0
    for (const column of columns) row[column] = values[at++] ?? null
    return row
  })

/** An open connection; it is over once the process or `end` closes it. */
export class Connection {
  /** Resolves when the process at the path has said that it serves; rejects where none does. */
  static open(path: string): Promise<Connection> {
    return new Promise((resolve, reject) => {
      const socket = connect(path)
      const refuse = (): void => {
        reject(new ConnectionLost(`nobody answers at ${path}`))
      }
      socket.once('error', refuse)
      socket.once('close', refuse)
      const connection: Connection = new Connection(socket, (hello) => {
        socket.off('close', refuse)
        if (hello.protocol === protocol) resolve(connection)
        else {
          socket.destroy()
          const pid = hello.pid.toString()
          reject(
            new StoreError(
              'REFUSED',
              `another version of this program uses the store (process ${pid}); stop it first`,
            ),
          )
        }
      })
    })
  }

  private readonly waiting = new Map<number, Waiting>()
  private next = 1
  private pid: number | undefined
  private heard = performance.now()
  private heart: NodeJS.Timeout | undefined
  private over = false

  private constructor(
    private readonly socket: Socket,
    private readonly greet: (hello: Extract<Reply, { kind: 'hello' }>) => void,
  ) {
    receive(socket, (message) => {
      if (isReply(message)) this.take(message)
    })
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      this.over = true
      this.rejectAll(() => new ConnectionLost('the store process ended'))
    })
  }

  get isOver(): boolean {
    return this.over
  }

  /** Resolves with the rows. Rejects with ConnectionLost where the process went away meanwhile. */
  request(ask: Ask): Promise<readonly Row[]> {
    return new Promise((resolve, reject) => {
      ask.signal?.throwIfAborted()
      if (this.over) throw new ConnectionLost('the store process ended')
      const id = this.next++
      const frame = frameOf({ kind: 'run', id, timeout: ask.timeout, work: ask.work }, ask)
      const abandon = (): void => {
        this.forget(id)
        this.send({ kind: 'cancel', id })
        reject(reasonOf(ask))
      }
      ask.signal?.addEventListener('abort', abandon, { once: true })
      const settled = (): void => ask.signal?.removeEventListener('abort', abandon)
      this.socket.write(frame)
      this.waiting.set(id, {
        ask,
        resolve: (rows) => {
          settled()
          resolve(rows)
        },
        reject: (error) => {
          settled()
          reject(error)
        },
      })
      this.watch()
    })
  }

  /** Closes the connection; what is under way fails. */
  end(): Promise<void> {
    return new Promise((resolve) => {
      if (this.over) {
        resolve()
        return
      }
      this.socket.once('close', () => {
        resolve()
      })
      this.socket.end()
    })
  }

  private send(message: Request): void {
    this.socket.write(encode(message))
  }

  private take(reply: Reply): void {
    this.heard = performance.now()
    switch (reply.kind) {
      case 'hello':
        this.pid = reply.pid
        this.greet(reply)
        break
      case 'pong':
        break
      case 'rows':
        this.forget(reply.id)?.resolve(rowsOf(reply.table))
        break
      case 'failed': {
        const waiting = this.forget(reply.id)
        waiting?.reject(new StoreError(reply.failure, `${waiting.ask.name}: ${reply.message}`))
      }
    }
  }

  private forget(id: number): Waiting | undefined {
    const waiting = this.waiting.get(id)
    this.waiting.delete(id)
    if (this.waiting.size === 0) {
      clearInterval(this.heart)
      this.heart = undefined
    }
    return waiting
  }

  /** The process ends itself when a statement overruns; a process that can't even do that is ended from here. */
  private watch(): void {
    if (this.heart !== undefined) return
    this.heard = performance.now()
    this.heart = setInterval(() => {
      const longest = Math.max(...[...this.waiting.values()].map(({ ask }) => ask.timeout))
      if (performance.now() - this.heard < longest + grace) {
        this.send({ kind: 'ping' })
        return
      }
      this.rejectAll(
        ({ name }) => new StoreError('TIMEOUT', `${name}: the store process did not answer and was ended`),
      )
      if (this.pid !== undefined) process.kill(this.pid, 'SIGKILL')
      this.socket.destroy()
    }, heartbeat)
  }

  private rejectAll(reason: (ask: Ask) => Error): void {
    for (const [id, waiting] of this.waiting) {
      this.forget(id)
      waiting.reject(reason(waiting.ask))
    }
  }
}
