import { type Member, type RelationshipType, STAGES, TYPES } from './answers.ts'
import { otherEnd, type Picture } from './picture.ts'
import { whereaboutsOf } from './narrow.ts'
import type { Column, Mode, Sort } from './state.ts'
import type { Dated } from './time.ts'

/** A line of the table: one relationship, seen from the end nearer to the middle of the picture. */
export interface Row {
  relationship: Dated
  /** The end the row is about. */
  entity: Member
  /** The end nearer to the root. */
  toward: Member
}

export type Heading =
  | { kind: 'UPSTREAM' | 'DOWNSTREAM'; tier: number }
  | { kind: 'TYPE'; type: RelationshipType; incoming: boolean }
  | { kind: 'OTHER' }

/** A part of the table under its own heading; `entities` counts each entity of it once. */
export interface Section {
  key: string
  heading: Heading
  rows: readonly Row[]
  entities: number
}

/** The relationships along which a supply chain runs. */
const CHAIN_TYPES: readonly RelationshipType[] = ['SUPPLIES', 'PRODUCES', 'INPUT_OF']

/**
 * The distance of each entity from the root against (upstream) or along (downstream) the direction of supply:
 * (supplier:Company)-[:SUPPLIES]->(customer:Company).
 */
export function tiersFrom(
  root: string,
  relationships: readonly Dated[],
  upstream: boolean,
): Map<string, number> {
  const tiers = new Map([[root, 0]])
  for (const [id, tier] of tiers) {
    for (const { type, start, end } of relationships) {
      const [near, far] = upstream ? [end.id, start.id] : [start.id, end.id]
      if (near === id && !tiers.has(far) && CHAIN_TYPES.includes(type)) tiers.set(far, tier + 1)
    }
  }
  return tiers
}

/** Stated in either order, meant in both. */
export const SYMMETRIC: readonly RelationshipType[] = ['COOPERATES_WITH']

function sectionOf(heading: Heading, rows: readonly Row[]): Section {
  const key = Object.values(heading).join(' ')
  return { key, heading, rows, entities: new Set(rows.map(({ entity }) => entity.id)).size }
}

function group(rows: readonly { heading: Heading; row: Row }[]): Section[] {
  const groups = new Map<string, { heading: Heading; rows: Row[] }>()
  for (const { heading, row } of rows) {
    const key = Object.values(heading).join(' ')
    const existing = groups.get(key)
    if (existing === undefined) groups.set(key, { heading, rows: [row] })
    else existing.rows.push(row)
  }
  return [...groups.values()].map(({ heading, rows }) => sectionOf(heading, rows))
}

const KINDS: readonly Heading['kind'][] = ['UPSTREAM', 'DOWNSTREAM', 'TYPE', 'OTHER']

function rank(heading: Heading): number {
  const within =
    heading.kind === 'TYPE'
      ? 2 * TYPES.indexOf(heading.type) + Number(heading.incoming)
      : heading.kind === 'OTHER'
        ? 0
        : heading.tier
  return 100 * KINDS.indexOf(heading.kind) + within
}

/** Tiers from here on stand under one heading. */
export const LAST_TIER = 3

function chainRow(
  relationship: Dated,
  upstream: Map<string, number>,
  downstream: Map<string, number>,
): { heading: Heading; row: Row } | null {
  const { type, start, end } = relationship
  if (!CHAIN_TYPES.includes(type)) return null
  const up = upstream.get(start.id)
  if (up !== undefined && upstream.get(end.id) === up - 1)
    return {
      heading: { kind: 'UPSTREAM', tier: Math.min(up, LAST_TIER) },
      row: { relationship, entity: start, toward: end },
    }
  const down = downstream.get(end.id)
  if (down !== undefined && downstream.get(start.id) === down - 1)
    return {
      heading: { kind: 'DOWNSTREAM', tier: Math.min(down, LAST_TIER) },
      row: { relationship, entity: end, toward: start },
    }
  return null
}

/** The table of a picture: tiers of suppliers and customers, or the root's links by type; then all the rest. */
export function sectionsOf(
  { root, relationships }: Picture,
  mode: Mode,
  expanded: readonly string[],
): Section[] {
  const upstream = tiersFrom(root, relationships, true)
  const downstream = tiersFrom(root, relationships, false)
  const rows = relationships.map((relationship) => {
    const { type, start, end } = relationship
    const chain = mode === 'CHAIN' ? chainRow(relationship, upstream, downstream) : null
    if (chain !== null) return chain
    if (start.id === root || end.id === root) {
      const toward = start.id === root ? start : end
      const heading: Heading = { kind: 'TYPE', type, incoming: end.id === root && !SYMMETRIC.includes(type) }
      return { heading, row: { relationship, entity: otherEnd(relationship, root), toward } }
    }
    // Between two others: told from the one whose neighbours were asked for.
    const [entity, toward] = expanded.includes(start.id) ? [end, start] : [start, end]
    const heading: Heading = { kind: 'OTHER' }
    return { heading, row: { relationship, entity, toward } }
  })
  return group(rows).sort((a, b) => rank(a.heading) - rank(b.heading))
}

const collator = new Intl.Collator('zh-Hans-CN', { numeric: true })

/** The name of the nearest place of a kind, empty where none is known. */
export function placeName(member: Member, kind: 'region' | 'park'): string {
  return whereaboutsOf(member, kind)[0]?.name ?? ''
}

function compareBy(key: Column, a: Row, b: Row): number {
  const words = (of: (row: Row) => string | null): number => collator.compare(of(a) ?? '', of(b) ?? '')
  switch (key) {
    case 'name':
      return words(({ entity }) => entity.name)
    case 'place':
      return words(({ entity }) => placeName(entity, 'region'))
    case 'park':
      return words(({ entity }) => placeName(entity, 'park'))
    case 'product':
    case 'since':
    case 'until':
    case 'figure':
    case 'note':
      return words(({ relationship }) => relationship[key])
    case 'type':
      return TYPES.indexOf(a.relationship.type) - TYPES.indexOf(b.relationship.type)
    case 'stage':
      return STAGES.indexOf(a.relationship.stage) - STAGES.indexOf(b.relationship.stage)
    case 'sources':
      return a.relationship.sourceCount - b.relationship.sourceCount
    case 'confidence':
      return a.relationship.confidence - b.relationship.confidence
  }
}

/** The rows that hold a text in a name, the product, the figure or the note, whatever the case of its letters. */
export function findRows(rows: readonly Row[], text: string): readonly Row[] {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return rows
  return rows.filter(({ entity, toward, relationship }) => {
    const { product, figure, note } = relationship
    const words = [entity.name, toward.name, product, figure, note]
    return words.some((word) => word?.toLowerCase().includes(wanted) ?? false)
  })
}

/** Rows in the asked order; without one, in the order of the answer: best evidence first. */
export function sortRows(rows: readonly Row[], sort: Sort | null): readonly Row[] {
  if (sort === null) return rows
  const sign = sort.descending ? -1 : 1
  return [...rows].sort((a, b) => sign * compareBy(sort.key, a, b))
}
