/** One loader at a time for a DATA_DIR: a file that holds the process that loads. */
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BusyError } from './reject.ts'

const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const holderOf = (file: string): number => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0)

/** Takes away what a killed loader left; a lock that somebody has just taken in its place is put back. */
const clearStale = (file: string, aside: string): void => {
  if (!existsSync(file) || isAlive(holderOf(file))) return
  try {
    renameSync(file, aside)
  } catch {
    // Another loader was quicker to take it away.
    return
  }
  if (isAlive(holderOf(aside)) && !existsSync(file)) linkSync(aside, file)
  rmSync(aside, { force: true })
}

/** Runs work while no other loader does. Throws BusyError where one is at it. */
export const locked = async <T>(dataDir: string, work: () => Promise<T>): Promise<T> => {
  mkdirSync(dataDir, { recursive: true })
  const [file, own] = [join(dataDir, 'load.lock'), join(dataDir, `load.lock.${process.pid.toString()}`)]
  clearStale(file, own)
  // Linked in whole, so that nobody ever reads a lock without its process.
  writeFileSync(own, process.pid.toString())
  try {
    linkSync(own, file)
  } catch (error) {
    if (!existsSync(file)) throw error
    throw new BusyError(
      `another load (process ${holderOf(file).toString()}) is at work on ${dataDir}; wait until it is done`,
    )
  } finally {
    rmSync(own, { force: true })
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
