/** Loading: read everything, check everything, compare, keep a copy of the sources, write, publish, report. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { model } from '../model/model.ts'
import { Decisions, readDecisions } from '../review/decisions.ts'
import { statement, textOrNull } from '../store/statement.ts'
import { setupStore } from '../store/setup.ts'
import type { Store } from '../store/store.ts'
import { HeldGraph } from './difference.ts'
import { documentsOf, storedTexts } from './document.ts'
import { emptyStore } from './empty.ts'
import { Graph } from './graph.ts'
import { locked } from './lock.ts'
import { findSources, type Source } from './manifest.ts'
import { compare } from './origin.ts'
import { readSource, type SourceStatements } from './read.ts'
import { Readings } from './readings.ts'
import { Registry } from './registry.ts'
import { LoadError, type Rejection } from './reject.ts'
import type { LoadReport } from './report.ts'
import { bringUpToDate, type Progress } from './update.ts'
import { publish, writeDifference } from './write.ts'

/** Raise it when the same tables are to be read differently: sources are then read anew. */
const loaderVersion = 1

const inputs = statement('load/inputs', (row) => ({
  inputs: textOrNull(row, 'inputs'),
  version: textOrNull(row, 'version'),
}))

export interface LoadOptions {
  readonly store: Store
  readonly dataDir: string
  /** Manifests, tables, or folders of them. */
  readonly paths: readonly string[]
  /** Ids of sources to take back. */
  readonly withdraw?: readonly string[]
  readonly dryRun?: boolean
  /** Another file may take the place of a source with its id. */
  readonly replace?: boolean
  /** Empty the store first and make the graph again. */
  readonly rebuild?: boolean
  readonly progress?: Progress
}

/** A source with what it says: a new one from where it was given, a kept one from its copy. */
export interface Read {
  readonly source: Source
  readonly said: SourceStatements
}

/** Everything the graph is made from, by source id: the graph must not depend on the order of loading. */
interface ReadAll {
  readonly read: readonly Read[]
  /** Sources given of which nothing could be read: what was kept of them before stays. */
  readonly unreadable: readonly Read[]
}

const isUnreadable = ({ said }: Read): boolean =>
  said.tables === 0 && said.texts.length === 0 && said.rejected.length > 0

const readAll = async (
  registry: Registry,
  given: readonly Source[],
  withdrawn: ReadonlySet<string>,
): Promise<ReadAll> => {
  const read = new Map<string, Read>()
  const unreadable: Read[] = []
  for (const source of given) {
    const one = { source, said: await readSource(source, (file) => join(source.folder, file)) }
    if (isUnreadable(one)) unreadable.push(one)
    else read.set(source.manifest.id, one)
  }
  for (const id of registry.ids()) {
    if (read.has(id) || withdrawn.has(id)) continue
    const source = registry.source(id)
    read.set(id, { source, said: await readSource(source, (file) => registry.copyOf(id, file)) })
  }
  const sorted = [...read.values()].sort((left, right) =>
    compare(left.source.manifest.id, right.source.manifest.id),
  )
  return { read: sorted, unreadable }
}

const checkOrigins = (registry: Registry, given: readonly Source[], replace: boolean): void => {
  const kept = new Set(registry.ids())
  for (const { manifest, origin } of given) {
    if (!kept.has(manifest.id) || replace) continue
    const before = registry.source(manifest.id).origin
    if (before !== origin)
      throw new LoadError(
        `source ${manifest.id} was loaded from ${before}; to put ${origin} in its place add --replace, or give it another id`,
      )
  }
}

const digestOf = (read: readonly Read[]): string => {
  const hash = createHash('sha256').update(JSON.stringify([loaderVersion, model.version]))
  for (const { source, said } of read) hash.update(JSON.stringify([source.manifest.id, said.digest]))
  return hash.digest('hex')
}

const checkOwnership = (held: HeldGraph, known: ReadonlySet<string>, dataDir: string): void => {
  const strangers = [...held.sources].filter((source) => !known.has(source))
  if (strangers.length > 0)
    throw new LoadError(
      `the store holds sources that ${dataDir} does not know (${strangers.sort().join(', ')}); set the DATA_DIR they were loaded from, or add --rebuild to make the graph from this one alone`,
    )
}

const run = async (registry: Registry, options: LoadOptions): Promise<LoadReport> => {
  const { store, dataDir } = options
  const given = findSources(options.paths)
  const withdrawn = new Set(options.withdraw ?? [])
  const kept = new Set(registry.ids())
  for (const id of withdrawn)
    if (!kept.has(id))
      throw new LoadError(`there is no source ${id}; loaded are ${[...kept].join(', ') || 'none'}`)
  checkOrigins(registry, given, options.replace === true)
  const { read, unreadable } = await readAll(registry, given, withdrawn)
  const statements = {
    entities: read.flatMap(({ said }) => said.entities),
    relationships: read.flatMap(({ said }) => said.relationships),
    metrics: read.flatMap(({ said }) => said.metrics),
  }
  const texts = storedTexts(read)
  const readings = new Readings(dataDir, options.dryRun !== true)
  const graph = new Graph({
    said: statements,
    remembered: read.flatMap(({ source }) => registry.namesOf(source.manifest.id)),
    texts,
    decisions: new Decisions(readDecisions(dataDir)),
    reader: readings.reader,
  })
  try {
    const loading = new Set([...given.map(({ manifest }) => manifest.id), ...withdrawn])
    if (options.dryRun !== true) {
      await setupStore(store)
      if (options.rebuild === true) await emptyStore(store)
    }
    const held = await HeldGraph.read(store)
    if (options.rebuild !== true) checkOwnership(held, new Set([...kept, ...loading]), dataDir)
    if (options.dryRun !== true) {
      const lost = new Set(unreadable.map(({ source }) => source))
      for (const source of given) if (!lost.has(source)) registry.keep(source, stringify(source.manifest))
    }
    const { changes, version, writes } = await bringUpToDate({
      held,
      graph,
      documents: documentsOf(read, texts, graph.cited),
      of: loading,
      write: options.dryRun === true ? undefined : (part, progress) => writeDifference(store, part, progress),
      progress: options.progress ?? (() => undefined),
    })
    const rejected = rejectedOf(graph, read, unreadable, loading)
    const report: LoadReport = {
      sources: [...loading].sort(),
      counts: { ...changes.counts, rejected: rejected.length },
      rejected,
      version,
      changes: changes.texts,
    }
    if (options.dryRun === true) return report
    const [before] = await store.read(inputs, {})
    const digest = digestOf(read)
    if (writes > 0 || before?.inputs !== digest || before.version !== version) {
      const loadedAt = new Date().toISOString()
      await publish(store, { id: 'graph', version, loadedAt, modelVersion: model.version, inputs: digest })
      if (writes > 0)
        registry.log({ version, loadedAt, sources: report.sources, counts: report.counts, ...changes.ids })
    }
    for (const id of withdrawn) registry.remove(id)
    rememberNames(registry, read, graph)
    readings.forgetUnused()
    return report
  } finally {
    graph.close()
  }
}

/** What was rejected of the sources that this load is about. */
const rejectedOf = (
  graph: Graph,
  read: readonly Read[],
  unreadable: readonly Read[],
  loading: ReadonlySet<string>,
): readonly Rejection[] => {
  const loaded = read.filter(({ source }) => loading.has(source.manifest.id))
  const files = new Set(
    loaded
      .flatMap(({ source: { manifest } }) => [...manifest.tables, ...manifest.documents])
      .flatMap(({ file }) => file ?? []),
  )
  return [
    ...unreadable.flatMap(({ said }) => said.rejected),
    ...loaded.flatMap(({ said }) => said.rejected),
    ...graph.rejected.filter(({ file }) => files.has(file)),
  ]
}

const rememberNames = (registry: Registry, read: readonly Read[], graph: Graph): void => {
  for (const { source, said } of read) {
    const { id } = source.manifest
    const [first] = [...said.relationships, ...said.metrics]
    if (first === undefined) continue
    const names = [...(graph.named.get(id)?.values() ?? [])].sort((left, right) =>
      left.id < right.id ? -1 : 1,
    )
    registry.remember(
      id,
      names.map(({ label, name }) => ({
        label,
        name,
        document: first.document,
        file: first.file,
        row: first.row,
      })),
    )
  }
}

/**
 * Loads sources, takes sources back, or makes the graph anew. Everything is checked before anything is written; rows
 * that can't be read are in the report, the others are loaded. Throws LoadError where nothing can be loaded.
 */
export const load = (options: LoadOptions): Promise<LoadReport> => {
  const registry = new Registry(options.dataDir)
  return options.dryRun === true
    ? run(registry, options)
    : locked(options.dataDir, () => run(registry, options))
}
