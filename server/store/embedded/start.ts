/** Reaching the store process of a DATA_DIR, which is started where none runs. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { StoreError } from '../store.ts'
import { exitCodes, logFile, socketPath, storeFile, storeFolder } from './address.ts'
import { Connection, ConnectionLost } from './connection.ts'

/** How long a store process may take to open its database; a long log is replayed meanwhile. */
const startTimeout = 120_000
/** The log of store processes is set aside once at this size; both together are all it takes. */
const longestLog = 1024 * 1024

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const unusable = (dataDir: string, reason: string): StoreError =>
  new StoreError(
    'REFUSED',
    `DATA_DIR ${dataDir} can't be used (${reason}); name a folder that can be written`,
  )

const openLog = (dataDir: string): number => {
  const file = logFile(dataDir)
  if (existsSync(file) && statSync(file).size > longestLog) renameSync(file, `${file}.1`)
  return openSync(file, 'a')
}

const start = (dataDir: string, processPath: string): ChildProcess => {
  if (!existsSync(processPath))
    throw new StoreError('UNAVAILABLE', `${processPath} is missing; make it with: npm run build`)
  let log: number
  try {
    mkdirSync(dataDir, { recursive: true })
    log = openLog(dataDir)
  } catch (error) {
    throw unusable(dataDir, reasonOf(error))
  }
  const child = spawn(process.execPath, [processPath, dataDir], {
    detached: true,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  closeSync(log)
  child.unref()
  return child
}

/** What the process said before it left: its line of the log. */
const lastWordsOf = (dataDir: string, child: ChildProcess): string => {
  const mark = `${(child.pid ?? 0).toString()} `
  const line = readFileSync(logFile(dataDir), 'utf8')
    .split('\n')
    .findLast((text) => text.startsWith(mark))
  return line?.slice(mark.length) ?? `see ${logFile(dataDir)}`
}

const failure = (dataDir: string, child: ChildProcess): StoreError => {
  const words = lastWordsOf(dataDir, child)
  switch (child.exitCode) {
    case exitCodes.folder:
    case exitCodes.socket:
      return unusable(dataDir, words)
    case exitCodes.held:
      return new StoreError(
        'UNAVAILABLE',
        `another program holds ${storeFile(dataDir)}; stop it and try again`,
      )
    case exitCodes.damaged:
      return new StoreError(
        'DAMAGED',
        `the store file ${storeFile(dataDir)} can't be opened (${words}); npm start moves ${storeFolder(dataDir)} aside and makes the graph anew from its sources`,
      )
    case exitCodes.broken:
      return new StoreError('REFUSED', `the store file ${storeFile(dataDir)} can't be opened (${words})`)
    default:
      return new StoreError('UNAVAILABLE', `the store process does not start (${words})`)
  }
}

/** How a started process left: undefined while it runs, true where another one serves or it was ended from outside. */
const leftInPeace = (child: ChildProcess): boolean | undefined =>
  child.exitCode === null && child.signalCode === null
    ? undefined
    : child.exitCode === 0 || child.signalCode !== null

/** A connection to the store process of a DATA_DIR. Throws StoreError where it can't be started. */
export const reach = async (dataDir: string, processPath: string): Promise<Connection> => {
  const deadline = performance.now() + startTimeout
  let child: ChildProcess | undefined
  while (performance.now() < deadline) {
    try {
      return await Connection.open(socketPath(dataDir))
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error
    }
    const left = child === undefined ? true : leftInPeace(child)
    if (child !== undefined && left === false) throw failure(dataDir, child)
    if (left === true) child = start(dataDir, processPath)
    await sleep(20)
  }
  throw new StoreError(
    'UNAVAILABLE',
    `the store process did not answer for ${(startTimeout / 1000).toString()} s; see ${logFile(dataDir)}`,
  )
}
