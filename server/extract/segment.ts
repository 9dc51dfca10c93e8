/** Cuts sentences into words with jieba, which is taught the words of industry news that its dictionary lacks. */
import { Jieba, type TaggedWord } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { companies, countries, heads, products, terms, verbs } from './words.ts'
import { industryWords } from '../names/lexicon.ts'
import { placeNames } from './places.ts'

const jieba = Jieba.withDict(dict)

/** High enough that the word is kept together, whatever shorter words it is made of. */
const frequency = 5000

const isUnknown = (word: string): boolean => {
  const cut = jieba.tag(word, true)
  return cut.length > 1 || cut[0]?.tag === 'x'
}

const nouns = [
  ...Object.values(heads).flatMap((kind) => kind.heads),
  ...heads.Institution.bodies,
  ...[...industryWords].filter((word) => !/^\p{Script=Han}科技$/u.test(word)),
  ...products.heads,
  ...companies.nouns,
  ...companies.roles,
  ...companies.holdings,
  ...terms,
]
const places = [...countries, ...placeNames]

const entries = (words: readonly string[], tag: string): readonly string[] =>
  [...new Set(words)].filter(isUnknown).map((word) => `${word} ${frequency} ${tag}`)

jieba.loadDict(
  Buffer.from([...entries(nouns, 'n'), ...entries(verbs, 'v'), ...entries(places, 'ns')].join('\n')),
)

const digits = /^\d+$/

/** 8 . 5 as one word: 8.5. */
const withWholeNumbers = (words: readonly TaggedWord[]): readonly TaggedWord[] => {
  const whole: TaggedWord[] = []
  for (const [index, word] of words.entries()) {
    const last = whole.at(-1)
    const isNumber = last?.tag === 'm'
    const isPoint = isNumber && word.word === '.' && digits.test(words[index + 1]?.word ?? '')
    const isRest = isNumber && last.word.endsWith('.') && digits.test(word.word)
    if (isPoint || isRest) whole[whole.length - 1] = { word: last.word + word.word, tag: 'm' }
    else whole.push(word)
  }
  return whole
}

/** How many words are kept to be the same string wherever they stand; beyond it all are forgotten. */
const mostKept = 20_000

const kept = new Map<string, string>()

/** The same string for the same word: lists are asked for it again and again, and a string they know is found sooner. */
const same = (word: string): string => {
  const known = kept.get(word)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  kept.set(word, word)
  return word
}

/** The words of a sentence in order, with their tags; together they are the sentence. */
export const cut = (sentence: string): readonly TaggedWord[] =>
  withWholeNumbers(jieba.tag(sentence, false)).map(({ word, tag }) => ({ word: same(word), tag: same(tag) }))
