/** Questions asked through GraphQL of the tables that ship. */
import { afterAll, beforeAll, expect } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { parse } from 'yaml'
import { z } from 'zod'
import { vocabularyOf, type Vocabulary } from '../server/ask/vocabulary.ts'
import { shippedTables } from '../server/evaluate/answers.ts'
import { followStore, type Live } from '../server/graphql/live.ts'
import { createEndpoint, type Endpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { projectFile } from '../server/project.ts'
import { stores, type Opened } from './stores.ts'

export const named = z.object({ id: z.string(), name: z.string() })
const answerShape = z.object({
  kind: z.string(),
  text: z.string(),
  interpretation: z
    .object({
      intent: z.string(),
      filters: z.array(z.string()),
      entities: z.array(z.object({ text: z.string(), start: z.number(), end: z.number(), entity: named })),
    })
    .nullable(),
  entities: z.array(named),
  relationships: z.array(z.object({ type: z.string(), stage: z.string(), start: named, end: named })),
  metrics: z.array(
    z.object({ name: z.string(), value: z.number().nullable(), period: z.string().nullable() }),
  ),
  value: z.number().nullable(),
  leads: z.array(
    z.object({
      entity: named,
      reason: z.string(),
      score: z.number(),
      evidence: z.array(z.object({ confidence: z.number() })),
    }),
  ),
  suggestions: z.array(z.string()),
  searched: z.object({
    documents: z.number(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    note: z.string(),
  }),
  operation: z.string().nullable(),
})
type Answer = z.infer<typeof answerShape>

export const wholeAnswer = `query ($question: String!) { ask(question: $question) { kind text value suggestions operation
  interpretation { intent filters entities { text start end entity { id name } } }
  entities { id name } relationships { type stage start { id name } end { id name } } metrics { name value period }
  leads { entity { id name } reason score evidence { confidence } } searched { documents from to note } } }`

const body = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()) }))
    .optional(),
})

/** A development question: what is expected of it. */
const expected = z.array(
  z.strictObject({
    ask: z.string(),
    kind: z.enum(['STATED', 'LEADS', 'NOT_STATED', 'AMBIGUOUS', 'OUT_OF_SCOPE']),
    intent: z.string().optional(),
    names: z.array(z.string()).optional(),
    count: z.number().optional(),
    value: z.number().optional(),
    figures: z.array(z.number().nullable()).optional(),
  }),
)
export const development = expected.parse(
  parse(readFileSync(projectFile('tests', 'questions', 'development.yaml'), 'utf8')),
)

export const names = (list: readonly { readonly name: string }[]): readonly string[] =>
  list.map(({ name }) => name).sort()

/** The graph and the endpoint that questions are asked of. */
export interface Shipped {
  readonly opened: Opened
  readonly live: Live
  readonly endpoint: Endpoint
  readonly vocabulary: Vocabulary
}

/** Loads the tables before the tests of a file and closes the store behind them. */
export const shippedQuestions = () => {
  let shipped: Shipped | undefined
  const graph = (): Shipped => {
    if (shipped === undefined) throw new Error('the tables are not loaded yet')
    return shipped
  }
  beforeAll(async () => {
    const [store] = stores
    if (store === undefined) throw new Error('there is no store to test on')
    const opened = await store[1]()
    // The tables alone: what documents add to them changes with how documents are read.
    await load({ store: opened.store, dataDir: opened.dataDir, paths: shippedTables() })
    const logger = pino({ level: 'silent' })
    const live = await followStore(opened.store, logger)
    const endpoint = createEndpoint({ store: opened.store, live, logger, production: false })
    shipped = {
      opened,
      live,
      endpoint,
      vocabulary: await vocabularyOf(opened.store, live.current().catalog),
    }
  })
  afterAll(async () => {
    shipped?.live.stop()
    await shipped?.opened.close()
  })
  const send = async (query: string, variables: Record<string, unknown> = {}) => {
    const response = await graph().endpoint.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
    return body.parse(await response.json())
  }
  const ask = async (question: string): Promise<Answer> => {
    const { data, errors } = await send(wholeAnswer, { question })
    expect(errors).toBeUndefined()
    return z.object({ ask: answerShape }).parse(data).ask
  }
  return { graph, send, ask }
}
