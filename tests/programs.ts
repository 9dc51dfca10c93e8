/** The built programs as processes of their own: the server and the loader, as `npm start` and `npm run load` run them. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { projectFile } from '../server/project.ts'

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Program {
  readonly process: ChildProcess
  /** What it has said so far. */
  output(): { readonly stdout: string; readonly stderr: string }
  /** Resolves when it has ended. */
  readonly ended: Promise<Ended>
}

/** Starts a program; nothing of this process's environment but PATH reaches it. */
export const startProgram = (
  name: 'start' | 'load' | 'export',
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Program => {
  const child = spawn(process.execPath, [projectFile('build', `${name}.js`), ...args], {
    cwd: projectFile(),
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  const ended = once(child, 'close').then((): Ended => ({
    code: child.exitCode,
    signal: child.signalCode,
    ...said,
  }))
  return { process: child, output: () => ({ ...said }), ended }
}

/** Runs a program to its end. */
export const runProgram = (...args: Parameters<typeof startProgram>): Promise<Ended> =>
  startProgram(...args).ended

/** Starts the server on a free port; resolves with its address once it says that it listens. */
export const startServerProgram = async (
  environment: NodeJS.ProcessEnv,
): Promise<Program & { readonly url: string }> => {
  const program = startProgram('start', [], { PORT: '0', LOG_LEVEL: 'info', ...environment })
  const url = new Promise<string>((fulfil, refuse) => {
    program.process.stdout?.on('data', () => {
      const found = /链图 is at (http:\S+?),/.exec(program.output().stdout)?.[1]
      if (found !== undefined) fulfil(found)
    })
    void program.ended.then(({ stderr }) => {
      refuse(new Error(`the server ended: ${stderr}`))
    })
  })
  return { ...program, url: await url }
}
