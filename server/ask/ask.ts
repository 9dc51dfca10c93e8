/** Questions: read by the grammar, answered by the reads of the API, or honestly not. */
import type { Catalog } from '../names/catalog.ts'
import type { Store } from '../store/store.ts'
import type { Answer, Coverage, Reading } from './answer.ts'
import { filterTexts, listNames, type Language } from './describe.ts'
import { isSpelled } from './grammar.ts'
import { interpret, type Interpretation } from './interpret.ts'
import { normaliseQuestion, typedSpan, type Normalised } from './normalise.ts'
import { operationOf } from './operation.ts'
import { allSets, mentionsOf, type Mention, type Plan } from './plan.ts'
import type { Asked } from './asked.ts'
import { respond } from './respond.ts'
import { suggestionsFor, withName } from './suggest.ts'
import { vocabularyOf } from './vocabulary.ts'

/** The longest question, in UTF-16 units. */
export const longestQuestion = 200

export interface Question {
  readonly store: Store
  readonly catalog: Catalog
  readonly text: string
  /** The day it is asked, 2026-11-25: 去年 is counted from it. */
  readonly today: string
}

/** One question on its way to an answer. */
interface Run {
  readonly asked: Asked
  readonly typed: string
  readonly normalised: Normalised
  readonly read: Interpretation
}

/** English where only names are Chinese. */
const languageOf = (text: string, { lattice }: Interpretation): Language => {
  const rest = lattice.path.reduce(
    (kept, { mention, isMetric, senses, product, start: from, end, text: word }) =>
      mention === null &&
      !isMetric &&
      product === null &&
      !isSpelled(word) &&
      !senses.some(({ kind }) => kind === 'metric')
        ? kept
        : kept.slice(0, from) + ' '.repeat(end - from) + kept.slice(end),
    text,
  )
  return /\p{Script=Han}/u.test(rest) || !/[a-z]/.test(rest) ? 'zh' : 'en'
}

const start = async ({ store, catalog, text, today }: Question): Promise<Run> => {
  const vocabulary = await vocabularyOf(store, catalog)
  const normalised = normaliseQuestion(text)
  const read = interpret(normalised, vocabulary, today)
  return {
    asked: { store, catalog, vocabulary, language: languageOf(normalised.text, read), today },
    typed: text,
    normalised,
    read,
  }
}

const coverage = ({ asked }: Run): Coverage => {
  const { documents, from, to } = asked.vocabulary
  const note =
    asked.language === 'zh'
      ? '查的是图谱中的全部资料；起止为资料所述日期，未写日期的也在内。'
      : 'All documents of the graph were searched; the dates are those stated, undated ones included.'
  return { documents, from, to, note }
}

const intentOf = (plan: Plan): string => {
  const [main] = allSets(plan).flatMap((set) => (set.kind === 'related' ? [set.relation] : []))
  if (plan.kind === 'list') return main ?? 'list'
  return plan.kind === 'mostMetric'
    ? 'most metric'
    : plan.kind === 'most'
      ? `most ${plan.by}`
      : main === undefined
        ? plan.kind
        : `${plan.kind} ${main}`
}

const readingOf = (run: Run, plan: Plan): Reading => ({
  intent: intentOf(plan),
  entities: mentionsOf(plan).flatMap(({ start: from, end: to, entities }) => {
    const span = typedSpan(run.typed, run.normalised, from, to)
    return entities.map((entity) => ({ text: run.typed.slice(span.start, span.end), ...span, entity }))
  }),
  filters: filterTexts(allSets(plan)),
})

const empty = {
  entities: [],
  relationships: [],
  metrics: [],
  value: null,
  leads: [],
  suggestions: [],
  operation: null,
}

/** Whether a question, asked for itself, gets an answer with facts or leads. */
const works = async (run: Run, text: string): Promise<boolean> => {
  const other = await start({ ...run.asked, text })
  const { plan } = other.read
  if (text.length > longestQuestion || plan === null || openQuestions(plan).length > 0 || isUnsaid(plan))
    return false
  const { kind } = await respond(other.asked, plan)
  return kind === 'STATED' || kind === 'LEADS'
}

/** Whether a question is read to one plan whose names are clear. */
const isClear = async (run: Run, text: string): Promise<boolean> => {
  const { plan } = (await start({ ...run.asked, text })).read
  return plan !== null && openQuestions(plan).length === 0 && !isUnsaid(plan)
}

/** Names that fit several entities in a plan. */
const openQuestions = (plan: Plan): readonly Mention[] =>
  mentionsOf(plan).filter(({ entities }) => entities.length > 1)

/** Relations of which 甲和乙 means both of them together: asked of each and put together without a doubt. */
const gathering: ReadonlySet<string> = new Set([
  'companiesIn',
  'parksIn',
  'projectsIn',
  'institutionsIn',
  'clustersIn',
  'companiesOf',
  'policies',
  'subsidiaries',
  'products',
  'places',
  'parks',
  'clusters',
  'parents',
  'projects',
])

/** Whether 甲和乙 may mean either of them or both at once. */
const isUnsaid = (plan: Plan): boolean =>
  allSets(plan).some(
    (set) =>
      set.kind === 'related' &&
      set.of.kind === 'either' &&
      set.of.join === 'unsaid' &&
      !gathering.has(set.relation),
  )

const ambiguousName = async (run: Run, mention: Mention): Promise<Answer> => {
  const span = typedSpan(run.typed, run.normalised, mention.start, mention.end)
  const options: string[] = []
  for (const { name } of mention.entities) {
    const question = withName(run.typed, span, name)
    if (await isClear(run, question)) options.push(question)
  }
  const names = listNames(
    mention.entities.map(({ name }) => name),
    run.asked.language,
  )
  const word = run.typed.slice(span.start, span.end)
  return {
    ...empty,
    kind: 'AMBIGUOUS',
    text:
      run.asked.language === 'zh'
        ? `「${word}」可以指${names}，请选一个再问。`
        : `“${word}” may mean ${names}; please choose one.`,
    interpretation: run.read.plan === null ? null : readingOf(run, run.read.plan),
    suggestions: options,
    searched: coverage(run),
  }
}

/** 甲和乙的供应商: of either, or of both at once? */
const ambiguousJoin = async (run: Run, plan: Plan): Promise<Answer> => {
  const found = allSets(plan).find((set) => set.kind === 'either' && set.join === 'unsaid')
  const mentions =
    found?.kind === 'either' ? found.sets.flatMap((set) => (set.kind === 'named' ? [set.mention] : [])) : []
  const options: string[] = []
  const spans = mentions.map(({ start: from, end }) => typedSpan(run.typed, run.normalised, from, end))
  const [first, last] = [spans[0], spans[spans.length - 1]]
  if (first !== undefined && last !== undefined) {
    const names = spans.map(({ start: from, end }) => run.typed.slice(from, end))
    const joinedBy = (word: string): string =>
      withName(run.typed, { start: first.start, end: last.end }, names.join(word))
    for (const question of [joinedBy('或'), `同时${joinedBy('和')}`])
      if (await isClear(run, question)) options.push(question)
  }
  return {
    ...empty,
    kind: options.length > 1 ? 'AMBIGUOUS' : 'OUT_OF_SCOPE',
    text:
      run.asked.language === 'zh'
        ? '这个问题有两种读法：同时符合，还是符合其中任意一个？请选一个再问。'
        : 'This can be read in two ways: all of them at once, or any of them; please choose one.',
    interpretation: readingOf(run, plan),
    suggestions: options,
    searched: coverage(run),
  }
}

/** The question with a name one slip away put right. */
const correctedQuestions = (run: Run): readonly string[] =>
  run.asked.vocabulary
    .find(run.normalised.text)
    .filter(({ reason }) => reason === 'SIMILAR')
    .flatMap(({ start: from, end, entities }) => {
      const span = typedSpan(run.typed, run.normalised, from, end)
      return entities.map(({ name }) => withName(run.typed, span, name))
    })

const notUnderstood = async (run: Run): Promise<Answer> => {
  const { lattice } = run.read
  const unknown = lattice.unknown.map(({ start: from, end }) => {
    const span = typedSpan(run.typed, run.normalised, from, end)
    return run.typed.slice(span.start, span.end)
  })
  const mentions = lattice.path.flatMap(({ mention }) => (mention === null ? [] : [mention]))
  const open = mentions.find(({ entities }) => entities.length > 1)
  if (open !== undefined && unknown.length === 0 && mentions.length === 1 && lattice.path.length === 1)
    return ambiguousAlone(run, open)
  const suggestions = await suggestionsFor(run.asked, {
    first: correctedQuestions(run),
    mentions,
    works: (question) => works(run, question),
  })
  const words = listNames(
    unknown.slice(0, 3).map((word) => `「${word}」`),
    run.asked.language,
  )
  const text =
    run.asked.language === 'zh'
      ? unknown.length > 0
        ? `没有读懂${words}，图谱里也没有这个名称；这里能回答的是企业、园区、产业集群、政策、产品与项目之间写明的关系。`
        : '没有读懂这个问题；这里能回答的是企业、园区、产业集群、政策、产品与项目之间写明的关系。'
      : `This was not understood${unknown.length > 0 ? ` (${words})` : ''}; ask about companies, parks, clusters, policies, products and projects.`
  return { ...empty, kind: 'OUT_OF_SCOPE', text, interpretation: null, suggestions, searched: coverage(run) }
}

/** A name alone that fits several: what each is. */
const ambiguousAlone = (run: Run, mention: Mention): Promise<Answer> => ambiguousName(run, mention)

/** Answers a question. The store is read; nothing is written. */
export const ask = async (question: Question): Promise<Answer> => {
  const run = await start(question)
  const { plan } = run.read
  if (plan === null) return notUnderstood(run)
  const [open] = openQuestions(plan)
  if (open !== undefined) return ambiguousName(run, open)
  if (isUnsaid(plan)) return ambiguousJoin(run, plan)
  const result = await respond(run.asked, plan)
  const entities = result.entities ?? []
  const leads = result.leads ?? []
  const mentions = mentionsOf(plan)
  const around = mentions.flatMap((mention) => mention.entities)
  // Where nothing is stated, what is stated of the names.
  const near = { first: [], mentions, isNear: true, works: (other: string) => works(run, other) }
  const targets = entities.length > 0 ? entities : leads.map(({ entity }) => entity)
  return {
    ...empty,
    ...result,
    interpretation: readingOf(run, plan),
    ...(result.kind === 'NOT_STATED' ? { suggestions: await suggestionsFor(run.asked, near) } : {}),
    searched: coverage(run),
    operation: operationOf(plan, targets, around),
  }
}
