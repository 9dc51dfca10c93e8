/** Figures as tables: for the terminal, for docs/evaluation.md, and as data for docs/evaluation.json. */

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

/** What one part of the product is measured by: reading documents, answering questions. */
export interface Section {
  /** Its key in docs/evaluation.json. */
  readonly name: string
  readonly title: string
  /** How to read the tables, one paragraph each. */
  readonly notes: readonly string[]
  readonly tables: readonly Table[]
  readonly data: unknown
}

/** A share as percent with one decimal: 0.8512 → 85.1; – for none. */
export const percent = (share: number | null): string => (share === null ? '–' : (100 * share).toFixed(1))

/** Two shares as an interval in percent. */
export const range = (interval: readonly [number, number] | null): string =>
  interval === null ? '–' : `${percent(interval[0])}–${percent(interval[1])}`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

const tableText = ({ title, columns, rows }: Table): string =>
  [`### ${title}`, '', row(columns), row(columns.map(() => '---')), ...rows.map(row)].join('\n')

/** The sections as one page of Markdown, which is readable on a terminal too. */
export const page = (sections: readonly Section[]): string =>
  [
    '# Evaluation',
    'Made by `npm run evaluate`. The annotations are described in `docs/annotation.md`; figures are percent.',
    ...sections.flatMap(({ title, notes, tables }) => [`## ${title}`, ...notes, ...tables.map(tableText)]),
  ].join('\n\n') + '\n'

/** Numbers to four decimals: what is published does not change with the last bits of a division. */
const rounded = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1e4) / 1e4 : value

/** The sections as the text of docs/evaluation.json, by their names. */
export const dataOf = (sections: readonly Section[]): string =>
  JSON.stringify(Object.fromEntries(sections.map(({ name, data }) => [name, data])), rounded, 2) + '\n'
