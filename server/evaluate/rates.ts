/**
 * How often each rule is right on the development documents, end to end: data/lexicon/frames/rates.yaml. The newspaper
 * texts, which are not part of the project, don't count.
 */
import { bearingRule } from '../extract/facts.ts'
import { figureRules } from '../extract/figures/read.ts'
import { frames, rateOf } from '../extract/frames/frame.ts'
import { projectFile } from '../project.ts'
import { readCollections } from './collections.ts'
import { extractorWith, type Extractor } from './extractor.ts'
import { namesOf } from './known.ts'
import type { LocatedDocument } from './locate.ts'
import { scoreMetrics } from './metrics.ts'
import { scoreRelations } from './relations.ts'

/** One thing that a rule read from a document. */
export interface Trial {
  readonly rule: string
  readonly right: boolean
  /** What its confidence would be if the rule were always right, 0..1. */
  readonly certainty: number
}

/** No rule is trusted more: a few dozen documents don't show more. */
const most = 0.98
/** As if so many had been seen that were right as often as those of the whole family. */
const prior = 4

/** Rules of one type of relationship, or of figures, are a family. */
const families: ReadonlyMap<string, string> = new Map([
  ...frames.map(({ rule, type }) => [rule, type] as const),
  [bearingRule, 'OPERATES'],
  ...figureRules.map((rule) => [rule, 'figures'] as const),
])

/** Smoothed: as often right as `expected` where nothing was seen. */
const rate = (trials: readonly Trial[], expected: number): number => {
  const right = trials.filter((trial) => trial.right).length
  const certain = trials.reduce((sum, { certainty }) => sum + certainty, 0)
  return Math.min(most, (right + prior * expected) / (certain + prior))
}

/**
 * The rate of each rule, 0..1, so that the confidences of what it reads are right on the whole. A rule that was seen
 * little is taken to be like its family, a family like all.
 */
export const ratesFrom = (
  trials: readonly Trial[],
  familyOf: ReadonlyMap<string, string>,
): ReadonlyMap<string, number> => {
  const all = rate(trials, 1)
  const byFamily = new Map(
    [...new Set(familyOf.values())].map((family) => [
      family,
      rate(
        trials.filter(({ rule }) => familyOf.get(rule) === family),
        all,
      ),
    ]),
  )
  return new Map(
    [...familyOf].sort().map(([rule, family]) => [
      rule,
      rate(
        trials.filter((trial) => trial.rule === rule),
        byFamily.get(family) ?? all,
      ),
    ]),
  )
}

const byRule = <Fact extends { readonly rule: string }>(
  facts: readonly Fact[],
): ReadonlyMap<string, readonly Fact[]> => {
  const grouped = new Map<string, Fact[]>()
  for (const fact of facts) grouped.set(fact.rule, [...(grouped.get(fact.rule) ?? []), fact])
  return grouped
}

/** What each rule reads from one document, each relationship and figure once. */
const trialsOf = (located: LocatedDocument, extractor: Extractor): readonly Trial[] => {
  const { mentions } = extractor.extract(located.document)
  const read = extractor.readingsOf(located.document, mentions)
  const trial = (rule: string, confidence: number, right: boolean): Trial => ({
    rule,
    right,
    certainty: confidence / rateOf(rule),
  })
  return [
    ...[...byRule(read.relationships)].flatMap(([rule, own]) =>
      scoreRelations(located, own).judged.map(({ relationship, right }) =>
        trial(rule, relationship.confidence, right),
      ),
    ),
    ...scoreMetrics(located, read.metrics).judged.map(({ metric, right }) =>
      trial(metric.rule, metric.confidence, right),
    ),
  ]
}

/** The measured rates as the text of data/lexicon/frames/rates.yaml. */
export const measuredRates = async (): Promise<string> => {
  const extractor = extractorWith(await namesOf(projectFile('data', 'sources')))
  const documents = (await readCollections(null))
    .filter(({ part }) => part === 'development')
    .flatMap((collection) => collection.documents)
  const trials = documents.flatMap((located) => trialsOf(located, extractor))
  const lines = [...ratesFrom(trials, families)].map(([rule, value]) => `${rule}: ${value.toFixed(2)}\n`)
  return `# How often each rule is right, 0..1, end to end on the development documents, smoothed.\n# Written by \`npm run evaluate -- --rates\`.\n${lines.join('')}`
}
