/** What the tagger sees of each word of a sentence. */
import { classesOf, endClassesOf } from './wordClasses.ts'

/** A word with jieba's tag. */
export interface Word {
  readonly text: string
  readonly tag: string
}

const opening = new Set(['“', '《', '（'])
const closingMarks = new Set(['”', '》', '）'])
/** What names seldom go across. */
const dividers = new Set('，、。；：“”《》（）的和及与等'.split(''))

/** How many words a divider is looked for in, and a verb before. */
const dividerReach = 8
const verbReach = 10

const shapes: readonly (readonly [RegExp, string])[] = [
  [/^[\d.]+$/, '9'],
  [/^[A-Za-z]+$/, 'A'],
  [/^[A-Za-z0-9]+$/, 'A9'],
]
const chinese = /^\p{Script=Han}+$/u
const longestShape = 4

const shapeOf = (text: string): string =>
  chinese.test(text)
    ? `H${Math.min(longestShape, text.length)}`
    : (shapes.find(([pattern]) => pattern.test(text))?.[1] ?? 'M')

/** Whether each word stands between quotation marks, book-title marks or brackets, or is such a mark. */
const enclosures = (words: readonly Word[]): readonly string[] => {
  let open = ''
  return words.map(({ text }) => {
    if (opening.has(text)) {
      open = text
      return 'open'
    }
    if (closingMarks.has(text)) {
      open = ''
      return 'close'
    }
    return open
  })
}

const startMark: Word = { text: '<', tag: '<' }
const endMark: Word = { text: '>', tag: '>' }

const divides = ({ text }: Word): boolean => dividers.has(text)

/** The number of words from `index` in a direction to the first that fits, looked for within `reach`; or `reach`. */
const distance = (
  words: readonly Word[],
  index: number,
  { step, reach, fits }: { step: 1 | -1; reach: number; fits: (word: Word) => boolean },
): number => {
  for (let steps = 1; steps < reach; steps++) {
    const word = words[index + step * steps]
    if (word === undefined || fits(word)) return steps
  }
  return reach
}

/** The dividers around the words at `index`, how the words before the next one end, and the verb before. */
const around = (words: readonly Word[], index: number): string[] => {
  const ahead = distance(words, index, { step: 1, reach: dividerReach, fits: divides })
  const back = distance(words, index, { step: -1, reach: dividerReach, fits: divides })
  const verb = distance(words, index, { step: -1, reach: verbReach, fits: ({ tag }) => tag === 'v' })
  const found = [
    `next-divider ${(words[index + ahead] ?? endMark).text}`,
    `last-divider ${(words[index - back] ?? startMark).text}`,
  ]
  if (ahead > 1) found.push(`phrase-end ${(words[index + ahead - 1] ?? endMark).text.slice(-2)}`)
  const before = words[index - verb]
  if (before?.tag === 'v') found.push(`verb ${before.text}`)
  return found
}

/** The features of each word of a sentence: itself, its neighbours, marks around it, and the lists they stand in. */
export const featuresOf = (words: readonly Word[]): readonly (readonly string[])[] => {
  const enclosed = enclosures(words)
  return words.map((word, index) => {
    const last = words[index - 1] ?? startMark
    const next = words[index + 1] ?? endMark
    return [
      'any',
      `word ${word.text}`,
      `last ${last.text}`,
      `next ${next.text}`,
      `last+word ${last.text} ${word.text}`,
      `word+next ${word.text} ${next.text}`,
      `tag ${word.tag}`,
      `last-tag ${last.tag}`,
      `next-tag ${next.tag}`,
      `last+tag ${last.tag} ${word.tag}`,
      `tag+next ${word.tag} ${next.tag}`,
      `shape ${shapeOf(word.text)}`,
      `first-character ${word.text.charAt(0)}`,
      `last-character ${word.text.slice(-1)}`,
      `in ${enclosed[index] ?? ''}`,
      ...around(words, index),
      ...classesOf(word.text).map((name) => `list ${name}`),
      ...new Set(endClassesOf(word.text).map((name) => `end-list ${name}`)),
      ...classesOf(last.text).map((name) => `last-list ${name}`),
      ...classesOf(next.text).map((name) => `next-list ${name}`),
    ]
  })
}
