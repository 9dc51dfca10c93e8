/** Sources to statements: every table of a source, row by row, with what it cites. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { documentId } from '../model/identity.ts'
import type { Source } from './manifest.ts'
import { checkColumns, checkConstants, defaultMapping, readMapping } from './mapping.ts'
import { RowError, type Rejection } from './reject.ts'
import { RowReader } from './rowReader.ts'
import {
  statementsOf,
  type EntityStatement,
  type MetricStatement,
  type RelationshipStatement,
} from './statements.ts'
import { readTable } from './table.ts'
import { present, type Written } from './written.ts'

/** What one source says, what it cites, and which rows it can't be read from. */
export interface SourceStatements {
  readonly entities: readonly EntityStatement[]
  readonly relationships: readonly RelationshipStatement[]
  readonly metrics: readonly MetricStatement[]
  readonly documents: ReadonlyMap<string, Written>
  readonly rejected: readonly Rejection[]
  /** Of all bytes read: the manifest, tables and mappings. */
  readonly digest: string
}

const isAddress = (address: string): boolean => /^https?:\/\//i.test(address)

/** Host and path of an address, as its title where nobody gives another; any other text stands for itself. */
const titleOf = (address: string): string => {
  if (!isAddress(address)) return address
  const url = URL.parse(address)
  return url === null ? address : `${url.host}${url.pathname}`.replace(/\/$/, '')
}

const linkDocument = (source: Source, address: string): Written => {
  const stated = source.manifest.documents.find((document) => document.address === address)
  const id = documentId(address)
  return {
    id,
    props: present({
      id,
      address,
      kind: stated?.kind ?? 'LINK',
      title: stated?.title ?? titleOf(address),
      publisher: stated?.publisher,
      date: stated?.date,
      url: isAddress(address) ? address : null,
    }),
  }
}

const tableDocument = (source: Source, file: string, sha256: string): Written => {
  const { manifest } = source
  const id = documentId(manifest.address ?? sha256)
  return {
    id,
    props: present({
      id,
      address: manifest.address,
      kind: 'TABLE',
      title: manifest.title ?? file,
      publisher: manifest.publisher,
      date: manifest.date,
      url: manifest.address !== undefined && isAddress(manifest.address) ? manifest.address : null,
      file,
      sha256,
    }),
  }
}

/** Reads a source. `locate` tells where a file it names lies. Throws LoadError for what can't be read at all. */
export const readSource = async (
  source: Source,
  locate: (file: string) => string,
): Promise<SourceStatements> => {
  const entities: EntityStatement[] = []
  const relationships: RelationshipStatement[] = []
  const metrics: MetricStatement[] = []
  const documents = new Map<string, Written>()
  const rejected: Rejection[] = []
  const digest = createHash('sha256').update(JSON.stringify(source.manifest))
  for (const { file, sheet, mapping: mappingFile } of source.manifest.tables) {
    const table = await readTable(locate(file), file, sheet)
    digest.update(table.bytes)
    const mapping =
      mappingFile === undefined ? defaultMapping(table.columns, file) : readMapping(locate(mappingFile))
    if (mappingFile !== undefined) {
      digest.update(readFileSync(locate(mappingFile)))
      checkColumns(mapping, table.columns, file)
      checkConstants(mapping, mappingFile)
    }
    const own = tableDocument(source, file, createHash('sha256').update(table.bytes).digest('hex'))
    for (const row of table.rows) {
      try {
        const reader = new RowReader(mapping, row, { source: source.manifest.id, file, row: row.row }, own.id)
        const said = statementsOf(mapping, reader)
        entities.push(...said.entities)
        relationships.push(...said.relationships)
        metrics.push(...said.metrics)
        const address = reader.address
        const cited = address === null ? own : linkDocument(source, address)
        if (!documents.has(cited.id)) documents.set(cited.id, cited)
      } catch (error) {
        if (!(error instanceof RowError)) throw error
        rejected.push({
          file,
          row: row.row,
          column: error.column,
          value: error.value,
          allowed: error.allowed,
        })
      }
    }
  }
  return { entities, relationships, metrics, documents, rejected, digest: digest.digest('hex') }
}
