/** Sources: what a manifest (one YAML file) says, or what a bare file stands for. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { isPartialDate } from '../model/date.ts'
import { documentKinds } from '../read/documents.ts'
import { indexFile, readIndex } from './documentIndex.ts'
import { LoadError } from './reject.ts'

const text = z.string().trim().min(1)
const date = z.preprocess(
  (value) => (typeof value === 'number' ? value.toString() : value),
  text.refine(isPartialDate, 'a date is 2024, 2024-10 or 2024-10-08'),
)

/** What a manifest says of a document; where `file` is given, the document is read from it. */
const documentShape = z
  .strictObject({
    file: text.optional(),
    address: text.optional(),
    title: text.optional(),
    publisher: text.optional(),
    date: date.optional(),
    kind: z.enum(documentKinds).optional(),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .optional(),
  })
  .refine(
    ({ file, address }) => file !== undefined || address !== undefined,
    'a document has a file or an address',
  )

const manifestShape = z
  .strictObject({
    id: text.regex(
      /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,99}$/u,
      'an id has letters, digits, . _ - and at most 100 characters',
    ),
    title: text.optional(),
    publisher: text.optional(),
    date: date.optional(),
    address: text.optional(),
    licence: text.optional(),
    tables: z
      .array(z.strictObject({ file: text, sheet: text.optional(), mapping: text.optional() }))
      .default([]),
    documents: z.array(documentShape).default([]),
  })
  .refine(
    ({ tables, documents }) => tables.length > 0 || documents.some(({ file }) => file !== undefined),
    'a source names at least one of tables, or of documents with a file',
  )

export type Manifest = z.infer<typeof manifestShape>

/** A source and the folder that its files are named from. */
export interface Source {
  readonly manifest: Manifest
  readonly folder: string
  /** Where it was given: loading its id from another place needs --replace. */
  readonly origin: string
}

export type StatedDocument = z.infer<typeof documentShape>

/** Endings of files that are tables, and of those that are documents. */
const tableEndings = ['.csv', '.xlsx']
const documentEndings = ['.txt', '.md', '.html', '.htm', '.docx', '.pdf']
const endings = [...tableEndings, ...documentEndings].join(', ')

/** Reads a manifest. Throws LoadError with the file and each thing wrong in it. */
export const readManifest = (file: string): Source => {
  const parsed = manifestShape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new LoadError(`${file}: ${z.prettifyError(parsed.error)}`)
  return { manifest: parsed.data, folder: dirname(resolve(file)), origin: resolve(file) }
}

/** The source that a file alone is, named after itself; `stated` is what an index of its folder says of it. */
const bareSource = (file: string, stated: Omit<StatedDocument, 'file'> = {}): Source => {
  const name = basename(file)
  const id = name.slice(0, -extname(name).length)
  const parsed = manifestShape.safeParse(
    isTable(name) ? { id, tables: [{ file: name }] } : { id, documents: [{ ...stated, file: name }] },
  )
  if (!parsed.success)
    throw new LoadError(`${file}: its name can't be the id of a source; ${z.prettifyError(parsed.error)}`)
  return { manifest: parsed.data, folder: dirname(resolve(file)), origin: resolve(file) }
}

const isManifest = (name: string): boolean => /\.ya?ml$/.test(name)
const hasEnding = (list: readonly string[], name: string): boolean =>
  list.includes(extname(name).toLowerCase())
const isTable = (name: string): boolean => hasEnding(tableEndings, name)
const isSource = (name: string): boolean => isTable(name) || hasEnding(documentEndings, name)

const sourcesIn = (folder: string): Source[] => {
  const names = readdirSync(folder).sort()
  const manifests = names.filter(isManifest)
  if (manifests.length > 0) return manifests.map((name) => readManifest(join(folder, name)))
  const index = names.includes(indexFile) ? readIndex(join(folder, indexFile)) : undefined
  return names
    .filter((name) => isSource(name) && !(index !== undefined && name === indexFile))
    .map((name) => bareSource(join(folder, name), index?.get(name)))
}

const sourcesAt = (path: string): Source[] => {
  if (!existsSync(path))
    throw new LoadError(
      `${path} is not there; give a manifest (.yaml), a table or document (${endings}) or a folder of them`,
    )
  if (!statSync(path).isDirectory()) {
    if (isManifest(path)) return [readManifest(path)]
    if (isSource(path)) return [bareSource(path)]
    throw new LoadError(`${path} is no manifest (.yaml), table or document (${endings})`)
  }
  const found = sourcesIn(path)
  if (found.length === 0)
    throw new LoadError(`${path} holds no manifest (.yaml), table or document (${endings})`)
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
