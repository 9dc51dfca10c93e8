/**
 * Reads the documents of a folder one by one, from bytes to facts, and keeps nothing of them: what a core reads in a
 * second, and how much memory that takes. Run as a process of its own; prints one line of JSON.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { namesOf } from '../../server/evaluate/known.ts'
import { extract } from '../../server/extract/extract.ts'
import { buildGazetteer } from '../../server/extract/gazetteer.ts'
import { readDocument } from '../../server/extract/reading/readDocument.ts'
import { projectFile } from '../../server/project.ts'

const [, , folder = ''] = process.argv
const names = await namesOf(projectFile('data', 'sources'))
const gazetteer = buildGazetteer(names.known())
const files = readdirSync(folder).sort()

let [characters, facts] = [0, 0]
// Processor time, all threads: other programs on the machine do not count, and collecting garbage does.
const before = process.cpuUsage()
for (const file of files) {
  const document = await readDocument(readFileSync(join(folder, file)), file, {})
  const { relationships, metrics } = extract(document, gazetteer)
  characters += document.text.length
  facts += relationships.length + metrics.length
}
const { user, system } = process.cpuUsage(before)
const seconds = (user + system) / 1_000_000
const megabytes = process.resourceUsage().maxRSS / 1024
process.stdout.write(`${JSON.stringify({ characters, facts, seconds, megabytes })}\n`)
