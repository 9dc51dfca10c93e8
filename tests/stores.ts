/** The stores that a suite runs on: both, where this machine has both. Each opens empty, with its own DATA_DIR. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyStore } from '../server/load/empty.ts'
import { openStore } from '../server/store/open.ts'
import { setupStore } from '../server/store/setup.ts'
import type { Store } from '../server/store/store.ts'

export interface Opened {
  readonly store: Store
  readonly dataDir: string
  /** What a program needs in its environment to use the same store. */
  readonly environment: NodeJS.ProcessEnv
  close(): Promise<void>
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'liantu-test-'))

const open = async (neo4j: Parameters<typeof openStore>[0]['neo4j']): Promise<Opened> => {
  const dataDir = newFolder()
  const store = openStore({ dataDir, neo4j })
  await setupStore(store)
  if (store.kind === 'neo4j') await emptyStore(store)
  return {
    store,
    dataDir,
    environment: {
      DATA_DIR: dataDir,
      NEO4J_URI: neo4j?.uri ?? '',
      NEO4J_USERNAME: neo4j?.username ?? '',
      NEO4J_PASSWORD: neo4j?.password ?? '',
    },
    close: async () => {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** Name and opener of each store there is here. */
export const stores: readonly (readonly [name: string, open: () => Promise<Opened>])[] = [
  ['embedded', () => open(null)],
  ...(process.env['TEST_NEO4J_URI'] === undefined
    ? []
    : [
        [
          'neo4j',
          () =>
            open({
              uri: process.env['TEST_NEO4J_URI'] ?? '',
              username: process.env['TEST_NEO4J_USERNAME'] ?? 'neo4j',
              password: process.env['TEST_NEO4J_PASSWORD'] ?? '',
              database: 'neo4j',
            }),
        ] as const,
      ]),
]
