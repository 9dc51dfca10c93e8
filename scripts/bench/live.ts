/** How soon a running server shows what another process loaded. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pino } from 'pino'
import { z } from 'zod'
import { readConfig } from '../../server/config.ts'
import { load } from '../../server/load/load.ts'
import { startServer } from '../../server/main.ts'
import { openStore } from '../../server/store/open.ts'
import { quantile, type Figure } from './figure.ts'
import { companyName } from './network.ts'
import type { Section } from './section.ts'
import { onEachStore, type Configure } from './stores.ts'

const rounds = 12

const found = z.object({
  data: z.object({ search: z.array(z.object({ entity: z.object({ name: z.string() }) })) }),
})

/** Whether the server finds the company by its name, which it reads from its own index of names. */
const finds = async (url: string, name: string): Promise<boolean> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: 'query ($text: String!) { search(text: $text) { entity { name } } }',
      variables: { text: name },
    }),
  })
  return found.parse(await response.json()).data.search.some(({ entity }) => entity.name === name)
}

const measure = async (configure: Configure): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const dataDir = join(folder, 'data')
  const config = { ...readConfig({ PORT: '0', DATA_DIR: dataDir }), ...configure(dataDir) }
  const server = await startServer(config, pino({ level: 'silent' }))
  const elsewhere = openStore(configure(dataDir))
  const delays: number[] = []
  const tables = join(folder, 'tables')
  mkdirSync(tables)
  for (let round = 0; round < rounds; round++) {
    writeFileSync(join(tables, 'entities.csv'), `label,name\nCompany,${companyName(round)}\n`)
    await load({ store: elsewhere, dataDir, paths: [tables], replace: true })
    const loaded = performance.now()
    while (!(await finds(server.url, companyName(round)))) await sleep(5)
    delays.push((performance.now() - loaded) / 1_000)
  }
  await elsewhere.close()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  const store = configure(dataDir).neo4j === null ? 'embedded' : 'neo4j'
  return [
    {
      what: 'the longest time until a running server shows what another process loaded',
      store,
      value: Math.max(...delays),
      unit: 's',
      target: { atMost: store === 'embedded' ? 1 : 5 },
      of: `median ${quantile(delays, 0.5).toFixed(1)} s of ${rounds.toString()} loads`,
    },
  ]
}

/** From the end of a load to the first answer with its data. */
export const live: Section = {
  name: 'live',
  title: 'A load elsewhere',
  about:
    'The time runs from the end of a load by another store client to the first search over HTTP that finds the company it loaded.',
  measure: () => onEachStore(measure),
}
