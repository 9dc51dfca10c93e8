/**
 * npm run bench [-- SECTION …]: all sections but the longest, or those named, kept in docs/bench.json and as tables in docs/bench.md. On
 * Neo4j too where Java and Maven are. Ends with code 1 where a figure misses its target.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { projectFile } from '../server/project.ts'
import { figureLine, isMet, machine, type Figure } from './bench/figure.ts'
import { benchPage, readBench } from './bench/report.ts'
import { sections } from './bench/sections.ts'

const named = process.argv.slice(2)
const unknown = named.find((name) => sections.every((section) => section.name !== name))
if (unknown !== undefined) {
  const names = sections.map(({ name }) => name).join(', ')
  process.stderr.write(`${unknown} is no section of the bench; there are: ${names}\n`)
  process.exit(1)
}

const file = projectFile('docs', 'bench.json')
const kept = existsSync(file) ? readBench(readFileSync(file, 'utf8')) : {}
for (const section of sections.filter(({ name, onlyByName = false }) =>
  named.length === 0 ? !onlyByName : named.includes(name),
)) {
  // Before this run adds to the load itself.
  const where = machine()
  const figures: Figure[] = []
  for await (const measured of section.measure()) {
    figures.push(...measured)
    for (const figure of measured) process.stdout.write(`${figureLine(figure)}\n`)
  }
  if (!figures.every(isMet)) process.exitCode = 1
  kept[section.name] = { machine: where, figures }
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
  writeFileSync(projectFile('docs', 'bench.md'), await benchPage(sections, kept))
}
