/** The Word briefing: sentence, picture, table, and for every row a numbered footnote that says where it is stated. */
import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  type IRunOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { Evidence } from '../answers.ts'
import type { Row } from '../sections.ts'
import { citationOf, type Handout, stageText } from './handout.ts'
import { type Png, pngOf } from './pictureFile.ts'
import { writable } from './xml.ts'

// Word takes another font for Chinese than for Latin letters, and without a name whichever it likes.
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '宋体' }
const HEADING_FONT = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: '黑体' }

/** Sizes in half points: 10.5 pt is 五号, Word's own size for Chinese. */
const SIZES = { body: 21, table: 18, footnote: 16, title: 36, heading: 26 } as const
/** Of A4 with its margins, in twentieths of a point. */
const PAGE = { width: 11906, height: 16838, margin: 1134 } as const
const WIDTH = PAGE.width - 2 * PAGE.margin
/** Width of the picture on the page and in the file, in pixels. */
const PICTURE = { shown: 620, tallest: 800, drawn: 2400 } as const
/** In a footnote; the dossier has all of it. */
const MOST_SOURCES = 3
const LONGEST_QUOTE = 120

const COLUMNS = ['start', 'type', 'end', 'product', 'stage', 'since', 'sources'] as const
/** Shares of the table's width. */
const SHARES: Record<(typeof COLUMNS)[number], number> = {
  start: 22,
  type: 9,
  end: 22,
  product: 18,
  stage: 11,
  since: 10,
  sources: 8,
}

function run(text: string, size: number, bold = false): TextRun {
  const options: IRunOptions = { text: writable(text), size, bold }
  return new TextRun(options)
}

function paragraph(text: string): Paragraph {
  return new Paragraph({ spacing: { after: 120, line: 320 }, children: [run(text, SIZES.body)] })
}

function heading(text: string, level: 'HEADING_1' | 'HEADING_2' | 'TITLE'): Paragraph {
  const options: IRunOptions = {
    text: writable(text),
    font: HEADING_FONT,
    bold: true,
    color: '17202A',
    size: level === 'TITLE' ? SIZES.title : level === 'HEADING_1' ? SIZES.heading : SIZES.body,
  }
  return new Paragraph({
    heading: HeadingLevel[level],
    keepNext: true,
    spacing: { before: 200, after: 100 },
    ...(level === 'TITLE' ? { alignment: AlignmentType.CENTER } : {}),
    children: [new TextRun(options)],
  })
}

function cell(
  children: readonly (TextRun | FootnoteReferenceRun)[],
  share: number,
  isHeader = false,
): TableCell {
  return new TableCell({
    width: { size: Math.round((WIDTH * share) / 100), type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    ...(isHeader ? { shading: { fill: 'EEF2F6' } } : {}),
    children: [new Paragraph({ children: [...children] })],
  })
}

function cellTexts({ relationship }: Row, { words }: Handout): Record<(typeof COLUMNS)[number], string> {
  const { start, type, end, product, since, sourceCount } = relationship
  return {
    start: start.name,
    type: words.typeName(type),
    end: end.name,
    product: product ?? '',
    stage: stageText(relationship, words),
    since: since ?? '',
    sources: String(sourceCount),
  }
}

function tableOf(rows: readonly (Row & { footnote: number })[], handout: Handout): Table {
  const { words, text } = handout
  const names = { ...words.text.table.columns, start: text.start, type: text.type, end: text.end }
  const header = new TableRow({
    tableHeader: true,
    children: COLUMNS.map((column) => cell([run(names[column], SIZES.table, true)], SHARES[column], true)),
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths: COLUMNS.map((column) => Math.round((WIDTH * SHARES[column]) / 100)),
    rows: [
      header,
      ...rows.map((row) => {
        const texts = cellTexts(row, handout)
        return new TableRow({
          cantSplit: true,
          children: COLUMNS.map((column) =>
            cell(
              [
                run(texts[column], SIZES.table),
                ...(column === 'sources' ? [new FootnoteReferenceRun(row.footnote)] : []),
              ],
              SHARES[column],
            ),
          ),
        })
      }),
    ],
  })
}

function sourceText(evidence: Evidence, handout: Handout): string {
  const { quote, document } = evidence
  const short = quote === null || quote.length <= LONGEST_QUOTE ? quote : `${quote.slice(0, LONGEST_QUOTE)}…`
  return [citationOf(evidence, handout.text), short === null ? '' : `“${short}”`, document.url ?? '']
    .filter((part) => part !== '')
    .join('。')
}

function footnoteOf({ relationship: { evidence } }: Row, handout: Handout): { children: Paragraph[] } {
  const shown = evidence.slice(0, MOST_SOURCES).map((item) => sourceText(item, handout))
  const rest = evidence.length - shown.length
  const text = [...shown, ...(rest > 0 ? [handout.text.otherSources(rest)] : [])].join('；')
  return { children: [new Paragraph({ children: [run(` ${text}`, SIZES.footnote)] })] }
}

function image({ width, height }: Png, data: ArrayBuffer, title: string): Paragraph {
  const scale = Math.min(PICTURE.shown / width, PICTURE.tallest / height)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: 'png',
        data,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name: writable(title), title: writable(title), description: writable(title) },
      }),
    ],
  })
}

/** The briefing as a .docx file; without a picture where nothing is drawn. Throws where the picture can't be drawn. */
export async function wordOf(handout: Handout): Promise<Blob> {
  const { title, sentence, groups, drawn, version, day, address, text } = handout
  const picture = drawn === null ? null : await pngOf(handout, PICTURE.drawn)
  let count = 0
  const numbered = groups.map((group) => ({
    heading: group.heading,
    rows: group.rows.map((row) => ({ ...row, footnote: ++count })),
  }))
  const footnotes = Object.fromEntries(
    numbered.flatMap(({ rows }) => rows.map((row) => [row.footnote, footnoteOf(row, handout)] as const)),
  )
  const document = new Document({
    title: writable(text.briefing(title)),
    creator: handout.words.text.brand,
    styles: {
      default: {
        document: { run: { font: FONT, size: SIZES.body, language: { value: 'en-US', eastAsia: 'zh-CN' } } },
      },
    },
    footnotes,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.margin, bottom: PAGE.margin, left: PAGE.margin, right: PAGE.margin },
          },
        },
        children: [
          heading(text.briefing(title), 'TITLE'),
          paragraph(sentence),
          ...(picture === null
            ? []
            : [heading(text.picture, 'HEADING_1'), image(picture, await picture.blob.arrayBuffer(), title)]),
          heading(text.facts, 'HEADING_1'),
          ...numbered.flatMap((group) => [heading(group.heading, 'HEADING_2'), tableOf(group.rows, handout)]),
          paragraph(''),
          paragraph(text.origin(version, day)),
          paragraph(address),
        ],
      },
    ],
  })
  return Packer.toBlob(document)
}
