/** What the tagger sees of each word of a sentence. */
import { classesOf, endClassesOf } from './wordClasses.ts'

/** A word with jieba's tag. */
export interface Word {
  readonly text: string
  readonly tag: string
}

const shapes: readonly (readonly [RegExp, string])[] = [
  [/^[\d.]+$/, '9'],
  [/^[A-Za-z]+$/, 'A'],
  [/^[A-Za-z0-9]+$/, 'A9'],
]
const chinese = /^\p{Script=Han}+$/u
const longestShape = 4

const shapeOf = (text: string): string =>
  chinese.test(text)
    ? `H${Math.min(longestShape, text.length).toString()}`
    : (shapes.find(([pattern]) => pattern.test(text))?.[1] ?? 'M')

/** What stands before the first word. */
export const startMark: Word = { text: '<', tag: '<' }
/** What stands behind the last word. */
export const endMark: Word = { text: '>', tag: '>' }

/** What a word tells of itself. */
export const ownFeatures = ({ text, tag }: Word): readonly string[] => {
  // Half a rare character or emoji could not be written to a file.
  const characters = Array.from(text)
  return [
    'any',
    `word ${text}`,
    `tag ${tag}`,
    `shape ${shapeOf(text)}`,
    `first-character ${characters[0] ?? ''}`,
    `last-character ${characters.at(-1) ?? ''}`,
    ...classesOf(text).map((name) => `list ${name}`),
    ...new Set(endClassesOf(text).map((name) => `end-list ${name}`)),
  ]
}

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

/** The features that two words beside each other tell together: of what, and of which of the two. */
export const pairKinds = ['last+word', 'word+next', 'last+tag', 'tag+next'] as const
export type PairKind = (typeof pairKinds)[number]

const pairFeature = (kind: PairKind, left: string, right: string): string => `${kind} ${left} ${right}`

/** The two words or tags of a feature of pairs, and its kind; undefined for any other. A word is a space or holds none. */
export const readPair = (
  feature: string,
): { readonly kind: PairKind; readonly left: string; readonly right: string } | undefined => {
  const kind = pairKinds.find((one) => feature.startsWith(`${one} `))
  if (kind === undefined) return undefined
  const left = kind.length + 1
  const middle = feature.indexOf(' ', left + 1)
  return { kind, left: feature.slice(left, middle), right: feature.slice(middle + 1) }
}

/** Where a word stands: it opens or closes a quotation, a title or brackets, or lies in one, or outside of all. */
export type Enclosure = '' | 'open' | 'close' | '“' | '《' | '（'
export const enclosures: readonly Enclosure[] = ['', 'open', 'close', '“', '《', '（']

const closingMarks = new Set(['”', '》', '）'])
const isOpening = (text: string): text is '“' | '《' | '（' => text === '“' || text === '《' || text === '（'

/** Where each word of a sentence stands. */
export const enclosuresOf = (words: readonly Word[]): readonly Enclosure[] => {
  let open: Enclosure = ''
  return words.map(({ text }) => {
    // Most words are longer than a mark.
    if (text.length > 1) return open
    if (isOpening(text)) {
      open = text
      return 'open'
    }
    if (!closingMarks.has(text)) return open
    open = ''
    return 'close'
  })
}

/** The feature of where a word stands. */
export const enclosureFeature = (enclosure: Enclosure): string => `in ${enclosure}`

/** All features of each word of a sentence. */
export const featuresOf = (words: readonly Word[]): readonly (readonly string[])[] => {
  const enclosed = enclosuresOf(words)
  return words.map((word, index) => {
    const last = words[index - 1] ?? startMark
    const next = words[index + 1] ?? endMark
    return [
      ...ownFeatures(word),
      ...lastFeatures(last),
      ...nextFeatures(next),
      pairFeature('last+word', last.text, word.text),
      pairFeature('word+next', word.text, next.text),
      pairFeature('last+tag', last.tag, word.tag),
      pairFeature('tag+next', word.tag, next.tag),
      enclosureFeature(enclosed[index] ?? ''),
    ]
  })
}
