/** Confidence is how often rules are right, more or less by the circumstances. */
import { expect, test } from '@jest/globals'
import { fit, type Observation } from '../server/evaluate/logistic.ts'
import { leaveOneOut, trustFrom, type FactTrial, type Reading } from '../server/evaluate/trust.ts'
import { tierOf, tierOfName } from '../server/extract/confidence.ts'
import type { StatedRelationship } from '../server/extract/fact.ts'
import type { Mention } from '../server/extract/mention.ts'
import { circumstancesOf, listLength, trusted, trustIn, type Trust } from '../server/extract/trust.ts'

const trust: Trust = {
  odds: { names: 1, outside: 0.25, far: 0.5, listed: 2, agreed: 3, product: 0.5 },
  names: { usual: 0.8, rules: { 'known-name Company': 0.99 } },
}
const plain = {
  names: ['other Company', 'other Park'],
  outside: false,
  far: false,
  listed: false,
  agreed: false,
  product: false,
} as const

test('the rate of a rule is what it is where names are usual; circumstances multiply its odds', () => {
  expect(trustIn(0.8, plain, trust)).toBeCloseTo(0.8, 6)
  expect(trustIn(0.8, { ...plain, outside: true }, trust)).toBeCloseTo(0.5, 6)
  expect(trustIn(0.8, { ...plain, listed: true }, trust)).toBeCloseTo(8 / 9, 6)
  expect(trustIn(0.8, { ...plain, agreed: true }, trust)).toBeCloseTo(12 / 13, 6)
  expect(trustIn(0.8, { ...plain, product: true }, trust)).toBeCloseTo(2 / 3, 6)
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

/** Two paragraphs. */
const text = `${'甲'.repeat(30)}\n${'乙'.repeat(50)}`

test('an end outside the words quoted is named before; a rule that reads the same from them agrees', () => {
  const one = fact(mention(0, '甲厂'), mention(7, '乙厂'), 9)
  const other = { ...one, rule: 'supplies-customers' }
  const elsewhere = { ...other, quote: { start: 40, end: 60 } }
  expect(circumstancesOf(text, [one])(one)).toMatchObject({ outside: false, agreed: false })
  expect(circumstancesOf(text, [one, other])(one)).toMatchObject({ outside: false, agreed: true })
  expect(circumstancesOf(text, [one, elsewhere])(elsewhere)).toMatchObject({ outside: true, agreed: false })
  expect(circumstancesOf(text, [{ ...one, product: '螺栓' }])({ ...one, product: '螺栓' }).product).toBe(true)
})

test('a name of another paragraph stands far from the words quoted', () => {
  const near = { ...fact(mention(32, '甲厂'), mention(62, '乙厂')), quote: { start: 60, end: 70 } }
  const far = { ...near, start: mention(0, '甲厂') }
  expect(circumstancesOf(text, [near])(near)).toMatchObject({ outside: true, far: false })
  expect(circumstancesOf(text, [far])(far)).toMatchObject({ outside: true, far: true })
})

test('a list is of so many pairs, however often each is read', () => {
  const list = (count: number): readonly StatedRelationship[] =>
    Array.from({ length: count }, (_, index) => fact(mention(0, '甲厂'), mention(4, `${index.toString()}厂`)))
  const listed = (facts: readonly StatedRelationship[]): readonly boolean[] =>
    facts.map((one) => circumstancesOf(text, facts)(one).listed)
  expect(listed(list(listLength))).toEqual([true, true, true])
  expect(listed([...list(listLength - 1), ...list(listLength - 1)])).toEqual([false, false, false, false])
})

test('what makes a sentence doubtful lowers the confidence in proportion', () => {
  const whole = fact(mention(0, '甲厂'), mention(4, '乙厂'))
  const confidence = (one: StatedRelationship): number => trusted(text, [one])[0]?.confidence ?? 0
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

const trials = (right: number, wrong: number, outside = false): readonly FactTrial[] =>
  Array.from({ length: right + wrong }, (_, index) => ({
    ...plain,
    outside,
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

test('rules are as good as on documents they were not tuned on, and worse where an end stands outside', () => {
  const readings = [
    reading(true, trials(400, 4)),
    reading(false, [...trials(140, 60), ...trials(20, 40, true)]),
  ]
  const fitted = trustFrom(readings, [])
  expect(fitted.rates.get('supplies-to')).toBeCloseTo(0.7, 1)
  expect(fitted.odds.outside).toBeLessThan(0.5)
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
