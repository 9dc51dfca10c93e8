/** Names the tagger finds, as sure as they are probable. */
import type { Scene, Token } from '../scene.ts'
import { shippedTagger } from '../tagger/shipped.ts'
import type { Tagger } from '../tagger/tagger.ts'
import { propose, type Candidate } from './candidate.ts'

/** Less probable names are wrong more often than they are right. */
const leastProbable = 0.4

/** The words of each sentence. */
const wordsBySentence = ({ sentences, tokenAt, beside }: Scene): readonly (readonly Token[])[] =>
  sentences.map(({ start }) => {
    const words: Token[] = []
    for (let token = tokenAt(start); token !== undefined; token = beside(token, 1)) words.push(token)
    return words
  })

/** Proposes the names that a tagger finds. */
export const taggedBy =
  (tagger: Tagger) =>
  (scene: Scene): readonly Candidate[] =>
    wordsBySentence(scene).flatMap((words) =>
      tagger(words, leastProbable).flatMap(({ first, last, label, probability }) => {
        const [from, to] = [words[first], words[last]]
        if (from === undefined || to === undefined) return []
        const candidate = propose('tagged', label, { start: from.start, end: to.end })
        return [{ ...candidate, rate: candidate.rate * probability }]
      }),
    )

/** Proposes the names that the shipped tagger finds. */
export const tagged = taggedBy(shippedTagger)
