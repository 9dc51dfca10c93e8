/** How well documents are read: the annotations fit their texts, the scorer counts right, and the figures do not fall. */
import { expect, test } from '@jest/globals'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newsTextsFolder } from '../server/config.ts'
import { interval } from '../server/evaluate/bootstrap.ts'
import { goldFolder, readCollections } from '../server/evaluate/collections.ts'
import { scoreEntities } from '../server/evaluate/entities.ts'
import { scoreEvidence } from '../server/evaluate/evidence.ts'
import { fallen, gateOf, readGate } from '../server/evaluate/gate.ts'
import { readAnnotation, readIdentities, readSplit, type Annotation } from '../server/evaluate/gold.ts'
import { locate } from '../server/evaluate/locate.ts'
import { scoreMetrics } from '../server/evaluate/metrics.ts'
import { occurrences } from '../server/evaluate/occurrences.ts'
import { scoreRelations } from '../server/evaluate/relations.ts'
import { dataOf, page } from '../server/evaluate/report.ts'
import { scoreResolution } from '../server/evaluate/resolution.ts'
import { measureDocuments } from '../server/evaluate/runs.ts'
import { f1, precision, recall } from '../server/evaluate/tally.ts'
import type { TextDocument } from '../server/extract/document.ts'
import type { StatedMetric, StatedRelationship } from '../server/extract/fact.ts'
import type { Mention } from '../server/extract/mention.ts'
import { splitSentences } from '../server/extract/sentence.ts'
import { allowsEnds, type Label, type RelationshipType } from '../server/model/model.ts'

const newsTexts = newsTextsFolder(process.env)

const textOf = (text: string): TextDocument => ({
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

test('every annotation fits its text, the model and the guideline', async () => {
  const collections = await readCollections(newsTexts)
  const wrong = collections.flatMap(({ name, documents }) =>
    documents.flatMap(({ file, entities, relations }) => {
      const labels = new Map(entities.map((entity) => [entity.name, entity.label]))
      const spans = entities.flatMap((entity) => entity.spans).sort((left, right) => left.start - right.start)
      return [
        ...spans
          .filter((span, index) => span.start < (spans[index - 1]?.end ?? 0))
          .map(({ start }) => `${name} ${file}: mentions overlap at ${start.toString()}`),
        ...relations
          .filter(({ type, start, end }) => {
            const [from, to] = [labels.get(start), labels.get(end)]
            return from === undefined || to === undefined || !allowsEnds(type, from, to)
          })
          .map(({ type, start, end }) => `${name} ${file}: ${type} can't go from ${start} to ${end}`),
      ]
    }),
  )
  expect(wrong).toEqual([])
})

test('the offsets of every annotation lead to the form it names, outside of the header', () => {
  const folders: readonly (readonly [string, string])[] = [
    ['digests', join('data', 'sources', 'digests')],
    ['elsewhere', join('tests', 'gold', 'elsewhere')],
    ...(newsTexts === null ? [] : [['seeds', newsTexts] as const]),
  ]
  const wrong = folders.flatMap(([name, folder]) =>
    readdirSync(join(goldFolder, name))
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) => {
        const { document, entities } = readAnnotation(join(goldFolder, name, file))
        const raw = new TextDecoder().decode(readFileSync(join(folder, document)))
        const body = raw.startsWith('SOURCE:') ? raw.indexOf('\n\n') : 0
        return entities.flatMap(({ mentions }) =>
          Object.entries(mentions).flatMap(([form, places]) =>
            places
              .filter(([start, end]) => raw.slice(start, end) !== form || start < body)
              .map(([start]) => `${name} ${file}: ${form} is not at ${start.toString()}`),
          ),
        )
      }),
  )
  expect(wrong).toEqual([])
})

test('the split names every annotated document once', () => {
  for (const [name, parts] of Object.entries(readSplit(goldFolder))) {
    const named = Object.values(parts).flat()
    const annotated = readdirSync(join(goldFolder, name))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => file.slice(0, -'.yaml'.length))
    expect([...named].sort()).toEqual(annotated.sort())
  }
})

test('the annotations of the newspaper texts hold names, no sentences', () => {
  for (const file of readdirSync(join(goldFolder, 'seeds')))
    for (const { mentions } of readAnnotation(join(goldFolder, 'seeds', file)).entities)
      for (const form of Object.keys(mentions)) expect(form).toMatch(/^[^。；;]{1,50}$/u)
})

test('an annotation that names an unknown entity or one twice is refused with its file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'annotation-')), 'example.yaml')
  const entity = { label: 'Company', name: '甲公司', mentions: { 甲公司: [[0, 3]] } }
  const relation = { type: 'SUPPLIES', start: '甲公司', end: '乙公司', stage: 'ACTIVE' }
  const write = (part: object): void =>
    writeFileSync(
      file,
      JSON.stringify({ document: 'a.txt', entities: [entity], relations: [], metrics: [], ...part }),
    )
  write({})
  expect(readAnnotation(file).entities).toHaveLength(1)
  write({ relations: [relation] })
  expect(() => readAnnotation(file)).toThrow(/example\.yaml[^]*乙公司 is no entity/)
  write({ entities: [entity, entity] })
  expect(() => readAnnotation(file)).toThrow('甲公司 is annotated twice')
})

test('the forms of an entity take every place, the longest and those with words around them first', () => {
  const text = '题：理想\n理想汽车与理想驱动。理想在武进及周边，武进站。'
  expect(occurrences(text, 5, [['理想', '理想汽车'], ['理想驱动'], ['[武进]及']])).toEqual([
    new Map([
      ['理想汽车', [[5, 9]]],
      ['理想', [[15, 17]]],
    ]),
    new Map([['理想驱动', [[10, 14]]]]),
    new Map([['武进', [[18, 20]]]]),
  ])
  expect(() => occurrences(text, 5, [['理想'], ['远山']])).toThrow('[远山]')
})

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
  expect(scoreEvidence(words, sentences, [good])).toEqual({ of: 1, exact: 1, grounded: 1 })
  const cut = { ...supplies, quote: { start: first?.start ?? 0, end: words.length + 1 } }
  expect(scoreEvidence(words, sentences, [cut]).exact).toBe(0)
  const shifted = { ...good, start: { ...good.start, start: good.start.start + 1 } }
  expect(scoreEvidence(words, sentences, [shifted]).exact).toBe(0)
  const later = '甲公司投产。\n乙公司停产。\n丙公司在建。'
  const far: Mention = { ...mention('Company', '远山轴承有限公司'), start: 0, end: 3, text: '甲公司' }
  const near: Mention = { ...far, start: 14, end: 17, text: '丙公司' }
  const apart = { ...relationship('SUPPLIES', far, near), quote: { start: 14, end: 20 } }
  expect(scoreEvidence(later, splitSentences(later), [apart])).toEqual({ of: 1, exact: 1, grounded: 0 })
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

test('names that mean another thing in each document stay apart', () => {
  const identify = readIdentities(goldFolder)
  expect(identify('001.txt', '理想')).toBe(identify('002.txt', '理想汽车'))
  expect(identify('001.txt', '集成电路产业')).not.toBe(identify('002.txt', '集成电路产业'))
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
  expect(Object.keys(measured)).toEqual(
    newsTexts === null ? ['digests', 'elsewhere'] : ['digests', 'elsewhere', 'seeds'],
  )
  expect(fallen(readGate(join(goldFolder, 'gate.json')), measured)).toEqual([])
})
