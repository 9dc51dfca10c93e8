/** How a store runs a statement, by its PROFILE: operators, rows and, on Neo4j, database hits. */
import neo4j, { type Driver } from 'neo4j-driver'
import { z } from 'zod'
import type { Statement } from '../../server/store/statement.ts'
import type { Params, Store, Value } from '../../server/store/store.ts'

export const planShape = z.strictObject({
  /** Of a statement of ours the name of its file, of the library the operation it belongs to. */
  name: z.string(),
  /** Its text, where no file holds it. */
  text: z.string().optional(),
  /** In the order in which they begin to give rows. */
  operators: z.array(z.string()),
  /** Rows it answered with. */
  rows: z.number(),
  /** What Neo4j counts as work: looks at nodes, relationships, properties and indexes; null where the store counts none. */
  hits: z.number().nullable(),
})
export type Plan = z.infer<typeof planShape>

/** A statement to run, with what it is asked with. */
export interface Run {
  readonly name: string
  readonly text: string
  readonly params: Readonly<Record<string, unknown>>
}

/** What the driver tells of an operator. */
interface Operator {
  readonly operatorType: string
  readonly dbHits: number
  readonly children: readonly Operator[]
}

const flat = (plan: Operator): readonly Operator[] => [...plan.children.flatMap(flat), plan]

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

/** Whole numbers as the driver's integers, as the stores send them; what is one already stays. */
const whole = (value: unknown): unknown => {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(whole)
  return isMap(value)
    ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, whole(inner)]))
    : value
}

/** Runs the statement on Neo4j under PROFILE. */
export const profileOnNeo4j = async (driver: Driver, { name, text, params }: Run): Promise<Plan> => {
  const given = Object.fromEntries(Object.entries(params).map(([key, value]) => [key, whole(value)]))
  // A prefix that chooses a version comes before PROFILE.
  const profiled = /^CYPHER 5\s/.test(text)
    ? text.replace(/^CYPHER 5\s/, 'CYPHER 5 PROFILE ')
    : `PROFILE ${text}`
  const { summary, records } = await driver.executeQuery(profiled, given, {
    database: 'neo4j',
    routing: 'READ',
  })
  if (summary.profile === false) throw new Error(`Neo4j gives no profile of ${name}`)
  const steps = flat(summary.profile)
  return {
    name,
    operators: steps.map(({ operatorType }) => operatorType.replace(/@.*/, '')),
    rows: records.length,
    hits: steps.reduce((sum, { dbHits }) => sum + dbHits, 0),
  }
}

const line = /^\s*(\w+).*\s{2}rows=\d+\s{2}time=/

/** Runs the statement on the embedded store under PROFILE, which tells the operators, each with its rows, but no hits. */
export const profileEmbedded = async (
  store: Store,
  statement: Statement<unknown>,
  params: Params,
): Promise<Plan> => {
  const profile: Statement<Value> = {
    name: statement.name,
    text: `PROFILE ${statement.text}`,
    decode: (row) => row['profile'] ?? null,
  }
  const [[said], rows] = [await store.read(profile, params), await store.read(statement, params)]
  if (typeof said !== 'string') throw new Error(`the embedded store gives no profile of ${statement.name}`)
  const operators = said.split('\n').flatMap((step) => line.exec(step)?.[1] ?? [])
  return { name: statement.name, operators: operators.reverse(), rows: rows.length, hits: null }
}
