/** Every statement under cypher/ is used, and works, on both stores: found by listing the folders. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { followStore } from '../server/graphql/live.ts'
import { createEndpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { projectFile } from '../server/project.ts'
import { paths } from '../server/read/paths.ts'
import type { Store } from '../server/store/store.ts'
import { counted } from './counted.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const files = (folder: string): readonly string[] =>
  readdirSync(projectFile('cypher', folder))
    .map((name) => `${folder}/${name.slice(0, -'.cypher'.length)}`)
    .sort()

const usedOf = (names: readonly string[], folder: string): readonly string[] =>
  [...new Set(names)].filter((name) => name.startsWith(`${folder}/`)).sort()

/** Operations that between them need every statement that reads. */
const operations = [
  `{ stats { damaged { id } documents evidence entities { count } relationships { count } } search(text: "星河") { matched } }`,
  `{ documents(text: "one") { totalCount edges { node { id text damage { start } entities { name } relationships { type } } } } }`,
  ...['NAME', 'RELATIONSHIPS', 'SUPPLIERS', 'CUSTOMERS'].map(
    (order) =>
      `{ entities(orderBy: ${order}, where: { region: "甲省" }) { totalCount edges { node { region { name } metrics { name } documents { totalCount }
        relationships { totalCount edges { node { evidence { row } } } } ... on Company { suppliers { totalCount } } } } } }`,
  ),
  `query ($car: ID!) { neighbors(of: [$car]) { relationships { id } } }`,
  `query ($car: ID!) { supplyChain(of: $car, direction: BOTH, depth: 2) { relationships { id } } }`,
  `query ($seat: ID!) { supplyChain(of: $seat, direction: BOTH) { relationships { id } } }`,
  `query ($car: ID!, $steel: ID!) { paths(from: $car, to: $steel) { length relationships { id } } }`,
  `query ($document: ID!) { document(id: $document) { title } }`,
  `{ suppliers: ask(question: "谁给星河汽车供应座椅") { kind } figure: ask(question: "乙市2023年工业产值") { kind } }`,
  `{ reviews(first: 100) { totalCount edges { node { kind relationship { id } metric { id } document { id } } } } }`,
]

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let store: Store
  let names: string[]
  const folder = newFolder()

  beforeAll(async () => {
    opened = await open()
    const watching = counted(opened.store)
    store = watching.watched
    names = watching.names
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const run = (withdraw: readonly string[] = [], rebuild = false) =>
    load({ store, dataDir: opened.dataDir, paths: withdraw.length > 0 ? [] : [folder], withdraw, rebuild })
  /** What only less certain rules read waits for a person. */
  const news = (text: string): void => {
    writeFileSync(join(folder, 'news.txt'), text)
  }
  const table = (name: string, text: string): void => {
    writeFileSync(join(folder, `${name}.csv`), text)
  }

  test('setting up and loading use every statement of cypher/setup and cypher/load', async () => {
    const things = 'label,name,note,source\n'
    const links = 'start,type,end,stage,date,source\n'
    const figures = 'entity,name,value,date,source\n'
    table('things', `${things}Company,甲厂,一,某报\nCompany,乙厂,,某报\n`)
    table('links', `${links}甲厂,COOPERATES_WITH,乙厂,SIGNED,2023,某报\n`)
    table('figures', `${figures}甲厂,产值,1,2023,某报\n`)
    news('甲厂2023年产值约12亿元。')
    await run()
    // The same, said in other rows, and with something added.
    table('things', `${things}Company,乙厂,,某报\nCompany,甲厂,二,某报\n`)
    table(
      'links',
      `${links}乙厂,COOPERATES_WITH,甲厂,ACTIVE,2024,某报\n甲厂,COOPERATES_WITH,乙厂,SIGNED,2023,某报\n`,
    )
    table('figures', `${figures}甲厂,产值,2,2024,某报\n甲厂,产值,1,2023,某报\n`)
    await run()
    await run(['things', 'links', 'figures', 'news'])
    await run()
    const { version } = await run([], true)
    expect(await run()).toMatchObject({ version, counts: { created: 0, changed: 0, removed: 0 } })
    expect(usedOf(names, 'setup')).toEqual(files('setup'))
    expect(usedOf(names, 'load')).toEqual(files('load'))
  })

  test('the operations of the API use every statement of cypher/read', async () => {
    news('星河汽车2023年产值约12亿元。星河汽车总投资3亿元建设整车二期。')
    await load({
      store,
      dataDir: opened.dataDir,
      paths: [projectFile('tests', 'fixtures'), join(folder, 'news.txt')],
    })
    const logger = pino({ level: 'silent' })
    const live = await followStore(store, logger)
    live.stop()
    const endpoint = createEndpoint({ store, live, logger, production: false })
    const ask = async (query: string, variables: Record<string, string>): Promise<string> => {
      const response = await endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      })
      const body = await response.text()
      expect(body).not.toContain('"errors"')
      return body
    }
    const documents = await ask('{ documents(first: 1) { edges { node { id } } } }', {})
    const variables = {
      car: entityId('Company', '星河汽车'),
      steel: entityId('Company', '白云钢铁'),
      seat: entityId('Product', '座椅'),
      document: /"id":"(\w+)"/.exec(documents)?.[1] ?? '',
    }
    for (const operation of operations) await ask(operation, variables)
    // As where a hub has more relationships than a step brings.
    const { car: from, steel: to } = variables
    await paths(store, { from, to, maxLength: 4, where: {}, first: 5, mostLinks: 0 })
    expect(usedOf(names, 'read')).toEqual(files('read'))
  })
})
