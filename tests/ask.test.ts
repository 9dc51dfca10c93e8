/** Questions, asked through GraphQL of the data that ships: what is answered, how, and what is honestly not. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { parse } from 'yaml'
import { z } from 'zod'
import { questionsPage } from '../scripts/questionsPage.ts'
import { mostEdges, readings } from '../server/ask/chart.ts'
import { lexicon } from '../server/ask/lexicon.ts'
import { interpret } from '../server/ask/interpret.ts'
import { leadsOf } from '../server/ask/leads/leads.ts'
import { normaliseQuestion } from '../server/ask/normalise.ts'
import { mentionsOf } from '../server/ask/plan.ts'
import { vocabularyOf, type Vocabulary } from '../server/ask/vocabulary.ts'
import { shippedTables } from '../server/evaluate/answers.ts'
import { lookUpFigures, rankLookUps, readLookUps } from '../server/evaluate/lookUps.ts'
import { followStore, type Live } from '../server/graphql/live.ts'
import { createEndpoint, type Endpoint } from '../server/graphql/yoga.ts'
import { load } from '../server/load/load.ts'
import { projectFile } from '../server/project.ts'
import { stores, type Opened } from './stores.ts'

const named = z.object({ id: z.string(), name: z.string() })
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

const wholeAnswer = `query ($question: String!) { ask(question: $question) { kind text value suggestions operation
  interpretation { intent filters entities { text start end entity { id name } } }
  entities { id name } relationships { type stage start { id name } end { id name } } metrics { name value period }
  leads { entity { id name } reason score evidence { confidence } } searched { documents from to note } } }`

const body = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.record(z.string(), z.unknown()) }))
    .optional(),
})

let opened: Opened
let live: Live
let endpoint: Endpoint
let vocabulary: Vocabulary

const send = async (query: string, variables: Record<string, unknown> = {}) => {
  const response = await endpoint.fetch('http://localhost/graphql', {
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

const names = (list: readonly { readonly name: string }[]): readonly string[] =>
  list.map(({ name }) => name).sort()

beforeAll(async () => {
  const [store] = stores
  if (store === undefined) throw new Error('there is no store to test on')
  opened = await store[1]()
  // The tables alone: what documents add to them changes with how documents are read.
  await load({ store: opened.store, dataDir: opened.dataDir, paths: shippedTables() })
  const logger = pino({ level: 'silent' })
  live = await followStore(opened.store, logger)
  endpoint = createEndpoint({ store: opened.store, live, logger, production: false })
  vocabulary = await vocabularyOf(opened.store, live.current().catalog)
})
afterAll(async () => {
  live.stop()
  await opened.close()
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
const development = expected.parse(
  parse(readFileSync(projectFile('tests', 'questions', 'development.yaml'), 'utf8')),
)

describe('the development questions', () => {
  test.each(development)('$ask', async (wanted) => {
    const answer = await ask(wanted.ask)
    expect({ kind: answer.kind, text: answer.text }).toEqual({ kind: wanted.kind, text: answer.text })
    if (wanted.intent !== undefined) expect(answer.interpretation?.intent).toBe(wanted.intent)
    if (wanted.names !== undefined) expect(names(answer.entities)).toEqual([...wanted.names].sort())
    if (wanted.count !== undefined) expect(answer.entities).toHaveLength(wanted.count)
    if (wanted.value !== undefined) expect(answer.value).toBe(wanted.value)
    if (wanted.figures !== undefined) expect(answer.metrics.map(({ value }) => value)).toEqual(wanted.figures)
  })
})

test('有没有 asks, it does not deny', async () => {
  const named = names((await ask('给小米供货的常州企业')).entities)
  expect(named).toHaveLength(3)
  expect(names((await ask('有没有给小米供货的常州企业')).entities)).toEqual(named)
})

test.each([
  ['an amount is no count', '理想投资了多少', '理想投资了多少家企业'],
  ['some are not all', '理想的供应商都在武进吗', '理想的供应商有没有在常州的'],
  ['a year to come is stated nowhere', '2030年理想的供应商', '2023年理想的供应商'],
])('%s: %s is not read, %s is', async (_name, refused, taken) => {
  expect((await ask(refused)).kind).toBe('OUT_OF_SCOPE')
  expect((await ask(taken)).kind).toBe('STATED')
})

describe('the direction of a supply comes from the frame', () => {
  test.each([
    '宁德时代给谁供货',
    '宁德时代的客户有哪些',
    '谁是宁德时代的客户',
    '宁德时代供应谁',
    '谁从宁德时代采购',
  ])('%s: customers', async (question) => {
    expect(names((await ask(question)).entities)).toEqual(
      ['Hozon New Energy Automobile', '特斯拉', '理想汽车', '起亚'].sort(),
    )
  })
  test.each([
    '谁给宁德时代供货',
    '宁德时代的供应商',
    '宁德时代从谁采购',
    '谁是宁德时代的供应商',
    'who supplies CATL',
  ])('%s: suppliers', async (question) => {
    expect(names((await ask(question)).entities)).toEqual([
      '无锡先导智能装备股份有限公司',
      '江苏天奈科技股份有限公司',
    ])
  })
})

test('an answer holds what was asked for, running first, with all its facts; what only subsidiaries state is told apart', async () => {
  const answer = await ask('理想汽车的供应商有哪些')
  const ids = answer.entities.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(names(answer.entities)).not.toContain('理想汽车')
  expect(names(answer.entities)).not.toContain('桂林福达股份有限公司')
  expect(answer.text).toContain('桂林福达股份有限公司（对方是子公司重庆理想汽车有限公司）')
  expect(answer.relationships.some(({ start }) => start.name === '桂林福达股份有限公司')).toBe(true)
  expect(answer.text).toContain('STMicroelectronics为签约或定点')
  expect(answer.entities.at(-1)?.name).toBe('STMicroelectronics')
  for (const { id } of answer.entities)
    expect(answer.relationships.some(({ type, start }) => type === 'SUPPLIES' && start.id === id)).toBe(true)
})

test('names carry their exact place in the question as it was typed', async () => {
  const question = '  请问“理想汽车”  与ＣＡＴＬ是什么关系？'
  const answer = await ask(question)
  expect(answer.interpretation?.entities.map(({ text, entity }) => [text, entity.name])).toEqual([
    ['理想汽车', '理想汽车'],
    ['ＣＡＴＬ', '宁德时代'],
  ])
  for (const { text, start, end } of answer.interpretation?.entities ?? [])
    expect(question.slice(start, end)).toBe(text)
})

test('a yes/no question that nothing states is not stated, with 0: absence is no evidence against', async () => {
  expect(await ask('宁德时代给理想供货吗')).toMatchObject({ kind: 'STATED', value: 1 })
  expect(await ask('比亚迪是不是理想的供应商')).toMatchObject({ kind: 'NOT_STATED', value: 0 })
  const apart = await ask('福达股份给理想供货吗')
  expect(apart).toMatchObject({ kind: 'NOT_STATED', value: 0, entities: [] })
  expect(apart.text).toContain('重庆理想汽车有限公司')
})

test('where nothing is stated but leads exist, the leads say why and never stand among the facts', async () => {
  const answer = await ask('给理想供货又在武进的有谁')
  expect(answer).toMatchObject({ kind: 'LEADS', entities: [], relationships: [] })
  expect(names(answer.leads.map(({ entity }) => entity))).toContain('捷翼汽车零部件(常州)有限公司')
  for (const { reason, evidence, score } of answer.leads) {
    expect(reason).not.toBe('')
    expect(evidence.length).toBeGreaterThan(0)
    expect(score).toBeGreaterThan(0)
  }
})

test('Company.leads names companies that are not stated to supply it', async () => {
  const { data } = await send(
    '{ entity(name: "理想汽车") { ... on Company { suppliers(first: 100) { edges { node { id name } } } leads(first: 10) { entity { id name } reason score via { name } evidence { document { title } } } } } }',
  )
  const { entity } = z
    .object({
      entity: z.object({
        suppliers: z.object({ edges: z.array(z.object({ node: named })) }),
        leads: z.array(z.object({ entity: named, score: z.number() })),
      }),
    })
    .parse(data)
  const known = new Set(entity.suppliers.edges.map(({ node }) => node.id))
  expect(entity.leads).toHaveLength(10)
  expect(entity.leads.filter((lead) => known.has(lead.entity.id))).toEqual([])
  expect(entity.leads.map(({ score }) => score)).toEqual(
    entity.leads.map(({ score }) => score).sort((left, right) => right - left),
  )
})

test('a supply held back from the search comes back as a lead', async () => {
  const { catalog } = live.current()
  const [target, supplier] = [catalog.named('理想汽车')[0], catalog.named('江苏泽景汽车电子股份有限公司')[0]]
  if (target === undefined || supplier === undefined) throw new Error('the data that ships has changed')
  const leads = await leadsOf({ store: opened.store, catalog, vocabulary }, target.id, {
    role: 'suppliers',
    first: 10,
    heldBack: (fact) => fact.start === supplier.id && fact.end === target.id,
  })
  expect(names(leads.map(({ entity }) => entity))).toContain(supplier.name)
})

test.each(['汇川的客户有哪些', '捷翼是什么公司', '高新区有哪些企业', '理想和比亚迪的供应商'])(
  '%s: ambiguous, and each suggestion is a full question that works',
  async (question) => {
    const { kind, suggestions } = await ask(question)
    expect(kind).toBe('AMBIGUOUS')
    expect(suggestions.length).toBeGreaterThanOrEqual(2)
    for (const suggestion of suggestions)
      expect(['STATED', 'LEADS', 'NOT_STATED']).toContain((await ask(suggestion)).kind)
  },
)

test('an alias of one entity alone is not ambiguous', async () => {
  expect((await ask('理想的供应商')).kind).toBe('STATED')
})

test.each([
  '今天天气怎么样',
  '理想股价多少',
  '写首诗',
  '为什么理想选择武进',
  '推荐几只股票',
  '腾讯的供应商有哪些',
  '中科新航的客户',
  '北京奔驰的供应商',
])('%s: out of scope, with the nearest questions that are answered', async (question) => {
  const { kind, suggestions, entities, relationships } = await ask(question)
  expect({ kind, entities, relationships }).toEqual({ kind: 'OUT_OF_SCOPE', entities: [], relationships: [] })
  expect(suggestions.length).toBeGreaterThan(0)
  for (const suggestion of suggestions) expect(['STATED', 'LEADS']).toContain((await ask(suggestion)).kind)
})

test('only questions that could not be read are noted for review', async () => {
  const noted: string[] = []
  const noting = createEndpoint({
    store: opened.store,
    live,
    logger: pino({ level: 'silent' }),
    production: false,
    noteQuestion: (question) => noted.push(question),
  })
  for (const question of ['写首诗', '理想的供应商', '腾讯的供应商有哪些', '比亚迪是不是理想的供应商'])
    await noting.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: wholeAnswer, variables: { question } }),
    })
  expect(noted).toEqual(['写首诗', '腾讯的供应商有哪些'])
})

test('a figure of another period is not given for the one asked: the periods there are are named', async () => {
  const answer = await ask('2019年武进工业开票销售多少')
  expect(answer).toMatchObject({ kind: 'NOT_STATED', metrics: [] })
  expect(answer.text).toContain('2023年')
})

test('去年 is counted from the day of the question', () => {
  const plan = (today: string) =>
    interpret(normaliseQuestion('去年武进工业开票销售多少'), vocabulary, today).plan
  expect(plan('2024-05-01')).toMatchObject({ kind: 'metric', period: { year: '2023' } })
  expect(plan('2026-01-01')).toMatchObject({ kind: 'metric', period: { year: '2025' } })
})

test('every operation runs as it stands and selects id and name of the entities of its answer', async () => {
  for (const question of [
    '理想汽车的供应商有哪些',
    '武进有哪些企业',
    '给理想供货但不在常州的企业',
    '谁生产动力电池',
    '宁德时代和三安光电什么关系',
    '动力电池产业集群有哪些企业',
    '正在给理想供货的有几家',
    '2023年武进规上工业总产值是多少',
    '武进有哪些政策',
  ]) {
    const { operation, entities } = await ask(question)
    if (operation === null) throw new Error(`${question} has no operation`)
    const { data, errors } = await send(operation)
    expect(errors).toBeUndefined()
    const text = JSON.stringify(data)
    for (const { id, name } of entities) {
      expect(text).toContain(JSON.stringify(id))
      expect(text).toContain(JSON.stringify(name))
    }
  }
})

test('what was searched is said', async () => {
  const { searched } = await ask('腾讯的供应商')
  expect(searched.documents).toBeGreaterThan(100)
  expect(searched.note).not.toBe('')
  expect(searched.from).not.toBeNull()
})

test('a question of 200 characters is taken, a longer one is refused with what is allowed', async () => {
  expect((await ask('理'.repeat(200))).kind).toBe('OUT_OF_SCOPE')
  const { errors } = await send(wholeAnswer, { question: '理'.repeat(201) })
  expect(errors?.[0]).toMatchObject({
    message: 'question has 201 characters; at most 200 are allowed',
    extensions: { code: 'BAD_USER_INPUT' },
  })
})

test.each([
  ['nothing', ''],
  ['white space and control characters', ' \u0000\u0007\t\n\u200b '],
  ['a pattern that would run away', `${'('.repeat(60)}a+)+$${'a'.repeat(60)}`],
  ['names in a row', '理想'.repeat(100)],
  ['names joined', Array.from({ length: 40 }, () => '理想').join('和')],
  ['verbs in a row', '给供货'.repeat(60)],
  ['a statement', 'MATCH (n) DETACH DELETE n // 理想'],
])('hostile text is answered like any other: %s', async (_name, question) => {
  expect((await ask(question.slice(0, 200))).kind).toBe('OUT_OF_SCOPE')
})

test('halves of characters are passed over', async () => {
  expect((await ask('\ud842理想的供应商\udfb7')).interpretation?.entities[0]).toMatchObject({
    text: '理想',
    start: 1,
    end: 3,
  })
})

test('what needs too many edges is not read at all', () => {
  const tokens = Array.from({ length: mostEdges }, (_none, place) => ({
    start: place,
    end: place + 1,
    text: '的',
    mention: null,
    senses: [{ kind: 'word' as const, symbol: '给' }],
    product: null,
    isMetric: false,
    industries: [],
    year: null,
    guess: 0,
  }))
  expect(readings({ path: tokens, parts: [], length: tokens.length }, new Map())).toEqual([])
})

describe('the guards', () => {
  test('every name found in a question that is read stands in its plan', () => {
    for (const { ask: question } of development) {
      const { plan, lattice } = interpret(normaliseQuestion(question), vocabulary, '2026-11-25')
      if (plan === null) continue
      const used = new Set(mentionsOf(plan).map(({ start }) => start))
      for (const { mention, senses, product } of lattice.path)
        if (mention !== null && senses.length === 0 && product === null) expect(used).toContain(mention.start)
    }
  })

  test('a word that nothing explains is never passed over', () => {
    for (const { ask: question, kind } of development) {
      if (kind !== 'STATED') continue
      const { plan } = interpret(normaliseQuestion(`${question}蓝鲸`), vocabulary, '2026-11-25')
      expect([question, plan]).toEqual([question, null])
    }
  })
})

test('names are found however they are typed', () => {
  const ranked = rankLookUps(live.current().catalog, readLookUps())
  const { lookUps, first, amongFive } = lookUpFigures(ranked.filter(({ half }) => half === 'development'))
  expect(lookUps).toBeGreaterThan(50)
  expect(first).toBeGreaterThanOrEqual(0.9)
  expect(amongFive).toBeGreaterThanOrEqual(0.97)
})

test('docs/questions.md is what the engine answers', async () => {
  const { catalog } = live.current()
  expect(readFileSync(projectFile('docs', 'questions.md'), 'utf8')).toBe(
    await questionsPage({ store: opened.store, catalog }),
  )
})

test('a word stands once in its class', () => {
  for (const [symbol, list] of Object.entries(lexicon.words))
    expect([symbol, list.length]).toEqual([symbol, new Set(list).size])
})
