/** Where the store process of a DATA_DIR keeps its file and listens. */
import { createHash } from 'node:crypto'
import { realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** A socket's path must fit into 108 bytes on Linux, 104 on macOS. */
const longestPath = 100

/** The folder by its one true name, so that two ways to it lead to one process. */
const trueName = (dataDir: string): string => {
  try {
    return realpathSync(dataDir)
  } catch {
    return resolve(dataDir)
  }
}

/** In DATA_DIR, or where its path is too long, under a short name made from it in the temporary folder. */
export const socketPath = (dataDir: string): string => {
  const folder = trueName(dataDir)
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  if (process.platform === 'win32') return `\\\\.\\pipe\\liantu-${digest}`
  const inside = join(folder, 'store.sock')
  return Buffer.byteLength(inside) <= longestPath ? inside : join(tmpdir(), `liantu-${digest}.sock`)
}

export const storeFolder = (dataDir: string): string => join(dataDir, 'store')
export const storeFile = (dataDir: string): string => join(storeFolder(dataDir), 'graph.grafeo')
export const logFile = (dataDir: string): string => join(dataDir, 'store.log')

/** How a store process that could not open its database leaves; its reason is its line of the log. */
export const exitCodes = { folder: 10, held: 11, broken: 12, socket: 13, damaged: 14 } as const
