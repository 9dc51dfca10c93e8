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

const mayFit = ({ frame, lists, named, meant, subject }: Needs, offer: Offer): boolean => {
  if (subject !== undefined && (subject & (offer.named | offer.going)) === 0) return false
  for (const bits of named) if ((bits & offer.named) === 0) return false
  for (const bits of meant) if ((bits & offer.meant) === 0) return false
  for (const list of lists) if (!offer.said.has(list)) return false
  return hasWords(offer.said, frame.parts, offer.layout.sentence.start)
}

/** The frames that may fit a sentence, in their order. */
export const framesFor = (offer: Offer): readonly Frame[] => {
  const asked = new Uint8Array(needs.length)
  const may: number[] = []
  const ask = (number: number): void => {
    const one = needs[number]
    if (one === undefined || asked[number] === 1) return
    asked[number] = 1
    if (mayFit(one, offer)) may.push(number)
  }
  wordless.forEach(ask)
  for (const word of offer.said.words) byWord.get(word)?.forEach(ask)
  return may.sort((left, right) => left - right).flatMap((number) => needs[number]?.frame ?? [])
}
