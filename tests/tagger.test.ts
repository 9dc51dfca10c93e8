/** The tagger: learns from annotated sentences, the same at every run, and finds names it has not seen. */
import { describe, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { readCollections } from '../server/evaluate/collections.ts'
import { trainedWeights } from '../server/evaluate/tagger.ts'
import { tagged } from '../server/extract/candidates/tagged.ts'
import { buildGazetteer } from '../server/extract/gazetteer.ts'
import { sceneOf } from '../server/extract/scene.ts'
import { splitSentences } from '../server/extract/sentence.ts'
import { cut } from '../server/extract/segment.ts'
import { examplesOf } from '../server/extract/tagger/examples.ts'
import { latticeOf, probabilityAt } from '../server/extract/tagger/lattice.ts'
import { mostWords, probableNames } from '../server/extract/tagger/names.ts'
import { type Tagger, taggerWith } from '../server/extract/tagger/tagger.ts'
import { beginOf, endOf, insideOf, singleOf, stepCount, tagCount } from '../server/extract/tagger/tags.ts'
import { learn, type Example } from '../server/extract/tagger/train.ts'
import { readWeights, stepsOf, weightsFile, writeWeights } from '../server/extract/tagger/weights.ts'
import { labels, type Label } from '../server/model/model.ts'
import { marked } from './marked.ts'

const learned = [
  '[嘉岭|C]生产的[齿轮|P]供应给[远舟|C]。',
  '[朗越|C]生产的[轴承|P]供应给[星泊|C]。',
  '[澄湖|C]生产的[座椅|P]供应给[启岳|C]。',
  '[泓川|C]生产的[面板|P]供应给[凌帆|C]。',
]

const examples = (): readonly Example[] =>
  learned.flatMap((source) => {
    const { document, mentions } = marked(source)
    return examplesOf(document.text, mentions)
  })

/** Label and text of each name found in a sentence. */
const found = (sentence: string): readonly string[] => {
  const words = cut(sentence).map(({ word, tag }) => ({ text: word, tag }))
  const tagger = taggerWith(learn(examples()))
  return tagger(words, 0.5).map(({ first, last, label }) => {
    const name = words.slice(first, last + 1).map(({ text }) => text)
    return `${label} ${name.join('')}`
  })
}

describe('learning', () => {
  test('names that were not learned are found where learned ones stood', () => {
    expect(found('瑞澜生产的车灯供应给宏屿。').toSorted()).toEqual([
      'Company 宏屿',
      'Company 瑞澜',
      'Product 车灯',
    ])
  })

  test('the same examples teach the same weights', () => {
    expect(writeWeights(learn(examples()))).toBe(writeWeights(learn(examples())))
  })

  test('a name that begins inside a word teaches nothing', () => {
    const [example] = examplesOf('上海汽车', [{ start: 1, end: 4, label: 'Company' }])
    expect(example?.tags).toEqual([0, 0])
  })

  test('the shipped weights are small, and those that npm run train learns from the development documents', async () => {
    const shipped = readFileSync(weightsFile, 'utf8')
    expect(Buffer.byteLength(shipped)).toBeLessThanOrEqual(400_000)
    expect(trainedWeights(await readCollections(null)) === shipped ? 'as trained' : 'run npm run train').toBe(
      'as trained',
    )
  })
})

describe('weights as text', () => {
  test('what is written is read back', () => {
    const text = writeWeights(learn(examples()))
    expect(writeWeights(readWeights(text))).toBe(text)
  })

  test('a line that is no weight is refused with its number', () => {
    expect(() => readWeights('any\tAW\nword 车灯 AW\n')).toThrow('line 2 has no tab')
    expect(() => readWeights('any\tA')).toThrow('line 1: "A" is no weight')
    expect(() => readWeights('any\t~W')).toThrow('line 1: "~W" is no weight')
  })
})

describe('probabilities', () => {
  const even = stepsOf({ steps: new Float64Array(stepCount) })

  test('those of the tags of a word add up to 1', () => {
    const scores = Float64Array.from({ length: 3 * tagCount }, (_, index) => Math.sin(index))
    const lattice = latticeOf(scores, even)
    for (const word of [0, 1, 2]) {
      const shares = Array.from({ length: tagCount }, (_, tag) => probabilityAt(lattice, word, tag))
      expect(shares.reduce((sum, share) => sum + share)).toBeCloseTo(1)
    }
  })

  test('that of a name of one word is that of its tag', () => {
    const scores = new Float64Array(tagCount)
    const lattice = latticeOf(scores, even)
    // One word alone: outside, or a whole name of one of the labels.
    expect(probabilityAt(lattice, 0, singleOf(0))).toBeCloseTo(1 / (1 + labels.length))
    expect(probableNames(lattice, 0.1)).toHaveLength(labels.length)
  })

  test('the longest names found have sixteen words', () => {
    const wholeOf = (length: number): Float64Array => {
      const scores = new Float64Array(length * tagCount)
      for (let word = 0; word < length; word++) {
        const tag = word === 0 ? beginOf(1) : word === length - 1 ? endOf(1) : insideOf(1)
        scores[word * tagCount + tag] = 20
      }
      return scores
    }
    const namesOf = (length: number): readonly string[] =>
      probableNames(latticeOf(wholeOf(length), even), 0.5).map(
        ({ first, last, label }) => `${label} ${first}-${last}`,
      )
    expect(namesOf(mostWords)).toEqual([`${labels[1]} 0-${mostWords - 1}`])
    expect(namesOf(mostWords + 1)).toEqual([])
  })

  test('a sentence without words has no names', () => {
    expect(taggerWith(learn(examples()))([], 0)).toEqual([])
  })
})

describe('names a tagger proposes', () => {
  const firms = '晨禾、凌舟、岚桥、智能化都在名单上。'
  /** What is proposed of a text by a tagger that takes these words for names of a label, with these probabilities. */
  const proposed = (
    sure: Readonly<Record<string, number>>,
    label: Label = 'Company',
    text = firms,
  ): readonly string[] => {
    const tagger: Tagger = (words, least) =>
      Object.entries(sure).flatMap(([name, probability]) => {
        const first = words.findIndex((word) => name.startsWith(word.text))
        const last = words.findIndex((word, index) => index >= first && name.endsWith(word.text))
        return probability < least ? [] : [{ first, last, label, probability }]
      })
    const scene = sceneOf(marked(text).document, splitSentences(text), buildGazetteer([]))
    return tagged(scene, tagger).map(({ start, end, rate }) => `${text.slice(start, end)} ${rate.toFixed(2)}`)
  }

  test('are the less sure the less probable they are, whatever stands beside them', () => {
    expect(proposed({ 晨禾: 0.9, 岚桥: 0.7 })).toEqual(['晨禾 0.75', '岚桥 0.45'])
    expect(proposed({ 凌舟: 1 })).toEqual(['凌舟 0.90'])
    expect(proposed({ 晨禾: 0.6, 凌舟: 0.59 })).toEqual(['晨禾 0.30'])
  })

  test('of common words only where they are almost certain', () => {
    expect(proposed({ 智能化: 0.89 })).toEqual([])
    expect(proposed({ 智能化: 0.9 })).toEqual(['智能化 0.75'])
  })

  test('are no kinds, qualities or numbers of things, no deeds, and hold no word that joins parts of a sentence', () => {
    const things = '公司有系统，把标准件卖给37个锂电池项目，抓产业，有高确定性。'
    expect(proposed({ 系统: 1 }, 'Product', things)).toEqual([])
    expect(proposed({ '系统，把标准件': 1 }, 'Product', things)).toEqual([])
    expect(proposed({ 锂电池项目: 1 }, 'Project', things)).toEqual([])
    expect(proposed({ 抓产业: 1 }, 'Cluster', things)).toEqual([])
    expect(proposed({ 确定性: 1 }, 'Product', things)).toEqual([])
  })
})
