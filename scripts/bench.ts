/**
 * npm run bench: starting, loading and supply chains, as ratios in one run; a table on the screen, JSON in docs/bench.json.
 * On Neo4j too where Java and Maven are.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { followStore } from '../server/graphql/live.ts'
import { createEndpoint } from '../server/graphql/yoga.ts'
import { createHttpServer } from '../server/http/server.ts'
import { load } from '../server/load/load.ts'
import { entityId, relationshipId } from '../server/model/identity.ts'
import { declaredLabels, declaredTypes } from '../server/model/model.ts'
import { projectFile } from '../server/project.ts'
import { filterParams } from '../server/read/filter.ts'
import { relationshipIn } from '../server/read/relationship.ts'
import { openStore, type StoreConfig } from '../server/store/open.ts'
import { setupStore } from '../server/store/setup.ts'
import { command, forDeclared, statement } from '../server/store/statement.ts'
import type { Params, Store } from '../server/store/store.ts'
import { missingForNeo4j, startNeo4j } from './neo4jServer.ts'

interface Figure {
  readonly what: string
  readonly store: string
  readonly measured: string
  readonly target: string
}

const figures: Figure[] = []
const note = (what: string, store: string, measured: string, target: string): void => {
  figures.push({ what, store, measured, target })
  process.stdout.write(`${what} · ${store}: ${measured} (${target})\n`)
}

const companies = 20_000
const relations = 100_000

/** A power law of suppliers and customers; the same graph at every run (Park and Miller's generator, seed 1). */
const generate = (): readonly (readonly [start: number, end: number])[] => {
  let state = 1
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const pairs = new Map<number, readonly [number, number]>()
  while (pairs.size < relations) {
    const [start, end] = [Math.floor(companies * random() ** 1.5), Math.floor(companies * random() ** 4)]
    if (start !== end) pairs.set(start * companies + end, [start, end])
  }
  return [...pairs.values()]
}

const nameOf = (index: number): string => `企业${index.toString().padStart(5, '0')}`

const memoryOf = (pid: number): number => {
  const status = readFileSync(`/proc/${pid.toString()}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024
}

/** The store process of a DATA_DIR: it is nobody's child, so it is found by its command line. */
const storeProcesses = (dataDir: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => commandLine(pid).includes(`store-process.js\0${dataDir}`))

const commandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid.toString()}/cmdline`, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

/** The server itself; npm and its shell only wait for it. */
const serverProcesses = (port: number): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter(
      (pid) =>
        commandLine(pid).startsWith('node\0build/start.js') &&
        environmentOf(pid).includes(`PORT=${port.toString()}\0`),
    )

const environmentOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid.toString()}/environ`, 'utf8')
  } catch {
    return ''
  }
}

const startOnce = async (dataDir: string): Promise<{ seconds: number; megabytes: number }> => {
  const port = 41_000 + (process.pid % 1_000)
  const began = performance.now()
  const child: ChildProcess = spawn('npm', ['start'], {
    cwd: projectFile(),
    env: { ...process.env, DATA_DIR: dataDir, PORT: port.toString(), LOG_LEVEL: 'error' },
    stdio: 'ignore',
    detached: true,
  })
  for (;;) {
    const ready = await fetch(`http://127.0.0.1:${port.toString()}/ready`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (ready) break
    if (performance.now() - began > 60_000) throw new Error('npm start was not ready within 60 s')
    await sleep(50)
  }
  const seconds = (performance.now() - began) / 1_000
  await sleep(1_000)
  const megabytes = [...serverProcesses(port), ...storeProcesses(dataDir)].reduce(
    (sum, pid) => sum + memoryOf(pid),
    0,
  )
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM')
  await new Promise((done) => child.once('exit', done))
  await sleep(3_000)
  return { seconds, megabytes }
}

const benchStart = async (): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const empty = await startOnce(dataDir)
  note('npm start to /ready, empty DATA_DIR', 'embedded', `${empty.seconds.toFixed(1)} s`, '≤ 15 s')
  const filled = await startOnce(dataDir)
  note('npm start to /ready, filled DATA_DIR', 'embedded', `${filled.seconds.toFixed(1)} s`, '≤ 5 s')
  note('resident memory of server and store', 'embedded', `${filled.megabytes.toFixed(0)} MB`, '≤ 400 MB')
  rmSync(dataDir, { recursive: true, force: true })
}

/** What a hand-written loop would write for the same rows: entities, relationships, evidence; nothing read or checked. */
const handWritten = async (store: Store, pairs: readonly (readonly [number, number])[]): Promise<number> => {
  await setupStore(store)
  const document = 'bench'
  const entities = Array.from({ length: companies }, (_, index) => ({
    id: entityId('Company', nameOf(index)),
    label: 'Company',
    name: nameOf(index),
    aliases: [],
    formerIds: [],
    search: nameOf(index),
  }))
  const began = performance.now()
  const inBatches = async (
    name: string,
    rows: readonly Params[],
    fill?: readonly [string, ReadonlySet<string>],
  ): Promise<void> => {
    const base = command(`load/${name}`)
    const statement = fill ? forDeclared(base, ...fill) : base
    for (let from = 0; from < rows.length; from += 2_000)
      await store.write(statement, { rows: rows.slice(from, from + 2_000) })
  }
  await inBatches('mergeDocuments', [
    { id: document, props: { id: document, kind: 'TABLE', title: document } },
  ])
  await inBatches(
    'createEntities',
    entities.map((props) => ({ props })),
    ['Company', declaredLabels],
  )
  await inBatches(
    'createDeclarations',
    entities.map(({ id, name }) => ({
      props: {
        id: `d${id}`,
        entity: id,
        name,
        label: 'Company',
        aliases: [],
        source: 'bench',
        document,
        hash: id,
        file: 'a',
        row: 1,
      },
    })),
  )
  const facts = pairs.map(([left, right]) => {
    const [start, end] = [entityId('Company', nameOf(left)), entityId('Company', nameOf(right))]
    return { start, end, id: relationshipId('SUPPLIES', start, end, '零件') }
  })
  const said = { stage: 'ACTIVE', since: '2024', confidence: 0.95 }
  await inBatches(
    'createRelationships',
    facts.map(({ id, start, end }) => ({
      start,
      end,
      props: {
        id,
        product: '零件',
        ...said,
        sourceCount: 1,
        from: '2024-01-01',
        history: ['2024-01-01 ACTIVE'],
      },
    })),
    ['SUPPLIES', declaredTypes],
  )
  await inBatches(
    'createEvidence',
    facts.map(({ id, start, end }) => ({
      document,
      props: {
        id: `e${id}`,
        of: id,
        kind: 'relationship',
        source: 'bench',
        document,
        file: 'a',
        row: 1,
        ...said,
        startId: start,
        endId: end,
        product: '零件',
        hash: id,
      },
    })),
  )
  return (performance.now() - began) / 1_000
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0

const benchStore = async (name: string, config: (dataDir: string) => StoreConfig): Promise<void> => {
  const pairs = generate()
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const rows = pairs.map(([start, end]) => `${nameOf(start)},SUPPLIES,${nameOf(end)},零件,ACTIVE,2024`)
  writeFileSync(
    join(folder, 'entities.csv'),
    `label,name\n${Array.from({ length: companies }, (_, index) => `Company,${nameOf(index)}`).join('\n')}\n`,
  )
  writeFileSync(join(folder, 'relations.csv'), `start,type,end,product,stage,date\n${rows.join('\n')}\n`)
  const clear = async (store: Store): Promise<void> => {
    const left = statement('load/nodeCount', (row) => Number(row['count']))
    while (((await store.read(left, {}))[0] ?? 0) > 0)
      await store.write(command('load/clear'), { limit: 5_000 })
  }
  const byHand = openStore(config(join(folder, 'hand')))
  const hand = await handWritten(byHand, pairs)
  if (byHand.kind === 'neo4j') await clear(byHand)
  await byHand.close()
  const dataDir = join(folder, 'load')
  const store = openStore(config(dataDir))
  const began = performance.now()
  await load({ store, dataDir, paths: [folder] })
  const loading = (performance.now() - began) / 1_000
  note(
    'loading 100,000 relations, rows/s',
    name,
    `${(relations / loading).toFixed(0)}, by hand ${(relations / hand).toFixed(0)}: ${(hand / loading).toFixed(2)} ×`,
    '≥ 0.7 ×',
  )
  const again = performance.now()
  await load({ store, dataDir, paths: [folder] })
  note(
    'loading them again, unchanged',
    name,
    `${((performance.now() - again) / 1_000 / loading).toFixed(2)} × the time`,
    '≤ 0.5 ×',
  )
  await benchChain(name, store)
  if (store.kind === 'neo4j') await clear(store)
  await store.close()
  rmSync(folder, { recursive: true, force: true })
}

const benchChain = async (name: string, store: Store): Promise<void> => {
  const logger = pino({ level: 'silent' })
  const live = await followStore(store, logger)
  const endpoint = createEndpoint({ store, live, logger, production: false })
  const server = createHttpServer({ endpoint, store, isReady: () => true, production: false })
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil))
  const address = server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  const hub = entityId('Company', nameOf(0))
  const body = JSON.stringify({
    query: `query ($of: ID!) { supplyChain(of: $of, depth: 3) { truncated entities { id name } tiers { depth entities { id } }
      relationships { id product stage since confidence sourceCount start { id } end { id } } } }`,
    variables: { of: hub },
  })
  const overHttp = async (): Promise<void> => {
    const response = await fetch(`http://127.0.0.1:${port.toString()}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
    await response.text()
  }
  const step = statement('read/relationshipsIn', relationshipIn)
  const bare = async (): Promise<void> => {
    let ids: readonly string[] = [hub]
    const seen: Record<string, number> = { [hub]: 0 }
    for (let left = 300; ids.length > 0 && left > 0;) {
      const found = await store.read(step, {
        ...filterParams({ types: ['SUPPLIES'] }),
        ids,
        seen,
        limit: left + 1,
      })
      ids = [...new Set(found.map(({ start }) => start))]
      for (const id of ids) seen[id] = 1
      left -= found.length
    }
  }
  const times: Record<'http' | 'bare', number[]> = { http: [], bare: [] }
  for (let round = 0; round < 220; round++) {
    for (const [kind, work] of [
      ['http', overHttp],
      ['bare', bare],
    ] as const) {
      const began = performance.now()
      await work()
      if (round >= 20) times[kind].push(performance.now() - began)
    }
  }
  note(
    'supplyChain depth 3 from a hub, over HTTP',
    name,
    `${median(times.http).toFixed(1)} ms, bare ${median(times.bare).toFixed(1)} ms: ${(median(times.http) / median(times.bare)).toFixed(2)} ×`,
    '≤ 2 ×',
  )
  live.stop()
  server.closeAllConnections()
  server.close()
}

await benchStart()
await benchStore('embedded', (dataDir) => ({ dataDir, neo4j: null }))
const jarFolder = projectFile('.neo4j')
const missing = missingForNeo4j(jarFolder)
if (missing === null) {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-neo4j-'))
  const neo4j = await startNeo4j({ folder, jarFolder, boltPort: 47_687, httpPort: 47_474, quiet: true })
  try {
    const { uri, username, password } = neo4j
    await benchStore('neo4j', (dataDir) => ({
      dataDir,
      neo4j: { uri, username, password, database: 'neo4j' },
    }))
  } finally {
    await neo4j.stop()
    rmSync(folder, { recursive: true, force: true })
  }
} else process.stdout.write(`SKIPPED Neo4j: ${missing}\n`)
const machine = `${cpus().length.toString()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}`
writeFileSync(projectFile('docs', 'bench.json'), `${JSON.stringify({ machine, figures }, null, 2)}\n`)
const table = figures
  .map(({ what, store, measured, target }) => `| ${what} | ${store} | ${measured} | ${target} |`)
  .join('\n')
writeFileSync(
  projectFile('docs', 'bench.md'),
  `# Figures\n\nMade by \`npm run bench\` on ${machine}; ratios are of one run.\n\n| what | store | measured | target |\n| --- | --- | --- | --- |\n${table}\n`,
)
