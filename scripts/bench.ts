/**
 * npm run bench: starting, loading and supply chains, as ratios in one run; kept in docs/bench.json and as a table in
 * docs/bench.md. On Neo4j too where Java and Maven are.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFile } from '../server/project.ts'
import { benchChain } from './bench/chain.ts'
import { benchPage, figureLine, isMet, machine, type Figure } from './bench/figures.ts'
import { benchLoad } from './bench/load.ts'
import { benchStart } from './bench/start.ts'
import { missingForNeo4j, startNeo4j } from './neo4jServer.ts'

const figures: Figure[] = []
// Before this run adds to the load itself.
const where = machine()
const take = (measured: readonly Figure[]): void => {
  figures.push(...measured)
  for (const figure of measured) process.stdout.write(`${figureLine(figure)}\n`)
}

take(await benchStart())
take(await benchLoad((dataDir) => ({ dataDir, neo4j: null }), benchChain))
const jarFolder = projectFile('.neo4j')
const missing = missingForNeo4j(jarFolder)
if (missing === null) {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-neo4j-'))
  const server = await startNeo4j({ folder, jarFolder, boltPort: 47_687, httpPort: 47_474, quiet: true })
  try {
    const { uri, username, password } = server
    const neo4j = { uri, username, password, database: 'neo4j' }
    take(await benchLoad((dataDir) => ({ dataDir, neo4j }), benchChain))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
} else process.stdout.write(`SKIPPED Neo4j: ${missing}\n`)
const bench = { machine: where, figures }
writeFileSync(projectFile('docs', 'bench.json'), `${JSON.stringify(bench, null, 2)}\n`)
writeFileSync(projectFile('docs', 'bench.md'), await benchPage(bench))
process.exitCode = figures.every(isMet) ? 0 : 1
