/** The figures of documents that are measured together, as they are published. */
import { tierOf, type Tier } from '../extract/confidence.ts'
import { labels, types, type Label, type RelationshipType } from '../model/model.ts'
import { interval } from './bootstrap.ts'
import { scoreResolution, type ResolutionScore } from './resolution.ts'
import type { DocumentScore } from './score.ts'
import { f1, nothing, precision, recall, sum, sumByKey, type Tally } from './tally.ts'

/** Precision, recall and F1 with their counts; 0..1, null where there is nothing to divide by. */
export interface Figures extends Tally {
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

/** Figures with the middle 95 % of their F1 over documents drawn again and again. */
export interface Measured extends Figures {
  readonly interval: readonly [number, number] | null
}

/** How often relationships of one tier are right. */
export interface TierFigure {
  readonly tier: Tier
  readonly of: number
  readonly right: number
  readonly precision: number | null
}

export interface Summary {
  readonly documents: number
  readonly entities: {
    readonly strict: Measured
    readonly relaxed: Measured
    readonly byLabel: readonly { label: Label; strict: Figures; relaxed: Figures }[]
  }
  readonly relations: {
    readonly endToEnd: Measured
    readonly given: Measured
    readonly byType: readonly { type: RelationshipType; endToEnd: Figures; given: Figures }[]
    readonly withProduct: Figures
    /** Of the right relationships, those whose stage is right, 0..1. */
    readonly stage: number | null
    readonly tiers: readonly TierFigure[]
  }
  readonly metrics: { readonly endToEnd: Measured; readonly given: Measured }
  readonly evidence: { readonly of: number; readonly exact: number | null; readonly grounded: number | null }
  readonly resolution: ResolutionScore
}

const figures = (tally: Tally): Figures => ({
  ...tally,
  precision: precision(tally),
  recall: recall(tally),
  f1: f1(tally),
})

const measured = (scores: readonly DocumentScore[], tallyOf: (score: DocumentScore) => Tally): Measured => {
  const tallies = scores.map(tallyOf)
  return { ...figures(sum(tallies)), interval: interval(tallies, (drawn) => f1(sum(drawn))) }
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

const total = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0)

const by = <Key>(
  scores: readonly DocumentScore[],
  tallies: (score: DocumentScore) => ReadonlyMap<Key, Tally>,
): ((key: Key) => Figures) => {
  const sums = sumByKey(scores.map(tallies))
  return (key) => figures(sums.get(key) ?? nothing)
}

const all = (tallies: ReadonlyMap<unknown, Tally>): Tally => sum(tallies.values())

const entityFigures = (scores: readonly DocumentScore[]): Summary['entities'] => {
  const strict = by(scores, ({ entities }) => entities.strict)
  const relaxed = by(scores, ({ entities }) => entities.relaxed)
  return {
    strict: measured(scores, ({ entities }) => all(entities.strict)),
    relaxed: measured(scores, ({ entities }) => all(entities.relaxed)),
    byLabel: labels.map((label) => ({ label, strict: strict(label), relaxed: relaxed(label) })),
  }
}

const tierFigures = (scores: readonly DocumentScore[]): readonly TierFigure[] => {
  const judged = scores.flatMap(({ relations }) => relations.judged)
  return (['A', 'B'] as const).map((tier) => {
    const own = judged.filter(({ relationship }) => tierOf(relationship.confidence) === tier)
    const right = own.filter((one) => one.right).length
    return { tier, of: own.length, right, precision: share(right, own.length) }
  })
}

const relationFigures = (scores: readonly DocumentScore[]): Summary['relations'] => {
  const endToEnd = by(scores, ({ relations }) => relations.byType)
  const given = by(scores, ({ relationsGiven }) => relationsGiven.byType)
  const stages = scores.map(({ relations }) => relations.stages)
  return {
    endToEnd: measured(scores, ({ relations }) => all(relations.byType)),
    given: measured(scores, ({ relationsGiven }) => all(relationsGiven.byType)),
    byType: types.map((type) => ({ type, endToEnd: endToEnd(type), given: given(type) })),
    withProduct: figures(sum(scores.map(({ relations }) => relations.withProduct))),
    stage: share(total(stages.map(({ right }) => right)), total(stages.map(({ of }) => of))),
    tiers: tierFigures(scores),
  }
}

/** The figures of these documents together. */
export const summarise = (scores: readonly DocumentScore[]): Summary => {
  const evidence = scores.map((score) => score.evidence)
  const of = total(evidence.map((one) => one.of))
  return {
    documents: scores.length,
    entities: entityFigures(scores),
    relations: relationFigures(scores),
    metrics: {
      endToEnd: measured(scores, ({ metrics }) => metrics.tally),
      given: measured(scores, ({ metricsGiven }) => metricsGiven.tally),
    },
    evidence: {
      of,
      exact: share(total(evidence.map(({ exact }) => exact)), of),
      grounded: share(total(evidence.map(({ grounded }) => grounded)), of),
    },
    resolution: scoreResolution(scores.flatMap(({ resolved }) => resolved)),
  }
}
