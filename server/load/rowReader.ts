/** Reads the cells of one row, each kind with its own check. */
import { endDay, isPartialDate } from '../model/date.ts'
import { documentId } from '../model/identity.ts'
import { labels, model, types, type Label, type RelationshipType } from '../model/model.ts'
import { stageOf, stageWords } from '../model/stage.ts'
import { cleanName } from '../names/normalise.ts'
import { cellText, type Cell, type Mapping } from './mapping.ts'
import type { Origin } from './origin.ts'
import { RowError } from './reject.ts'
import type { Said } from './statements.ts'
import { tableLimits, type TableRow } from './table.ts'

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

/** The cells of one row, by what they are mapped to. Every method throws RowError for a cell that is not allowed. */
export class RowReader {
  constructor(
    private readonly mapping: Mapping,
    private readonly row: TableRow,
    private readonly place: { readonly source: string; readonly file: string; readonly row: number },
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
      pending: false,
    }
  }

  /** The address the row names; null where it names none. */
  get address(): string | null {
    return this.text(this.mapping.source)
  }

  /** Where the row stands; its document is what its address leads to, else the table itself. */
  get origin(): Origin {
    const { address } = this
    return {
      ...this.place,
      quote: null,
      document: address === null ? this.tableDocument : documentId(address),
    }
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
