/** The stores that are measured: the embedded one, and a throw-away Neo4j where Java and Maven are. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectFile } from '../../server/project.ts'
import type { StoreConfig } from '../../server/store/open.ts'
import { freePort } from '../freePort.ts'
import { missingForNeo4j, startNeo4j } from '../neo4jServer.ts'
import type { Figure } from './figure.ts'

/** Makes a store's configuration for a DATA_DIR. */
export type Configure = (dataDir: string) => StoreConfig

/** Measures on each store, one after the other; says where Neo4j is left out. */
export async function* onEachStore(
  measure: (configure: Configure) => Promise<readonly Figure[]>,
): AsyncIterable<readonly Figure[]> {
  yield await measure((dataDir) => ({ dataDir, neo4j: null }))
  const jarFolder = projectFile('.neo4j')
  const missing = missingForNeo4j(jarFolder)
  if (missing !== null) {
    process.stdout.write(`SKIPPED Neo4j: ${missing}\n`)
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-neo4j-'))
  const ports = { boltPort: await freePort(), httpPort: await freePort() }
  const server = await startNeo4j({ folder, jarFolder, ...ports, quiet: true })
  try {
    const { uri, username, password } = server
    yield await measure((dataDir) => ({ dataDir, neo4j: { uri, username, password, database: 'neo4j' } }))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
