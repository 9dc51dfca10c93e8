/** Made industries of 10,000 to 1,000,000 relationships: how fast they load, and how long each operation takes on them. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { emptyStore } from '../../server/load/empty.ts'
import { load } from '../../server/load/load.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import type { Figure } from './figure.ts'
import { fillStore } from './fill.ts'
import { makeIndustry, writeIndustry, type Industry } from './industry.ts'
import { measureOperations } from './operations.ts'
import type { Section } from './section.ts'
import { onEachStore, type Configure } from './stores.ts'

/** The names of sizes; figures and docs/scale.md go by them. */
export const sizeName = (relationships: number): string =>
  `10${['⁴', '⁵', '⁶'][Math.log10(relationships) - 4] ?? ''} relationships`

type Put = (store: Store, dataDir: string, industry: Industry) => Promise<number>

/** Loads the industry's tables as `npm run load` does; gives seconds. */
const loaded: Put = async (store, dataDir, industry) => {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-tables-'))
  writeIndustry(folder, industry)
  const began = performance.now()
  await load({ store, dataDir, paths: [folder] })
  rmSync(folder, { recursive: true, force: true })
  return (performance.now() - began) / 1_000
}

const filled: Put = (store, _dataDir, industry) => fillStore(store, industry)

const measureSize = async (
  configure: Configure,
  relationships: number,
  put: Put,
): Promise<readonly Figure[]> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const store = openStore(configure(dataDir))
  try {
    // A database is shared by all sizes; an embedded store is as new as its DATA_DIR.
    if (store.kind === 'neo4j') await emptyStore(store)
    const industry = makeIndustry(relationships)
    const seconds = await put(store, dataDir, industry)
    const size = sizeName(relationships)
    return [
      {
        what: `loading ${size}`,
        store: store.kind,
        value: relationships / seconds,
        unit: 'rows/s',
        target: null,
        of: `${seconds.toFixed(0)} s`,
      },
      ...(await measureOperations(store, industry, size)),
    ]
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const measureSizes = (sizes: readonly number[], put: Put) => (): AsyncIterable<readonly Figure[]> =>
  onEachStore(async (configure) => {
    const figures: Figure[] = []
    for (const size of sizes) figures.push(...(await measureSize(configure, size, put)))
    return figures
  })

const how =
  'Operations go through the GraphQL endpoint without HTTP, each time for other entities: half of them any company, half by how many supply it, so that hubs are among them.'

/** Sizes that load in less than a minute. */
export const scale: Section = {
  name: 'scale',
  title: 'Scale',
  about: `Made industries, loaded by the loader. ${how}`,
  measure: measureSizes([10_000, 100_000], loaded),
}

/** The largest size, which takes minutes to fill. */
export const scaleMillion: Section = {
  name: 'scale-million',
  title: 'Scale, a million relationships',
  about: `Filled with the loader's plans and batches, without reading tables and comparing (the graph is the same). ${how}`,
  measure: measureSizes([1_000_000], filled),
  onlyByName: true,
}
