/** What waits on disk while a large folder is loaded: nothing is lost, and nothing else comes of it. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Mention } from '../server/extract/mention.ts'
import type { StoredText } from '../server/load/extraction.ts'
import { Spool } from '../server/load/spool.ts'
import { graphOf, type WholeGraph } from './saying.ts'
import { newFolder } from './stores.ts'

let folder: string
beforeEach(() => {
  folder = newFolder()
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** Longer than what is kept in memory. */
const many = 20_000
const lineOf = (number: number): string => `第 ${number.toString()} 行：${'长'.repeat(number % 97)}`

test('lines come back in order, list by list, as often as they are asked for', () => {
  const spool = new Spool(folder)
  for (let number = 0; number < many; number++) spool.put(number % 2, lineOf(number))
  for (const list of [1, 0, 1])
    expect([...spool.lines(list)]).toEqual(
      Array.from({ length: many / 2 }, (_, index) => lineOf(2 * index + list)),
    )
  spool.close()
})

test('many lines are written where there is a place for them, and leave no name there', () => {
  const [spool, nowhere] = [new Spool(folder), new Spool(join(folder, 'missing'))]
  const putMany = (into: Spool): void => {
    for (let number = 0; number < many; number++) into.put(0, lineOf(number))
  }
  expect(() => {
    putMany(nowhere)
  }).toThrow('ENOENT')
  putMany(spool)
  expect(readdirSync(folder)).toEqual([])
  spool.close()
})

test('a few lines need no file', () => {
  const spool = new Spool(folder)
  spool.put(3, '甲')
  spool.put(3, '乙')
  expect([...spool.lines(3)]).toEqual(['甲', '乙'])
  expect([...spool.lines(4)]).toEqual([])
  expect(readdirSync(folder)).toEqual([])
  spool.close()
})

const firms = ['远山轴承有限公司', '海川风电有限公司', '青禾电子有限公司', '云岭重工有限公司']
const words = `${firms.join('供货给')}。`

/** A text in which each firm supplies the next, followed by as many characters that say nothing. */
const textWith = (name: string, padding: number): StoredText => ({
  id: name,
  source: name,
  file: `${name}.txt`,
  stated: { file: `${name}.txt` },
  document: {
    header: { address: null, title: null, publisher: null, date: null },
    text: words + '。'.repeat(padding),
    damage: [],
    sha256: name,
  },
})

const mentions = firms.map((name): Mention => {
  const start = words.indexOf(name)
  return {
    start,
    end: start + name.length,
    label: 'Company',
    text: name,
    name,
    known: [],
    rule: 'a',
    confidence: 1,
  }
})

/** What a program reads in such a text. */
const extraction = {
  mentions,
  relationships: mentions.slice(1).flatMap((end, index) => {
    const start = mentions[index]
    if (start === undefined) return []
    const quote = { start: start.start, end: end.end }
    const said = { stage: 'ACTIVE', since: null, figure: null, note: null, rule: 'a', confidence: 1 } as const
    return [{ ...said, type: 'SUPPLIES' as const, start, end, product: '', quote }]
  }),
  metrics: [],
}

const graphWith = (padding: number): WholeGraph =>
  graphOf({}, { texts: ['a', 'b'].map((name) => textWith(name, padding)), reader: () => () => extraction })

test('a graph made in parts is the graph made at once', () => {
  const [once, inParts] = [graphWith(0), graphWith(1_000_000)]
  const sorted = <P>(plans: ReadonlyMap<string, P>) =>
    [...plans].sort(([one], [other]) => (one < other ? -1 : 1))
  expect(sorted(once.facts)).toHaveLength(firms.length - 1)
  expect(sorted(inParts.facts)).toEqual(sorted(once.facts))
  expect(sorted(inParts.entities)).toEqual(sorted(once.entities))
  expect([...inParts.facts.keys()]).not.toEqual([...once.facts.keys()])
})
