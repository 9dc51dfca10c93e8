/** What the tagger sees of each word of a sentence. */
import { classesOf, endClassesOf } from './wordClasses.ts'

/** A word with jieba's tag. */
export interface Word {
  readonly text: string
  readonly tag: string
}

const opening = new Set(['“', '《', '（'])
const closingMarks = new Set(['”', '》', '）'])
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

/** What stands before the first word. */
export const startMark: Word = { text: '<', tag: '<' }
/** What stands behind the last word. */
export const endMark: Word = { text: '>', tag: '>' }

/** What a word tells of itself. */
export const ownFeatures = ({ text, tag }: Word): readonly string[] => [
  'any',
  `word ${text}`,
  `tag ${tag}`,
  `shape ${shapeOf(text)}`,
  `first-character ${text.charAt(0)}`,
  `last-character ${text.slice(-1)}`,
  ...classesOf(text).map((name) => `list ${name}`),
  ...new Set(endClassesOf(text).map((name) => `end-list ${name}`)),
]

/** What a word tells of the one behind it. */
export const lastFeatures = ({ text, tag }: Word): readonly string[] => [
  `last ${text}`,
  `last-tag ${tag}`,
  ...classesOf(text).map((name) => `last-list ${name}`),
]

/** What a word tells of the one before it. */
export const nextFeatures = ({ text, tag }: Word): readonly string[] => [
  `next ${text}`,
  `next-tag ${tag}`,
  ...classesOf(text).map((name) => `next-list ${name}`),
]

/** What each word of a sentence tells together with its neighbours and the marks around it. */
export const pairFeaturesOf = (words: readonly Word[]): readonly (readonly string[])[] => {
  const enclosed = enclosures(words)
  return words.map((word, index) => {
    const last = words[index - 1] ?? startMark
    const next = words[index + 1] ?? endMark
    return [
      `last+word ${last.text} ${word.text}`,
      `word+next ${word.text} ${next.text}`,
      `last+tag ${last.tag} ${word.tag}`,
      `tag+next ${word.tag} ${next.tag}`,
      `in ${enclosed[index] ?? ''}`,
    ]
  })
}

/** All features of each word of a sentence. */
export const featuresOf = (words: readonly Word[]): readonly (readonly string[])[] =>
  pairFeaturesOf(words).map((names, index) => {
    const word = words[index] ?? startMark
    return [
      ...ownFeatures(word),
      ...lastFeatures(words[index - 1] ?? startMark),
      ...nextFeatures(words[index + 1] ?? endMark),
      ...names,
    ]
  })
