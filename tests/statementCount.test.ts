/** How many statements a traversal takes: one a hop and one for all evidence, however many relationships it answers. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { load } from '../server/load/load.ts'
import { entityId } from '../server/model/identity.ts'
import { counted } from './counted.ts'
import { endpointOf } from './endpoint.ts'
import { newFolder, stores, type Opened } from './stores.ts'

const depths = [1, 2, 3, 4, 5, 6] as const
const longest = 6
/** Relationships between one tier and the next. */
const widths = [1, 50, 200] as const

const name = (width: number, tier: number, index: number): string =>
  tier === 0
    ? `总装${width.toString()}`
    : `供应${[width, tier, index].map((part) => part.toString()).join('-')}`
const places = widths.flatMap((width) =>
  depths.flatMap((tier) => Array.from({ length: width }, (_, index) => ({ width, tier, index }))),
)
const root = (width: number): string => entityId('Company', name(width, 0, 0))

const found = z.object({ relationships: z.array(z.object({ evidence: z.array(z.unknown()).min(1) })) })

describe.each(stores)('on the %s store', (_name, open) => {
  let opened: Opened
  let statements: string[]
  let ask: (field: string) => Promise<unknown>

  /** Six tiers of suppliers, each as wide as the others, whose members supply those before them. */
  beforeAll(async () => {
    opened = await open()
    const folder = newFolder()
    const companies = [
      ...widths.map((width) => name(width, 0, 0)),
      ...places.map((place) => name(place.width, place.tier, place.index)),
    ]
    const supplies = places.map(
      ({ width, tier, index }) =>
        `${name(width, tier, index)},SUPPLIES,${name(width, tier - 1, index)},件,2024`,
    )
    writeFileSync(
      join(folder, 'entities.csv'),
      `label,name\n${companies.map((one) => `Company,${one}`).join('\n')}\n`,
    )
    writeFileSync(join(folder, 'relations.csv'), `start,type,end,product,date\n${supplies.join('\n')}\n`)
    await load({ store: opened.store, dataDir: opened.dataDir, paths: [folder] })
    rmSync(folder, { recursive: true, force: true })
    const { names, watched } = counted(opened.store)
    const endpoint = await endpointOf(watched, { cacheMegabytes: 0 })
    statements = names
    ask = async (field) => {
      names.length = 0
      const response = await endpoint.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: `{ answer: ${field} }` }),
      })
      return z.object({ data: z.object({ answer: z.unknown() }) }).parse(await response.json()).data.answer
    }
  })
  afterAll(() => opened.close())

  const answered = 'relationships { id evidence { row document { title } } }'

  test.each(widths.flatMap((width) => depths.map((depth) => [width, depth] as const)))(
    'supplyChain with %i relationships a hop, %i hops',
    async (width, depth) => {
      const chain = found.parse(
        await ask(
          `supplyChain(of: "${root(width)}", depth: ${depth.toString()}, first: 2000) { ${answered} }`,
        ),
      )
      expect(chain.relationships).toHaveLength(width * depth)
      expect(statements).toEqual([...Array<string>(depth).fill('read/suppliesIn'), 'read/evidence'])
    },
  )

  test.each(depths)('supplyChain in both directions, %i hops', async (depth) => {
    await ask(
      `supplyChain(of: "${entityId('Company', name(50, 3, 0))}", depth: ${depth.toString()}, direction: BOTH) { ${answered} }`,
    )
    for (const hop of ['read/suppliesIn', 'read/suppliesOut'])
      expect(statements.filter((one) => one === hop).length).toBeLessThanOrEqual(depth)
    expect(statements.filter((one) => !one.startsWith('read/supplies'))).toEqual(['read/evidence'])
  })

  test.each(widths)('neighbors: %i relationships', async (width) => {
    const around = found.parse(await ask(`neighbors(of: ["${root(width)}"], first: 2000) { ${answered} }`))
    expect(around.relationships).toHaveLength(width)
    expect(statements).toEqual(['read/relationshipsAround', 'read/evidence'])
  })

  test.each(widths.flatMap((width) => depths.map((length) => [width, length] as const)))(
    'paths beside %i others, %i relationships long',
    async (width, length) => {
      const end = entityId('Company', name(width, length, 0))
      const [path] = z
        .array(found)
        .parse(
          await ask(
            `paths(from: "${root(width)}", to: "${end}", maxLength: ${longest.toString()}) { ${answered} }`,
          ),
        )
      expect(path?.relationships).toHaveLength(length)
      expect(statements).toEqual([
        ...Array<string>(length - 1).fill('read/pathStep'),
        // The last step there may be only looks for what joins the ends.
        length === longest ? 'read/pathMeet' : 'read/pathStep',
        'read/relationshipsBetween',
        'read/evidence',
      ])
    },
  )
})
