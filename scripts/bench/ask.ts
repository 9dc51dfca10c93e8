/** Questions and look-ups: on the data that ships, on 100,000 entities, and typed to do harm. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { ask, longestQuestion } from '../../server/ask/ask.ts'
import { readQuestions } from '../../server/evaluate/questions.ts'
import { load } from '../../server/load/load.ts'
import { readCatalog, type Catalog } from '../../server/names/catalog.ts'
import { NameIndex } from '../../server/names/nameIndex.ts'
import { projectFile } from '../../server/project.ts'
import { openStore } from '../../server/store/open.ts'
import type { Store } from '../../server/store/store.ts'
import { quantile, type Figure } from './figure.ts'
import { fillStore } from './fill.ts'
import { makeIndustry, type Industry } from './industry.ts'
import { lookUps } from './lookUps.ts'
import { withNames } from './named.ts'
import type { Section } from './section.ts'

const entityCount = 100_000
const relationshipCount = 170_000
const today = '2026-06-30'
/** How many of the companies are asked about, from the largest hub on. */
const askedCompanies = 40
const tail = 0.95
/** How many hits a look-up asks for. */
const shown = 10

/** A graph that questions are asked of. */
interface Graph {
  readonly store: Store
  readonly catalog: Catalog
}

const onNewStore = async <T>(work: (store: Store, dataDir: string) => Promise<T>): Promise<T> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const store = openStore({ dataDir, neo4j: null })
  try {
    return await work(store, dataDir)
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** Milliseconds of each question, all of them asked twice and the second time counted. */
const timesOf = async (graph: Graph, questions: readonly string[]): Promise<readonly number[]> => {
  const times: number[] = []
  for (const counted of [false, true])
    for (const text of questions) {
      const began = performance.now()
      await ask({ ...graph, text, today })
      if (counted) times.push(performance.now() - began)
    }
  return times
}

const askFigure = (what: string, { store }: Graph, times: readonly number[], atMost: number): Figure => ({
  what,
  store: store.kind,
  value: quantile(times, tail),
  unit: 'ms',
  target: { atMost },
  of: `p95 of ${times.length.toString()} questions, median ${quantile(times, 0.5).toFixed(1)} ms`,
})

/** What would hold the server up if anything did. */
const hostile = (catalog: Catalog): readonly string[] => {
  const names = catalog.entities
    .filter(({ label }) => label === 'Company')
    .map(({ aliases, name }) => aliases[0] ?? name)
  return [
    '理'.repeat(longestQuestion),
    '理想'.repeat(100),
    '理想和'.repeat(66),
    '理想给'.repeat(66),
    '谁给供货'.repeat(50),
    '的供应商'.repeat(50),
    '除了理想以外还有谁给'.repeat(20),
    '不在武进但又给'.repeat(28),
    `${'('.repeat(90)}a+)+$${'a'.repeat(90)}`,
    '[a-z]*'.repeat(33),
    '\u0000\u001b\u202e\u200b'.repeat(50),
    '2023年'.repeat(40),
    '多少个项目'.repeat(40),
    'x'.repeat(longestQuestion),
    'suppliers of '.repeat(15),
    names.join(''),
    names.join('和'),
    names.join(' '),
  ].map((text) => text.slice(0, longestQuestion))
}

/** Milliseconds of processor time of the slowest hostile question, this process alone. */
const slowestHostile = async (graph: Graph): Promise<number> => {
  const times: number[] = []
  for (const text of hostile(graph.catalog)) {
    await ask({ ...graph, text, today })
    const began = process.cpuUsage()
    await ask({ ...graph, text, today })
    const { user, system } = process.cpuUsage(began)
    times.push((user + system) / 1_000)
  }
  return Math.max(...times)
}

const hostileFigure = (what: string, store: Store, value: number): Figure => ({
  what: `the slowest of ${what}, processor time`,
  store: store.kind,
  value,
  unit: 'ms',
  target: { atMost: 200 },
})

const measureSample = (): Promise<readonly Figure[]> =>
  onNewStore(async (store, dataDir) => {
    await load({ store, dataDir, paths: [projectFile('data', 'sources')] })
    const graph = { store, catalog: await readCatalog(store) }
    const questions = ['test.yaml', 'people.yaml'].flatMap((file) =>
      readQuestions(projectFile('tests', 'questions', file)).map(({ question }) => question),
    )
    return [
      askFigure('a question to the data that ships', graph, await timesOf(graph, questions), 30),
      hostileFigure('the hostile questions to the data that ships', store, await slowestHostile(graph)),
    ]
  })

const forms = [
  '{a}的供应商有哪些',
  '{a}的客户有哪些',
  '{a}在哪个园区',
  '{a}给{b}供货吗',
  '{a}和{b}是什么关系',
  '同时给{a}和{b}供货的企业',
  '给{a}供货但不给{b}供货的企业',
  '{a}的供应商在哪些园区',
  '{a}的供应商有几家',
  '介绍一下{a}',
  '2023年给{a}供货的企业',
  '{a}的二级供应商',
]

const largeQuestions = ({ entities, companies }: Industry): readonly string[] => {
  const name = (index: number): string => entities[companies + index]?.name ?? ''
  return Array.from({ length: askedCompanies }, (_none, index) =>
    forms.map((form) => form.replaceAll('{a}', name(index)).replaceAll('{b}', name(index + askedCompanies))),
  ).flat()
}

const measureLarge = (): Promise<readonly Figure[]> =>
  onNewStore(async (store) => {
    const industry = withNames(makeIndustry(relationshipCount), entityCount)
    await fillStore(store, industry)
    const graph = { store, catalog: await readCatalog(store) }
    const size = `${entityCount.toLocaleString('en')} entities, ${relationshipCount.toLocaleString('en')} relations`
    return [
      askFigure(`a question to ${size}`, graph, await timesOf(graph, largeQuestions(industry)), 150),
      hostileFigure(`the hostile questions to ${size}`, store, await slowestHostile(graph)),
      ...measureLookUps(graph.catalog),
    ]
  })

const isCollector = (value: unknown): value is () => void => typeof value === 'function'

/** Bytes on the heap and beside it, once all that is done with is gone. */
const heldBytes = (): number => {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (isCollector(collect)) collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

const measureLookUps = ({ entities }: Catalog): readonly Figure[] => {
  const before = heldBytes()
  const names = new NameIndex(entities)
  const megabytes = (heldBytes() - before) / 1_048_576
  const times = lookUps(entities).map((text) => {
    const began = performance.now()
    names.search(text, undefined, shown)
    return performance.now() - began
  })
  return [
    {
      what: 'a look-up among 100,000 names',
      store: null,
      value: quantile(times, tail),
      unit: 'ms',
      target: { atMost: 5 },
      of: `p95 of ${times.length.toString()} look-ups, median ${quantile(times, 0.5).toFixed(2)} ms`,
    },
    {
      what: 'the index of 100,000 names in memory',
      store: null,
      value: megabytes,
      unit: 'MB',
      target: { atMost: 200 },
    },
  ]
}

async function* measure(): AsyncIterable<readonly Figure[]> {
  yield await measureSample()
  yield await measureLarge()
}

/** How long questions and look-ups take. */
export const asking: Section = {
  name: 'ask',
  title: 'Questions and look-ups',
  about:
    'On the embedded store. Asked one after another in the process, without HTTP; every question twice, the second time counted. Hostile questions: 200 characters of names, verbs, patterns that run away, control characters.',
  measure,
}
