/** Processes of this machine, as Linux shows them under /proc. */
import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks in a second, as Linux counts processor time. */
const ticks = 100

/** A file of a process; empty where it has ended. */
export const processFile = (pid: number, name: string): string => {
  try {
    return readFileSync(`/proc/${pid.toString()}/${name}`, 'utf8')
  } catch {
    return ''
  }
}

/** The ids of all processes. */
export const processes = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)

/** The store process of a DATA_DIR: it is nobody's child, so it is found by its command line. */
export const storeProcesses = (dataDir: string): readonly number[] =>
  processes().filter((pid) => processFile(pid, 'cmdline').includes(`store-process.js\0${dataDir}`))

/** Processor time that a process has used, user and system, in seconds. */
export const processorSeconds = (pid: number): number => {
  // The name of the program, in brackets, may hold spaces.
  const fields = processFile(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / ticks
}
