/** Sources: what a manifest (one YAML file) says, or what a bare file stands for. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isPartialDate } from '../model/date.ts'
import { documentKinds } from '../read/documents.ts'
import { LoadError } from './reject.ts'

const text = z.string().trim().min(1)
const date = z.preprocess(
  (value) => (typeof value === 'number' ? value.toString() : value),
  text.refine(isPartialDate, 'a date is 2024, 2024-10 or 2024-10-08'),
)

const manifestShape = z.strictObject({
  id: text.regex(
    /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u,
    'an id has letters, digits, . _ - and at most 100 characters',
  ),
  title: text.optional(),
  publisher: text.optional(),
  date: date.optional(),
  address: text.optional(),
  licence: text.optional(),
  tables: z.array(z.strictObject({ file: text, sheet: text.optional(), mapping: text.optional() })).min(1),
  documents: z
    .array(
      z.strictObject({
        address: text,
        title: text.optional(),
        publisher: text.optional(),
        date: date.optional(),
        kind: z.enum(documentKinds).optional(),
        sha256: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .optional(),
      }),
    )
    .default([]),
})

export type Manifest = z.infer<typeof manifestShape>

/** A source and the folder that its files are named from. */
export interface Source {
  readonly manifest: Manifest
  readonly folder: string
  /** Where it was given: loading its id from another place needs --replace. */
  readonly origin: string
}

/** Endings of files that are tables. */
const tableEndings = ['.csv', '.xlsx']

/** Reads a manifest. Throws LoadError with the file and each thing wrong in it. */
export const readManifest = (file: string): Source => {
  const parsed = manifestShape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new LoadError(`${file}: ${z.prettifyError(parsed.error)}`)
  return { manifest: parsed.data, folder: dirname(resolve(file)), origin: resolve(file) }
}

const bareTable = (file: string): Source => {
  const name = basename(file)
  const id = name.slice(0, -extname(name).length)
  const parsed = manifestShape.safeParse({ id, tables: [{ file: name }] })
  if (!parsed.success)
    throw new LoadError(`${file}: its name can't be the id of a source; ${z.prettifyError(parsed.error)}`)
  return { manifest: parsed.data, folder: dirname(resolve(file)), origin: resolve(file) }
}

const isManifest = (name: string): boolean => /\.ya?ml$/.test(name)
const isTable = (name: string): boolean => tableEndings.includes(extname(name).toLowerCase())

const sourcesAt = (path: string): Source[] => {
  if (!existsSync(path))
    throw new LoadError(
      `${path} is not there; give a manifest, a table (${tableEndings.join(', ')}) or a folder of them`,
    )
  if (!statSync(path).isDirectory()) {
    if (isManifest(path)) return [readManifest(path)]
    if (isTable(path)) return [bareTable(path)]
    throw new LoadError(`${path} is no manifest (.yaml) and no table (${tableEndings.join(', ')})`)
  }
  const names = readdirSync(path).sort()
  const manifests = names.filter(isManifest)
  const found =
    manifests.length > 0
      ? manifests.map((name) => readManifest(join(path, name)))
      : names.filter(isTable).map((name) => bareTable(join(path, name)))
  if (found.length === 0)
    throw new LoadError(`${path} holds no manifest and no table (${tableEndings.join(', ')})`)
  return found
}

/** The sources at these paths. Throws LoadError where a path holds none or two have one id. */
export const findSources = (paths: readonly string[]): readonly Source[] => {
  const found = paths.flatMap(sourcesAt)
  const byId = new Map<string, Source>()
  for (const source of found) {
    const other = byId.get(source.manifest.id)
    if (other && other.origin !== source.origin)
      throw new LoadError(
        `${source.origin} and ${other.origin} both have the id ${source.manifest.id}; rename one`,
      )
    byId.set(source.manifest.id, source)
  }
  return [...byId.values()]
}
