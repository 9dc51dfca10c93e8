/** How well documents are read: the scorer counts right, and the figures do not fall. */
import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import { newsTextsFolder } from '../server/config.ts'
import { interval } from '../server/evaluate/bootstrap.ts'
import { commonErrors } from '../server/evaluate/commonErrors.ts'
import { goldFolder } from '../server/evaluate/collections.ts'
import { scoreEntities } from '../server/evaluate/entities.ts'
import { scoreEvidence, type EvidenceScore } from '../server/evaluate/evidence.ts'
import { fallen, gateOf, readGate } from '../server/evaluate/gate.ts'
import type { Annotation } from '../server/evaluate/gold.ts'
import { locate } from '../server/evaluate/locate.ts'
import { scoreMetrics } from '../server/evaluate/metrics.ts'
import { scoreRelations } from '../server/evaluate/relations.ts'
import { dataOf, page } from '../server/evaluate/report.ts'
import { scoreResolution } from '../server/evaluate/resolution.ts'
import { measureDocuments } from '../server/evaluate/runs.ts'
import { f1, nothing, precision, recall } from '../server/evaluate/tally.ts'
import type { MappedDocument } from '../server/extract/document.ts'
import type { StatedMetric, StatedRelationship } from '../server/extract/fact.ts'
import type { Mention } from '../server/extract/mention.ts'
import { splitSentences } from '../server/extract/sentence.ts'
import type { Label, RelationshipType } from '../server/model/model.ts'

const newsTexts = newsTextsFolder(process.env)

const textOf = (text: string): MappedDocument => ({
  header: { address: null, title: null, publisher: null, date: null },
  text,
  damage: [],
  sha256: '',
  rawSpan: (span) => span,
})

const words = '远山轴承有限公司位于“两江”产业园。远山轴承为海川风电供应主轴，海川风电是其客户。'
const at = (form: string, from = 0): [number, number] => {
  const start = words.indexOf(form, from)
  return [start, start + form.length]
}
const annotation: Annotation = {
  document: 'example.txt',
  entities: [
    {
      label: 'Company',
      name: '远山轴承有限公司',
      mentions: {
        远山轴承有限公司: [at('远山轴承有限公司')],
        远山轴承: [at('远山轴承为')].map(([start]) => [start, start + 4]),
      },
    },
    { label: 'Park', name: '“两江”产业园', mentions: { '“两江”产业园': [at('“两江”产业园')] } },
    { label: 'Company', name: '海川风电', mentions: { 海川风电: [at('海川风电'), at('海川风电', 30)] } },
    { label: 'Product', name: '主轴', mentions: { 主轴: [at('主轴')] } },
  ],
  relations: [
    { type: 'SUPPLIES', start: '远山轴承有限公司', end: '海川风电', product: '主轴', stage: 'ACTIVE' },
    { type: 'LOCATED_IN', start: '远山轴承有限公司', end: '“两江”产业园', product: '', stage: 'ACTIVE' },
  ],
  metrics: [
    {
      entity: ['远山轴承有限公司', '“两江”产业园'],
      name: '产值',
      value: 1000,
      unit: '亿元',
      period: null,
      change: 8,
      stage: 'ACTIVE',
    },
  ],
}
const located = locate(annotation, textOf(words))

const mention = (label: Label, form: string, from = 0): Mention => {
  const [start, end] = at(form, from)
  return { start, end, label, text: form, name: form, known: [], rule: 'test', confidence: 0.9 }
}
const stated = {
  stage: 'ACTIVE',
  since: null,
  figure: null,
  note: null,
  quote: { start: 0, end: 18 },
  rule: 'test',
  confidence: 0.9,
} as const
const relationship = (
  type: RelationshipType,
  start: Mention,
  end: Mention,
  product = '',
): StatedRelationship => ({ ...stated, type, start, end, product })

test('a mention counts strictly at its place with its label, relaxed where it overlaps; quotes at its edges are free', () => {
  const { strict, relaxed, missed, found } = scoreEntities(located, [
    mention('Company', '远山轴承有限公司'),
    mention('Park', '两江”产业园'),
    mention('Company', '海川'),
    mention('Company', '主轴'),
  ])
  expect(strict.get('Company')).toEqual({ right: 1, found: 3, stated: 4 })
  expect(relaxed.get('Company')).toEqual({ right: 2, found: 3, stated: 4 })
  expect(strict.get('Park')).toEqual({ right: 1, found: 1, stated: 1 })
  expect(relaxed.get('Product')).toEqual({ right: 0, found: 0, stated: 1 })
  expect(missed.map(({ entity }) => entity.name)).toEqual([
    '远山轴承有限公司',
    '海川风电',
    '海川风电',
    '主轴',
  ])
  expect(found.map(({ right }) => right)).toEqual([true, true, false, false])
})

test('a relationship counts once, under any name the document has for its ends', () => {
  const short = { ...mention('Company', '远山轴承', 10), name: '远山轴承' }
  const { byType, withProduct, missed, stages } = scoreRelations(located, [
    relationship('SUPPLIES', short, mention('Company', '海川风电'), '轴'),
    relationship('SUPPLIES', mention('Company', '远山轴承有限公司'), mention('Company', '海川风电'), '主轴'),
    relationship('SUPPLIES', mention('Company', '海川风电'), short),
  ])
  expect(byType.get('SUPPLIES')).toEqual({ right: 1, found: 2, stated: 1 })
  expect(byType.get('LOCATED_IN')).toEqual({ right: 0, found: 0, stated: 1 })
  expect(withProduct).toEqual({ right: 1, found: 3, stated: 1 })
  expect(stages).toEqual({ right: 1, of: 1 })
  expect(missed.map(({ type }) => type)).toEqual(['LOCATED_IN'])
})

test('cooperation is the same in both directions', () => {
  const both = locate(
    {
      ...annotation,
      relations: [
        { type: 'COOPERATES_WITH', start: '海川风电', end: '远山轴承有限公司', product: '', stage: 'SIGNED' },
      ],
    },
    textOf(words),
  )
  const found = relationship(
    'COOPERATES_WITH',
    mention('Company', '远山轴承有限公司'),
    mention('Company', '海川风电'),
  )
  const { byType, stages } = scoreRelations(both, [found])
  expect(byType.get('COOPERATES_WITH')).toEqual({ right: 1, found: 1, stated: 1 })
  expect(stages).toEqual({ right: 0, of: 1 })
})

test('a figure counts for any entity that may bear it, in any size of its unit', () => {
  const figure: StatedMetric = {
    ...stated,
    entity: mention('Company', '远山轴承有限公司'),
    name: '总产值',
    value: 1,
    unit: '千亿元',
    period: null,
    change: 8,
    qualifier: null,
  }
  expect(scoreMetrics(located, [figure]).tally).toEqual({ right: 1, found: 1, stated: 1 })
  expect(scoreMetrics(located, [{ ...figure, unit: '亿元' }]).tally).toEqual({
    right: 0,
    found: 1,
    stated: 1,
  })
  expect(scoreMetrics(located, [{ ...figure, change: null }]).tally.right).toBe(0)
  expect(scoreMetrics(located, [{ ...figure, entity: mention('Company', '海川风电') }]).tally.right).toBe(0)
})

test('evidence is exact where quote and ends stand in the text, grounded where it speaks of both', () => {
  const sentences = splitSentences(words)
  const supplies = relationship(
    'SUPPLIES',
    mention('Company', '远山轴承', 10),
    mention('Company', '海川风电'),
  )
  const [first, second] = sentences
  expect(sentences).toHaveLength(2)
  const good = { ...supplies, quote: { start: second?.start ?? 0, end: second?.end ?? 0 } }
  const scored = (one: StatedRelationship): EvidenceScore =>
    scoreEvidence({ text: words, sentences, mentions: [], relationships: [one] })
  expect(scored(good)).toEqual({ of: 1, exact: 1, grounded: 1 })
  const cut = { ...supplies, quote: { start: first?.start ?? 0, end: words.length + 1 } }
  expect(scored(cut).exact).toBe(0)
  const shifted = { ...good, start: { ...good.start, start: good.start.start + 1 } }
  expect(scored(shifted).exact).toBe(0)
})

test('an end named more than three sentences before the quote, in another paragraph, is not grounded', () => {
  const grounded = (between: number): number => {
    const text = `甲公司投产。\n${'又一年过去了。\n'.repeat(between)}其客户是乙公司。`
    const far: Mention = { ...mention('Company', '远山轴承有限公司'), start: 0, end: 3, text: '甲公司' }
    const near: Mention = { ...far, start: text.length - 4, end: text.length - 1, text: '乙公司' }
    const quote = { start: text.length - 8, end: text.length }
    const relationships = [{ ...relationship('SUPPLIES', far, near), quote }]
    return scoreEvidence({ text, sentences: splitSentences(text), mentions: [], relationships }).grounded
  }
  expect([grounded(2), grounded(3)]).toEqual([1, 0])
})

test('errors are counted by what went wrong, the commonest first, without examples that may not be shown', () => {
  const empty = { tally: nothing, judged: [], missed: [] }
  const found = [
    mention('Company', '远山轴承有限公司'),
    mention('Park', '产业园'),
    mention('Institution', '海川风电'),
    mention('Product', '客户'),
  ]
  const score = {
    located,
    entities: scoreEntities(located, found),
    relations: scoreRelations(located, []),
    relationsGiven: scoreRelations(located, []),
    metrics: empty,
    metricsGiven: empty,
    evidence: { of: 0, exact: 0, grounded: 0 },
    resolved: [],
  }
  const run = { collection: 'varied', part: 'development', names: 'shipped', scores: [score] } as const
  const test = { ...run, part: 'test' } as const
  expect(
    commonErrors([run, test], []).map(({ of, kind, ...counts }) => [of, kind, ...Object.values(counts)]),
  ).toEqual([
    ['Company', 'not found', 2, 2, '远山轴承'],
    ['Park', 'found with other ends', 1, 1, '“两江”产业园'],
    ['Company', 'found as another label', 1, 1, '海川风电'],
    ['Product', 'not found', 1, 1, '主轴'],
    ['Product', 'found where there is none', 1, 1, '客户'],
    ['SUPPLIES', 'missed with an end', 1, 1, '远山轴承有限公司 → 海川风电'],
    ['LOCATED_IN', 'missed between two found ends', 1, 1, '远山轴承有限公司 → “两江”产业园'],
  ])
  expect(commonErrors([run], ['varied']).every(({ example }) => example === '')).toBe(true)
})

test('B³ averages over mentions and reports legal persons that fell under one id', () => {
  const score = scoreResolution([
    { label: 'Company', thing: '甲', id: '1' },
    { label: 'Company', thing: '甲', id: '1' },
    { label: 'Company', thing: '乙', id: '1' },
    { label: 'Company', thing: '乙', id: '2' },
  ])
  expect(score.precision).toBeCloseTo((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
  expect(score.recall).toBeCloseTo((1 + 1 + 1 / 2 + 1 / 2) / 4)
  expect(score.falseMerges).toEqual([['甲', '乙']])
  expect(scoreResolution([]).f1).toBeNull()
})

test('shares are null where there is nothing to divide by', () => {
  expect(precision({ right: 0, found: 0, stated: 3 })).toBeNull()
  expect(recall({ right: 0, found: 3, stated: 0 })).toBeNull()
  expect(f1({ right: 0, found: 0, stated: 0 })).toBeNull()
  expect(f1({ right: 1, found: 2, stated: 2 })).toBe(0.5)
})

test('an interval is the same at every run and holds the figure', () => {
  const mean = (drawn: readonly number[]): number =>
    drawn.reduce((total, number) => total + number, 0) / drawn.length
  const numbers = [0.2, 0.4, 0.5, 0.6, 0.9]
  const [low, high] = interval(numbers, mean) ?? [1, 0]
  expect(interval(numbers, mean)).toEqual([low, high])
  expect(low).toBeLessThan(mean(numbers))
  expect(high).toBeGreaterThan(mean(numbers))
  expect(interval([0.7, 0.7], mean)).toEqual([0.7, 0.7])
  expect(interval([1], () => null)).toBeNull()
})

test('sections become one page and one object', () => {
  const section = {
    name: 'documents',
    title: 'Reading',
    notes: ['A note.'],
    tables: [{ title: 'T', columns: ['a', 'b'], rows: [['1', '2']] }],
    data: { share: 0.123456 },
  }
  expect(page([section])).toContain('## Reading\n\nA note.\n\n### T\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n')
  expect(JSON.parse(dataOf([section]))).toEqual({ documents: { share: 0.1235 } })
})

test('half a point is what a figure may fall', () => {
  const kept = { digests: { F1: 0.8 }, seeds: { F1: 0.9 } }
  expect(fallen(kept, { digests: { F1: 0.7951 } })).toEqual([])
  expect(fallen(kept, { digests: { F1: 0.7949 } })).toEqual(['digests: F1 fell from 0.8 to 0.7949'])
})

test('the development figures have not fallen', async () => {
  const measured = gateOf(await measureDocuments(newsTexts))
  expect(Object.keys(measured)).toEqual([
    'digests',
    'elsewhere',
    'varied',
    'fresh',
    ...(newsTexts === null ? [] : ['seeds']),
  ])
  expect(fallen(readGate(join(goldFolder, 'gate.json')), measured)).toEqual([])
})
