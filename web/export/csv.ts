import { cellOf, type Handout } from './handout.ts'

/** Without it Excel takes UTF-8 for the system's own encoding. */
const BYTE_ORDER_MARK = '\ufeff'

/** What makes a spreadsheet take a text for a formula, also in full width and after a tab or line break. */
const FORMULA_START = /^[=+\-@\t\r\n＝＋－＠]/

/** One cell: a text that a spreadsheet would calculate gets an apostrophe, which marks text there. */
export function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = FORMULA_START.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function line(cells: readonly (string | number)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

/** The rows in view with the columns in view, then what makes each a statement of its own: both ends and the sources. */
export function csvOf({ groups, columns, words, text }: Handout): string {
  const header = [
    text.group,
    ...columns.map((column) => words.text.table.columns[column]),
    text.start,
    text.type,
    text.end,
    text.source,
    text.address,
  ]
  const rows = groups.flatMap(({ heading, rows }) =>
    rows.map((row) => {
      const { start, type, end, evidence } = row.relationship
      const documents = new Map(evidence.map(({ document }) => [document.id, document]))
      const titles = [...documents.values()].map(({ title }) => title)
      const addresses = [...documents.values()].flatMap(({ url }) => url ?? [])
      return [
        heading,
        ...columns.map((column) => cellOf(column, row, words)),
        start.name,
        words.typeName(type),
        end.name,
        titles.join(' | '),
        addresses.join(' | '),
      ]
    }),
  )
  return BYTE_ORDER_MARK + [header, ...rows].map(line).join('')
}
