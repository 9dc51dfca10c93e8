/** The processor time that the server layer takes for an answer, against other servers with the same answer. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { load } from '../../server/load/load.ts'
import { entityId } from '../../server/model/identity.ts'
import { projectFile, projectFolder } from '../../server/project.ts'
import { openStore } from '../../server/store/open.ts'
import { ask } from './client.ts'
import { median, type Figure } from './figure.ts'
import { companyName } from './network.ts'
import { processorSeconds, storeProcesses } from './processes.ts'
import type { Section } from './section.ts'

const rounds = 7
/** Processor seconds that a side takes in a turn: enough for the clock's ticks of 10 ms. */
const turn = 0.5
const companies = 1_000
const relations = 2_000

interface Operation {
  readonly name: 'subgraph' | 'list'
  readonly body: string
}

const operation = (name: Operation['name'], first: number, fields: string): Operation => ({
  name,
  body: JSON.stringify({
    query: `query ($of: ID!, $first: Int!) { supplyChain(of: $of, depth: 1, first: $first) { ${fields} } }`,
    variables: { of: entityId('Company', companyName(0)), first },
  }),
})

const subgraph = operation(
  'subgraph',
  relations,
  'truncated omitted entities { id label name aliases } relationships { id type product stage since confidence sourceCount start { id } end { id } }',
)
const list = operation(
  'list',
  200,
  'relationships { id type product stage since confidence sourceCount pending }',
)

/** A running side. */
export interface Side {
  readonly name: string
  readonly port: number
  readonly pids: () => readonly number[]
  readonly child: ChildProcess
}

/** Starts a side of scripts/bench/side.ts, which `buildSides` has built. */
export const startSide = async (
  name: string,
  file: string,
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Side> => {
  const child = spawn(process.execPath, [projectFile('build', 'bench-side.js'), name, file, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    // Apollo and others work more, and tell more, in development.
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  })
  const [port = ''] = await new Promise<string[]>((fulfil, refuse) => {
    createInterface(child.stdout).once('line', (line) => fulfil([line]))
    child.once('exit', () => {
      refuse(new Error(`the side ${name} did not start`))
    })
  })
  const own = child.pid ?? 0
  const pids = (): readonly number[] => (name === 'ours-embedded' ? [own, ...storeProcesses(dataDir)] : [own])
  return { name, port: Number(port), pids, child }
}

/** Processor seconds for one answer: as many are asked for as take a turn's time. */
const cost = async ({ port, pids }: Side, asked: Operation): Promise<number> => {
  const used = (): number => pids().reduce((sum, pid) => sum + processorSeconds(pid), 0)
  const before = used()
  let count = 0
  while (used() - before < turn) {
    for (let one = 0; one < 10; one++) await ask(port, asked.body)
    count += 10
  }
  return (used() - before) / count
}

const writeTables = (folder: string): void => {
  const names = Array.from({ length: companies }, (_, index) => `Company,${companyName(index)}`)
  const links = Array.from({ length: relations }, (_, index) => {
    const [supplier, product] = [1 + (index % (companies - 1)), Math.floor(index / (companies - 1))]
    return `${companyName(supplier)},SUPPLIES,${companyName(0)},零件${product.toString()},ACTIVE,2024`
  })
  writeFileSync(join(folder, 'entities.csv'), `label,name\n${names.join('\n')}\n`)
  writeFileSync(join(folder, 'relations.csv'), `start,type,end,product,stage,date\n${links.join('\n')}\n`)
}

type Costs = ReadonlyMap<string, readonly number[]>

/** The sides one after the other, in rounds; the first does not count. */
const costs = async (sides: readonly Side[], asked: Operation): Promise<Costs> => {
  const found = new Map(sides.map(({ name }) => [name, new Array<number>()]))
  for (let round = 0; round <= rounds; round++)
    for (const side of sides) {
      const seconds = await cost(side, asked)
      if (round > 0) found.get(side.name)?.push(seconds)
    }
  return found
}

const figure = (
  what: string,
  found: Costs,
  over: string,
  under: string,
  target: Figure['target'],
): Figure => {
  const [left, right] = [found.get(over) ?? [], found.get(under) ?? []]
  const milliseconds = (values: readonly number[]): string => (1_000 * median(values)).toFixed(2)
  return {
    what,
    store: over === 'ours-embedded' ? 'embedded' : null,
    value: median(left.map((seconds, round) => seconds / (right[round] ?? seconds))),
    unit: '×',
    target,
    of: `${milliseconds(left)} of ${milliseconds(right)} ms`,
  }
}

const figures = async (start: (name: string) => Promise<Side>): Promise<readonly Figure[]> => {
  const sides = async (...names: readonly string[]): Promise<readonly Side[]> => Promise.all(names.map(start))
  const stop = (all: readonly Side[]): void => {
    for (const { child } of all) child.kill('SIGKILL')
  }
  const uncached = await sides('bare', 'ours', 'yoga', 'apollo', 'ours-embedded')
  const cached = await sides('ours-cache', 'yoga-cache')
  try {
    for (const asked of [subgraph, list]) {
      const bodies = new Set<string>()
      for (const { port } of [...uncached, ...cached]) bodies.add((await ask(port, asked.body)).trimEnd())
      if (bodies.size !== 1) throw new Error(`the sides differ in the ${asked.name} they answer with`)
    }
    const graph = await costs(
      uncached.filter(({ name }) => name !== 'apollo'),
      subgraph,
    )
    const page = await costs(
      uncached.filter(({ name }) => name !== 'ours-embedded'),
      list,
    )
    const kept = await costs(cached, subgraph)
    const [graphText, listText] = [
      `a subgraph of ${companies.toLocaleString('en')} entities and ${relations.toLocaleString('en')} relationships`,
      'a list of 200 × 8 fields',
    ]
    return [
      figure(
        `${graphText}, the store's answers replayed, against node:http and JSON.stringify`,
        graph,
        'ours',
        'bare',
        { atMost: 1.4 },
      ),
      figure('the same, against plain Yoga', graph, 'ours', 'yoga', { atMost: 0.3 }),
      figure(
        `${listText}, the store's answers replayed, against node:http and JSON.stringify`,
        page,
        'ours',
        'bare',
        { atMost: 1.9 },
      ),
      figure('the same, against plain Yoga', page, 'ours', 'yoga', { atMost: 0.45 }),
      figure('the same, against Apollo Server 5', page, 'ours', 'apollo', { atMost: 0.25 }),
      figure('the subgraph kept, Yoga’s response-cache plugin against it', kept, 'yoga-cache', 'ours-cache', {
        atLeast: 5,
      }),
      figure(
        'the subgraph from the embedded store, its process included, against plain Yoga that has the objects in memory',
        graph,
        'ours-embedded',
        'yoga',
        { atMost: 1 },
      ),
    ]
  } finally {
    stop([...uncached, ...cached])
  }
}

/** Builds the program of all sides. */
export const buildSides = async (): Promise<void> => {
  await build({
    absWorkingDir: projectFolder,
    entryPoints: { 'bench-side': 'scripts/bench/side.ts' },
    outdir: 'build',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'warning',
  })
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const dataDir = join(folder, 'data')
  const file = join(folder, 'answers.json')
  await buildSides()
  const store = openStore({ dataDir, neo4j: null })
  try {
    writeTables(folder)
    await load({ store, dataDir, paths: [folder] })
    writeFileSync(file, '{}')
    const source = await startSide('ours-embedded', file, dataDir)
    const answer = async (asked: Operation, first: number): Promise<string> =>
      `"${first.toString()}":${await ask(source.port, asked.body)}`
    writeFileSync(file, `{${await answer(subgraph, relations)},${await answer(list, 200)}}`)
    source.child.kill('SIGKILL')
    yield await figures((name) => startSide(name, file, dataDir))
  } finally {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The server layer alone, and with the embedded store. */
export const server: Section = {
  name: 'server',
  title: 'The server layer',
  about:
    'Processor time of each server’s processes for one answer over HTTP, every server with the same answer from memory, in a process of its own with NODE_ENV=production. Answers are compared byte for byte first.',
  measure,
}
