/** A made graph of 200 suppliers of one company, behind the API. */
import { expect } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { z } from 'zod'
import { followStore } from '../server/graphql/live.ts'
import { createEndpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { counted } from './counted.ts'
import { newFolder, type Opened } from './stores.ts'

export const supplierCount = 200
const name = (index: number): string => `供应商${index.toString().padStart(3, '0')}`
/** The id of a supplier. */
export const id = (index: number): string => entityId('Company', name(index))
/** The id of the one they all supply. */
export const hub = entityId('Company', '总装厂')
export const indexes = Array.from({ length: supplierCount }, (_, index) => index)

/** Every supplier in the park, with one supply, one figure and one document of its own. */
const writeGraph = (folder: string): void => {
  const table = (file: string, header: string, rows: readonly string[]): void => {
    writeFileSync(join(folder, `${file}.csv`), `${header}\n${rows.join('\n')}\n`)
  }
  table('entities', 'label,name,place,source', [
    'Region,某省,,',
    'Region,某市,某省,',
    'Park,大园区,某市,',
    'Park,小园区,大园区,',
    'Company,总装厂,某省,',
    ...indexes.map((index) => `Company,${name(index)},小园区,https://example.org/${index.toString()}`),
  ])
  table(
    'relations',
    'start,type,end,product,date,source',
    indexes.map((index) => `${name(index)},SUPPLIES,总装厂,件,2024,https://example.org/${index.toString()}`),
  )
  table(
    'metrics',
    'entity,name,value,date,source',
    indexes.map(
      (index) => `${name(index)},产值,${index.toString()},2024,https://example.org/${index.toString()}`,
    ),
  )
}

const body = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() }))
    .optional(),
})

type Variables = Readonly<Record<string, unknown>>

export interface Suppliers {
  /** The answer with its errors. */
  ask(query: string, variables?: Variables): Promise<z.infer<typeof body>>
  /** The data of an answer, which must be without errors. */
  data(query: string, variables?: Variables): Promise<Readonly<Record<string, unknown>>>
  /** Names of the statements run since it was last emptied. */
  readonly statements: string[]
  close(): Promise<void>
}

/** Loads the graph into an empty store. */
export const openSuppliers = async (open: () => Promise<Opened>): Promise<Suppliers> => {
  const opened = await open()
  const { names, watched } = counted(opened.store)
  const folder = newFolder()
  writeGraph(folder)
  const report = await load({ store: opened.store, dataDir: opened.dataDir, paths: [folder] })
  expect(report.rejected).toEqual([])
  rmSync(folder, { recursive: true, force: true })
  const logger = pino({ level: 'silent' })
  const live = await followStore(opened.store, logger)
  live.stop()
  const endpoint = createEndpoint({ store: watched, live, logger, production: false })
  const ask: Suppliers['ask'] = async (query, variables = {}) => {
    const response = await endpoint.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return body.parse(await response.json())
  }
  return {
    ask,
    data: async (query, variables) => {
      const { data, errors } = await ask(query, variables)
      expect(errors).toBeUndefined()
      return data ?? {}
    },
    statements: names,
    close: () => opened.close(),
  }
}
