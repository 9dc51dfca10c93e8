/** The annotated documents are what docs/annotation.md says: right places, known names, allowed relationships. */
import { expect, test } from '@jest/globals'
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newsTextsFolder } from '../server/config.ts'
import { goldFolder, readCollections } from '../server/evaluate/collections.ts'
import { readAnnotation, readIdentities, readSplit } from '../server/evaluate/gold.ts'
import { locate } from '../server/evaluate/locate.ts'
import { occurrences } from '../server/evaluate/occurrences.ts'
import type { Span } from '../server/extract/span.ts'
import { allowsEnds } from '../server/model/model.ts'
import { projectFile } from '../server/project.ts'

const newsTexts = newsTextsFolder(process.env)

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
    ['digests', projectFile('data', 'sources', 'digests')],
    ['elsewhere', join(goldFolder, 'elsewhere')],
    ['varied', join(goldFolder, 'varied')],
    ['fresh', join(goldFolder, 'fresh')],
    ['lessons', join(goldFolder, 'lessons')],
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

test('names that mean another thing in each document stay apart', () => {
  const identify = readIdentities(goldFolder)
  expect(identify('001.txt', '理想')).toBe(identify('002.txt', '理想汽车'))
  expect(identify('001.txt', '集成电路产业')).not.toBe(identify('002.txt', '集成电路产业'))
})

test('a place in a run that was repaired as a whole is found in the cleaned text, without the marks before it', () => {
  const raw = '运行??优x公司说'
  // 。”优 stands for ??优x as a whole, every other character for itself.
  const cleaned = '运行。”优公司说'
  const rawSpan = ({ start, end }: Span): Span => {
    const place = (index: number): Span =>
      index < 2
        ? { start: index, end: index + 1 }
        : index < 5
          ? { start: 2, end: 6 }
          : { start: index + 1, end: index + 2 }
    return { start: place(start).start, end: place(end - 1).end }
  }
  const { entities } = locate(
    {
      document: 'example.txt',
      entities: [{ label: 'Company', name: '优公司', mentions: { '??优x公司': [[2, raw.indexOf('说')]] } }],
      relations: [],
      metrics: [],
    },
    {
      header: { address: null, title: null, publisher: null, date: null },
      text: cleaned,
      damage: [],
      sha256: '',
      rawSpan,
    },
  )
  expect(entities[0]?.spans.map(({ start, end }) => cleaned.slice(start, end))).toEqual(['优公司'])
})
