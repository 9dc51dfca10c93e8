/**
 * npm run cypher: checks every statement under cypher/ as Neo4j's editor does (syntax, names, labels and types of the
 * model, every parameter named in its header) and that it is formatted. `--write` formats.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { formatQuery, lintCypherQuery } from '@neo4j-cypher/language-support'
import { labels, model, types } from '../server/model/model.ts'
import { projectFile } from '../server/project.ts'

/** Nodes and relationships that the model's page does not list: what loading keeps beside the graph. */
const own = { labels: ['Entity', 'Declaration', 'Graph', 'Review'], types: ['FROM', 'HAS_METRIC'] }
const schema = {
  labels: [...labels, ...Object.keys(model.properties), ...own.labels],
  relationshipTypes: [...types, ...own.types],
  defaultLanguage: 'CYPHER 5',
} as const

/** A declared name in place of the one that a template is filled with. */
const filled = (text: string): string =>
  text.replaceAll(':Entity:__NAME__', ':Entity:Company').replaceAll('__NAME__', 'SUPPLIES')

/** The parameters that the header, the comment above the statement, names. */
const parametersOf = (text: string): Readonly<Record<string, unknown>> => {
  const header = text.split('\n').filter((line) => line.startsWith('//'))
  return Object.fromEntries([...header.join('\n').matchAll(/\$(\w+)/g)].map(([, name = '']) => [name, null]))
}

/** What is wrong with a statement, a line each. */
const complaintsOf = (text: string): readonly string[] =>
  lintCypherQuery(filled(text), {
    ...schema,
    labels: [...schema.labels],
    relationshipTypes: [...schema.relationshipTypes],
    parameters: parametersOf(text),
  }).map(
    ({ message, range }) =>
      `line ${(range.start.line + 1).toString()}: ${typeof message === 'string' ? message : message.value}`,
  )

const write = process.argv.includes('--write')
const files = readdirSync(projectFile('cypher'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.cypher'))
  .sort()
let complaints = 0
for (const file of files) {
  const path = projectFile('cypher', file)
  const text = readFileSync(path, 'utf8')
  const formatted = `${formatQuery(text).trimEnd()}\n`
  const found = [...complaintsOf(text)]
  if (formatted !== text) {
    if (write) writeFileSync(path, formatted)
    else found.push('it is not formatted; run: npm run format')
  }
  for (const complaint of found) process.stderr.write(`cypher/${file}: ${complaint}\n`)
  complaints += found.length
}
process.stdout.write(`${files.length.toString()} statements, ${complaints.toString()} complaints\n`)
process.exitCode = complaints > 0 ? 1 : 0
