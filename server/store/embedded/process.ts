/**
 * The store process: owns the embedded database of one DATA_DIR and serves it on a socket, to the server and the
 * loader alike. Whoever comes first starts it (start.ts) as `node store-process.js DATA_DIR`; it ends when nobody is
 * connected. The engine lets one process hold the file, and lets go when that process dies; so only the holder
 * replaces a stale socket, and a second process leaves as soon as the first one answers.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { exitCodes, socketPath, storeFile, storeFolder } from './address.ts'
import { Engine } from './engine.ts'
import { serve } from './serve.ts'

/** How long the process waits for a client before it ends: at its start, and after the last one left. */
const patience = { first: 15_000, after: 2_000 }
/** How long a process waits for another one to let go of the file, which may be writing its last checkpoint. */
const handover = 30_000

const say = (text: string): void => {
  console.error(`${process.pid.toString()} ${text}`)
}

const sayingOf = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)

const leave = (code: keyof typeof exitCodes, error: unknown): never => {
  say(sayingOf(error))
  process.exit(exitCodes[code])
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => {
      resolve(false)
    })
    socket.once('close', () => {
      resolve(false)
    })
  })

const isHeld = (error: unknown): boolean => error instanceof Error && /cannot be locked/i.test(error.message)

/** The engine found no database of its own in the file (X002), or bytes that its checksums don't fit (S…). */
const isDamaged = (error: unknown): boolean =>
  error instanceof Error && /GRAFEO-(?:X002|S\d{3})/.test(error.message)

/** Opens the database, once whoever holds it lets go; leaves where another process serves it. */
const openDatabase = async (dataDir: string, path: string): Promise<Engine> => {
  try {
    mkdirSync(storeFolder(dataDir), { recursive: true })
  } catch (error) {
    leave('folder', error)
  }
  const deadline = performance.now() + handover
  for (;;) {
    try {
      return new Engine(storeFile(dataDir))
    } catch (error) {
      if (isDamaged(error)) leave('damaged', error)
      if (!isHeld(error)) leave('broken', error)
      if (await answers(path)) process.exit(0)
      if (performance.now() > deadline) leave('held', error)
    }
    await sleep(50)
  }
}

const dataDir = process.argv[2]
if (dataDir === undefined) throw new Error('usage: node store-process.js DATA_DIR')

const path = socketPath(dataDir)
const engine = await openDatabase(dataDir, path)
const clients = new Set<Socket>()
let timer: NodeJS.Timeout | undefined
let ending = false

const end = async (): Promise<void> => {
  if (ending) return
  ending = true
  server.close()
  for (const socket of clients) socket.destroy()
  while (!engine.isIdle) await sleep(20)
  try {
    engine.close()
  } catch (error) {
    // The last checkpoint was not written, as on a full disk; the log of writes beside the file has what it lacks.
    say(sayingOf(error))
  }
  process.exit(0)
}

const endWithoutClients = (milliseconds: number): void => {
  clearTimeout(timer)
  if (clients.size === 0) timer = setTimeout(() => void end(), milliseconds)
}

const server = createServer((socket) => {
  if (ending) {
    socket.destroy()
    return
  }
  clearTimeout(timer)
  clients.add(socket)
  serve(socket, engine, say)
  socket.on('close', () => {
    clients.delete(socket)
    endWithoutClients(patience.after)
  })
})

server.on('error', (error) => leave('socket', error))
if (process.platform !== 'win32') rmSync(path, { force: true })
server.listen(path, () => {
  say(`serves ${storeFile(dataDir)}`)
  endWithoutClients(patience.first)
})
process.on('SIGTERM', () => void end())
process.on('SIGINT', () => void end())
