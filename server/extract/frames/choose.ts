/** Which frames may fit a sentence: those whose words it has, in their order, and names for their slots. */
import { frames, vocabulary, type Frame } from './frame.ts'
import { bitsOf, hasWords, type Offer } from './offer.ts'
import type { Part } from './pattern.ts'

/** What a frame asks of a sentence. */
interface Needs {
  readonly frame: Frame
  /** The lists of words that it must have one of each. */
  readonly lists: readonly number[]
  /** For each slot that must be filled the labels that fill it, as bits, by where names are looked for. */
  readonly named: readonly number[]
  readonly meant: readonly number[]
  /** Of a subject at its beginning, which may go on from the clause before. */
  readonly subject: number | undefined
}

const labelsOf = (parts: readonly Part[], isTopic: boolean): readonly number[] =>
  parts.flatMap((part) =>
    part.kind === 'slot' && !part.optional && part.role !== 'product' && part.topic === isTopic
      ? [bitsOf(part.labels)]
      : [],
  )

const needsOf = (frame: Frame): Needs => {
  const [first, ...rest] = frame.parts
  const isSubject = first?.kind === 'slot' && !first.topic && first.role !== 'product'
  return {
    frame,
    lists: frame.parts.flatMap((part) => (part.kind === 'words' && !part.optional ? [part.list] : [])),
    named: labelsOf(isSubject ? rest : frame.parts, false),
    meant: labelsOf(frame.parts, true),
    subject: isSubject && !first.optional ? bitsOf(first.labels) : undefined,
  }
}

const needs = frames.map(needsOf)

/** How many frames need each list. */
const uses = new Map<number, number>()
for (const { lists } of needs) for (const list of lists) uses.set(list, (uses.get(list) ?? 0) + 1)

/** The numbers of the frames by each word of the list they need that the fewest others do; and of those that need none. */
const byWord = new Map<number, number[]>()
const wordless: number[] = []
for (const [number, { lists }] of needs.entries()) {
  const [rarest] = [...lists].sort((left, right) => (uses.get(left) ?? 0) - (uses.get(right) ?? 0))
  if (rarest === undefined) wordless.push(number)
  else
    for (const word of vocabulary.wordsIn(rarest)) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [number])
      else known.push(number)
    }
}

/** Whether a sentence has names, or speaks of some, for all slots of a frame. */
const isNamed = ({ named, meant, subject }: Needs, offer: Offer): boolean =>
  (subject === undefined || (subject & (offer.named | offer.going)) !== 0) &&
  named.every((bits) => (bits & offer.named) !== 0) &&
  meant.every((bits) => (bits & offer.meant) !== 0)

/** How many kinds of sentences are kept; beyond it all are forgotten. */
const mostKept = 1000

/** By the labels that sentences have, then by word, the numbers of the frames that both allow. */
const allowed = new Map<string, Map<number, readonly number[]>>()

const allowedIn = (offer: Offer): Map<number, readonly number[]> => {
  const key = `${offer.named.toString()} ${offer.going.toString()} ${offer.meant.toString()}`
  const known = allowed.get(key)
  if (known !== undefined) return known
  if (allowed.size >= mostKept) allowed.clear()
  const fresh = new Map<number, readonly number[]>()
  allowed.set(key, fresh)
  return fresh
}

const isNeedNamed =
  (offer: Offer) =>
  (number: number): boolean => {
    const one = needs[number]
    return one !== undefined && isNamed(one, offer)
  }

/** The frames that may fit a sentence, in their order. */
export const framesFor = (offer: Offer): readonly Frame[] => {
  const may = new Set(wordless.filter(isNeedNamed(offer)))
  const known = allowedIn(offer)
  for (const word of offer.said.words) {
    let numbers = known.get(word)
    if (numbers === undefined) {
      numbers = (byWord.get(word) ?? []).filter(isNeedNamed(offer))
      known.set(word, numbers)
    }
    for (const number of numbers) may.add(number)
  }
  return [...may]
    .sort((left, right) => left - right)
    .flatMap((number) => needs[number]?.frame ?? [])
    .filter(({ parts }) => hasWords(offer.said, parts, offer.layout.sentence.start))
}
