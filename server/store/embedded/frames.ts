/** How the store process and its clients talk: JSON values in ASCII, each after its length in four bytes. */
import type { Socket } from 'node:net'
import { AsciiJson } from '../../json/ascii.ts'
import type { Params, StoreFailure, Value } from '../store.ts'

/** Changes with every change of these messages: a process and a client of different versions must not talk. */
export const protocol = 2

/** A statement as the engine takes it. */
export interface WireStep {
  readonly text: string
  readonly params: Params
}

/** What a client wants run. */
export type Work =
  | ({ readonly kind: 'read' | 'write' | 'setup' } & WireStep)
  | { readonly kind: 'batch'; readonly steps: readonly WireStep[] }

export type Request =
  /** `timeout` counts from the moment the statement starts, not while it waits its turn. */
  | { readonly kind: 'run'; readonly id: number; readonly timeout: number; readonly work: Work }
  /** The answer is no longer wanted. */
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'ping' }

/** Rows without their names, which would be most of an answer. */
export interface Table<V = Value> {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly V[])[]
}

/** `V` is what a value is: what the engine gave, or what a client takes it for. */
export type Reply<V = Value> =
  /** The first thing a process says; whoever heard it may send. */
  | { readonly kind: 'hello'; readonly pid: number; readonly protocol: number }
  | { readonly kind: 'pong' }
  | { readonly kind: 'rows'; readonly id: number; readonly table: Table<V> }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: StoreFailure; readonly message: string }

const headerLength = 4
/** No answer comes near this; a longer frame means that the other end speaks something else. */
const longestFrame = 512 * 1024 * 1024

/** The room that all frames are written into. */
const room = new AsciiJson()
const noHeader = Buffer.alloc(headerLength)

/** A message as bytes; numbers past 2^53 lose their last digits, as with Neo4j's driver. Throws NestedTooDeep. */
export const encode = (message: Request | Reply<unknown>): Buffer => {
  room.put(noHeader)
  try {
    room.value(message)
  } catch (error) {
    room.rewind(0)
    throw error
  }
  const frame = room.take(0)
  frame.writeUInt32BE(frame.length - headerLength)
  return frame
}

/** Calls `take` with each message that arrives on the socket, in order; closes the socket where none can be read. */
export const receive = (socket: Socket, take: (message: unknown) => void): void => {
  let chunks: Buffer[] = []
  let held = 0
  let wanted = headerLength
  let inBody = false
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    held += chunk.length
    while (held >= wanted) {
      const buffer = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)
      const part = buffer.subarray(0, wanted)
      chunks = [buffer.subarray(wanted)]
      held -= wanted
      if (!inBody) {
        inBody = true
        wanted = part.readUInt32BE()
        if (wanted <= longestFrame) continue
        socket.destroy(new Error('the other end of the socket does not speak as a store process does'))
        return
      }
      inBody = false
      wanted = headerLength
      const message: unknown = JSON.parse(part.toString('latin1'))
      take(message)
    }
  })
}
