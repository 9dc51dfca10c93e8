/**
 * GraphML 1.0 for graph tools such as Gephi and yEd: entities as nodes, relationships as edges. A property graph's
 * evidence has no place of its own there, so each edge carries the evidence of its relationship as one JSON text, and
 * each node its figures with theirs.
 */
import type { Row, Value } from '../store/store.ts'
import {
  propertiesOf,
  type EvidenceItem,
  type Kind,
  type MetricItem,
  type Owner,
  type WholeGraph,
} from './graph.ts'

/** Characters that XML 1.0 cannot hold, not even escaped: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const unwritable = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A reader makes every line break of an element the same one; written so, it stays what it is.
  '\r': '&#13;',
}

/** A text inside an element or attribute; what XML cannot hold becomes U+FFFD. */
export const xmlText = (text: string): string =>
  text.replace(unwritable, '\ufffd').replace(/[&<>"\r]/g, (sign) => escapes[sign] ?? sign)

const attributeTypes: Readonly<Record<Kind, string>> = {
  text: 'string',
  texts: 'string',
  date: 'string',
  stage: 'string',
  number: 'double',
  integer: 'int',
  boolean: 'boolean',
}

/** What stands in the element itself. */
const ofElement = ['id']

const properties = (owner: Owner): readonly (readonly [name: string, kind: Kind])[] =>
  propertiesOf(owner).filter(([name]) => !ofElement.includes(name))

const keysOf = (element: 'node' | 'edge', own: readonly (readonly [name: string, kind: Kind])[]): string =>
  own
    .map(
      ([name, kind]) =>
        `  <key id="${element}-${name}" for="${element}" attr.name="${name}" attr.type="${attributeTypes[kind]}"/>\n`,
    )
    .join('')

/** Tools draw `Label`; that of an edge is its type. */
const nodeKeys = [...properties('Entity'), ['metrics', 'text']] as const
const edgeKeys = [['type', 'text'], ...properties('Relationship'), ['evidence', 'text']] as const

const valueText = (value: Value): string =>
  typeof value === 'string' ? value : Array.isArray(value) ? value.join('|') : JSON.stringify(value)

const data = (element: 'node' | 'edge', row: Row): string =>
  Object.entries(row)
    .filter(
      ([name, value]) =>
        !ofElement.includes(name) && value !== null && value !== '' && valueText(value) !== '',
    )
    .map(([name, value]) => `<data key="${element}-${name}">${xmlText(valueText(value))}</data>`)
    .join('')

const present = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))

const evidenceValue = ({ document, props }: EvidenceItem): Row => ({
  title: document.title,
  url: document.url,
  ...present(props),
})

const metricValue = ({ props, evidence }: MetricItem): Row => ({
  ...present(props),
  evidence: evidence.map(evidenceValue),
})

/** The figures of every entity that has some; they are few beside relationships, so they are held at once. */
const metricsByEntity = async (graph: WholeGraph): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const found = new Map<string, Row[]>()
  for await (const items of graph.metrics())
    for (const item of items) {
      const list = found.get(item.entity.id)
      if (list) list.push(metricValue(item))
      else found.set(item.entity.id, [metricValue(item)])
    }
  return found
}

/** The graph as one GraphML document. */
export async function* graphMl(graph: WholeGraph): AsyncGenerator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
${keysOf('node', nodeKeys)}${keysOf('edge', edgeKeys)}  <graph id="${xmlText(graph.version)}" edgedefault="directed">
`
  const metrics = await metricsByEntity(graph)
  for await (const items of graph.entities())
    yield items
      .map(({ id, props }) => {
        const own = metrics.get(id)
        const row = own === undefined ? props : { ...props, metrics: JSON.stringify(own) }
        return `    <node id="${id}">${data('node', row)}</node>\n`
      })
      .join('')
  for await (const items of graph.relationships())
    yield items
      .map(({ id, type, start, end, props, evidence }) => {
        const row = { type, ...props, evidence: JSON.stringify(evidence.map(evidenceValue)) }
        return `    <edge id="${id}" source="${start.id}" target="${end.id}">${data('edge', row)}</edge>\n`
      })
      .join('')
  yield '  </graph>\n</graphml>\n'
}
