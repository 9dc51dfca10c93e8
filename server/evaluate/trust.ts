/**
 * How far rules are to be trusted. The documents that rules were tuned on tell which of them, and of the circumstances,
 * are better than others; how often they are right is measured on the calibration documents, which no rule was tuned
 * on: that a document was tuned on is a feature of its own. A rule that was seen little is taken to be like the others of
 * its type, a type like all; so is a kind of name.
 */
import type { RelationshipType } from '../model/model.ts'
import { frames } from '../extract/frames/frame.ts'
import type { StatedRelationship } from '../extract/fact.ts'
import { bearingRule } from '../extract/facts.ts'
import {
  circumstancesOf,
  kindOfName,
  oddsOfNames,
  signs,
  trustIn,
  type Circumstances,
  type Trust,
} from '../extract/trust.ts'
import type { Collection } from './collections.ts'
import { scoreEntities } from './entities.ts'
import type { Extractor } from './extractor.ts'
import type { LocatedDocument } from './locate.ts'
import { fit } from './logistic.ts'
import { scoreRelations } from './relations.ts'

/** A name that was found, and whether it is annotated just so. */
export interface NameTrial {
  readonly kind: string
  readonly right: boolean
}

/** A relationship that was read, and whether it is stated. */
export interface FactTrial extends Circumstances {
  /** Which fact of the document it is: several rules may read the same. */
  readonly fact: string
  readonly rule: string
  readonly type: RelationshipType
  readonly right: boolean
}

/** What was read from one document. */
export interface Reading {
  /** Whether rules were tuned on the document. */
  readonly tuned: boolean
  readonly names: readonly NameTrial[]
  readonly facts: readonly FactTrial[]
}

/** What is fitted: the rates of rules and what circumstances make of them. */
export interface Fitted extends Trust {
  readonly rates: ReadonlyMap<string, number>
}

/** As if so many names of a kind had been seen that were right as often as all. */
const namesBefore = 4
/** How strongly the weight of a feature is held to 0; a rule's more strongly than its type's. */
const penalties: ReadonlyMap<string, number> = new Map([
  ['base', 0.01],
  ['rule', 4],
])
const usualPenalty = 1

const typeOf: ReadonlyMap<string, RelationshipType> = new Map([
  ...frames.map(({ rule, type }) => [rule, type] as const),
  [bearingRule, 'OPERATES'],
])

/** What one rule read, each fact once and by the first words that state it. */
const trialsOf = (
  located: LocatedDocument,
  own: readonly StatedRelationship[],
  circumstances: ReturnType<typeof circumstancesOf>,
): readonly FactTrial[] => {
  const equallySure = own.map((fact) => ({ ...fact, confidence: 1 }))
  return scoreRelations(located, equallySure).judged.map(({ relationship, right }) => ({
    ...circumstances(relationship),
    fact: JSON.stringify([relationship.type, relationship.start.name, relationship.end.name]),
    rule: relationship.rule,
    type: relationship.type,
    right,
  }))
}

/** What the rules of an extractor, each by itself, read from a document, judged by its annotation. */
export const readingOf = (located: LocatedDocument, tuned: boolean, extractor: Extractor): Reading => {
  const { mentions } = extractor.extract(located.document)
  const { relationships } = extractor.readingsOf(located.document, mentions)
  const rules = [...new Set(relationships.map(({ rule }) => rule))]
  const circumstances = circumstancesOf(located.document.text, relationships)
  return {
    tuned,
    names: scoreEntities(located, mentions).found.map(({ mention, right }) => ({
      kind: kindOfName(mention),
      right,
    })),
    facts: rules.flatMap((rule) =>
      trialsOf(
        located,
        relationships.filter((fact) => fact.rule === rule),
        circumstances,
      ),
    ),
  }
}

const share = (trials: readonly { readonly right: boolean }[], before: number, expected: number): number =>
  (trials.filter(({ right }) => right).length + before * expected) / (trials.length + before)

const namesFrom = (trials: readonly NameTrial[], known: readonly NameTrial[]): Trust['names'] => {
  const usual = share(trials, namesBefore, 0.5)
  const all = [...trials, ...known]
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort()
  const rules = kinds.map((kind) => {
    const own = all.filter((trial) => trial.kind === kind)
    return [kind, share(own, namesBefore, usual)] as const
  })
  return { usual, rules: Object.fromEntries(rules) }
}

const featuresOf = (trial: FactTrial, tuned: boolean, names: Trust['names']): ReadonlyMap<string, number> =>
  new Map([
    ['base', 1],
    ...(tuned ? [['tuned', 1] as const] : []),
    ['names', Math.log(oddsOfNames({ names }, trial.names))],
    [`type ${trial.type}`, 1],
    [`rule ${trial.rule}`, 1],
    ...signs.filter((sign) => trial[sign]).map((sign) => [sign, 1] as const),
  ])

const penaltyOf = (feature: string): number => penalties.get(feature.split(' ')[0] ?? '') ?? usualPenalty

/** Fits the rates of all rules to what was read; `known` are more names that tables make known. */
export const trustFrom = (readings: readonly Reading[], known: readonly NameTrial[]): Fitted => {
  const names = namesFrom(
    readings.flatMap((reading) => (reading.tuned ? [] : reading.names)),
    known,
  )
  const weights = fit(
    readings.flatMap(({ facts, tuned }) =>
      facts.map((trial) => ({ features: featuresOf(trial, tuned, names), right: trial.right })),
    ),
    penaltyOf,
  )
  const weight = (feature: string): number => weights.get(feature) ?? 0
  const rates = [...typeOf].sort().map(([rule, type]) => {
    const score = weight('base') + weight(`type ${type}`) + weight(`rule ${rule}`)
    return [rule, 1 / (1 + Math.exp(-score))] as const
  })
  return {
    rates: new Map(rates),
    odds: {
      names: Math.max(0, weight('names')),
      outside: Math.exp(weight('outside')),
      far: Math.exp(weight('far')),
      listed: Math.exp(weight('listed')),
      agreed: Math.exp(weight('agreed')),
      product: Math.exp(weight('product')),
    },
    names,
  }
}

/** A relationship with the confidence it gets where its own document was left out of the measurement. */
export interface LeftOut {
  readonly confidence: number
  readonly right: boolean
}

/**
 * The confidence that each fact of the calibration documents gets, from the surest rule that reads it, when it is
 * measured without its own document.
 */
export const leaveOneOut = (readings: readonly Reading[], known: readonly NameTrial[]): readonly LeftOut[] =>
  readings.flatMap((reading) => {
    if (reading.tuned) return []
    const trust = trustFrom(
      readings.filter((other) => other !== reading),
      known,
    )
    const facts = new Map<string, LeftOut>()
    for (const trial of reading.facts) {
      const confidence = trustIn(trust.rates.get(trial.rule) ?? 0.5, trial, trust)
      if (confidence > (facts.get(trial.fact)?.confidence ?? 0))
        facts.set(trial.fact, { right: trial.right, confidence })
    }
    return [...facts.values()]
  })

/** Names that tables make known: no rule was tuned for them, and texts from elsewhere hardly hold them. */
export const knownNames = ({ names }: Reading): readonly NameTrial[] =>
  names.filter(({ kind }) => kind.startsWith('known-'))

/** What was read from all documents but those for the test, and the names of it that tables make known. */
export const readForTrust = (
  collections: readonly Collection[],
  extractor: Extractor,
): { readonly readings: readonly Reading[]; readonly known: readonly NameTrial[] } => {
  const readings = collections
    .filter(({ part }) => part === 'development' || part === 'calibration')
    .flatMap(({ part, documents }) =>
      documents.map((located) => readingOf(located, part === 'development', extractor)),
    )
  return { readings, known: readings.filter(({ tuned }) => tuned).flatMap(knownNames) }
}
