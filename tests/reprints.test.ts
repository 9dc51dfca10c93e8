/** How many independent sources stand behind a fact: reprints count once. */
import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { independentSources } from '../server/model/reprint.ts'

const quoted = (...quotes: readonly (string | null)[]) =>
  quotes.map((quote, index) => ({ document: `d${index.toString()}`, quote }))

test.each<readonly [string, number, ...(string | null)[]]>([
  ['nothing', 0],
  ['rows of tables', 2, null, null],
  ['the same words', 1, '远山座椅为星河汽车供应座椅', '远山座椅为星河汽车供应座椅。'],
  ['one word more', 1, '位于临川市的远山座椅为星河汽车供应座椅', '位于临川市的远山座椅为星河汽车供应了座椅'],
  ['other words', 2, '远山座椅为星河汽车供应座椅', '星河汽车的座椅来自远山座椅'],
  ['quotes too short to tell', 2, '供', '供'],
])('%s', (_what, count, ...quotes) => {
  expect(independentSources(quoted(...quotes))).toBe(count)
})

test('two statements of one document are one source', () => {
  expect(
    independentSources([
      { document: 'a', quote: '远山座椅为星河汽车供应座椅' },
      { document: 'a', quote: null },
    ]),
  ).toBe(1)
})

/** Every two quotes compared, as the definition says. */
const compared = (stated: readonly { readonly document: string; readonly quote: string }[]): number => {
  const pairs = stated.map(({ quote }) =>
    Array.from(quote.slice(1), (letter, index) => `${quote.charAt(index)}${letter}`),
  )
  const groups = stated.map(({ document }) => document)
  const join = (one: number, other: number): void => {
    const [from, to] = [groups[one], groups[other]]
    for (const [at, group] of groups.entries()) if (group === from && to !== undefined) groups[at] = to
  }
  for (const [one, left] of pairs.entries())
    for (const [other, right] of pairs.entries()) {
      const all = new Set([...left, ...right]).size
      const shared = new Set(left.filter((pair) => right.includes(pair))).size
      if (shared > 0 && shared / all >= 0.8) join(one, other)
    }
  return new Set(groups).size
}

test('are found as by comparing every two quotes', () => {
  const quote = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 9 })
  const document = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  const stated = fc.array(fc.record({ document, quote }), { maxLength: 12 })
  fc.assert(
    fc.property(stated, (list) => {
      expect(independentSources(list)).toBe(compared(list))
    }),
    { numRuns: 500 },
  )
})
