/** How Neo4j runs the statements that read: from an index, and never over everything but where everything is asked for. */
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import neo4j, { type Driver, type Plan } from 'neo4j-driver'
import { projectFile } from '../server/project.ts'
import { stores, type Opened } from './stores.ts'

const folder = projectFile('cypher', 'read')
const names = readdirSync(folder).map((name) => name.slice(0, -'.cypher'.length))

/** Of all relationships or from all entities: whichever the planner takes to be fewer in what other suites left behind. */
const relationships = /^(NodeByLabelScan|(Directed|Undirected)AllRelationshipsScan)$/

/** What asks for all of a kind (the catalog, counts, lists of all documents or reviews), and what it may go over. */
const whole: Readonly<Record<string, string | RegExp>> = {
  damagedDocuments: 'NodeByLabelScan',
  documents: 'NodeByLabelScan',
  entities: 'NodeByLabelScan',
  evidenceDates: 'NodeByLabelScan',
  labelCounts: 'NodeByLabelScan',
  metricNames: 'NodeByLabelScan',
  neighborCounts: 'NodeByLabelScan',
  nesting: relationships,
  relationshipTotals: relationships,
  reviews: 'NodeByLabelScan',
  // Of the supplies or of the companies: whichever are fewer.
  suppliedProducts: /^(NodeByLabelScan|DirectedRelationshipTypeScan)$/,
  typeCounts: relationships,
}

const opener = stores.find(([name]) => name === 'neo4j')?.[1]
const onNeo4j = opener === undefined ? test.skip : test

let opened: Opened | undefined
let driver: Driver
beforeAll(async () => {
  opened = await opener?.()
  const { NEO4J_URI = '', NEO4J_USERNAME = '', NEO4J_PASSWORD = '' } = opened?.environment ?? {}
  if (opened) driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD))
})
afterAll(async () => {
  if (!opened) return
  await driver.close()
  await opened.close()
})

/** The operators of a plan by their names. */
const operatorsOf = ({ operatorType, children }: Plan): readonly string[] => [
  operatorType.replace(/@.*/, ''),
  ...children.flatMap(operatorsOf),
]

const planOf = async (text: string): Promise<readonly string[]> => {
  const { summary } = await driver.executeQuery(`EXPLAIN ${text}`, {}, { database: 'neo4j', routing: 'READ' })
  return summary.plan ? operatorsOf(summary.plan) : []
}

onNeo4j.each(names)('%s', async (name) => {
  const operators = await planOf(readFileSync(`${folder}/${name}.cypher`, 'utf8'))
  const scans = operators.filter((operator) => operator.endsWith('Scan'))
  const allowed = whole[name]
  expect(scans).toEqual(
    allowed === undefined ? [] : [typeof allowed === 'string' ? allowed : expect.stringMatching(allowed)],
  )
  // What scans nothing starts from an index, or from the counts that the database keeps.
  if (allowed === undefined)
    expect(operators).toContainEqual(expect.stringMatching(/IndexSeek|CountFromCountStore/))
})
