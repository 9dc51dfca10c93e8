/** How often each rule is right on the calibration documents, end to end, as data of the extractor. */
import { stringify } from 'yaml'
import { figureRules } from '../extract/figures/read.ts'
import { rateOf } from '../extract/frames/rate.ts'
import { projectFile } from '../project.ts'
import { readCollections } from './collections.ts'
import { extractorWith, type Extractor } from './extractor.ts'
import { namesOf } from './known.ts'
import type { LocatedDocument } from './locate.ts'
import { scoreMetrics } from './metrics.ts'
import { leaveOneOut, readForTrust, trustFrom, type LeftOut } from './trust.ts'

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

const rounded = (value: number): number => Math.round(value * 100) / 100

const mapped = <Key extends string>(
  values: Readonly<Record<Key, number>>,
  map: (value: number) => number,
): Record<string, number> =>
  Object.fromEntries(Object.entries<number>(values).map(([key, value]) => [key, map(value)]))

const yamlOf = (about: string, values: object): string =>
  `# ${about}\n# Measured on the calibration documents; written by \`npm run evaluate -- --rates\`.\n${stringify(values)}`

/** The figures that were read from one document. */
const figureTrials = (located: LocatedDocument, extractor: Extractor): readonly Trial[] => {
  const { mentions } = extractor.extract(located.document)
  const { metrics } = extractor.readingsOf(located.document, mentions)
  return scoreMetrics(located, metrics).judged.map(({ metric, right }) => ({
    rule: metric.rule,
    right,
    certainty: metric.confidence / rateOf(metric.rule),
  }))
}

/** The facts of the calibration documents, each as sure as the other documents make it. */
export const factsLeftOut = async (): Promise<readonly LeftOut[]> => {
  const extractor = extractorWith(await namesOf(projectFile('data', 'sources')))
  const { readings, known } = readForTrust(await readCollections(null), extractor)
  return leaveOneOut(readings, known)
}

/** The measured rates as texts: of data/lexicon/frames/rates.yaml, and of data/lexicon/trust.yaml. */
export const measuredRates = async (): Promise<{ readonly rates: string; readonly trust: string }> => {
  const extractor = extractorWith(await namesOf(projectFile('data', 'sources')))
  const collections = await readCollections(null)
  const { readings, known } = readForTrust(collections, extractor)
  const { rates, odds, names } = trustFrom(readings, known)
  const figures = ratesFrom(
    collections
      .filter(({ part }) => part === 'calibration')
      .flatMap(({ documents }) => documents.flatMap((located) => figureTrials(located, extractor))),
    new Map(figureRules.map((rule) => [rule, 'figures'] as const)),
  )
  return {
    rates: yamlOf('How often each rule is right, 0..1, where its names are as sure as most.', {
      ...Object.fromEntries([...rates].map(([rule, value]) => [rule, rounded(value)])),
      ...Object.fromEntries([...figures].map(([rule, value]) => [rule, rounded(value)])),
    }),
    trust: yamlOf('What the circumstances of a reading make of the rate of its rule.', {
      odds: mapped(odds, rounded),
      names: { usual: rounded(names.usual), rules: mapped(names.rules, rounded) },
    }),
  }
}
