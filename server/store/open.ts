/** Which store: Neo4j where an address is set, else the embedded one. */
import { openEmbedded } from './embedded/client.ts'
import { openNeo4j, type Neo4jOptions } from './neo4j.ts'
import type { Store } from './store.ts'

export interface StoreConfig {
  readonly dataDir: string
  readonly neo4j: Neo4jOptions | null
}

export const openStore = (config: StoreConfig): Store =>
  config.neo4j === null ? openEmbedded({ dataDir: config.dataDir }) : openNeo4j(config.neo4j)
