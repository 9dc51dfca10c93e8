/** How far a rule of the extractor is trusted: as often as it was right, and like its family where it was seen little. */
import { expect, test } from '@jest/globals'
import { ratesFrom, type Trial } from '../server/evaluate/rates.ts'

const trials = (rule: string, right: number, wrong: number, certainty = 1): readonly Trial[] => [
  ...Array.from({ length: right }, () => ({ rule, right: true, certainty })),
  ...Array.from({ length: wrong }, () => ({ rule, right: false, certainty })),
]
const families = new Map([
  ['often', 'SUPPLIES'],
  ['seldom', 'SUPPLIES'],
  ['never', 'SUPPLIES'],
  ['doubtful', 'PRODUCES'],
])

test('a rule seen often is trusted as often as it was right, one never seen like its family', () => {
  const rates = ratesFrom([...trials('often', 80, 20), ...trials('seldom', 1, 0)], families)
  expect(rates.get('often')).toBeCloseTo(0.8, 1)
  expect(rates.get('seldom')).toBeGreaterThan(0.8)
  expect(rates.get('seldom')).toBeLessThan(0.9)
  expect(rates.get('never')).toBeCloseTo(0.8, 1)
})

test('what made a fact doubtful besides the rule does not count against the rule', () => {
  const rates = ratesFrom(trials('doubtful', 50, 50, 0.5), families)
  expect(rates.get('doubtful')).toBeGreaterThan(0.9)
})

test('no rule is beyond doubt', () => {
  expect(ratesFrom(trials('often', 1000, 0), families).get('often')).toBe(0.98)
})
