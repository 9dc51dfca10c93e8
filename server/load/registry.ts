/**
 * DATA_DIR/sources: a copy of every source loaded, from which the graph can always be made again. A copy is swapped in
 * whole, so a kill leaves the old one or the new one.
 */
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  appendFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { isLabel } from '../model/model.ts'
import type { Source } from './manifest.ts'
import { readManifest } from './manifest.ts'
import { LoadError } from './reject.ts'
import type { EntityStatement } from './statements.ts'

const manifestFile = 'source.yaml'
const namesFile = 'names.json'
const originFile = 'origin'
const filesFile = 'files.json'

/** The files of a source, and the names of their copies. */
const filesShape = z.array(z.strictObject({ file: z.string(), name: z.string() }))

const nameShape = z.array(
  z.strictObject({
    label: z.string(),
    name: z.string(),
    document: z.string(),
    file: z.string(),
    row: z.number().nullable(),
  }),
)

/** An entity that a source names, as it is remembered with the source's copy. */
export type RememberedName = z.infer<typeof nameShape>[number]

export class Registry {
  readonly folder: string

  constructor(private readonly dataDir: string) {
    this.folder = join(dataDir, 'sources')
  }

  /** The ids of the sources kept, sorted; finishes a swap that was cut short. */
  ids(): readonly string[] {
    if (!existsSync(this.folder)) return []
    for (const name of readdirSync(this.folder))
      if (name.endsWith('~old')) {
        const id = name.slice(0, -'~old'.length)
        if (existsSync(join(this.folder, id))) rmSync(join(this.folder, name), { recursive: true })
        else renameSync(join(this.folder, name), join(this.folder, id))
      }
    return readdirSync(this.folder)
      .filter((name) => !name.includes('~'))
      .sort()
  }

  /** The kept copy of a source, to be read as any other. */
  source(id: string): Source {
    const source = readManifest(join(this.folder, id, manifestFile))
    return { ...source, origin: readFileSync(join(this.folder, id, originFile), 'utf8') }
  }

  /** Keeps a copy of a source in place of the one it had. */
  keep(source: Source, yaml: string): void {
    const { id } = source.manifest
    const [place, fresh, old] = [
      join(this.folder, id),
      join(this.folder, `${id}~new`),
      join(this.folder, `${id}~old`),
    ]
    rmSync(fresh, { recursive: true, force: true })
    mkdirSync(fresh, { recursive: true })
    const taken = new Set<string>()
    const copy = (file: string): string => {
      // Tables of two folders may share a name; copies lie side by side.
      let name = basename(file)
      while (taken.has(name)) name = `_${name}`
      taken.add(name)
      copyFileSync(join(source.folder, file), join(fresh, name))
      return name
    }
    const { tables, documents } = source.manifest
    const files = [
      ...tables.flatMap(({ file, mapping }) => (mapping === undefined ? [file] : [file, mapping])),
      ...documents.flatMap(({ file }) => file ?? []),
    ]
    writeFileSync(
      join(fresh, filesFile),
      JSON.stringify([...new Set(files)].map((file) => ({ file, name: copy(file) }))),
    )
    writeFileSync(join(fresh, manifestFile), yaml)
    writeFileSync(join(fresh, originFile), source.origin)
    const names = join(place, namesFile)
    if (existsSync(names)) copyFileSync(names, join(fresh, namesFile))
    if (existsSync(place)) renameSync(place, old)
    renameSync(fresh, place)
    rmSync(old, { recursive: true, force: true })
  }

  /** Where a file of a kept source lies. */
  copyOf(id: string, file: string): string {
    const files = filesShape.parse(JSON.parse(readFileSync(join(this.folder, id, filesFile), 'utf8')))
    const found = files.find((entry) => entry.file === file)
    if (found) return join(this.folder, id, found.name)
    throw new LoadError(`the kept copy of source ${id} lacks ${file}; load the source again`)
  }

  remove(id: string): void {
    rmSync(join(this.folder, id), { recursive: true, force: true })
  }

  /** The entities that a source named when it was last loaded. */
  namesOf(id: string): readonly EntityStatement[] {
    const file = join(this.folder, id, namesFile)
    if (!existsSync(file)) return []
    return nameShape
      .parse(JSON.parse(readFileSync(file, 'utf8')))
      .flatMap(({ label, name, document, file: table, row }) =>
        isLabel(label)
          ? [
              {
                source: id,
                label,
                name,
                document,
                file: table,
                row,
                aliases: [],
                englishName: null,
                code: null,
                description: null,
                quote: null,
                spans: [],
              },
            ]
          : [],
      )
  }

  remember(id: string, names: readonly RememberedName[]): void {
    const file = join(this.folder, id, namesFile)
    const text = JSON.stringify(names)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) return
    writeFileSync(`${file}~`, text)
    renameSync(`${file}~`, file)
  }

  /** One line about a load, added to the change log. */
  log(entry: Readonly<Record<string, unknown>>): void {
    appendFileSync(join(this.dataDir, 'changes.log'), `${JSON.stringify(entry)}\n`)
  }
}
