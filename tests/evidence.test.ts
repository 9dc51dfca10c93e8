/** What the evidence of one fact adds up to: its stage, dates and sources, now and as of a day. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { followStore } from '../server/graphql/live.ts'
import { createEndpoint, type Endpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { newFolder, stores, type Opened } from './stores.ts'

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let endpoint: Endpoint
  const folder = newFolder()

  beforeAll(async () => {
    opened = await open()
    writeFileSync(
      join(folder, 'a.csv'),
      'label,name\nCompany,甲厂\nCompany,乙厂\nCompany,丙厂\nCompany,丁厂\n',
    )
    const header = 'start,type,end,product,stage,date,source\n'
    const address = 'https://example.org/report'
    writeFileSync(
      join(folder, 'b.csv'),
      `${header}甲厂,SUPPLIES,乙厂,件,PLANNED,2022,${address}\n甲厂,SUPPLIES,乙厂,件,SIGNED,2023,${address}\n` +
        `丙厂,SUPPLIES,乙厂,件,ACTIVE,,${address}\n丁厂,SUPPLIES,乙厂,件,ACTIVE,2021,${address}\n`,
    )
    writeFileSync(
      join(folder, 'c.csv'),
      `${header}甲厂,SUPPLIES,乙厂,件,ACTIVE,2023-06,${address}\n丁厂,SUPPLIES,乙厂,件,ENDED,2024-03,https://example.org/end\n`,
    )
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [folder] })
    const logger = pino({ level: 'silent' })
    const live = await followStore(opened.store, logger)
    live.stop()
    endpoint = createEndpoint({ store: opened.store, live, logger, production: false })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const supplies = async (where: string): Promise<unknown> => {
    const query = `{ entity(name: "乙厂") { relationships(direction: IN, where: { ${where} }) { edges { node { start { name } stage since until sourceCount evidence { stage } } } } } }`
    const response = await endpoint.fetch(`http://localhost/graphql?query=${encodeURIComponent(query)}`)
    const shape = z.object({
      data: z.object({
        entity: z.object({ relationships: z.object({ edges: z.array(z.object({ node: z.unknown() })) }) }),
      }),
    })
    return shape.parse(await response.json()).data.entity.relationships.edges.map(({ node }) => node)
  }
  const suppliersAsOf = async (day: string): Promise<readonly string[]> => {
    const found = z
      .array(z.object({ start: z.object({ name: z.string() }) }))
      .parse(await supplies(`asOf: "${day}"`))
    return found.map(({ start }) => start.name).sort()
  }

  test('rows of two tables under one address are one source; the latest row decides', async () => {
    expect(await supplies('product: "件", stages: [ACTIVE], minSources: 1')).toEqual(
      expect.arrayContaining([
        {
          start: { name: '甲厂' },
          stage: 'ACTIVE',
          since: '2022',
          until: null,
          sourceCount: 1,
          evidence: expect.arrayContaining([{ stage: 'PLANNED' }, { stage: 'SIGNED' }, { stage: 'ACTIVE' }]),
        },
      ]),
    )
    expect(await supplies('minSources: 2')).toEqual([])
    expect(await supplies('minSources: 2, stages: [ENDED]')).toEqual([
      {
        start: { name: '丁厂' },
        stage: 'ENDED',
        since: '2021',
        until: '2024-03',
        sourceCount: 2,
        evidence: expect.arrayContaining([{ stage: 'ACTIVE' }, { stage: 'ENDED' }]),
      },
    ])
  })

  test('as of a day holds what is stated on or before it, and what has no date', async () => {
    expect(await suppliersAsOf('2020-12-31')).toEqual(['丙厂'])
    expect(await suppliersAsOf('2021-01-01')).toEqual(['丁厂', '丙厂'].sort())
    expect(await suppliersAsOf('2021-12-31')).toEqual(['丁厂', '丙厂'].sort())
    expect(await suppliersAsOf('2022')).toEqual(['甲厂', '丁厂', '丙厂'].sort())
    expect(await suppliersAsOf('2024-02-29')).toEqual(['甲厂', '丁厂', '丙厂'].sort())
    expect(await suppliersAsOf('2024-03')).toEqual(['甲厂', '丙厂'].sort())
  })
})
