/** Questions, asked of the data that ships: what their answers hold, and what is honestly not answered. */
import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { questionsPage } from '../scripts/questionsPage.ts'
import { leadsOf } from '../server/ask/leads/leads.ts'
import { projectFile } from '../server/project.ts'
import { named, names, shippedQuestions } from './shippedQuestions.ts'

const { graph, send, ask } = shippedQuestions()

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
  const { catalog } = graph().live.current()
  const [target, supplier] = [catalog.named('理想汽车')[0], catalog.named('江苏泽景汽车电子股份有限公司')[0]]
  if (target === undefined || supplier === undefined) throw new Error('the data that ships has changed')
  const leads = await leadsOf(
    { store: graph().opened.store, catalog, vocabulary: graph().vocabulary },
    target.id,
    {
      role: 'suppliers',
      first: 10,
      heldBack: (fact) => fact.start === supplier.id && fact.end === target.id,
    },
  )
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

test.each(['宁德时代给谁供曲轴', '比亚迪是不是理想的供应商', '2019年武进工业开票销售多少'])(
  '%s: not stated, with what is stated of the names as questions that work',
  async (question) => {
    const { kind, suggestions } = await ask(question)
    expect(kind).toBe('NOT_STATED')
    expect(suggestions.length).toBeGreaterThan(0)
    for (const suggestion of suggestions) expect(['STATED', 'LEADS']).toContain((await ask(suggestion)).kind)
  },
)

test('what was invested is told with who invested it', async () => {
  const { text, relationships } = await ask('博俊重庆汽车轻量化零部件生产基地投资多少')
  expect(text).toContain('6亿元')
  expect(relationships.map(({ type, start }) => [type, start.name])).toEqual([
    ['INVESTS_IN', '江苏博俊工业科技股份有限公司'],
  ])
})

test('a figure of another period is not given for the one asked: the periods there are are named', async () => {
  const answer = await ask('2019年武进工业开票销售多少')
  expect(answer).toMatchObject({ kind: 'NOT_STATED', metrics: [] })
  expect(answer.text).toContain('2023年')
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

test('docs/questions.md is what the engine answers', async () => {
  const { catalog } = graph().live.current()
  expect(readFileSync(projectFile('docs', 'questions.md'), 'utf8')).toBe(
    await questionsPage({ store: graph().opened.store, catalog }),
  )
})
