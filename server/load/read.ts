/** Sources to statements: every table of a source, row by row, with what it cites; and its documents as text. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { linkDocument, tableDocument } from './document.ts'
import type { Source } from './manifest.ts'
import { readTexts, type SourceText } from './text.ts'
import type { Written } from './written.ts'
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

/** What one source says, what it cites, and which rows it can't be read from. */
export interface SourceStatements {
  readonly entities: readonly EntityStatement[]
  readonly relationships: readonly RelationshipStatement[]
  readonly metrics: readonly MetricStatement[]
  readonly documents: ReadonlyMap<string, Written>
  /** How many tables it has. */
  readonly tables: number
  /** Its documents, which say what they say once all names are known. */
  readonly texts: readonly SourceText[]
  readonly rejected: readonly Rejection[]
  /** Of all bytes read: the manifest, tables, mappings and documents. */
  readonly digest: string
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
  const read = await readTexts(source, locate)
  digest.update(read.digest)
  rejected.push(...read.rejected)
  return {
    entities,
    relationships,
    metrics,
    documents,
    tables: source.manifest.tables.length,
    texts: read.texts,
    rejected,
    digest: digest.digest('hex'),
  }
}
