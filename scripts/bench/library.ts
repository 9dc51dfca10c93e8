/** Our answers over HTTP against those of @neo4j/graphql behind plain Yoga, from the same Neo4j. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { z } from 'zod'
import { entityId } from '../../server/model/identity.ts'
import { projectFile } from '../../server/project.ts'
import { openStore, type StoreConfig } from '../../server/store/open.ts'
import { plansPage, type Plans } from '../plansPage.ts'
import { ask } from './client.ts'
import { median, type Figure } from './figure.ts'
import { fillStore } from './fill.ts'
import { makeIndustry, type Industry } from './industry.ts'
import { libraryThreeLevels, libraryTwoHops, ourThreeLevels, ourTwoHops } from './librarySchema.ts'
import { libraryPlans, ourPlans, type Subjects } from './plans.ts'
import type { Section } from './section.ts'
import { buildSides, startSide } from './server.ts'
import { onEachStore } from './stores.ts'

const relationships = 100_000
const rounds = { twoHops: { warm: 30, counted: 100 }, threeLevels: { warm: 1, counted: 3 } }
/** Of the company to start from: who supply it, and relationships within two hops. */
const degree = { least: 30, most: 150 }
const within = { least: 300, most: 2_000 }

/** The first company of that degree, and the one that most supply. */
const subjectsIn = ({ entities, facts }: Industry): Subjects => {
  const suppliers = new Map<number, number[]>()
  for (const { type, start, end } of facts)
    if (type === 'SUPPLIES') suppliers.set(end, [...(suppliers.get(end) ?? []), start])
  const degreeOf = (company: number): number => suppliers.get(company)?.length ?? 0
  const reach = (company: number): number =>
    [...new Set(suppliers.get(company))].reduce((sum, one) => sum + degreeOf(one), degreeOf(company))
  const companies = [...suppliers.keys()]
  const of = companies.find(
    (one) =>
      degreeOf(one) >= degree.least &&
      degreeOf(one) <= degree.most &&
      reach(one) >= within.least &&
      reach(one) <= within.most,
  )
  const [hub] = companies.sort((left, right) => degreeOf(right) - degreeOf(left))
  if (of === undefined || hub === undefined) throw new Error('the industry has no company of that degree')
  const idAt = (index: number): string => entityId('Company', entities[index]?.name ?? '')
  const product = entities.find(({ label }) => label === 'Product')?.name ?? ''
  return { of: idAt(of), hub: idAt(hub), product: entityId('Product', product) }
}

const idShape = z.object({ id: z.string() })
const ourAnswer = z.object({
  data: z.object({
    supplyChain: z.object({
      truncated: z.boolean(),
      entities: z.array(idShape),
      relationships: z.array(idShape.extend({ evidence: z.array(z.unknown()).optional() })),
    }),
  }),
})

/** Every value of a key, at any depth. */
const valuesOf = (answer: unknown, key: string): readonly unknown[] =>
  answer === null || typeof answer !== 'object'
    ? []
    : Object.entries<unknown>({ ...answer }).flatMap(([name, inner]) => [
        ...(name === key ? [inner] : []),
        ...valuesOf(inner, key),
      ])

/** Throws where the two do not tell of the same companies and relationships; gives how many relationships there are. */
const checkSame = (ours: string, theirs: string): number => {
  const { entities, relationships: links } = ourAnswer.parse(JSON.parse(ours)).data.supplyChain
  const answer: unknown = JSON.parse(theirs)
  const companies = new Set(valuesOf(answer, 'node').flatMap((node) => idShape.parse(node).id))
  const stated = new Set(valuesOf(answer, 'properties').flatMap((properties) => idShape.parse(properties).id))
  for (const { id } of idShape.array().parse(valuesOf(answer, 'companies').flat())) companies.add(id)
  if (companies.size !== entities.length || !entities.every(({ id }) => companies.has(id)))
    throw new Error('the library tells of other companies')
  if (!links.every(({ id }) => stated.has(id))) throw new Error('the library tells of other relationships')
  return links.length
}

interface Side {
  readonly port: number
  readonly body: string
}
interface Measured {
  readonly milliseconds: number
  readonly answer: string
}

/** The two sides by turns: the last answer of each, and the time at p50. */
const byTurns = async (
  ours: Side,
  theirs: Side,
  { warm, counted }: { readonly warm: number; readonly counted: number },
): Promise<readonly [Measured, Measured]> => {
  const measured = [ours, theirs].map((side) => ({ side, times: new Array<number>(), answer: '' }))
  for (let round = 0; round < warm + counted; round++)
    for (const one of measured) {
      const began = performance.now()
      one.answer = await ask(one.side.port, one.side.body)
      if (round >= warm) one.times.push(performance.now() - began)
      if (one.answer.startsWith('{"errors"')) throw new Error(`no answer: ${one.answer.slice(0, 200)}`)
    }
  const [first, second] = measured.map(({ times, answer }) => ({ milliseconds: median(times), answer }))
  if (first === undefined || second === undefined) throw new RangeError('there are two sides')
  return [first, second]
}

const bytesOf = ({ answer }: Measured): number => Buffer.byteLength(answer)
const kilobytes = (measured: Measured): string => (bytesOf(measured) / 1_000).toFixed(0)
const milliseconds = (measured: Measured): string => measured.milliseconds.toFixed(1)

const compare = async (config: StoreConfig, { of, hub }: Subjects): Promise<readonly Figure[]> => {
  await buildSides()
  const file = join(config.dataDir, 'answers.json')
  writeFileSync(file, '{}')
  const { uri = '', username = '', password = '' } = config.neo4j ?? {}
  const environment = { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password }
  const start = (name: string) => startSide(name, file, config.dataDir, environment)
  const [ours, theirs] = [await start('ours-neo4j'), await start('library')]
  const sides = (ourQuery: string, theirQuery: string, id: string): readonly [Side, Side] => [
    { port: ours.port, body: JSON.stringify({ query: ourQuery, variables: { of: id } }) },
    { port: theirs.port, body: JSON.stringify({ query: theirQuery, variables: { of: id } }) },
  ]
  try {
    const [ourHops, theirHops] = await byTurns(...sides(ourTwoHops, libraryTwoHops, of), rounds.twoHops)
    const count = checkSame(ourHops.answer, theirHops.answer)
    const [ourLevels, theirLevels] = await byTurns(
      ...sides(ourThreeLevels, libraryThreeLevels, hub),
      rounds.threeLevels,
    )
    if (!ourAnswer.parse(JSON.parse(ourLevels.answer)).data.supplyChain.truncated)
      throw new Error('three levels from the hub were to be cut')
    const store = 'neo4j'
    return [
      {
        what: `two hops with evidence (${count.toString()} relationships) over HTTP, the time of @neo4j/graphql against ours, p50`,
        store,
        value: theirHops.milliseconds / ourHops.milliseconds,
        unit: '×',
        target: { atLeast: 1.5 },
        of: `${milliseconds(theirHops)} of ${milliseconds(ourHops)} ms`,
      },
      {
        what: 'the same, bytes of the answer',
        store,
        value: bytesOf(theirHops) / bytesOf(ourHops),
        unit: '×',
        target: { atLeast: 1 },
        of: `${kilobytes(theirHops)} of ${kilobytes(ourHops)} KB`,
      },
      {
        what: 'three levels from the company that most supply, no bound asked for: the time of @neo4j/graphql against ours, which says `truncated`',
        store,
        value: theirLevels.milliseconds / ourLevels.milliseconds,
        unit: '×',
        target: null,
        of: `${milliseconds(theirLevels)} of ${milliseconds(ourLevels)} ms`,
      },
      {
        what: 'the same, bytes of the answer',
        store,
        value: bytesOf(theirLevels) / bytesOf(ourLevels),
        unit: '×',
        target: null,
        of: `${kilobytes(theirLevels)} of ${kilobytes(ourLevels)} KB`,
      },
    ]
  } finally {
    for (const { child } of [ours, theirs]) child.kill('SIGKILL')
  }
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  const plans: { -readonly [Kind in keyof Plans]: Plans[Kind] } = { embedded: [], neo4j: [], library: [] }
  const industry = makeIndustry(relationships)
  const subjects = subjectsIn(industry)
  yield* onEachStore(async (configure) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
    const config = configure(dataDir)
    const store = openStore(config)
    try {
      await fillStore(store, industry)
      if (config.neo4j === null) {
        plans.embedded = await ourPlans(store, subjects)
        return []
      }
      const figures = await compare(config, subjects)
      const { uri, username, password } = config.neo4j
      const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
        disableLosslessIntegers: true,
      })
      plans.neo4j = await ourPlans(store, subjects, driver)
      plans.library = await libraryPlans(driver, subjects)
      await driver.close()
      return figures
    } finally {
      await store.close()
      rmSync(dataDir, { recursive: true, force: true })
    }
  })
  if (plans.neo4j.length === 0) return
  writeFileSync(projectFile('docs', 'plans.json'), `${JSON.stringify(plans, null, 2)}\n`)
  writeFileSync(projectFile('docs', 'plans.md'), await plansPage(plans))
}

/** The same questions to the same database. */
export const library: Section = {
  name: 'library',
  title: 'Against @neo4j/graphql',
  about:
    'The same Neo4j with a made industry of 100,000 relationships, each server in a process of its own with NODE_ENV=production, nothing cached, by turns. Both tell of the same companies. The statements of both with their plans: [plans.md](plans.md).',
  measure,
}
