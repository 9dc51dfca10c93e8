/** npm run licences: the licence of every package that runs (not those for development), as it says itself. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { projectFile } from '../server/project.ts'

const lockShape = z.object({
  packages: z.record(
    z.string(),
    z.object({ version: z.string().optional(), license: z.string().optional(), dev: z.boolean().optional() }),
  ),
})
/** Old packages name theirs in a list of objects. */
const packageShape = z.object({
  license: z.union([z.string(), z.object({ type: z.string() })]).optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
})

const licenceOf = (path: string): string => {
  const file = projectFile(path, 'package.json')
  if (!existsSync(file)) return 'not installed'
  const { license, licenses } = packageShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (license !== undefined) return typeof license === 'string' ? license : license.type
  return licenses?.map(({ type }) => type).join(' OR ') ?? 'not named'
}

const lock = lockShape.parse(JSON.parse(readFileSync(projectFile('package-lock.json'), 'utf8')))
const byLicence = new Map<string, string[]>()
for (const [path, { version = '', license, dev }] of Object.entries(lock.packages)) {
  if (path === '' || dev === true) continue
  const licence = license ?? licenceOf(path)
  const name = `${path.replace(/^.*node_modules\//, '')}@${version}`
  byLicence.set(licence, [...(byLicence.get(licence) ?? []), name])
}
for (const [licence, names] of [...byLicence].sort())
  process.stdout.write(`${licence} (${names.length.toString()}): ${names.sort().join(', ')}\n`)
