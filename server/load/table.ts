/** Tables: bytes of a .csv or .xlsx file to rows of text. */
import { readFileSync, statSync } from 'node:fs'
import { extname } from 'node:path'
import { parse } from 'csv-parse/sync'
import readExcel from 'read-excel-file/node'
import { strictly } from '../extract/reading/decode.ts'
import { LoadError } from './reject.ts'

/** Limits of what is read; a cell over its limit rejects its row. */
export const tableLimits = { bytes: 1024 ** 3, cell: 10_000, name: 200 } as const

/** One row: cells by column name, and its number as a spreadsheet shows it (the header is row 1). */
export interface TableRow {
  readonly row: number
  readonly cells: ReadonlyMap<string, string>
}

export interface Table {
  readonly columns: readonly string[]
  /** Each row is made when it is asked for: a map for every row at once would outweigh the table. */
  readonly rows: Iterable<TableRow>
}

/** The text of a file in UTF-8 (with or without BOM) or GB18030. Throws LoadError for anything else. */
export const decodeText = (bytes: Buffer, file: string): string => {
  const text = strictly(bytes, 'utf-8') ?? strictly(bytes, 'gb18030')
  if (text === null) throw new LoadError(`${file} is neither UTF-8 nor GB18030; save it as "CSV UTF-8"`)
  return text
}

interface SheetRow {
  readonly cells: readonly string[]
  readonly row: number
}

/** An apostrophe before a sign that starts a formula says that the cell is text, and is no part of it (see server/export/csv.ts). */
const withoutTextMark = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, '')

const csvRows = (bytes: Buffer, file: string): SheetRow[] => {
  try {
    const records = parse(decodeText(bytes, file), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
    })
    // A spreadsheet counts a quoted line break as part of its row, so rows are counted, not lines.
    return records.map((cells, index) => ({ cells: cells.map(withoutTextMark), row: index + 1 }))
  } catch (error) {
    if (error instanceof LoadError) throw error
    throw new LoadError(
      `${file} is no readable CSV: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

const excelRows = async (bytes: Buffer, file: string, sheet: string | undefined): Promise<SheetRow[]> => {
  try {
    const sheets = await readExcel(bytes)
    const chosen = sheet === undefined ? sheets[0] : sheets.find(({ sheet: name }) => name === sheet)
    if (chosen === undefined)
      throw new LoadError(
        `${file} has no sheet ${sheet ?? ''}; it has ${sheets.map((one) => one.sheet).join(', ')}`,
      )
    return chosen.data.map((cells, index) => ({ cells: cells.map(excelCell), row: index + 1 }))
  } catch (error) {
    if (error instanceof LoadError) throw error
    throw new LoadError(
      `${file} is no readable .xlsx: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
}

/** Digits that a spreadsheet shows of a number; what lies beyond is an artefact of binary fractions. */
const shownDigits = 15

const excelCell = (cell: unknown): string => {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return cell.toISOString().slice(0, 10)
  if (typeof cell === 'number') return Number(cell.toPrecision(shownDigits)).toString()
  return typeof cell === 'string' ? cell : typeof cell === 'boolean' ? cell.toString() : ''
}

/** Reads a table; empty rows are passed over. Throws LoadError for a file that is none. */
export const readTable = async (
  path: string,
  file: string,
  sheet?: string,
): Promise<Table & { readonly bytes: Buffer }> => {
  const size = statSync(path, { throwIfNoEntry: false })?.size
  if (size === undefined) throw new LoadError(`${path} is not there`)
  if (size > tableLimits.bytes)
    throw new LoadError(
      `${file} has ${size.toString()} bytes; at most ${tableLimits.bytes.toString()} are read, split it`,
    )
  const bytes = readFileSync(path)
  const rows =
    extname(path).toLowerCase() === '.xlsx' ? await excelRows(bytes, file, sheet) : csvRows(bytes, file)
  const header = rows[0]?.cells.map((cell) => cell.trim()) ?? []
  if (header.every((name) => name === ''))
    throw new LoadError(`${file} is empty; its first row must name the columns`)
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice !== undefined) throw new LoadError(`${file} has two columns named ${twice}`)
  return {
    bytes,
    columns: header.filter((name) => name !== ''),
    rows: { [Symbol.iterator]: () => namedRows(header, rows) },
  }
}

/** The rows under the header that hold something, their cells by column. */
const namedRows = function* (header: readonly string[], rows: readonly SheetRow[]): Generator<TableRow> {
  for (const { cells, row } of rows.slice(1))
    if (cells.some((cell) => cell.trim() !== ''))
      yield { row, cells: new Map(header.map((name, index) => [name, cells[index] ?? ''])) }
}
