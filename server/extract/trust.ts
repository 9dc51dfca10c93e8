/**
 * How far what a rule reads is to be trusted: how often the rule is right, and what the circumstances make of that.
 * Measured on documents that no rule was tuned on (data/lexicon/trust.yaml, `npm run evaluate -- --rates`).
 */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../project.ts'
import type { StatedRelationship } from './fact.ts'
import { rateOf } from './frames/rate.ts'
import type { Mention } from './mention.ts'

/** What makes a reading more or less sure than its rule is. */
export interface Circumstances {
  /** The kinds of the names of both ends: the rule that found a name, and its label. */
  readonly names: readonly [string, string]
  /** An end stands outside the words quoted: it was named before. */
  readonly outside: boolean
  /** … and in another paragraph. */
  readonly far: boolean
  /** The rule reads three or more of its kind from these words: a list that it understood. */
  readonly listed: boolean
  /** Another rule reads the same from these words. */
  readonly agreed: boolean
  /** What is supplied is read too: more had to be understood. */
  readonly product: boolean
}

const rate = z.number().gt(0).lt(1)
const shape = z.strictObject({
  /**
   * What the odds of a fact are multiplied by. Those that both names are right count as against usual names, raised to
   * the power `names`.
   */
  odds: z.strictObject({
    names: z.number().min(0),
    outside: z.number().positive(),
    far: z.number().positive(),
    listed: z.number().positive(),
    agreed: z.number().positive(),
    product: z.number().positive(),
  }),
  /** How often names are right, by the rule that found them and their label; `usual` for the rest. */
  names: z.strictObject({ usual: rate, rules: z.record(z.string(), rate) }),
})

/** What data/lexicon/trust.yaml holds. */
export type Trust = z.infer<typeof shape>

const file = projectFile('data', 'lexicon', 'trust.yaml')
const read = shape.safeParse(parse(readFileSync(file, 'utf8')))
if (!read.success) throw new Error(`${file}: ${z.prettifyError(read.error)}`)
const measured: Trust = read.data

/** A list is as many facts of one rule from one sentence. */
export const listLength = 3

const isOutside = (name: Mention, { quote }: StatedRelationship): boolean =>
  name.start < quote.start || quote.end < name.end

/** Whether a paragraph ends between a name and the words quoted. */
const isFar = (text: string, name: Mention, { quote }: StatedRelationship): boolean =>
  text.slice(Math.min(name.end, quote.end), Math.max(name.start, quote.start)).includes('\n')

const wordsOf = ({ rule, quote }: StatedRelationship): string => `${rule} ${quote.start.toString()}`
const pairOf = ({ start, end }: StatedRelationship): string => JSON.stringify([start.name, end.name])
const statementOf = (fact: StatedRelationship): string =>
  `${fact.type} ${fact.quote.start.toString()} ${pairOf(fact)}`

const collected = (
  facts: readonly StatedRelationship[],
  keyOf: (fact: StatedRelationship) => string,
  valueOf: (fact: StatedRelationship) => string,
): ReadonlyMap<string, ReadonlySet<string>> => {
  const values = new Map<string, Set<string>>()
  for (const fact of facts) values.set(keyOf(fact), (values.get(keyOf(fact)) ?? new Set()).add(valueOf(fact)))
  return values
}

/** Of which kind a name is, as far as its trust goes. */
export const kindOfName = ({ rule, label }: Pick<Mention, 'rule' | 'label'>): string => `${rule} ${label}`

/** In which circumstances each of the facts of a text was read; `facts` are those of all rules. */
export const circumstancesOf = (
  text: string,
  facts: readonly StatedRelationship[],
): ((fact: StatedRelationship) => Circumstances) => {
  const pairs = collected(facts, wordsOf, pairOf)
  const rules = collected(facts, statementOf, ({ rule }) => rule)
  return (fact) => ({
    names: [kindOfName(fact.start), kindOfName(fact.end)],
    outside: isOutside(fact.start, fact) || isOutside(fact.end, fact),
    far: isFar(text, fact.start, fact) || isFar(text, fact.end, fact),
    listed: (pairs.get(wordsOf(fact))?.size ?? 0) >= listLength,
    agreed: (rules.get(statementOf(fact))?.size ?? 0) > 1,
    product: fact.product !== '',
  })
}

/** The circumstances that are or are not. */
export const signs = ['outside', 'far', 'listed', 'agreed', 'product'] as const

const product = (factors: readonly number[]): number => factors.reduce((all, factor) => all * factor, 1)

const odds = (share: number): number => share / (1 - share)

/** The odds that both names are right, by their kinds, against those of two usual names. */
export const oddsOfNames = (
  { names: { rules, usual } }: Pick<Trust, 'names'>,
  [start, end]: Circumstances['names'],
): number => odds((rules[start] ?? usual) * (rules[end] ?? usual)) / odds(usual * usual)

/** How often what a rule with this rate, 0..1, reads in these circumstances is right, 0..1. */
export const trustIn = (
  rule: number,
  { names, ...circumstances }: Circumstances,
  trust: Trust = measured,
): number => {
  const factors = signs.map((sign) => (circumstances[sign] ? trust.odds[sign] : 1))
  const all = odds(rule) * oddsOfNames(trust, names) ** trust.odds.names * product(factors)
  return all / (1 + all)
}

/** The facts of a text, each as sure as it was if its rule is never wrong, with the confidence that is left of that. */
export const trusted = (
  text: string,
  facts: readonly StatedRelationship[],
): readonly StatedRelationship[] => {
  const circumstances = circumstancesOf(text, facts)
  return facts.map((fact) => {
    const confidence = fact.confidence * trustIn(rateOf(fact.rule), circumstances(fact))
    return { ...fact, confidence: Math.round(confidence * 1000) / 1000 }
  })
}
