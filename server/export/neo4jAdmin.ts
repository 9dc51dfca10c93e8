/**
 * Files for `neo4j-admin database import full` (Neo4j operations manual, Import): a header and a data file each for
 * nodes and relationships, the properties typed as data/model.yaml declares them, and the command that imports them.
 * Evidence hangs on its fact as in the store: by `of`, and (:Evidence)-[:FROM]->(:Document).
 */
import type { Row, Value } from '../store/store.ts'
import {
  propertiesOf,
  type EvidenceItem,
  type FactItem,
  type Item,
  type Kind,
  type Owner,
  type WholeGraph,
} from './graph.ts'
import type { ExportedFile } from './output.ts'

/** Between the items of a list; no text holds it, as names and texts are cleaned of control characters. */
const listSeparator = '\u001f'

const fieldTypes: Readonly<Record<Kind, string>> = {
  text: 'string',
  texts: 'string[]',
  date: 'string',
  stage: 'string',
  number: 'double',
  integer: 'long',
  boolean: 'boolean',
}

/** Text always in quotes: an empty one then stays a text, and nothing at all is no property. */
const cell = (value: Value): string => {
  if (value === null || (Array.isArray(value) && value.length === 0)) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return value.toString()
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(listSeparator) : ''
  return `"${text.replaceAll('"', '""')}"`
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\n`

const propertyCells = (owner: Owner, props: Row): readonly string[] =>
  propertiesOf(owner).map(([name]) => cell(props[name] ?? null))

const propertyFields = (owner: Owner): readonly string[] =>
  propertiesOf(owner).map(([name, kind]) => `${name}:${fieldTypes[kind]}`)

/** The header of nodes: their id in a space of its own, beside the property that holds it. */
const nodeHeader = (owner: Owner): string => line([`:ID(${owner})`, ...propertyFields(owner), ':LABEL'])

async function* nodes<T extends Item>(
  owner: Owner,
  batches: AsyncIterable<readonly T[]>,
  labelsOf: (item: T) => string,
): AsyncGenerator<string> {
  for await (const items of batches)
    yield items
      .map((item) => line([cell(item.id), ...propertyCells(owner, item.props), cell(labelsOf(item))]))
      .join('')
}

async function* evidenceOf(
  batches: AsyncIterable<readonly FactItem[]>,
): AsyncGenerator<readonly EvidenceItem[]> {
  for await (const items of batches) yield items.flatMap(({ evidence }) => evidence)
}

async function* allEvidence(graph: WholeGraph): AsyncGenerator<readonly EvidenceItem[]> {
  yield* evidenceOf(graph.relationships())
  yield* evidenceOf(graph.metrics())
}

async function* lines<T>(
  batches: AsyncIterable<readonly T[]>,
  cellsOf: (item: T) => readonly string[],
): AsyncGenerator<string> {
  for await (const items of batches) yield items.map((item) => line(cellsOf(item))).join('')
}

async function* text(whole: string): AsyncGenerator<string> {
  yield await Promise.resolve(whole)
}

const names = {
  nodes: ['entities', 'metrics', 'evidence', 'documents'],
  relationships: ['relationships', 'has-metric', 'from'],
}

/** The command as it is run in the folder, for Neo4j 5.26 and newer. */
const command = (): string => {
  const files = (name: string): string => `${name}-header.csv,${name}.csv`
  return [
    'neo4j-admin database import full neo4j',
    '--array-delimiter=U+001F',
    '--multiline-fields=true',
    ...names.nodes.map((name) => `--nodes=${files(name)}`),
    ...names.relationships.map((name) => `--relationships=${files(name)}`),
  ].join(' \\\n  ')
}

/** The files of the graph, by name. */
export const neo4jAdminFiles = (graph: WholeGraph): readonly ExportedFile[] => [
  ['entities-header.csv', text(nodeHeader('Entity'))],
  ['entities.csv', nodes('Entity', graph.entities(), ({ label }) => ['Entity', label].join(listSeparator))],
  ['metrics-header.csv', text(nodeHeader('Metric'))],
  ['metrics.csv', nodes('Metric', graph.metrics(), () => 'Metric')],
  ['evidence-header.csv', text(nodeHeader('Evidence'))],
  ['evidence.csv', nodes('Evidence', allEvidence(graph), () => 'Evidence')],
  ['documents-header.csv', text(nodeHeader('Document'))],
  ['documents.csv', nodes('Document', graph.documents(), () => 'Document')],
  [
    'relationships-header.csv',
    text(line([':START_ID(Entity)', ':END_ID(Entity)', ':TYPE', ...propertyFields('Relationship')])),
  ],
  [
    'relationships.csv',
    lines(graph.relationships(), ({ start, end, type, props }) => [
      cell(start.id),
      cell(end.id),
      cell(type),
      ...propertyCells('Relationship', props),
    ]),
  ],
  ['has-metric-header.csv', text(line([':START_ID(Entity)', ':END_ID(Metric)', ':TYPE']))],
  [
    'has-metric.csv',
    lines(graph.metrics(), ({ entity, id }) => [cell(entity.id), cell(id), cell('HAS_METRIC')]),
  ],
  ['from-header.csv', text(line([':START_ID(Evidence)', ':END_ID(Document)', ':TYPE']))],
  ['from.csv', lines(allEvidence(graph), ({ id, document }) => [cell(id), cell(document.id), cell('FROM')])],
  ['import.sh', text(`#!/bin/sh\n# Imports this folder into an empty database.\n${command()}\n`)],
]
