/** manifest.csv beside documents: a row for each file, with what is known of it. */
import { existsSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isAddress } from '../extract/reading/header.ts'
import { isPartialDate } from '../model/date.ts'
import type { StatedDocument } from './manifest.ts'
import { LoadError } from './reject.ts'
import { decodeText } from './table.ts'

/** The name of the index in a folder of documents. */
export const indexFile = 'manifest.csv'

const isRecord = (value: unknown): value is Readonly<Record<string, string>> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((cell) => typeof cell === 'string')

const statedIn = (row: Readonly<Record<string, string>>, file: string): Omit<StatedDocument, 'file'> => {
  const cell = (name: string): string | undefined => row[name]?.trim() || undefined
  const [source, title, date, publisher] = [cell('source'), cell('title'), cell('date'), cell('publisher')]
  if (date !== undefined && !isPartialDate(date))
    throw new LoadError(
      `${file}: the date of ${row['file'] ?? ''} is ${date}; a date is 2024, 2024-10 or 2024-10-08`,
    )
  return {
    ...(source === undefined ? {} : isAddress(source) ? { address: source } : { publisher: source }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(title === undefined ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    ...(/^digest\b/i.test(cell('note') ?? '') ? { kind: 'DIGEST' as const } : {}),
  }
}

/**
 * What an index says, by file name: columns file, source (an address, else the publisher), title, date, publisher, and
 * note, which begins with `digest` where the text is a retelling. undefined for a table of another kind. Throws LoadError
 * for a date that is none.
 */
export const readIndex = (path: string): ReadonlyMap<string, Omit<StatedDocument, 'file'>> | undefined => {
  if (!existsSync(path)) return undefined
  const rows: unknown = parse(decodeText(readFileSync(path), basename(path)), {
    bom: true,
    columns: true,
    relax_column_count: true,
    skip_empty_lines: true,
  })
  const records = Array.isArray(rows) ? rows.filter(isRecord) : []
  if (!records.some((row) => 'file' in row)) return undefined
  return new Map(records.map((row) => [row['file'] ?? '', statedIn(row, basename(path))]))
}
