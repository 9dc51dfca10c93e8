/** Looking names up, as a section of the evaluation: whether the one who is meant comes first, or among the first five. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Catalog } from '../names/catalog.ts'
import { projectFile } from '../project.ts'
import { percent, type Section, type Table } from './report.ts'

/** How many hits a person looks at. */
const looked = 5

const shape = z.record(z.string(), z.array(z.tuple([z.string().min(1), z.string().min(1)])))

/** One look-up: the way it is typed, what is typed, and the name of the entity that is meant. */
export interface LookUp {
  readonly kind: string
  readonly typed: string
  readonly meant: string
  readonly half: 'development' | 'test'
}

/** Which half a look-up belongs to: it depends on what is typed alone. */
export const halfOf = (typed: string): LookUp['half'] =>
  parseInt(createHash('sha256').update(typed).digest('hex').charAt(0), 16) % 2 === 0 ? 'test' : 'development'

/** The look-ups of tests/questions/lookups.yaml. Throws for a file that does not fit. */
export const readLookUps = (): readonly LookUp[] => {
  const file = projectFile('tests', 'questions', 'lookups.yaml')
  const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return Object.entries(parsed.data).flatMap(([kind, list]) =>
    list.map(([typed, meant]) => ({ kind, typed, meant, half: halfOf(typed) })),
  )
}

/** A look-up with the place of who is meant among the hits, 1 for the first; null where it is not among the first five. */
export interface RankedLookUp extends LookUp {
  readonly place: number | null
}

/** Looks each up in a catalog. Throws where the catalog lacks one that is meant. */
export const rankLookUps = (catalog: Catalog, lookUps: readonly LookUp[]): readonly RankedLookUp[] =>
  lookUps.map((lookUp) => {
    const ids = new Set(catalog.named(lookUp.meant).map(({ id }) => id))
    if (ids.size === 0) throw new Error(`tests/questions/lookups.yaml: the graph has no ${lookUp.meant}`)
    const hits = catalog.names.search(lookUp.typed, undefined, looked)
    const place = hits.findIndex(({ entity }) => ids.has(entity.id))
    return { ...lookUp, place: place < 0 ? null : place + 1 }
  })

/** Shares of look-ups whose meaning came first, and among the first five. */
export interface LookUpFigures {
  readonly lookUps: number
  readonly first: number
  readonly amongFive: number
}

/** Counts ranked look-ups; there must be some. */
export const lookUpFigures = (ranked: readonly RankedLookUp[]): LookUpFigures => ({
  lookUps: ranked.length,
  first: ranked.filter(({ place }) => place === 1).length / ranked.length,
  amongFive: ranked.filter(({ place }) => place !== null).length / ranked.length,
})

const row = (name: string, ranked: readonly RankedLookUp[]): readonly string[] => {
  if (ranked.length === 0) return [name, '–', '–', '–']
  const { lookUps, first, amongFive } = lookUpFigures(ranked)
  return [name, lookUps.toString(), percent(first), percent(amongFive)]
}

/** The section of these look-ups. */
export const lookUpSection = (ranked: readonly RankedLookUp[]): Section => {
  const ofHalf = (half: LookUp['half']) => ranked.filter((one) => one.half === half)
  const table: Table = {
    title: 'Look-ups',
    columns: ['typed as', 'look-ups', 'first', 'among five'],
    rows: [
      row('all, test half', ofHalf('test')),
      row('all, development half', ofHalf('development')),
      ...[...new Set(ranked.map(({ kind }) => kind))].map((kind) =>
        row(
          `${kind}, both halves`,
          ranked.filter((one) => one.kind === kind),
        ),
      ),
    ],
  }
  return {
    name: 'lookUps',
    title: 'Looking names up',
    notes: [
      'What people type to find a name (`tests/questions/lookups.yaml`), over the tables that ship: how often the one who is meant comes first, and among the first five. What is typed decides which half it belongs to; the search was not changed because of the test half.',
    ],
    tables: [table],
    data: {
      test: lookUpFigures(ofHalf('test')),
      development: lookUpFigures(ofHalf('development')),
    },
  }
}
