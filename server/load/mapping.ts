/** Mappings: which columns of a table make which entities, relationships and figures (after FollowTheMoney's mappings). */
import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { isLabel, isType } from '../model/model.ts'
import { projectFile } from '../project.ts'
import { LoadError } from './reject.ts'
import type { TableRow } from './table.ts'

const text = z.string().trim().min(1)
/** A column by name, or the same value for all rows. */
const cell = z.union([text, z.strictObject({ value: text })])
export type Cell = z.infer<typeof cell>

const mappingShape = z.strictObject({
  /** Other names a column may have; a default mapping is chosen by these. */
  columns: z.record(text, z.array(text).min(1)).default({}),
  /** The column with the address where a row's facts were read. */
  source: cell.optional(),
  confidence: cell.optional(),
  entities: z
    .record(
      text,
      z.strictObject({
        label: cell,
        name: cell,
        aliases: cell.optional(),
        englishName: cell.optional(),
        place: cell.optional(),
        code: cell.optional(),
        description: cell.optional(),
      }),
    )
    .default({}),
  relationships: z
    .array(
      z.strictObject({
        type: cell,
        /** An entity of this mapping by its key, else the column that names one known elsewhere. */
        start: cell,
        end: cell,
        product: cell.optional(),
        stage: cell.optional(),
        date: cell.optional(),
        figure: cell.optional(),
        note: cell.optional(),
      }),
    )
    .default([]),
  metrics: z
    .array(
      z.strictObject({
        entity: cell,
        name: cell,
        value: cell.optional(),
        unit: cell.optional(),
        period: cell.optional(),
        change: cell.optional(),
        qualifier: cell.optional(),
        stage: cell.optional(),
        date: cell.optional(),
        note: cell.optional(),
      }),
    )
    .default([]),
})

export type Mapping = z.infer<typeof mappingShape>

/** Reads a mapping. Throws LoadError with each thing wrong in it. */
export const readMapping = (file: string): Mapping => {
  const parsed = mappingShape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new LoadError(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

const defaults: readonly { readonly name: string; readonly mapping: Mapping }[] = readdirSync(
  projectFile('data', 'mappings'),
)
  .sort()
  .map((name) => ({
    name: name.replace('.yaml', ''),
    mapping: readMapping(projectFile('data', 'mappings', name)),
  }))

/** Columns that a table may leave out: they say nothing where they are not. */
const needed: Readonly<Record<string, readonly string[]>> = {
  entities: ['label', 'name'],
  relations: ['start', 'type', 'end'],
  metrics: ['entity', 'name'],
}

const has = (columns: readonly string[], mapping: Mapping, name: string): boolean =>
  (mapping.columns[name] ?? [name]).some((column) => columns.includes(column))

/** The ready-made mapping for tables with these columns. Throws LoadError, listing the layouts, where none fits. */
export const defaultMapping = (columns: readonly string[], file: string): Mapping => {
  const fitting = defaults
    .filter(({ name, mapping }) => (needed[name] ?? []).every((column) => has(columns, mapping, column)))
    .sort((left, right) => (needed[right.name] ?? []).length - (needed[left.name] ?? []).length)
  // label tells a table of entities from one of figures, which has name and entity.
  const chosen = fitting[0]
  if (chosen) return chosen.mapping
  const layouts = defaults.map(
    ({ name, mapping }) =>
      `${name} (${(needed[name] ?? []).map((column) => (mapping.columns[column] ?? [column]).join(' or ')).join(', ')})`,
  )
  throw new LoadError(
    `${file} has the columns ${columns.join(', ')}; without a mapping a table needs those of ${layouts.join(', or ')}`,
  )
}

const cellsOf = (mapping: Mapping): Cell[] => {
  const own = (part: Readonly<Record<string, Cell | undefined>>): Cell[] =>
    Object.values(part).flatMap((value) => value ?? [])
  return [
    ...(mapping.source === undefined ? [] : [mapping.source]),
    ...(mapping.confidence === undefined ? [] : [mapping.confidence]),
    ...Object.values(mapping.entities).flatMap(own),
    ...mapping.relationships.flatMap(({ start, end, ...rest }) => [
      ...own(rest),
      ...[start, end].filter((value) => typeof value !== 'string' || !(value in mapping.entities)),
    ]),
    ...mapping.metrics.flatMap(({ entity, ...rest }) => [
      ...own(rest),
      ...(typeof entity === 'string' && entity in mapping.entities ? [] : [entity]),
    ]),
  ]
}

/** Throws LoadError where a mapping that someone wrote names a column that the table does not have. */
export const checkColumns = (mapping: Mapping, columns: readonly string[], file: string): void => {
  for (const value of cellsOf(mapping)) {
    if (typeof value !== 'string' || value in mapping.columns || columns.includes(value)) continue
    throw new LoadError(
      `${file} has no column ${value}, which its mapping names; it has ${columns.join(', ')}`,
    )
  }
}

/** The text of a mapped cell in a row: trimmed, '' where the column is missing or nothing is mapped. */
export const cellText = (mapping: Mapping, row: TableRow, mapped: Cell | undefined): string => {
  if (mapped === undefined) return ''
  if (typeof mapped !== 'string') return mapped.value
  for (const column of mapping.columns[mapped] ?? [mapped]) {
    const value = row.cells.get(column)
    if (value !== undefined) return value.trim()
  }
  return ''
}

/** Whether a constant label or type of the mapping is declared; columns are checked row by row. */
export const checkConstants = (mapping: Mapping, file: string): void => {
  for (const { label } of Object.values(mapping.entities))
    if (typeof label !== 'string' && !isLabel(label.value))
      throw new LoadError(`${file}: label ${label.value} is not in data/model.yaml`)
  for (const { type } of mapping.relationships)
    if (typeof type !== 'string' && !isType(type.value))
      throw new LoadError(`${file}: type ${type.value} is not in data/model.yaml`)
}
