/** Facts that the digests state beyond the tables, confirmed by a person: an answer that holds them too is no worse. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Result } from '../ask/answer.ts'
import { types } from '../model/model.ts'
import type { Catalog } from '../names/catalog.ts'
import { projectFile } from '../project.ts'
import { judge, type ExpectedAnswer, type Verdict } from './questions.ts'

const shape = z.array(
  z.strictObject({
    type: z.enum(types),
    start: z.string().min(1),
    end: z.string().min(1),
    /** A file of data/sources/digests. */
    document: z.string().min(1),
    /** The words in it that say so. */
    quote: z.string().min(1),
  }),
)
export type ConfirmedFact = z.infer<typeof shape>[number]

/** The facts of tests/questions/digests.yaml. Throws for a file that does not fit. */
export const readConfirmed = (): readonly ConfirmedFact[] => {
  const file = projectFile('tests', 'questions', 'digests.yaml')
  const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** Ids of the entities in an answer that a confirmed fact among its facts has at an end. */
const confirmedEnds = (
  { relationships = [] }: Result,
  catalog: Catalog,
  confirmed: readonly ConfirmedFact[],
): ReadonlySet<string> => {
  const nameOf = (id: string): string => catalog.get(id)?.name ?? ''
  const keys = new Set(confirmed.map(({ type, start, end }) => `${type} ${start} ${end}`))
  return new Set(
    relationships
      .filter(({ type, start, end }) => keys.has(`${type} ${nameOf(start)} ${nameOf(end)}`))
      .flatMap(({ start, end }) => [start, end]),
  )
}

/**
 * How an answer compares with what is expected where confirmed facts may stand beside it: entities that such a fact
 * brings in are taken out before it is judged; facts where none were expected are right where confirmed ones bring in all.
 */
export const judgeWith = (
  answer: Result,
  wanted: ExpectedAnswer,
  given: { readonly catalog: Catalog; readonly confirmed: readonly ConfirmedFact[] },
): Verdict => {
  const verdict = judge(answer, wanted)
  const entities = answer.entities ?? []
  if (verdict !== 'WRONG' || answer.kind !== 'STATED' || entities.length === 0) return verdict
  const ends = confirmedEnds(answer, given.catalog, given.confirmed)
  if (wanted.kind !== 'STATED') return entities.every(({ id }) => ends.has(id)) ? 'RIGHT' : verdict
  const expected = new Set(wanted.entities ?? [])
  const kept = entities.filter(({ id, name }) => expected.has(name) || !ends.has(id))
  const fewer = entities.length - kept.length
  const value = typeof answer.value === 'number' ? { value: answer.value - fewer } : {}
  return judge({ ...answer, entities: kept, ...value }, wanted)
}
