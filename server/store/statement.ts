/** Cypher statements: one file each under cypher/, with real $parameters. */
import { readFileSync } from 'node:fs'
import { projectFile } from '../project.ts'
import type { Row, Value } from './store.ts'

/** A statement, named after its file (read/relationshipsIn), and how one of its rows is read. */
export interface Statement<R> {
  readonly name: string
  readonly text: string
  readonly decode: (row: Row) => R
}

const texts = new Map<string, string>()

const textOf = (name: string): string => {
  const known = texts.get(name)
  if (known !== undefined) return known
  const text = readFileSync(projectFile('cypher', `${name}.cypher`), 'utf8')
  texts.set(name, text)
  return text
}

/** The statement of cypher/NAME.cypher; `decode` turns a row into what callers get. Throws where there is no such file. */
export const statement = <R>(name: string, decode: (row: Row) => R): Statement<R> => ({
  name,
  text: textOf(name),
  decode,
})

/** A statement whose rows nobody reads. */
export const command = (name: string): Statement<Row> => statement(name, (row) => row)

/**
 * The one place where something other than a parameter enters a statement: a label or type that
 * data/model.yaml declares takes the place of `__NAME__`. Throws for any other name.
 */
export const forDeclared = <R>(
  template: Statement<R>,
  name: string,
  declared: ReadonlySet<string>,
): Statement<R> => {
  if (!declared.has(name) || !/^[A-Za-z_]+$/.test(name))
    throw new TypeError(`${template.name}: ${JSON.stringify(name)} is not declared in data/model.yaml`)
  return { ...template, name: `${template.name}:${name}`, text: template.text.replaceAll('__NAME__', name) }
}

const fail = (key: string, value: Value | undefined, wanted: string): never => {
  throw new TypeError(`a row's ${key} is ${JSON.stringify(value)}, not ${wanted}`)
}

/** The text in a row's column; throws where it holds anything else. */
export const textIn = (row: Row, key: string): string => {
  const value = row[key]
  return typeof value === 'string' ? value : fail(key, value, 'text')
}

/** The text in a row's column, or null where it is empty. */
export const textOrNull = (row: Row, key: string): string | null => {
  const value = row[key]
  return value === null || value === undefined || typeof value === 'string'
    ? (value ?? null)
    : fail(key, value, 'text or null')
}

/** The number in a row's column; throws where it holds anything else. */
export const numberIn = (row: Row, key: string): number => {
  const value = row[key]
  return typeof value === 'number' ? value : fail(key, value, 'a number')
}

/** The number in a row's column, or null where it is empty. */
export const numberOrNull = (row: Row, key: string): number | null => {
  const value = row[key]
  return value === null || value === undefined || typeof value === 'number'
    ? (value ?? null)
    : fail(key, value, 'a number or null')
}

/** Whether a row's column says true; an empty one does not. Throws where it holds anything else. */
export const isIn = (row: Row, key: string): boolean => {
  const value = row[key]
  return value === null || value === undefined || typeof value === 'boolean'
    ? (value ?? false)
    : fail(key, value, 'true, false or null')
}

/** The list of texts in a row's column; an empty one where it is empty. */
export const textsIn = (row: Row, key: string): readonly string[] => {
  const value = row[key]
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) return fail(key, value, 'a list of texts')
  return value.map((item: Value) => (typeof item === 'string' ? item : fail(key, item, 'a text')))
}
