/** How far what a sentence states has come, and what it does not state. */
import { expect, test } from '@jest/globals'
import { factsOf } from './marked.ts'

const stageOf = (predicate: string): string | undefined =>
  factsOf(`[青禾电子|C]${predicate}[北湖高新区|K]。`).relationships[0]?.stage

test.each([
  ['落户', 'ACTIVE'],
  ['已落户', 'ACTIVE'],
  ['目前已入驻', 'ACTIVE'],
  ['将落户', 'PLANNED'],
  ['拟落户', 'PLANNED'],
  ['计划落户', 'PLANNED'],
  ['有望落户', 'PLANNED'],
  ['预计明年落户', 'PLANNED'],
  ['签约落户', 'SIGNED'],
  ['已签约落户', 'SIGNED'],
  ['将签约落户', 'PLANNED'],
  ['原位于', 'ENDED'],
])('%s: %s', (predicate, stage) => {
  expect(stageOf(predicate)).toBe(stage)
})

test.each([
  '未落户',
  '没有落户',
  '尚未入驻',
  '并非位于',
  '否认落户',
  '不会落户',
  '希望落户',
  '如果落户',
  '可落户',
  '考虑落户',
])('%s states nothing', (predicate) => {
  expect(stageOf(predicate)).toBeUndefined()
})

test('words that only look like a denial deny nothing', () => {
  expect(factsOf('[青禾电子|C]不断创新，落户[北湖高新区|K]。').relationships).toHaveLength(1)
  expect(factsOf('[无锡青禾|C]落户[北湖高新区|K]。').relationships).toHaveLength(1)
})

test('a question states nothing', () => {
  expect(factsOf('[青禾电子|C]落户[北湖高新区|K]了吗？').relationships).toEqual([])
  expect(factsOf('[青禾电子|C]能否落户[北湖高新区|K]。').relationships).toEqual([])
})

test('hearsay is half as sure', () => {
  const [said] = factsOf('[青禾电子|C]落户[北湖高新区|K]。').relationships
  const [heard] = factsOf('据传[青禾电子|C]落户[北湖高新区|K]。').relationships
  expect(heard?.confidence).toBeLessThanOrEqual((said?.confidence ?? 0) / 2)
})

test('a denial in one clause leaves the next as it is', () => {
  const facts = factsOf('[青禾电子|C]没有裁员，去年落户[北湖高新区|K]。').relationships
  expect(facts.map(({ type, stage }) => [type, stage])).toEqual([['LOCATED_IN', 'ACTIVE']])
})
