/** Names the tagger finds, the less sure the less probable they are. */
import type { Label } from '../../model/model.ts'
import type { Scene, Token } from '../scene.ts'
import { shippedTagger } from '../tagger/shipped.ts'
import type { Tagger } from '../tagger/tagger.ts'
import { propose, type Candidate } from './candidate.ts'

/** The name of this generator. */
export const taggedRule = 'tagged'

/** Less probable names cost more relationships that are wrong than they bring right ones. */
const leastProbable = 0.6

/** The words of each sentence. */
const wordsBySentence = ({ sentences, tokenAt, beside }: Scene): readonly (readonly Token[])[] =>
  sentences.map(({ start }) => {
    const words: Token[] = []
    for (let token = tokenAt(start); token !== undefined; token = beside(token, 1)) words.push(token)
    return words
  })

/** Whether a text is a known name of the label: whether it is meant here, the known names' generator decides. */
const isKnown = ({ gazetteer }: Scene, label: Label, text: string): boolean =>
  gazetteer.named(text).some((known) => known.label === label)

/** Proposes the names that a tagger finds. */
export const taggedBy =
  (tagger: Tagger) =>
  (scene: Scene): readonly Candidate[] =>
    wordsBySentence(scene).flatMap((words) =>
      tagger(words, leastProbable).flatMap(({ first, last, label, probability }) => {
        const [from, to] = [words[first], words[last]]
        if (from === undefined || to === undefined) return []
        if (isKnown(scene, label, scene.text.slice(from.start, to.end))) return []
        const candidate = propose(taggedRule, label, { start: from.start, end: to.end })
        return [{ ...candidate, rate: candidate.rate - (1 - probability) }]
      }),
    )

/** Proposes the names that the shipped tagger finds. */
export const tagged = taggedBy(shippedTagger)
