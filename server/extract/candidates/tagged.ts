/** Names the tagger finds, the less sure the less probable they are. */
import type { Label } from '../../model/model.ts'
import { isCoined } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import type { ProbableName } from '../tagger/names.ts'
import type { Tagger } from '../tagger/tagger.ts'
import { propose, type Candidate } from './candidate.ts'

/** The name of this generator. */
export const taggedRule = 'tagged'

/** Less probable names cost more relationships that are wrong than they bring right ones. */
const leastProbable = 0.6
/** From here a name is sure: it tells that its sentence speaks of things with names. */
const sure = 0.9
/** How many sure names a sentence holds beside one that is proposed: prose about other matters holds fewer. */
const leastBeside = 2
/** From here common words are a firm's name: 太平洋. */
const sureOfCommonWords = 0.95
/** How much of the doubt in a probability goes into the rate. */
const weightOfDoubt = 0.8

/** The words of each sentence. */
const wordsBySentence = ({ tokens }: Scene): readonly (readonly Token[])[] => {
  const sentences: Token[][] = []
  let last: Token | undefined
  for (const token of tokens) {
    if (token.sentence === last?.sentence) sentences.at(-1)?.push(token)
    else sentences.push([token])
    last = token
  }
  return sentences
}

/** Whether a text is a known name of the label: whether it is meant here, the known names' generator decides. */
const isKnown = ({ gazetteer }: Scene, label: Label, text: string): boolean =>
  gazetteer.named(text).some((known) => known.label === label)

const isAmongNames = (name: ProbableName, names: readonly ProbableName[]): boolean =>
  names.filter(
    ({ first, last, probability }) => probability >= sure && (last < name.first || first > name.last),
  ).length >= leastBeside

const readsAsName = (scene: Scene, { label, probability }: ProbableName, span: Span): boolean =>
  label !== 'Company' || probability >= sureOfCommonWords || isCoined(scene, span)

/** Proposes the new names that a tagger finds in sentences with several names. */
export const tagged = (scene: Scene, tagger: Tagger): readonly Candidate[] =>
  wordsBySentence(scene).flatMap((words) => {
    const names = tagger(words, leastProbable)
    return names.flatMap((name) => {
      const [start, end] = [words[name.first]?.start, words[name.last]?.end]
      if (start === undefined || end === undefined || !isAmongNames(name, names)) return []
      const { label, probability } = name
      if (isKnown(scene, label, scene.text.slice(start, end))) return []
      if (!readsAsName(scene, name, { start, end })) return []
      const candidate = propose(taggedRule, label, { start, end })
      return [{ ...candidate, rate: candidate.rate - weightOfDoubt * (1 - probability) }]
    })
  })
