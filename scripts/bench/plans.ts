/** The plans of the statements that read: ours on a store, and those of @neo4j/graphql. */
import { graphql } from 'graphql'
import type { Driver } from 'neo4j-driver'
import { pino } from 'pino'
import { followStore } from '../../server/graphql/live.ts'
import { createEndpoint } from '../../server/graphql/yoga.ts'
import type { Store } from '../../server/store/store.ts'
import { librarySchema, libraryThreeLevels, libraryTwoHops, ourTwoHops } from './librarySchema.ts'
import { noting, type Noted } from './noting.ts'
import { profileEmbedded, profileOnNeo4j, type Plan, type Run } from './profile.ts'

/** Whom to ask about, by id. */
export interface Subjects {
  /** A company that many supply. */
  readonly of: string
  /** The company that most supply. */
  readonly hub: string
  readonly product: string
}

/** Operations that together ask nearly every statement that reads. */
const operations: readonly string[] = [
  ourTwoHops,
  'query ($of: ID!) { supplyChain(of: $of, depth: 2, direction: DOWNSTREAM) { truncated } }',
  'query ($product: ID!) { supplyChain(of: $product, depth: 1, direction: BOTH) { truncated } }',
  'query ($of: ID!) { neighbors(of: [$of], first: 300) { truncated } }',
  'query ($of: ID!, $hub: ID!) { paths(from: $of, to: $hub) { relationships { id } } }',
  'query ($of: ID!, $hub: ID!) { paths(from: $hub, to: $of, maxLength: 2) { relationships { id } } }',
  `query ($of: ID!) { entity(id: $of) { metrics { name } documents(first: 100) { totalCount }
    relationships { totalCount edges { node { id } } }
    ... on Company { suppliers { totalCount edges { node { id } } } leads { reason } } } }`,
  '{ a: entities(orderBy: SUPPLIERS) { totalCount } b: entities(orderBy: RELATIONSHIPS) { totalCount } }',
  `{ documents(text: "example.org/1", first: 20) { edges { node { id text damage { start } entities { id }
    relationships { id } } } } }`,
  '{ stats { documents evidence entities { count } relationships { count } damaged { id } } reviews { totalCount } }',
]

/** Of each of our statements that read the call that gave most rows, in the order of their names. */
const askAll = async (given: Store, subjects: Subjects): Promise<readonly Noted[]> => {
  const asked = new Map<string, Noted>()
  const store = noting(given, (noted) => {
    const { name } = noted.statement
    if (noted.rows > (asked.get(name)?.rows ?? -1)) asked.set(name, noted)
  })
  const logger = pino({ level: 'silent' })
  const live = await followStore(store, logger)
  live.stop()
  const endpoint = createEndpoint({ store, live, logger, production: false, cacheMegabytes: 0 })
  for (const query of operations) {
    const response = await endpoint.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: subjects }),
    })
    const answer = await response.text()
    if (!response.ok || answer.includes('"errors"')) throw new Error(`no answer: ${answer.slice(0, 300)}`)
  }
  return [...asked.values()].sort((left, right) => (left.statement.name < right.statement.name ? -1 : 1))
}

/** Our plans on a store; `driver` leads to its database where that is Neo4j. */
export const ourPlans = async (
  store: Store,
  subjects: Subjects,
  driver?: Driver,
): Promise<readonly Plan[]> => {
  const plans: Plan[] = []
  for (const { statement, params } of await askAll(store, subjects))
    plans.push(
      driver === undefined
        ? await profileEmbedded(store, statement, params)
        : await profileOnNeo4j(driver, { name: statement.name, text: statement.text, params }),
    )
  return plans
}

/** The plans of what the library makes of its operations. */
export const libraryPlans = async (driver: Driver, { of, hub }: Subjects): Promise<readonly Plan[]> => {
  const schema = await librarySchema(driver)
  const plans: Plan[] = []
  for (const { name, source, id } of [
    { name: 'two hops with evidence', source: libraryTwoHops, id: of },
    { name: 'three levels', source: libraryThreeLevels, id: hub },
  ]) {
    const runs: Run[] = []
    // The library runs its statements through whatever stands here.
    const executionContext = {
      run: (text: string, params: Run['params']) => {
        runs.push({ name, text, params })
        return driver.executeQuery(text, params, { database: 'neo4j', routing: 'READ' })
      },
    }
    const { errors } = await graphql({
      schema,
      source,
      variableValues: { of: id },
      contextValue: { executionContext },
    })
    if (errors !== undefined) throw new Error(`the library can't answer: ${errors.join('; ')}`)
    // It asks for the version of the database first.
    const run = runs.at(-1)
    if (run !== undefined) plans.push({ ...(await profileOnNeo4j(driver, run)), text: run.text })
  }
  return plans
}
