/** What is handed on, whatever its format: a sentence, the rows in view with their evidence, and the picture. */
import type { Evidence } from '../answers.ts'
import type { Picture } from '../picture.ts'
import { findRows, placeName, type Row, type Section, sortRows, SYMMETRIC } from '../sections.ts'
import { type Column, type Sort } from '../state.ts'
import { handOnText, type HandOnText } from '../text/handOn.ts'
import type { Words } from '../words.ts'
import type { Drawn } from './drawn.ts'

/** The table as it stands on the page. */
export interface TableView {
  sections: readonly Section[]
  sort: Sort | null
  columns: readonly Column[]
  find: string
}

/** A part of the table under its heading, its rows as they stand there. */
export interface HandoutGroup {
  heading: string
  rows: readonly Row[]
}

export interface Handout {
  title: string
  sentence: string
  groups: readonly HandoutGroup[]
  columns: readonly Column[]
  picture: Picture
  /** Null while nothing is drawn. */
  drawn: Drawn | null
  /** Of the data. */
  version: string
  /** Of the export: 2026-01-31. */
  day: string
  /** Where the same view opens. */
  address: string
  words: Words
  text: HandOnText
}

export interface HandoutParts {
  title: string
  /** What the page answers in words; without one, what its table holds is said. */
  sentence?: string | undefined
  table: TableView
  picture: Picture
  drawn: Drawn | null
  version: string
}

/** A day by the reader's own calendar: 2026-01-31. */
export function dayOf(date: Date): string {
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

/** The heading of a part of the table as plain text. */
export function headingOf({ heading, entities }: Section, { text, typeName }: Words): string {
  switch (heading.kind) {
    case 'UPSTREAM':
      return text.table.upstream(heading.tier, entities)
    case 'DOWNSTREAM':
      return text.table.downstream(heading.tier, entities)
    case 'TYPE': {
      const direction = heading.incoming ? text.table.incoming : text.table.outgoing
      const name = typeName(heading.type)
      return SYMMETRIC.includes(heading.type)
        ? `${name} ${String(entities)}`
        : `${name}（${direction}）${String(entities)}`
    }
    case 'OTHER':
      return text.table.other(entities)
    case 'ANSWER':
      return text.pages.answer.answers(entities)
    case 'ASIDE':
      return text.pages.answer.aside
  }
}

/** Puts together what is handed on. */
export function handoutOf(parts: HandoutParts, words: Words, now: Date): Handout {
  const { title, table, picture, drawn, version } = parts
  const { sections, sort, columns, find } = table
  const text = handOnText(words.language)
  const day = dayOf(now)
  const groups = sections
    .map((section) => ({
      heading: headingOf(section, words),
      rows: sortRows(findRows(section.rows, find), sort),
    }))
    .filter(({ rows }) => rows.length > 0)
  const headings = groups.map(({ heading }) => heading)
  return {
    title,
    sentence: parts.sentence ?? text.sentence(title, headings, day),
    groups,
    columns,
    picture,
    drawn,
    version,
    day,
    address: window.location.href,
    words,
    text,
  }
}

/** What a column of the table says of a row, as plain text or a number. */
export function cellOf(column: Column, { relationship, entity }: Row, words: Words): string | number {
  switch (column) {
    case 'name':
      return entity.name
    case 'type':
      return words.typeName(relationship.type)
    case 'stage':
      return stageText(relationship, words)
    case 'place':
      return placeName(entity, 'region')
    case 'park':
      return placeName(entity, 'park')
    case 'sources':
      return relationship.sourceCount
    case 'confidence':
      return `${String(Math.round(relationship.confidence * 100))}%`
    case 'product':
    case 'since':
    case 'until':
    case 'figure':
    case 'note':
      return relationship[column] ?? ''
  }
}

/** The stage in words, and whether it waits for confirmation. */
export function stageText({ stage, pending }: Row['relationship'], { text, language }: Words): string {
  const name = text.stages[stage]
  return pending ? `${name}（${handOnText(language).pending}）` : name
}

/** Where exactly an evidence stands in its document: the file and row of a table, or nothing. */
export function placeOf({ row, file, document }: Evidence, text: HandOnText): string {
  const name = file ?? document.file
  return name === null || row === null ? '' : text.row(name, row)
}

/** An evidence in one line: title, publisher, date, place, and that a retelling is one. */
export function citationOf(evidence: Evidence, text: HandOnText): string {
  const { title, publisher, date, kind } = evidence.document
  const parts = [
    title,
    publisher,
    evidence.since ?? date,
    placeOf(evidence, text),
    kind === 'DIGEST' && evidence.quote !== null ? text.digest : '',
  ]
  return parts.filter((part) => part !== null && part !== '').join('，')
}

/** Signs that file systems do not take, and control characters. */
const FORBIDDEN = /[\\/:*?"<>|\p{Cc}]/gu
const LONGEST_NAME = 60

/** The name of a file with this: its title and day. */
export function fileName({ title, day }: Pick<Handout, 'title' | 'day'>, ending: string): string {
  const safe = title.replace(FORBIDDEN, ' ').trim().replace(/\s+/g, ' ').replace(/^\.+/, '')
  return `${safe.slice(0, LONGEST_NAME) || 'liantu'} ${day}.${ending}`
}
