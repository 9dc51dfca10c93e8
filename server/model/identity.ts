/** Ids: hashes of what a thing is, so that they are equal on both stores, in any order of loading. */
import { hash as digest } from 'node:crypto'
import { nameKey } from '../names/normalise.ts'
import { model, type Label, type RelationshipType } from './model.ts'

/** Hexadecimal digits kept of a SHA-256: 96 bits, so that 10⁹ things collide with a chance below 10⁻¹⁰. */
const digits = 24

const hash = (...parts: readonly string[]): string => digest('sha256', JSON.stringify(parts)).slice(0, digits)

/** The id of an entity: its label and its name, spelled as `nameKey` spells it. */
export const entityId = (label: Label, name: string): string => hash('entity', label, nameKey(name))

/** The ends of a relationship in the order it is stored: as stated, or by id where the type is symmetric. */
export const orderedEnds = (type: RelationshipType, start: string, end: string): readonly [string, string] =>
  model.types[type].symmetric && start > end ? [end, start] : [start, end]

/** The text of a product as it enters an identity: trimmed, white space folded; '' where none is named. */
export const productText = (product: string | null): string => (product ?? '').trim().replace(/\s+/g, ' ')

/** The id of a relationship: type, ends and product. */
export const relationshipId = (
  type: RelationshipType,
  start: string,
  end: string,
  product: string,
): string => {
  const [first, second] = orderedEnds(type, start, end)
  return hash('relationship', type, first, second, product)
}

/** The id of a document: its address, else the digest of its bytes. */
export const documentId = (addressOrDigest: string): string => hash('document', addressOrDigest)

/**
 * The id of a metric: whose, which, of when, in what unit, reached or planned. A period that names no year
 * (前三季度) is of the year its source states.
 */
export const metricId = (metric: {
  entity: string
  name: string
  unit: string
  period: string
  date: string
  planned: boolean
}): string => {
  const year = /\d{4}/.test(metric.period) ? '' : metric.date.slice(0, 4)
  return hash(
    'metric',
    metric.entity,
    metric.name,
    metric.unit,
    metric.period,
    year,
    metric.planned ? 'PLANNED' : '',
  )
}

/** The id of what one source says of one thing: a short digest of all its parts. */
export const claimId = (...parts: readonly string[]): string => hash('claim', ...parts)
