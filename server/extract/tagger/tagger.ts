/** Finds names by what has been learned from annotated documents. */
import {
  enclosureFeature,
  enclosures,
  enclosuresOf,
  endMark,
  lastFeatures,
  nextFeatures,
  ownFeatures,
  pairKinds,
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

/** How many words' sums are kept; beyond it all are forgotten. */
const mostKept = 20_000

/** Weights by the second of two words or tags. */
type BySecond = ReadonlyMap<string, Float64Array>

/** What is known of a word, added up once: what it tells of itself, of its neighbours, and together with them. */
interface Known {
  readonly own: Float64Array
  readonly asLast: Float64Array
  readonly asNext: Float64Array
  readonly pairs: Readonly<Record<PairKind, BySecond | undefined>>
}

/** Weights of pairs by kind, first and second. */
const pairsOf = ({ features }: Weights): Readonly<Record<PairKind, ReadonlyMap<string, BySecond>>> => {
  const byKind = {
    'last+word': new Map<string, Map<string, Float64Array>>(),
    'word+next': new Map<string, Map<string, Float64Array>>(),
    'last+tag': new Map<string, Map<string, Float64Array>>(),
    'tag+next': new Map<string, Map<string, Float64Array>>(),
  }
  for (const [name, weights] of features) {
    const pair = readPair(name)
    if (pair === undefined) continue
    const { kind, left, right } = pair
    const seconds = byKind[kind].get(left) ?? new Map<string, Float64Array>()
    byKind[kind].set(left, seconds.set(right, weights))
  }
  return byKind
}

/** Adds a row of weights to the scores of the word at `at`. */
const add = (scores: ByWordAndTag, at: number, row: Float64Array | undefined): void => {
  if (row === undefined) return
  for (let tag = 0; tag < tagCount; tag++) scores[at + tag] = (scores[at + tag] ?? 0) + (row[tag] ?? 0)
}

/** Sets the scores of the word at `at` to the sum of three rows. */
const put = (
  scores: ByWordAndTag,
  at: number,
  [one, other, third]: readonly [Float64Array, Float64Array, Float64Array],
): void => {
  for (let tag = 0; tag < tagCount; tag++)
    scores[at + tag] = (one[tag] ?? 0) + (other[tag] ?? 0) + (third[tag] ?? 0)
}

/** The tagger that has learned these weights. */
export const taggerWith = (weights: Weights): Tagger => {
  const steps = stepsOf(weights)
  const pairs = pairsOf(weights)
  const sumOf = (features: readonly string[]): Float64Array => {
    const sum = new Float64Array(tagCount)
    for (const name of features) add(sum, 0, weights.features.get(name))
    return sum
  }
  const enclosed = new Map(enclosures.map((one) => [one, weights.features.get(enclosureFeature(one))]))
  const learnt = (word: Word): Known => {
    const { text, tag } = word
    const [last, next, lastTag, nextTag] = pairKinds
    return {
      own: sumOf(ownFeatures(word)),
      asLast: sumOf(lastFeatures(word)),
      asNext: sumOf(nextFeatures(word)),
      pairs: {
        [last]: pairs[last].get(text),
        [next]: pairs[next].get(text),
        [lastTag]: pairs[lastTag].get(tag),
        [nextTag]: pairs[nextTag].get(tag),
      },
    }
  }
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
    for (const [index, word] of words.entries()) {
      const at = index * tagCount
      const last = known[index - 1] ?? start
      const own = known[index] ?? start
      const next = words[index + 1] ?? endMark
      put(scores, at, [own.own, last.asLast, (known[index + 1] ?? end).asNext])
      add(scores, at, last.pairs['last+word']?.get(word.text))
      add(scores, at, own.pairs['word+next']?.get(next.text))
      add(scores, at, last.pairs['last+tag']?.get(word.tag))
      add(scores, at, own.pairs['tag+next']?.get(next.tag))
      add(scores, at, enclosed.get(marks[index] ?? ''))
    }
    return probableNames(latticeOf(scores, steps), least)
  }
}
