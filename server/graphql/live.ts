/** The catalog of the data that the store holds now: read anew when a load has published another version. */
import type { Logger } from 'pino'
import { Catalog, readCatalog } from '../names/catalog.ts'
import { graphState } from '../read/stats.ts'
import type { Store } from '../store/store.ts'

/** How often another version is looked for: a load shows within a second, on Neo4j within five. */
const interval = { embedded: 500, neo4j: 2_000 } as const

export interface Live {
  /** The catalog, the version and what tells one load's data from another's, as of the last look. */
  current(): { readonly catalog: Catalog; readonly version: string; readonly edition: string }
  /** Looks for another version now. */
  refresh(): Promise<void>
  stop(): void
}

/** Reads the catalog and follows the store's version. */
export const followStore = async (store: Store, logger: Logger): Promise<Live> => {
  let state = { catalog: new Catalog([], []), version: '', edition: '' }
  const refresh = async (): Promise<void> => {
    const { version = '', loadedAt = null } = (await graphState(store)) ?? {}
    // The content may be what it was before, and yet something else have been there in between.
    const edition = version === '' ? '' : `${version} ${loadedAt ?? ''}`
    if (edition === state.edition) return
    state = { catalog: await readCatalog(store), version, edition }
    logger.info({ version, entities: state.catalog.entities.length }, 'the graph has a new version')
  }
  await refresh()
  let timer: NodeJS.Timeout
  let stopped = false
  const look = (): void => {
    timer = setTimeout(() => {
      void refresh()
        .catch((error: unknown) => {
          logger.warn({ err: error }, 'the database did not answer; looking again')
        })
        .finally(() => {
          if (!stopped) look()
        })
    }, interval[store.kind])
  }
  look()
  return {
    current: () => state,
    refresh,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}
