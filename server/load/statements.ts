/** Rows to statements: what each row says, checked by itself, names not yet resolved. */
import { endDay, isPartialDate } from '../model/date.ts'
import { documentId } from '../model/identity.ts'
import { isLabel, isType, labels, model, types, type Label, type RelationshipType } from '../model/model.ts'
import { stageOf, stageWords, type Stage } from '../model/stage.ts'
import { cleanName } from '../names/normalise.ts'
import { cellText, type Cell, type Mapping } from './mapping.ts'
import { RowError } from './reject.ts'
import { tableLimits, type TableRow } from './table.ts'

/** Where a row stands, and which document it names. */
export interface Origin {
  readonly source: string
  readonly file: string
  readonly row: number
  readonly document: string
}

/** A name in a row: of which kind it must be (where the row says so), and the column it stands in. */
export interface Mention {
  readonly name: string
  readonly labels: readonly Label[]
  /** True where the row itself says what kind it is, so that it may make the entity. */
  readonly declares: boolean
  readonly column: string
}

export interface EntityStatement extends Origin {
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
  readonly englishName: string | null
  readonly code: string | null
  readonly description: string | null
}

/** What a row states of a fact. */
interface Said {
  readonly stage: Stage
  readonly since: string | null
  readonly until: string | null
  readonly figure: string | null
  readonly note: string | null
  readonly confidence: number
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

/** What `confidence` words weigh (meanings.md, Tables); a table that says nothing of it is taken at its word. */
const confidenceWords: Readonly<Record<string, number>> = {
  high: 0.95,
  高: 0.95,
  medium: 0.8,
  中: 0.8,
  low: 0.6,
  低: 0.6,
}
const defaultConfidence = 0.95

// Tab and line breaks are white space, which names fold before they are checked.
const control = /[\p{Cc}\ufffd]/u

const columnOf = (mapping: Mapping, row: TableRow, cell: Cell | undefined): string => {
  if (typeof cell !== 'string') return ''
  return (mapping.columns[cell] ?? [cell]).find((column) => row.cells.has(column)) ?? cell
}

/** Reads the cells of one row, each kind with its own check. */
export class RowReader {
  constructor(
    private readonly mapping: Mapping,
    private readonly row: TableRow,
    readonly origin: Omit<Origin, 'document'>,
    private readonly tableDocument: string,
  ) {
    for (const [column, value] of row.cells)
      if (value.length > tableLimits.cell)
        throw new RowError(
          column,
          `${value.slice(0, 40)}…`,
          `a cell holds at most ${tableLimits.cell.toString()} characters`,
        )
  }

  column(cell: Cell | undefined): string {
    return columnOf(this.mapping, this.row, cell)
  }

  text(cell: Cell | undefined): string | null {
    const value = cellText(this.mapping, this.row, cell)
    return value === '' ? null : value
  }

  names(cell: Cell | undefined): readonly string[] {
    const list = (this.text(cell) ?? '').split('|').map((name) => this.checkedName(name, this.column(cell)))
    return [...new Set(list.filter((name) => name !== ''))]
  }

  name(cell: Cell): string {
    const name = this.checkedName(this.text(cell) ?? '', this.column(cell))
    if (name === '') throw new RowError(this.column(cell), '', 'a name is needed')
    return name
  }

  label(cell: Cell): Label {
    const value = this.text(cell) ?? ''
    const label = labels.find(
      (one) => one.toLowerCase() === value.toLowerCase() || model.labels[one].name === value,
    )
    if (label === undefined)
      throw new RowError(
        this.column(cell),
        value,
        `one of ${labels.map((one) => `${one} ${model.labels[one].name}`).join(', ')}`,
      )
    return label
  }

  type(cell: Cell): RelationshipType {
    const value = this.text(cell) ?? ''
    const type = types.find((one) => one === value.toUpperCase() || model.types[one].name === value)
    if (type === undefined)
      throw new RowError(
        this.column(cell),
        value,
        `one of ${types.map((one) => `${one} ${model.types[one].name}`).join(', ')}`,
      )
    return type
  }

  number(cell: Cell | undefined): number | null {
    const value = this.text(cell)
    if (value === null) return null
    const plain = value
      .normalize('NFKC')
      .replace(/,(?=\d{3}(\D|$))/g, '')
      .replace(/%$/, '')
    if (!/^[-+−]?\d+(\.\d+)?$/.test(plain))
      throw new RowError(this.column(cell), value, 'a plain number such as 5064.14 or -3')
    return Number(plain.replace('−', '-'))
  }

  said(cells: {
    stage?: Cell | undefined
    date?: Cell | undefined
    figure?: Cell | undefined
    note?: Cell | undefined
  }): Said {
    const stageText = this.text(cells.stage)
    const stage = stageText === null ? 'ACTIVE' : stageOf(stageText)
    if (stage === undefined)
      throw new RowError(this.column(cells.stage), stageText ?? '', `one of ${stageWords}, or empty`)
    const since = this.text(cells.date)
    if (since !== null && !isPartialDate(since))
      throw new RowError(this.column(cells.date), since, 'a date as 2024, 2024-10 or 2024-10-08, or empty')
    return {
      stage,
      since,
      until: stage === 'ENDED' && since !== null && endDay(since) !== '' ? since : null,
      figure: this.text(cells.figure),
      note: this.text(cells.note),
      confidence: this.confidence(),
    }
  }

  /** The document a row's address stands for: the table itself where it gives none. */
  get document(): string {
    const address = this.text(this.mapping.source)
    return address === null ? this.tableDocument : documentId(address)
  }

  get address(): string | null {
    return this.text(this.mapping.source)
  }

  private confidence(): number {
    const cell = this.mapping.confidence
    const value = this.text(cell)
    if (value === null) return defaultConfidence
    const confidence =
      confidenceWords[value.toLowerCase()] ??
      (/^(0(\.\d+)?|1(\.0+)?)$/.test(value) ? Number(value) : undefined)
    if (confidence === undefined)
      throw new RowError(this.column(cell), value, 'high, medium, low, or a number from 0 to 1')
    return confidence
  }

  private checkedName(value: string, column: string): string {
    const name = cleanName(value)
    if (name.length > tableLimits.name)
      throw new RowError(
        column,
        `${name.slice(0, 40)}…`,
        `a name has at most ${tableLimits.name.toString()} characters`,
      )
    if (control.test(name))
      throw new RowError(column, name, 'a name without control or replacement characters')
    return name
  }
}

/** The labels a mention may have at an end of these types. */
const endLabels = (type: RelationshipType, end: 'start' | 'end'): readonly Label[] => model.types[type][end]

/** What one row says. Throws RowError for the first cell that is not allowed. */
export const statementsOf = (mapping: Mapping, reader: RowReader): RowStatements => {
  const origin: Origin = { ...reader.origin, document: reader.document }
  const entities: EntityStatement[] = []
  const relationships: RelationshipStatement[] = []
  const keyed = new Map<string, Mention>()
  for (const [key, cells] of Object.entries(mapping.entities)) {
    const label =
      typeof cells.label === 'string' || !isLabel(cells.label.value)
        ? reader.label(cells.label)
        : cells.label.value
    const name = reader.name(cells.name)
    const mention: Mention = { name, labels: [label], declares: true, column: reader.column(cells.name) }
    keyed.set(key, mention)
    entities.push({
      ...origin,
      label,
      name,
      aliases: reader.names(cells.aliases).filter((alias) => alias !== name),
      englishName: reader.text(cells.englishName),
      code: reader.text(cells.code),
      description: reader.text(cells.description),
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
          declares: false,
          column: reader.column(cells.place),
        },
        product: '',
      })
  }
  const mentionOf = (cell: Cell, allowed: readonly Label[]): Mention =>
    (typeof cell === 'string' ? keyed.get(cell) : undefined) ?? {
      name: reader.name(cell),
      labels: allowed,
      declares: false,
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
