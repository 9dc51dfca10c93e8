/** Runs a Node program of the project to its end, and how much memory and time it took. */
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectFolder } from '../../server/project.ts'

/** How often the memory is asked for, in milliseconds; the system keeps the peak, so only the last moments are missed. */
const pace = 100

export interface Finished {
  readonly output: string
  readonly seconds: number
  /** The most memory it held at once. */
  readonly megabytes: number
}

const peakOf = (pid: number): number => {
  try {
    const status = readFileSync(`/proc/${pid.toString()}/status`, 'utf8')
    return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
  } catch {
    // It has ended meanwhile.
    return 0
  }
}

/** Runs `node` with these arguments in the project's folder. Throws with what it printed where it fails. */
export const runNode = async (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Finished> => {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const printed = { out: '', error: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.error += text))
  const ended = new Promise<number | null>((fulfil, reject) =>
    child.once('close', fulfil).once('error', reject),
  )
  let megabytes = 0
  while (child.exitCode === null && child.signalCode === null) {
    megabytes = Math.max(megabytes, peakOf(child.pid ?? 0))
    await Promise.race([ended, sleep(pace)])
  }
  const code = await ended
  const seconds = (performance.now() - began) / 1_000
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed: ${printed.error}${printed.out}`)
  return { output: printed.out, seconds, megabytes }
}
