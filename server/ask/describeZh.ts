/** Plans in Chinese words: what an answer says it found, and what a suggestion asks. */
import type { Stage } from '../model/stage.ts'
import { kindOf } from './kinds.ts'
import { lexicon } from './lexicon.ts'
import type { Limits, SetPlan } from './plan.ts'
import { labelsOf } from './values.ts'

/** How a stage is said before a verb: 已给甲供货. */
const beforeVerb: Readonly<Record<Stage, string>> = {
  PLANNED: '计划',
  SIGNED: '签约',
  BUILDING: '在建',
  ACTIVE: '已',
  ENDED: '曾',
}

/** How a stage is said before a noun: 现有客户. */
const beforeNoun: Readonly<Record<Stage, string>> = { ...beforeVerb, ACTIVE: '现有', ENDED: '已终止的' }

const stagesBefore = ({ stages = [] }: Limits, words: Readonly<Record<Stage, string>>): string =>
  stages.map((stage) => words[stage]).join('或')

const numerals = ['', '一', '二', '三', '四', '五', '六']

/** Since when all that follows is said. */
const limitsBefore = (limits: Limits): string =>
  limits.asOf === undefined ? '' : `截至${limits.asOf}年`.replace(/(-\d+)年$/, '$1')

const filled = (phrase: string, of: string, limits: Limits): string =>
  phrase
    .replaceAll('{of}', () => of)
    .replaceAll('{product}', () => limits.product ?? '')
    .replaceAll('{stage}', () => stagesBefore(limits, beforeNoun))

const partIn = (set: SetPlan): string | undefined =>
  set.kind === 'both' ? set.sets.flatMap((one) => (one.kind === 'all' ? (one.part ?? []) : []))[0] : undefined

const headWord = (set: SetPlan): string => {
  const part = partIn(set)
  if (part !== undefined) return part
  const [first, second] = labelsOf(set)
  return first === undefined || second !== undefined ? '对象' : kindOf(first).zh
}

/** 同时 before what is said of several at once. */
const together = (of: SetPlan): string => (of.kind === 'either' && of.join === 'all' ? '同时' : '')

const isFar = ({ depth = 1 }: Limits): boolean => depth > 1

const clauseOfRelated = (set: Extract<SetPlan, { kind: 'related' }>): string | null => {
  const phrase = lexicon.phrases[set.relation]
  const { product } = set.limits
  const pattern = (product === undefined ? undefined : phrase?.productClause) ?? phrase?.clause
  if (pattern === undefined || isFar(set.limits)) return null
  const said = filled(pattern, innerZh(set.of), set.limits)
  return limitsBefore(set.limits) + stagesBefore(set.limits, beforeVerb) + together(set.of) + said
}

const clausesOf = (sets: readonly SetPlan[], join: string): string | null => {
  const clauses = sets.filter(({ kind }) => kind !== 'all').map(clauseZh)
  return clauses.includes(null) ? null : clauses.join(join)
}

/** What is said of the things found, without their kind: 给理想汽车供货; null where there is only a noun for it. */
export const clauseZh = (set: SetPlan): string | null => {
  switch (set.kind) {
    case 'related':
      return clauseOfRelated(set)
    case 'both':
      return clausesOf(set.sets, '又')
    case 'either':
      return set.join === 'any' ? clausesOf(set.sets, '或') : null
    case 'without': {
      const [one, minus] = [clauseZh(set.set), clauseZh(set.minus)]
      return one === null || minus === null ? null : `${one}但未写明${minus}`
    }
    default:
      return null
  }
}

const joins = { all: '和', unsaid: '和', any: '或' } as const

const isSimple = ({ stages, asOf, depth }: Limits): boolean =>
  stages === undefined && asOf === undefined && (depth ?? 1) === 1

/** Inside another phrase the shorter noun reads better: 理想汽车的供应商, not 给理想汽车供货的企业. */
const innerZh = (set: SetPlan): string => {
  const short = set.kind === 'related' ? lexicon.phrases[set.relation]?.short : undefined
  return set.kind === 'related' && short !== undefined && isSimple(set.limits)
    ? filled(short, innerZh(set.of), set.limits)
    : nounZh(set)
}

const nounOfRelated = ({ relation, of, limits }: Extract<SetPlan, { kind: 'related' }>): string => {
  const phrase = lexicon.phrases[relation]
  const depth = limits.depth ?? 1
  const far = isFar(limits)
    ? phrase?.far?.replaceAll('{depth}', numerals[depth] ?? depth.toString())
    : undefined
  return limitsBefore(limits) + together(of) + filled(far ?? phrase?.noun ?? '{of}', innerZh(of), limits)
}

/** What only says where the things lie, before what they are: 在重庆市. */
const placeZh = (set: SetPlan): string | null => {
  const pattern = set.kind === 'related' ? lexicon.phrases[set.relation]?.place : undefined
  return set.kind !== 'related' || pattern === undefined ? null : filled(pattern, innerZh(set.of), set.limits)
}

/** A noun narrowed to a kind: 所在的城市, 机构（名称含「医院」）. */
const narrowZh = (nouns: string, set: SetPlan): string => {
  const part = partIn(set)
  if (part === undefined) return nouns
  const kind = labelsOf(set).includes('Region') ? lexicon.regionKinds[part]?.[1] : undefined
  const bare = kindOf('Region').zh
  return kind !== undefined && nouns.endsWith(bare)
    ? nouns.slice(0, -bare.length) + kind
    : `${nouns}（名称含「${part}」）`
}

const nounOfBoth = (set: Extract<SetPlan, { kind: 'both' }>, isCounted: boolean): string => {
  const described = set.sets.filter(({ kind }) => kind !== 'all')
  const own = described.filter((one) => clauseZh(one) === null && placeZh(one) === null)
  const rest = described.filter((one) => !own.includes(one))
  const named = own.length > 0 ? own : rest.splice(0, 1)
  const nouns = named.map((one) => nounZh(one)).join('与')
  const clauses = rest.flatMap((one) => clauseZh(one) ?? placeZh(one) ?? []).join('又')
  return clauses === '' ? narrowZh(nouns, set) : `${nouns}中${clauses}的${isCounted ? '' : headWord(set)}`
}

/** The things found, named: 给理想汽车供货的企业; before 有3家 the kind need not be said twice (乙的项目中在甲地的有3个). */
export const nounZh = (set: SetPlan, isCounted = false): string => {
  const clause = clauseZh(set)
  if (clause !== null) return `${clause}的${headWord(set)}`
  switch (set.kind) {
    case 'named':
      return set.mention.entities[0]?.name ?? ''
    case 'product':
      return set.mention?.entities.length === 1 ? (set.mention.entities[0]?.name ?? set.text) : set.text
    case 'all':
      return (
        stagesBefore(set.stages === undefined ? {} : { stages: set.stages }, beforeNoun) +
        (set.part ?? set.labels.map((label) => kindOf(label).zh).join('、'))
      )
    case 'related':
      return nounOfRelated(set)
    case 'either':
      return set.sets.map(innerZh).join(joins[set.join])
    case 'both':
      return nounOfBoth(set, isCounted)
    case 'without':
      return `${nounZh(set.set)}（不含${innerZh(set.minus)}）`
  }
}

/** What is found of one thing as a sentence without its count: 甲位于乙、丙; null where its relation has none. */
export const toldZh = (set: SetPlan, names: string): string | null => {
  const pattern =
    set.kind === 'related' && isSimple(set.limits) ? lexicon.phrases[set.relation]?.told : undefined
  return set.kind !== 'related' || pattern === undefined
    ? null
    : filled(pattern, innerZh(set.of), set.limits).replaceAll('{names}', () => names)
}
