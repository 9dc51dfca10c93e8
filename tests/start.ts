/**
 * Before all tests: builds the server, starts a throw-away Neo4j where Java and Maven are (or takes TEST_NEO4J_URI),
 * looks for a browser, and says loudly what will be skipped. TEST_SKIP=neo4j,browser leaves parts out while working;
 * with TEST_ALL set, nothing may be skipped.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import neo4j from 'neo4j-driver'
import { buildServer } from '../scripts/build.ts'
import { chromiumPath } from '../scripts/chromium.ts'
import { freePort } from '../scripts/freePort.ts'
import { missingForNeo4j, startNeo4j, type Neo4jServer } from '../scripts/neo4jServer.ts'
import { projectFile } from '../server/project.ts'

declare global {
  var testNeo4j: Neo4jServer | undefined
}

const left = new Set((process.env['TEST_SKIP'] ?? '').split(','))

/** Tests clear the database they use, so it must be empty: it may be somebody's. */
const checkEmpty = async (uri: string, username: string, password: string): Promise<void> => {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true })
  try {
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS count')
    if (records[0]?.get('count') !== 0)
      throw new Error(
        `the database at TEST_NEO4J_URI ${uri} holds data; tests need an empty one of their own`,
      )
  } finally {
    await driver.close()
  }
}

const prepareNeo4j = async (): Promise<string | null> => {
  if (left.has('neo4j')) return 'TEST_SKIP leaves it out'
  const given = process.env['TEST_NEO4J_URI']
  if (given !== undefined) {
    await checkEmpty(
      given,
      process.env['TEST_NEO4J_USERNAME'] ?? 'neo4j',
      process.env['TEST_NEO4J_PASSWORD'] ?? '',
    )
    return null
  }
  const folder = projectFile('.neo4j')
  const missing = missingForNeo4j(folder)
  if (missing !== null) return missing
  const server = await startNeo4j({
    folder: mkdtempSync(join(tmpdir(), 'liantu-neo4j-')),
    jarFolder: folder,
    boltPort: await freePort(),
    httpPort: await freePort(),
    quiet: true,
  })
  globalThis.testNeo4j = server
  process.env['TEST_NEO4J_URI'] = server.uri
  process.env['TEST_NEO4J_USERNAME'] = server.username
  process.env['TEST_NEO4J_PASSWORD'] = server.password
  return null
}

const start = async (): Promise<void> => {
  await buildServer(true)
  const skipped: string[] = []
  const noNeo4j = await prepareNeo4j()
  if (noNeo4j !== null) skipped.push(`the Neo4j half of the contract suite: ${noNeo4j}`)
  const browser = left.has('browser') ? undefined : chromiumPath(process.env['CHROMIUM'])
  if (browser === undefined)
    skipped.push(
      'the browser tests: no Chromium (install it, or set CHROMIUM to its path), or left out by TEST_SKIP',
    )
  else process.env['CHROMIUM'] = browser
  if (skipped.length === 0) return
  const notice = `SKIPPED on this machine:\n${skipped.map((line) => `  - ${line}`).join('\n')}\n`
  if (process.env['TEST_ALL'] !== undefined) throw new Error(notice)
  process.stderr.write(`\n${'!'.repeat(72)}\n${notice}${'!'.repeat(72)}\n\n`)
}

export default start
