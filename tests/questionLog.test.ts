/** Questions that could not be read are kept for review: their text alone, within a bound, whatever they hold. */
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mostLogBytes, openQuestionLog, questionFile, questionLine } from '../server/ask/questionLog.ts'
import { readConfig } from '../server/config.ts'
import { newFolder } from './stores.ts'

let folder: string
let sentences: string[]
beforeEach(() => {
  folder = newFolder()
  sentences = []
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const open = (dataDir = folder) => openQuestionLog(dataDir, (sentence) => sentences.push(sentence))
const kept = (): string => readFileSync(join(folder, questionFile), 'utf8')

test('each question is a line of JSON that holds its text and nothing else', () => {
  const note = open()
  note('今天天气怎么样')
  note('他说“你好”')
  expect(
    kept()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line)),
  ).toEqual(['今天天气怎么样', '他说“你好”'])
})

test.each([
  ['a line break', 'a\nb'],
  ['the start of a terminal command', '\u001b[2J'],
  ['a line break of Unicode', 'a\u2028b'],
  ['text turned round', '\u202egnp.exe'],
  ['half a character', 'a\ud842'],
  ['a character out of the first plane that shows nothing', '\u{e0041}'],
])('%s stands in its line as an escape and reads as it was', (_name, question) => {
  const line = questionLine(question)
  expect(line.slice(0, -1)).toMatch(/^[^\p{C}\p{Zl}\p{Zp}]+$/u)
  expect(JSON.parse(line)).toBe(question)
})

test('the file grows to its bound and no further, which is said once', () => {
  const line = questionLine('问')
  const file = join(folder, questionFile)
  writeFileSync(file, 'x'.repeat(mostLogBytes - Buffer.byteLength(line)))
  const note = open()
  note('问')
  expect(Buffer.byteLength(kept())).toBe(mostLogBytes)
  expect(sentences).toEqual([])
  note('问')
  note('问')
  expect(Buffer.byteLength(kept())).toBe(mostLogBytes)
  expect(sentences).toEqual([expect.stringContaining('is full')])
  rmSync(file)
  note('又问')
  expect(kept()).toBe(questionLine('又问'))
})

test('a file that cannot be written is said once and fails nothing', () => {
  mkdirSync(join(folder, questionFile))
  const note = open()
  note('问')
  note('问')
  expect(sentences).toEqual([expect.stringContaining("can't be written")])
})

test('nothing is kept unless it is asked for', () => {
  expect(readConfig({}).questionLog).toBe(false)
  expect(readConfig({ QUESTION_LOG: 'on' }).questionLog).toBe(true)
  expect(() => readConfig({ QUESTION_LOG: 'yes' })).toThrow('QUESTION_LOG is yes; set on or off')
  expect(existsSync(join(folder, questionFile))).toBe(false)
})
