/** Confidence is how often rules are right, more or less by the circumstances. */
import { expect, test } from '@jest/globals'
import { fit, type Observation } from '../server/evaluate/logistic.ts'
import { leaveOneOut, trustFrom, type FactTrial, type Reading } from '../server/evaluate/trust.ts'
import { tierOf, tierOfName } from '../server/extract/confidence.ts'
import type { StatedRelationship } from '../server/extract/fact.ts'
import type { Mention } from '../server/extract/mention.ts'
import {
  circumstancesOf,
  farApart,
  listLength,
  trusted,
  trustIn,
  type Trust,
} from '../server/extract/trust.ts'

const trust: Trust = {
  odds: { names: 1, apart: 0.25, listed: 2 },
  names: { usual: 0.8, rules: { 'known-name Company': 0.99 } },
}
const plain = { names: ['other Company', 'other Park'], apart: false, listed: false } as const

test('the rate of a rule is what it is where names are usual; circumstances multiply its odds', () => {
  expect(trustIn(0.8, plain, trust)).toBeCloseTo(0.8, 6)
  expect(trustIn(0.8, { ...plain, apart: true }, trust)).toBeCloseTo(0.5, 6)
  expect(trustIn(0.8, { ...plain, listed: true }, trust)).toBeCloseTo(8 / 9, 6)
  expect(trustIn(0.8, { ...plain, names: ['known-name Company', 'other Park'] }, trust)).toBeGreaterThan(0.85)
})

const mention = (start: number, name: string): Mention => ({
  start,
  end: start + name.length,
  label: 'Company',
  text: name,
  name,
  known: [],
  rule: 'legal-form',
  confidence: 0.9,
})
const fact = (start: Mention, end: Mention, length = 80): StatedRelationship => ({
  type: 'SUPPLIES',
  start,
  end,
  product: '',
  stage: 'ACTIVE',
  since: null,
  figure: null,
  note: null,
  quote: { start: 0, end: length },
  rule: 'supplies-to',
  confidence: 1,
})

test.each([
  [farApart - 1, 80, false],
  [farApart, 80, true],
  [5, 8, true],
])('ends %d characters from each other in a quote of %d are apart: %s', (between, length, apart) => {
  const one = fact(mention(0, '甲厂'), mention(2 + between, '乙厂'), length)
  expect(circumstancesOf([one])(one).apart).toBe(apart)
})

test('a list is of so many pairs, however often each is read', () => {
  const list = (count: number): readonly StatedRelationship[] =>
    Array.from({ length: count }, (_, index) => fact(mention(0, '甲厂'), mention(4, `${index.toString()}厂`)))
  const listed = (facts: readonly StatedRelationship[]): readonly boolean[] =>
    facts.map((one) => circumstancesOf(facts)(one).listed)
  expect(listed(list(listLength))).toEqual([true, true, true])
  expect(listed([...list(listLength - 1), ...list(listLength - 1)])).toEqual([false, false, false, false])
})

test('what makes a sentence doubtful lowers the confidence in proportion', () => {
  const whole = fact(mention(0, '甲厂'), mention(4, '乙厂'))
  const confidence = (one: StatedRelationship): number => trusted([one])[0]?.confidence ?? 0
  expect(confidence({ ...whole, confidence: 0.5 })).toBeCloseTo(confidence(whole) / 2, 2)
})

const seen = (right: number, wrong: number, features: readonly string[]): readonly Observation[] =>
  Array.from({ length: right + wrong }, (_, index) => ({
    features: new Map(features.map((name) => [name, 1] as const)),
    right: index < right,
  }))

test('a regression finds the log odds, and holds a feature seen little to 0', () => {
  const weights = fit([...seen(300, 100, ['base']), ...seen(1, 0, ['base', 'rare'])], (feature) =>
    feature === 'base' ? 0.001 : 1,
  )
  expect(weights.get('base')).toBeCloseTo(Math.log(3), 1)
  expect(weights.get('rare')).toBeGreaterThan(0)
  expect(weights.get('rare')).toBeLessThan(0.5)
})

const trials = (right: number, wrong: number, apart = false): readonly FactTrial[] =>
  Array.from({ length: right + wrong }, (_, index) => ({
    ...plain,
    apart,
    fact: index.toString(),
    rule: 'supplies-to',
    type: 'SUPPLIES',
    right: index < right,
  }))
const reading = (tuned: boolean, facts: readonly FactTrial[]): Reading => ({
  tuned,
  names: [{ kind: 'other Company', right: true }],
  facts,
})

test('rules are as good as on documents they were not tuned on, and worse apart', () => {
  const readings = [
    reading(true, trials(400, 4)),
    reading(false, [...trials(140, 60), ...trials(20, 40, true)]),
  ]
  const fitted = trustFrom(readings, [])
  expect(fitted.rates.get('supplies-to')).toBeCloseTo(0.7, 1)
  expect(fitted.odds.apart).toBeLessThan(0.5)
})

test('a document does not measure itself, and tuned ones are not asked', () => {
  const good = reading(false, trials(50, 0))
  const bad = reading(false, trials(0, 10))
  const leftOut = leaveOneOut([good, bad, reading(true, trials(5, 0))], [])
  expect(leftOut).toHaveLength(60)
  const own = leftOut.filter(({ right }) => !right).map(({ confidence }) => confidence)
  expect(Math.min(...own)).toBeGreaterThan(0.9)
})

test.each([
  [0.95, 'A'],
  [0.949, 'B'],
  [0.25, 'B'],
  [0.249, 'C'],
])('a fact of confidence %d is of tier %s', (confidence, tier) => {
  expect(tierOf(confidence)).toBe(tier)
})

test.each([
  [0.83, 'A'],
  [0.829, 'B'],
  [0.5, 'B'],
  [0.499, 'C'],
])('a name of confidence %d is of tier %s', (confidence, tier) => {
  expect(tierOfName(confidence)).toBe(tier)
})
