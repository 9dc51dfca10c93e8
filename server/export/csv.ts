/**
 * CSV for people and spreadsheets: a folder of five tables. entities.csv, relationships.csv and metrics.csv are in the
 * layout that `npm run load` reads; relationships.csv carries what the fact itself is, evidence.csv who says so.
 */
import { model } from '../model/model.ts'
import type { Value } from '../store/store.ts'
import type {
  EntityItem,
  EvidenceItem,
  FactItem,
  Item,
  MetricItem,
  RelationshipItem,
  WholeGraph,
} from './graph.ts'
import type { ExportedFile } from './output.ts'

/** Without it Excel takes UTF-8 for the system's own encoding. */
const byteOrderMark = '\ufeff'

/** What makes a spreadsheet take a text for a formula, also in full width and after a tab or line break. */
const formulaStart = /^[=+\-@\t\r\n＝＋－＠]/

/** One cell: quoted where it must be; a text that a spreadsheet would calculate gets an apostrophe, which marks text there. */
export const csvCell = (value: Value): string => {
  if (value === null) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return value.toString()
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const safe = formulaStart.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const row = (cells: readonly Value[]): string => `${cells.map(csvCell).join(',')}\r\n`

type Column<T> = readonly [name: string, valueOf: (item: T) => Value]

/** A list in one cell, as the loader takes it apart. */
const listed = (value: Value): Value => (Array.isArray(value) ? value.join('|') : value)

/** A column that holds a property. */
const carried = <T extends Item>(name: string, property = name): Column<T> => [
  name,
  ({ props }) => listed(props[property] ?? null),
]

/** The address where the best evidence of a fact stands: what the loader calls its source. */
const sourceOf = ({ evidence: [best] }: FactItem): Value => best?.document.address ?? null

const entityColumns: readonly Column<EntityItem>[] = [
  carried('label'),
  carried('name'),
  carried('aliases'),
  carried('code'),
  carried('note', 'description'),
  carried('englishName'),
  carried('id'),
  carried('formerIds'),
]

const relationshipColumns: readonly Column<RelationshipItem>[] = [
  ['start', ({ start }) => start.name],
  ['type', ({ type }) => type],
  ['end', ({ end }) => end.name],
  carried('product'),
  carried('stage'),
  carried('date', 'since'),
  carried('figure'),
  carried('note'),
  ['source', sourceOf],
  carried('confidence'),
  carried('until'),
  carried('sourceCount'),
  carried('pending'),
  ['startLabel', ({ start }) => start.label],
  ['endLabel', ({ end }) => end.label],
  carried('id'),
  ['startId', ({ start }) => start.id],
  ['endId', ({ end }) => end.id],
]

const metricColumns: readonly Column<MetricItem>[] = [
  ['entity', ({ entity }) => entity.name],
  carried('name'),
  carried('value'),
  carried('unit'),
  carried('period'),
  carried('change'),
  carried('qualifier'),
  carried('stage'),
  ['date', ({ evidence: [best] }) => best?.props['since'] ?? null],
  ['source', sourceOf],
  carried('confidence'),
  carried('pending'),
  ['entityLabel', ({ entity }) => entity.label],
  carried('id'),
  ['entityId', ({ entity }) => entity.id],
]

/** An evidence with its fact as a sentence, so that a row can be read alone. */
interface Statement extends EvidenceItem {
  readonly fact: string
}

const evidenceColumns: readonly Column<Statement>[] = [
  carried('of'),
  ['fact', ({ fact }) => fact],
  carried('stage'),
  carried('since'),
  carried('until'),
  carried('figure'),
  carried('note'),
  carried('confidence'),
  carried('pending'),
  carried('quote'),
  carried('start'),
  carried('end'),
  carried('file'),
  carried('row'),
  ['title', ({ document }) => document.title],
  ['url', ({ document }) => document.url],
  ['document', ({ document }) => document.id],
  carried('id'),
]

const documentColumns: readonly Column<Item>[] = [
  carried('id'),
  carried('kind'),
  carried('title'),
  carried('publisher'),
  carried('date'),
  carried('url'),
  carried('address'),
  carried('file'),
  carried('sha256'),
]

const said = (...parts: readonly (Value | undefined)[]): string =>
  parts.flatMap((part) => (typeof part === 'string' && part !== '' ? part : [])).join(' ')

const relationshipText = ({ start, type, end, props }: RelationshipItem): string =>
  said(start.name, model.types[type].name, end.name, props['product'])

const metricText = ({ entity, props }: MetricItem): string =>
  said(entity.name, props['period'], props['name'])

async function* statements(graph: WholeGraph): AsyncGenerator<readonly Statement[]> {
  for await (const items of graph.relationships())
    yield items.flatMap((item) => item.evidence.map((one) => ({ ...one, fact: relationshipText(item) })))
  for await (const items of graph.metrics())
    yield items.flatMap((item) => item.evidence.map((one) => ({ ...one, fact: metricText(item) })))
}

async function* table<T>(
  batches: AsyncIterable<readonly T[]>,
  columns: readonly Column<T>[],
): AsyncGenerator<string> {
  yield byteOrderMark + row(columns.map(([name]) => name))
  for await (const items of batches)
    yield items.map((item) => row(columns.map(([, valueOf]) => valueOf(item)))).join('')
}

/** The tables of the graph, by file name. The texts of documents are left to JSON: a spreadsheet cuts long cells. */
export const csvFiles = (graph: WholeGraph): readonly ExportedFile[] => [
  ['entities.csv', table(graph.entities(), entityColumns)],
  ['relationships.csv', table(graph.relationships(), relationshipColumns)],
  ['metrics.csv', table(graph.metrics(), metricColumns)],
  ['evidence.csv', table(statements(graph), evidenceColumns)],
  ['documents.csv', table(graph.documents(), documentColumns)],
]
