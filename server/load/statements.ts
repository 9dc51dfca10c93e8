/** What sources say: entities, relationships and figures, names not yet resolved; and what a row of a table says. */
import type { Span } from '../extract/span.ts'
import { isLabel, isType, labels, model, type Label, type RelationshipType } from '../model/model.ts'
import type { Stage } from '../model/stage.ts'
import type { Cell, Mapping } from './mapping.ts'
import type { Origin } from './origin.ts'
import { RowError } from './reject.ts'
import type { Resolved } from './resolve.ts'
import type { RowReader } from './rowReader.ts'

/** A name in a statement: of which kind it must be (where the statement says so), and the column it stands in. */
export interface Mention {
  readonly name: string
  readonly labels: readonly Label[]
  readonly column: string
  /** The entity, where that is decided already, as for the names in documents. */
  readonly entity?: Resolved
}

export interface EntityStatement extends Origin {
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
  readonly englishName: string | null
  readonly code: string | null
  readonly description: string | null
  /** Read from words by a rule that is right less often, and confirmed by nobody. */
  readonly pending: boolean
  /** Where a document names it; none for a row. */
  readonly spans: readonly Span[]
}

/** What a statement says of a fact. */
export interface Said {
  readonly stage: Stage
  readonly since: string | null
  readonly until: string | null
  readonly figure: string | null
  readonly note: string | null
  readonly confidence: number
  /** Read from words by a rule that is right less often, and confirmed by nobody. */
  readonly pending: boolean
}

export interface RelationshipStatement extends Origin, Said {
  readonly type: RelationshipType
  readonly start: Mention
  readonly end: Mention
  readonly product: string
}

export interface MetricStatement extends Origin, Said {
  readonly entity: Mention
  readonly name: string
  readonly value: number | null
  readonly unit: string | null
  readonly period: string | null
  readonly change: number | null
  readonly qualifier: string | null
}

export interface RowStatements {
  readonly entities: readonly EntityStatement[]
  readonly relationships: readonly RelationshipStatement[]
  readonly metrics: readonly MetricStatement[]
}

/** The labels a mention may have at an end of these types. */
const endLabels = (type: RelationshipType, end: 'start' | 'end'): readonly Label[] => model.types[type][end]

/** What one row says. Throws RowError for the first cell that is not allowed. */
export const statementsOf = (mapping: Mapping, reader: RowReader): RowStatements => {
  const { origin } = reader
  const entities: EntityStatement[] = []
  const relationships: RelationshipStatement[] = []
  const keyed = new Map<string, Mention>()
  for (const [key, cells] of Object.entries(mapping.entities)) {
    const label =
      typeof cells.label === 'string' || !isLabel(cells.label.value)
        ? reader.label(cells.label)
        : cells.label.value
    const name = reader.name(cells.name)
    const mention: Mention = { name, labels: [label], column: reader.column(cells.name) }
    keyed.set(key, mention)
    entities.push({
      ...origin,
      label,
      name,
      aliases: reader.names(cells.aliases).filter((alias) => alias !== name),
      englishName: reader.text(cells.englishName),
      code: reader.text(cells.code),
      description: reader.text(cells.description),
      pending: false,
      spans: [],
    })
    // A policy or product is nowhere; their place column names whom they are of, as meanings.md says.
    if (label === 'Policy' || label === 'Product') continue
    for (const place of reader.names(cells.place))
      relationships.push({
        ...origin,
        ...reader.said({}),
        type: 'LOCATED_IN',
        start: mention,
        end: {
          name: place,
          labels: endLabels('LOCATED_IN', 'end'),
          column: reader.column(cells.place),
        },
        product: '',
      })
  }
  const mentionOf = (cell: Cell, allowed: readonly Label[]): Mention =>
    (typeof cell === 'string' ? keyed.get(cell) : undefined) ?? {
      name: reader.name(cell),
      labels: allowed,
      column: reader.column(cell),
    }
  for (const cells of mapping.relationships) {
    const type =
      typeof cells.type === 'string' || !isType(cells.type.value) ? reader.type(cells.type) : cells.type.value
    const product = (reader.text(cells.product) ?? '').replace(/\s+/g, ' ')
    if (product !== '' && type !== 'SUPPLIES')
      throw new RowError(
        reader.column(cells.product),
        product,
        `empty: only SUPPLIES names a product, ${type} does not`,
      )
    relationships.push({
      ...origin,
      ...reader.said(cells),
      type,
      start: mentionOf(cells.start, endLabels(type, 'start')),
      end: mentionOf(cells.end, endLabels(type, 'end')),
      product,
    })
  }
  const metrics = mapping.metrics.map((cells): MetricStatement => {
    const [value, change] = [reader.number(cells.value), reader.number(cells.change)]
    if (value === null && change === null)
      throw new RowError(reader.column(cells.value), '', 'a value, or a change where only growth is stated')
    return {
      ...origin,
      ...reader.said(cells),
      entity: mentionOf(cells.entity, labels),
      name: reader.name(cells.name),
      value,
      change,
      unit: reader.text(cells.unit),
      period: reader.text(cells.period),
      qualifier: reader.text(cells.qualifier),
    }
  })
  return { entities, relationships, metrics }
}
