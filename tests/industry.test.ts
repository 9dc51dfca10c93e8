/** The industries of the bench: whichever way one is put into a store, it is the same. */
import { afterAll, expect, test } from '@jest/globals'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { fillStore } from '../scripts/bench/fill.ts'
import { makeIndustry, writeIndustry } from '../scripts/bench/industry.ts'
import { exportGraph } from '../server/export/export.ts'
import { load } from '../server/load/load.ts'
import { openEmbedded } from '../server/store/embedded/client.ts'
import { newFolder } from './stores.ts'

const folder = newFolder()
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

const exported = z.object({
  entities: z.array(z.record(z.string(), z.unknown())),
  relationships: z.array(z.record(z.string(), z.unknown())),
})

test('an industry filled straight into a store is the one that loading its tables gives', async () => {
  const industry = makeIndustry(600)
  const graphs = []
  for (const way of ['filled', 'loaded'] as const) {
    const dataDir = join(folder, way)
    const store = openEmbedded({ dataDir })
    if (way === 'filled') await fillStore(store, industry)
    else {
      const tables = newFolder()
      writeIndustry(tables, industry)
      expect((await load({ store, dataDir, paths: [tables] })).rejected).toEqual([])
      rmSync(tables, { recursive: true, force: true })
    }
    const path = join(folder, `${way}.json`)
    await exportGraph({ store, format: 'json', path })
    graphs.push(exported.parse(JSON.parse(readFileSync(path, 'utf8'))))
    await store.close()
  }
  expect(graphs[0]?.relationships).toHaveLength(600)
  expect(graphs[0]).toEqual(graphs[1])
})
