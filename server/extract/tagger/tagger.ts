/** Finds names by what has been learned from annotated documents. */
import {
  enclosureFeature,
  enclosures,
  enclosuresOf,
  endMark,
  lastFeatures,
  nextFeatures,
  ownFeatures,
  readPair,
  startMark,
  type PairKind,
  type Word,
} from './features.ts'
import { latticeOf, type ByWordAndTag } from './lattice.ts'
import { probableNames, type ProbableName } from './names.ts'
import { tagCount } from './tags.ts'
import { stepsOf, type Weights } from './weights.ts'

/** The names in the words of a sentence that are at least so probable (0..1), overlapping ones too. */
export type Tagger = (words: readonly Word[], least: number) => readonly ProbableName[]

/** A weight or a sum of weights for each tag. */
type Row = Float64Array

/** How many words' sums are kept; beyond it all are forgotten. */
const mostKept = 20_000

/** Of weights that are not there. */
const none: Row = new Float64Array(tagCount)

/** What two words beside each other, or their tags, tell of the first and of the second. */
interface Pair {
  readonly first: Row
  readonly second: Row
}
const noPair: Pair = { first: none, second: none }

/** What is known of a word, added up once: what it tells of itself and of its neighbours, and together with the next one. */
interface Known {
  readonly own: Row
  readonly asLast: Row
  readonly asNext: Row
  /** With the word behind it; undefined for most words. */
  readonly withWord: ReadonlyMap<string, Pair> | undefined
  /** With the tag of the word behind it. */
  readonly withTag: ReadonlyMap<string, Pair> | undefined
}

/** What a word and the one behind it tell together. */
const besideOf = (
  { withWord, withTag }: Known,
  { text, tag }: Word,
): { readonly words: Pair; readonly tags: Pair } => ({
  words: withWord?.get(text) ?? noPair,
  tags: withTag?.get(tag) ?? noPair,
})

/** Which of the two words each kind of pair tells of. */
const sideOf: Readonly<Record<PairKind, keyof Pair>> = {
  'last+word': 'second',
  'word+next': 'first',
  'last+tag': 'second',
  'tag+next': 'first',
}

/** The pairs of some kinds, by the first word or tag, then by the second. */
const pairsOf = (
  { features }: Weights,
  kinds: ReadonlySet<PairKind>,
): ReadonlyMap<string, ReadonlyMap<string, Pair>> => {
  const byFirst = new Map<string, Map<string, Pair>>()
  for (const [name, weights] of features) {
    const pair = readPair(name)
    if (pair === undefined || !kinds.has(pair.kind)) continue
    const { kind, left, right } = pair
    const bySecond = byFirst.get(left) ?? new Map<string, Pair>()
    const known = bySecond.get(right) ?? noPair
    byFirst.set(left, bySecond.set(right, { ...known, [sideOf[kind]]: weights }))
  }
  return byFirst
}

/** Sets the scores of the word at `at` to the sum of rows. */
const put = (
  scores: ByWordAndTag,
  at: number,
  [own, asLast, asNext, behind, before, mark]: readonly [Row, Row, Row, Row, Row, Row],
): void => {
  for (let tag = 0; tag < tagCount; tag++)
    scores[at + tag] =
      (own[tag] ?? 0) +
      (asLast[tag] ?? 0) +
      (asNext[tag] ?? 0) +
      (behind[tag] ?? 0) +
      (before[tag] ?? 0) +
      (mark[tag] ?? 0)
}

/** Adds a row to the scores of the word at `at`. */
const add = (scores: ByWordAndTag, at: number, row: Row): void => {
  if (row === none) return
  for (let tag = 0; tag < tagCount; tag++) scores[at + tag] = (scores[at + tag] ?? 0) + (row[tag] ?? 0)
}

/** The tagger that has learned these weights. */
export const taggerWith = (weights: Weights): Tagger => {
  const steps = stepsOf(weights)
  const wordPairs = pairsOf(weights, new Set<PairKind>(['last+word', 'word+next']))
  const tagPairs = pairsOf(weights, new Set<PairKind>(['last+tag', 'tag+next']))
  const sumOf = (features: readonly string[]): Float64Array => {
    const sum = new Float64Array(tagCount)
    for (const name of features) add(sum, 0, weights.features.get(name) ?? none)
    return sum
  }
  const enclosed = new Map(enclosures.map((one) => [one, weights.features.get(enclosureFeature(one))]))
  const learnt = (word: Word): Known => ({
    own: sumOf(ownFeatures(word)),
    asLast: sumOf(lastFeatures(word)),
    asNext: sumOf(nextFeatures(word)),
    withWord: wordPairs.get(word.text),
    withTag: tagPairs.get(word.tag),
  })
  let kept = 0
  const byTag = new Map<string, Map<string, Known>>()
  const knownOf = (word: Word): Known => {
    const known = byTag.get(word.tag)?.get(word.text)
    if (known !== undefined) return known
    if (kept >= mostKept) byTag.clear()
    kept = kept >= mostKept ? 1 : kept + 1
    const fresh = learnt(word)
    const words = byTag.get(word.tag) ?? new Map<string, Known>()
    byTag.set(word.tag, words.set(word.text, fresh))
    return fresh
  }
  const [start, end] = [learnt(startMark), learnt(endMark)]
  return (words, least) => {
    if (words.length === 0) return []
    const known = words.map(knownOf)
    const marks = enclosuresOf(words)
    const scores = new Float64Array(words.length * tagCount)
    let last = start
    let before = besideOf(start, words[0] ?? endMark)
    for (let index = 0; index < words.length; index++) {
      const at = index * tagCount
      const own = known[index] ?? start
      const behind = besideOf(own, words[index + 1] ?? endMark)
      const asNext = (known[index + 1] ?? end).asNext
      const mark = enclosed.get(marks[index] ?? '') ?? none
      put(scores, at, [own.own, last.asLast, asNext, before.tags.second, behind.tags.first, mark])
      add(scores, at, before.words.second)
      add(scores, at, behind.words.first)
      last = own
      before = behind
    }
    return probableNames(latticeOf(scores, steps), least)
  }
}
