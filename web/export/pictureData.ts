/** The picture in view as data: JSON for programs, GraphML for graph tools. */
import type { Evidence } from '../answers.ts'
import type { Dated } from '../time.ts'
import type { Handout } from './handout.ts'
import { xmlText } from './xml.ts'

function evidenceOf({ document, ...rest }: Evidence): object {
  const { title, publisher, date, url } = document
  return { title, publisher, date, url, ...rest }
}

function relationshipOf(relationship: Dated): object {
  const { id, type, start, end, product, stage, since, until, figure, note } = relationship
  const { confidence, sourceCount, pending, evidence } = relationship
  return {
    id,
    type,
    start: start.id,
    end: end.id,
    product,
    stage,
    since,
    until,
    figure,
    note,
    confidence,
    sourceCount,
    pending,
    evidence: evidence.map(evidenceOf),
  }
}

/** The entities and relationships in view with their evidence; entities stand where they are drawn. */
export function jsonOf({ title, sentence, version, day, address, picture, drawn }: Handout): string {
  const entities = [...picture.entities.values()].map(({ id, label, name }) => {
    const place = drawn?.placed.get(id)
    return { id, label, name, ...(place === undefined ? {} : { x: place.x, y: place.y }) }
  })
  const relationships = picture.relationships.map(relationshipOf)
  const whole = {
    format: 'liantu-view',
    title,
    sentence,
    version,
    day,
    address,
    root: picture.root,
    entities,
    relationships,
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}

const NODE_KEYS = { label: 'string', name: 'string', x: 'double', y: 'double' } as const
const EDGE_KEYS = {
  type: 'string',
  product: 'string',
  stage: 'string',
  since: 'string',
  until: 'string',
  figure: 'string',
  note: 'string',
  confidence: 'double',
  sourceCount: 'int',
  pending: 'boolean',
  evidence: 'string',
} as const

function keysOf(element: 'node' | 'edge', keys: Readonly<Record<string, string>>): string {
  return Object.entries(keys)
    .map(
      ([name, type]) =>
        `  <key id="${element}-${name}" for="${element}" attr.name="${name}" attr.type="${type}"/>\n`,
    )
    .join('')
}

function dataOf(
  element: 'node' | 'edge',
  values: Readonly<Record<string, string | number | boolean | null | undefined>>,
): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === null || value === undefined || value === ''
        ? ''
        : `<data key="${element}-${name}">${xmlText(String(value))}</data>`,
    )
    .join('')
}

/** The picture in view as GraphML 1.0; the evidence of an edge is one JSON text. */
export function graphmlOf({ picture, drawn, version }: Handout): string {
  const nodes = [...picture.entities.values()].map(({ id, label, name }) => {
    const { x, y } = drawn?.placed.get(id) ?? {}
    return `    <node id="${xmlText(id)}">${dataOf('node', { label, name, x, y })}</node>\n`
  })
  const edges = picture.relationships.map((relationship) => {
    const { id, start, end, type, product, stage, since, until, figure, note } = relationship
    const { confidence, sourceCount, pending } = relationship
    const evidence = JSON.stringify(relationship.evidence.map(evidenceOf))
    const own = {
      type,
      product,
      stage,
      since,
      until,
      figure,
      note,
      confidence,
      sourceCount,
      pending,
      evidence,
    }
    const ends = `source="${xmlText(start.id)}" target="${xmlText(end.id)}"`
    return `    <edge id="${xmlText(id)}" ${ends}>${dataOf('edge', own)}</edge>\n`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${keysOf('node', NODE_KEYS)}${keysOf('edge', EDGE_KEYS)}  <graph id="${xmlText(version)}" edgedefault="directed">
${nodes.join('')}${edges.join('')}  </graph>
</graphml>
`
}
