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
    const isPoint = word.word === '.' && digits.test(words[index + 1]?.word ?? '')
    const isRest = last?.word.endsWith('.') === true && digits.test(word.word)
    if (last?.tag === 'm' && (isPoint || isRest))
      whole[whole.length - 1] = { word: last.word + word.word, tag: 'm' }
    else whole.push(word)
  }
  return whole
}

/** The words of a sentence in order, with their tags; together they are the sentence. */
export const cut = (sentence: string): readonly TaggedWord[] => withWholeNumbers(jieba.tag(sentence, false))
