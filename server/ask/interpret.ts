/** From a question to its plan: cut into tokens, put together by the grammar, completed by what stands anywhere in it. */
import { readings } from './chart.ts'
import { circumstancesOf, skipsOf, type Circumstances } from './circumstances.ts'
import { asksAmount, asksWhose, deniesStage, doubles, partsNames, saysAll, usesEveryName } from './guards.ts'
import { cut, type Lattice } from './lattice.ts'
import { allSets, type Limits, type Plan, type SetPlan } from './plan.ts'
import type { RelationName } from './relations.ts'
import type { Normalised } from './normalise.ts'
import { possibleSupply } from './possibility.ts'
import type { Stage } from '../model/stage.ts'
import { labelsOf, narrowed } from './values.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Interpretation {
  readonly lattice: Lattice
  /** Null where the question was not understood. */
  readonly plan: Plan | null
  readonly circumstances: Circumstances
}

/** 可信度高 means the confidence of a table's `high` and above; 多个来源 means two. */
const highConfidence = 0.9
const severalSources = 2

/** The set with every relation changed by `change`. */
const mapRelated = (
  set: SetPlan,
  change: (plan: Extract<SetPlan, { kind: 'related' }>) => SetPlan,
): SetPlan => {
  switch (set.kind) {
    case 'named':
    case 'product':
    case 'all':
      return set
    case 'related':
      return change({ ...set, of: mapRelated(set.of, change) })
    case 'both':
      return { ...set, sets: set.sets.map((one) => mapRelated(one, change)) }
    case 'either':
      return { ...set, sets: set.sets.map((one) => mapRelated(one, change)) }
    case 'without':
      return { ...set, set: mapRelated(set.set, change), minus: mapRelated(set.minus, change) }
  }
}

/** The plan with each of its described sets changed. */
const mapSets = (plan: Plan, change: (set: SetPlan) => SetPlan): Plan => {
  switch (plan.kind) {
    case 'list':
    case 'count':
    case 'exists':
    case 'member':
      return { ...plan, set: change(plan.set) }
    case 'most':
    case 'mostMetric':
      return { ...plan, among: change(plan.among) }
    case 'possible':
      return { ...plan, narrowed: plan.narrowed.map(change) }
    case 'profile':
    case 'between':
    case 'supplied':
    case 'metric':
      return plan
  }
}

const relationsIn = (plan: Plan): readonly RelationName[] => {
  const found: RelationName[] = []
  mapSets(plan, (set) =>
    mapRelated(set, (one) => {
      found.push(one.relation)
      return one
    }),
  )
  return plan.kind === 'most' ? [...found, plan.by] : found
}

const settings: ReadonlySet<RelationName> = new Set([
  'companiesIn',
  'parksIn',
  'institutionsIn',
  'clustersIn',
  'companiesOf',
  'clusters',
  'parks',
  'places',
  'parksOfCluster',
])

/** The one relation that a stage, a tier or a product is said of; null where that is not clear. */
const mainRelation = (plan: Plan): RelationName | null => {
  const all = [...new Set(relationsIn(plan))]
  const telling = all.filter((one) => !settings.has(one))
  const [first, second] = telling.length > 0 ? telling : all
  return first !== undefined && second === undefined ? first : null
}

const limited = (plan: Plan, only: RelationName | null, limits: Limits): Plan => {
  const changed = mapSets(plan, (set) =>
    mapRelated(set, (one) =>
      only === null || one.relation === only ? { ...one, limits: { ...one.limits, ...limits } } : one,
    ),
  )
  return changed.kind === 'most' && (only === null || changed.by === only)
    ? { ...changed, limits: { ...changed.limits, ...limits } }
    : changed
}

const withStages = (plan: Plan, { stages }: Circumstances): Plan | null => {
  if (stages.length === 0) return plan
  if (plan.kind === 'metric') return stages.includes('PLANNED') ? { ...plan, planned: true } : plan
  if (plan.kind === 'member' && plan.set.kind === 'all') return plan
  if ((plan.kind === 'list' || plan.kind === 'count') && plan.set.kind === 'all')
    return { ...plan, set: { ...plan.set, stages } }
  const main = mainRelation(plan)
  return main === null ? null : limited(plan, main, { stages })
}

const withPeriod = (plan: Plan, { period, today }: Circumstances): Plan | null => {
  if (period === null) return plan
  if (plan.kind === 'metric') return { ...plan, period }
  if (period.year === '' || period.part !== '' || relationsIn(plan).length === 0) return null
  // What is stated up to today says nothing of a year to come.
  if (period.year > today.slice(0, 4)) return null
  return limited(plan, null, { asOf: period.month === '' ? period.year : `${period.year}-${period.month}` })
}

const withDepth = (plan: Plan, { depth }: Circumstances): Plan | null => {
  if (depth === null) return plan
  const chain = relationsIn(plan).filter((one) => one === 'suppliers' || one === 'customers')
  const [only, another] = chain
  return only === undefined || another !== undefined ? null : limited(plan, only, { depth })
}

const withFirst = (plan: Plan, { first }: Circumstances): Plan | null => {
  if (first === null) return plan
  return plan.kind === 'most' ? { ...plan, first } : null
}

const withFounded = (plan: Plan, { founded }: Circumstances): Plan | null => {
  if (founded.length === 0) return plan
  if (relationsIn(plan).length === 0) return null
  return limited(plan, null, {
    ...(founded.includes('confidence') ? { minConfidence: highConfidence } : {}),
    ...(founded.includes('sources') ? { minSources: severalSources } : {}),
  })
}

/** 同时 decides what 和 leaves open. */
const withTogether = (plan: Plan, { marks }: Circumstances): Plan | null => {
  if (!marks.has('together')) return plan
  const decide = (set: SetPlan): SetPlan => {
    switch (set.kind) {
      case 'either':
        return { ...set, join: 'all' }
      case 'both':
        return { ...set, sets: set.sets.map(decide) }
      case 'related':
        return { ...set, of: decide(set.of) }
      case 'without':
        return { ...set, set: decide(set.set) }
      default:
        return set
    }
  }
  const applies = allSets(plan).some(({ kind }) => kind === 'either' || kind === 'both')
  return applies || plan.kind === 'between' ? mapSets(plan, decide) : null
}

/** 某项目开工了吗: whether something that comes about in stages has come so far. */
const whetherSoFar = (subject: SetPlan, stages: readonly Stage[]): Plan | null => {
  const fitting = narrowed(subject, ['Project', 'Institution', 'Park'])
  return fitting === null
    ? null
    : { kind: 'member', subject: fitting, set: { kind: 'all', labels: labelsOf(fitting), stages } }
}

/** What the kind of question makes of the plan: a list counted, a set asked whether it holds anything. */
const withMarks = (plan: Plan, { marks, countAsked, stages }: Circumstances): Plan | null => {
  if (plan.kind === 'profile' && marks.has('polar') && stages.length > 0) return whetherSoFar(plan.of, stages)
  const counts = marks.has('count') || countAsked
  if (marks.has('possible')) return plan.kind === 'list' ? possibleSupply(plan.set) : null
  if (plan.kind === 'list' && counts) return { kind: 'count', set: plan.set }
  if (plan.kind === 'list' && marks.has('polar')) return { kind: 'exists', set: plan.set }
  if (marks.has('count') && plan.kind !== 'metric') return null
  if (countAsked && plan.kind !== 'metric' && plan.kind !== 'most') return null
  if (marks.has('polar') && plan.kind !== 'member' && plan.kind !== 'between') return null
  return plan
}

/** A kind alone is nothing to list, unless by how far its things have come. */
const listsAKind = (plan: Plan): boolean =>
  (plan.kind === 'list' || plan.kind === 'count' || plan.kind === 'exists') &&
  plan.set.kind === 'all' &&
  plan.set.stages === undefined

const steps = [withMarks, withTogether, withStages, withPeriod, withDepth, withFirst, withFounded]

const complete = (plan: Plan, circumstances: Circumstances): Plan | null =>
  steps.reduce<Plan | null>((kept, step) => (kept === null ? null : step(kept, circumstances)), plan)

/** Reads a question; `today` (2026-11-25) is what 去年 is counted from. */
export const interpret = (
  { text, offsets }: Normalised,
  vocabulary: Vocabulary,
  today: string,
): Interpretation => {
  const lattice = cut(text, vocabulary)
  const circumstances = circumstancesOf(lattice.path, today)
  if (!partsNames(lattice, offsets) || deniesStage(lattice.path))
    return { lattice, plan: null, circumstances }
  const isAmount = asksAmount(lattice.path)
  for (const { value } of readings(lattice, skipsOf(lattice))) {
    if (value.kind !== 'plan') continue
    const plan = complete(value.plan, circumstances)
    if (
      plan === null ||
      listsAKind(plan) ||
      !usesEveryName(plan, lattice) ||
      doubles(plan, lattice.path) ||
      asksWhose(plan, lattice.path)
    )
      continue
    if ((isAmount && plan.kind !== 'metric') || (plan.kind === 'exists' && saysAll(lattice.path))) continue
    return { lattice, plan, circumstances }
  }
  return { lattice, plan: null, circumstances }
}
