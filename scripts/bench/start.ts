/** How long `npm start` takes, and how much memory the server and its store hold. */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { projectFile } from '../../server/project.ts'
import { freePort } from '../freePort.ts'
import type { Figure } from './figure.ts'
import { processes, processFile, storeProcesses } from './processes.ts'
import type { Section } from './section.ts'

/** A start that takes longer has failed. */
const patience = 60_000

const megabytesOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(processFile(pid, 'status'))?.[1] ?? 0) / 1024

/** The server itself; npm and its shell only wait for it. */
const serverProcesses = (port: number): readonly number[] =>
  processes().filter(
    (pid) =>
      processFile(pid, 'cmdline').startsWith('node\0build/start.js') &&
      processFile(pid, 'environ').includes(`PORT=${port.toString()}\0`),
  )

const startOnce = async (dataDir: string): Promise<{ seconds: number; megabytes: number }> => {
  const port = await freePort()
  const began = performance.now()
  const child = spawn('npm', ['start'], {
    cwd: projectFile(),
    env: { ...process.env, DATA_DIR: dataDir, PORT: port.toString(), LOG_LEVEL: 'error', NEO4J_URI: '' },
    stdio: 'ignore',
    detached: true,
  })
  const isReady = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port.toString()}/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await isReady())) {
    if (performance.now() - began > patience) throw new Error('npm start was not ready within 60 s')
    await sleep(50)
  }
  const seconds = (performance.now() - began) / 1_000
  await sleep(1_000)
  const megabytes = [...serverProcesses(port), ...storeProcesses(dataDir)]
    .map(megabytesOf)
    .reduce((sum, one) => sum + one, 0)
  const ended = new Promise((done) => child.once('exit', done))
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  await ended
  while (storeProcesses(dataDir).length > 0) await sleep(100)
  return { seconds, megabytes }
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const empty = await startOnce(dataDir)
  const filled = await startOnce(dataDir)
  rmSync(dataDir, { recursive: true, force: true })
  const store = 'embedded'
  yield [
    {
      what: '`npm start` to /ready, empty DATA_DIR',
      store,
      value: empty.seconds,
      unit: 's',
      target: { atMost: 15 },
    },
    {
      what: '`npm start` to /ready, filled DATA_DIR',
      store,
      value: filled.seconds,
      unit: 's',
      target: { atMost: 5 },
    },
    {
      what: 'server and store together, resident, after loading',
      store,
      value: Math.max(empty.megabytes, filled.megabytes),
      unit: 'MB',
      target: { atMost: 400 },
    },
  ]
}

/** The shipped product on an empty DATA_DIR, then on the filled one. */
export const start: Section = {
  name: 'start',
  title: 'Starting',
  about: 'Once each, with the data that ships, on the embedded store.',
  measure,
}
