/** The figures of docs/scale.md, from docs/bench.json: what each size takes on each store, side by side. */
import { format, resolveConfig } from 'prettier'
import { projectFile } from '../server/project.ts'
import { valueText, type Figure } from './bench/figure.ts'
import type { Bench } from './bench/report.ts'

/** Between these lines of the page stand the figures; all else is written by hand. */
const marks = { begin: '<!-- figures: npm run docs -->', end: '<!-- end of figures -->' }

const sizes = ['10⁴ relationships', '10⁵ relationships', '10⁶ relationships'] as const

/** The figure without its size: `neighbors (100), 10⁵ relationships, p95` is of neighbors (100). */
const subjectOf = (what: string): string =>
  sizes.reduce((text, size) => text.replace(size, ''), what).replace(/, , p95$|\s+$/, '')

const cellOf = (figure: Figure | undefined): string =>
  figure === undefined ? '–' : `${valueText(figure)}${figure.of === undefined ? '' : ` (${figure.of})`}`

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** A table: one line for each subject and store, one column for each size. */
const table = (figures: readonly Figure[]): string => {
  const subjects = [...new Set(figures.map(({ what }) => subjectOf(what)))]
  const lines = subjects.flatMap((subject) =>
    (['embedded', 'neo4j'] as const).map((store) =>
      row([
        subject,
        store,
        ...sizes.map((size) =>
          cellOf(
            figures.find(
              (figure) =>
                figure.store === store && figure.what.includes(size) && subjectOf(figure.what) === subject,
            ),
          ),
        ),
      ]),
    ),
  )
  return [row(['what', 'store', ...sizes]), row(['---', '---', ...sizes.map(() => '---')]), ...lines].join(
    '\n',
  )
}

/** The page with the figures of the bench in their place. Throws where the page has none. */
export const scalePage = async (page: string, bench: Bench): Promise<string> => {
  const [begin, end] = [page.indexOf(marks.begin), page.indexOf(marks.end)]
  if (begin < 0 || end < begin)
    throw new RangeError(`docs/scale.md has no place between ${marks.begin} and ${marks.end}`)
  const measured = ['scale', 'scale-million'].flatMap((name) => {
    const section = bench[name]
    return section === undefined ? [] : [{ name, ...section }]
  })
  const where = measured.map(({ name, machine }) => `\`${name}\` on ${machine}`).join('; ')
  const figures = measured.flatMap((section) => section.figures)
  const text = figures.length === 0 ? 'Not measured yet.' : `${where}.\n\n${table(figures)}`
  return format(`${page.slice(0, begin)}${marks.begin}\n\n${text}\n\n${page.slice(end)}`, {
    ...(await resolveConfig(projectFile('docs', 'scale.md'))),
    parser: 'markdown',
  })
}
