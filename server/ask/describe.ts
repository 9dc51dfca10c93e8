/** Plans in words, Chinese or English: what an answer says it found, and what a suggestion asks. */
import type { Label } from '../model/model.ts'
import type { Stage } from '../model/stage.ts'
import type { Entity } from '../names/catalog.ts'
import { lexicon } from './lexicon.ts'
import { labelsOf } from './values.ts'
import type { Limits, SetPlan } from './plan.ts'

export type Language = 'zh' | 'en'

/** How a stage is said before a verb. */
const stageWords: Readonly<Record<Stage, string>> = {
  PLANNED: '计划',
  SIGNED: '签约',
  BUILDING: '在建',
  ACTIVE: '已',
  ENDED: '终止',
}

/** A kind of thing in words. */
export const kindOf = (
  label: Label,
): { readonly zh: string; readonly measure: string; readonly en: string } => lexicon.kinds[label]

const stageZh = (limits: Limits): string => (limits.stages ?? []).map((stage) => stageWords[stage]).join('或')

const depthZh = (limits: Limits): string =>
  limits.depth === undefined || limits.depth === 1 ? '' : `作为第${limits.depth.toString()}级`

/** What comes before all that is said: since when, how far away, and, for a clause, how far it has come. */
const limitsBefore = (limits: Limits): string =>
  limits.asOf === undefined ? '' : `截至${limits.asOf}年`.replace(/(-\d+)年$/, '$1')

const filled = (phrase: string, of: string, limits: Limits): string =>
  phrase
    .replaceAll('{of}', () => of)
    .replaceAll('{product}', () => limits.product ?? '')
    .replaceAll('{stage}', () => stageZh(limits))

const headWord = (set: SetPlan): string => {
  const narrow =
    set.kind === 'both'
      ? set.sets.flatMap((one) => (one.kind === 'all' ? (one.part ?? []) : []))[0]
      : undefined
  if (narrow !== undefined) return narrow
  const [first, second] = labelsOf(set)
  if (first === undefined) return '对象'
  return second === undefined ? kindOf(first).zh : '对象'
}

/** What is said of the things found, without their kind: 给理想汽车供货; null where the relation has only a noun. */
const clauseZh = (set: SetPlan): string | null => {
  switch (set.kind) {
    case 'related': {
      const phrase = lexicon.phrases[set.relation]
      const { product } = set.limits
      const pattern = (product === undefined ? undefined : phrase?.productClause) ?? phrase?.clause
      return pattern === undefined
        ? null
        : limitsBefore(set.limits) +
            depthZh(set.limits) +
            stageZh(set.limits) +
            together(set.of) +
            filled(pattern, nounZh(set.of), set.limits)
    }
    case 'both': {
      const clauses = set.sets.filter(({ kind }) => kind !== 'all').map(clauseZh)
      return clauses.includes(null) ? null : clauses.join('又')
    }
    case 'without': {
      const [one, minus] = [clauseZh(set.set), clauseZh(set.minus)]
      return one === null || minus === null ? null : `${one}但未写明${minus}`
    }
    default:
      return null
  }
}

/** 同时 before what is said of several at once. */
const together = (of: SetPlan): string => (of.kind === 'either' && of.join === 'all' ? '同时' : '')

const joins = { all: '和', unsaid: '和', any: '或' } as const

/** The things found, named: 给理想汽车供货的企业. */
export const nounZh = (set: SetPlan): string => {
  const clause = clauseZh(set)
  if (clause !== null) return `${clause}的${headWord(set)}`
  switch (set.kind) {
    case 'named':
      return set.mention.entities[0]?.name ?? ''
    case 'product':
      return set.mention?.entities.length === 1 ? (set.mention.entities[0]?.name ?? set.text) : set.text
    case 'all':
      return (
        (set.stages ?? []).map((stage) => stageWords[stage]).join('或') +
        (set.part ?? set.labels.map((label) => kindOf(label).zh).join('、'))
      )
    case 'related':
      return (
        limitsBefore(set.limits) +
        depthZh(set.limits) +
        together(set.of) +
        filled(lexicon.phrases[set.relation]?.noun ?? '{of}', nounZh(set.of), set.limits)
      )
    case 'either':
      return set.sets.map(nounZh).join(joins[set.join])
    case 'both': {
      const described = set.sets.filter(({ kind }) => kind !== 'all')
      const nouns = described.filter((one) => clauseZh(one) === null).map(nounZh)
      const clauses = described.flatMap((one) => clauseZh(one) ?? [])
      const narrow = set.sets.flatMap((one) =>
        one.kind === 'all' && one.part !== undefined ? [`（名称含「${one.part}」）`] : [],
      )
      return clauses.length === 0
        ? nouns.join('与') + narrow.join('')
        : `${nouns.join('与')}中${clauses.join('又')}的${headWord(set)}`
    }
    case 'without':
      return `${nounZh(set.set)}（不含${nounZh(set.minus)}）`
  }
}

const limitsAfter = (limits: Limits): string =>
  [
    limits.product === undefined ? '' : ` for ${limits.product}`,
    limits.stages === undefined ? '' : ` (${limits.stages.join(', ').toLowerCase()})`,
    limits.asOf === undefined ? '' : ` as of ${limits.asOf}`,
  ].join('')

const latinOnly = /^[\p{ASCII}]+$/u

/** A name that readers of English know: the English one, else one in Latin letters, else the full name. */
export const englishName = ({ englishName: own, aliases, name }: Entity): string =>
  own ?? [name, ...aliases].find((one) => latinOnly.test(one)) ?? name

/** An entity's name in a language. */
export const nameIn = (entity: Entity, language: Language): string =>
  language === 'zh' ? entity.name : englishName(entity)

/** The things found, named in English. */
export const nounEn = (set: SetPlan): string => {
  switch (set.kind) {
    case 'named': {
      const [entity] = set.mention.entities
      return entity === undefined ? '' : englishName(entity)
    }
    case 'product':
      return set.text
    case 'all':
      return set.labels.map((label) => kindOf(label).en).join(', ')
    case 'related':
      return (
        filled(lexicon.phrases[set.relation]?.en ?? '{of}', nounEn(set.of), set.limits) +
        limitsAfter(set.limits)
      )
    case 'either':
      return set.sets.map(nounEn).join(set.join === 'any' ? ' or ' : ' and ')
    case 'both':
      return set.sets
        .filter(({ kind }) => kind !== 'all')
        .map(nounEn)
        .join(' that are also ')
    case 'without':
      return `${nounEn(set.set)} except ${nounEn(set.minus)}`
  }
}

/** The things found, named in a language. */
export const noun = (set: SetPlan, language: Language): string =>
  language === 'zh' ? nounZh(set) : nounEn(set)

/** The most names a sentence lists. */
const listedNames = 10

/** Names in a row, the rest counted. */
export const listNames = (names: readonly string[], language: Language): string => {
  const shown = names.slice(0, listedNames)
  const rest = names.length - shown.length
  if (language === 'zh') return shown.join('、') + (rest > 0 ? '等' : '')
  return shown.join(', ') + (rest > 0 ? ` and ${rest.toString()} more` : '')
}

/** How the question was narrowed, each as a text for the page. */
export const filterTexts = (sets: readonly SetPlan[]): readonly string[] => {
  const found = sets.flatMap((set): string[] => {
    if (set.kind === 'without') return [`不含：${nounZh(set.minus)}`]
    if (set.kind !== 'related') return []
    const { limits } = set
    return [
      ...(set.relation === 'companiesIn' || set.relation === 'projectsIn' ? [`位于：${nounZh(set.of)}`] : []),
      ...(limits.product === undefined ? [] : [`产品：${limits.product}`]),
      ...(limits.stages === undefined ? [] : [`阶段：${limits.stages.join('、')}`]),
      ...(limits.asOf === undefined ? [] : [`截至：${limits.asOf}`]),
      ...(limits.depth === undefined ? [] : [`层级：${limits.depth.toString()}`]),
      ...(limits.minConfidence === undefined ? [] : [`可信度：≥${limits.minConfidence.toString()}`]),
      ...(limits.minSources === undefined ? [] : [`来源数：≥${limits.minSources.toString()}`]),
    ]
  })
  return [...new Set(found)]
}
