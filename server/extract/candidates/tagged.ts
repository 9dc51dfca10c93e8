/** Names the tagger finds, the less sure the less probable they are. */
import type { Label } from '../../model/model.ts'
import { isCoined, isThingWord } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import type { ProbableName } from '../tagger/names.ts'
import type { Tagger } from '../tagger/tagger.ts'
import { heads, products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { isCounted } from './projects.ts'

/** The name of this generator. */
export const taggedRule = 'tagged'

/** Less probable names are as often wrong as right, and their rate would be worth nothing. */
const leastProbable = 0.6
/** From here common words are a firm's name: 太平洋. */
const sureOfCommonWords = 0.9
/** How much of the doubt in a probability goes into the rate. */
const weightOfDoubt = 1.5

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

/** What is no name of each label by itself: 系统 is no product, 智能制造示范工厂 no project. */
const generic = new Map<Label, ReadonlySet<string>>([
  ['Product', new Set(products.generic)],
  ['Park', new Set(heads.Park.generic)],
  ['Project', new Set(heads.Project.generic)],
  ['Institution', new Set(heads.Institution.generic)],
  ['Cluster', new Set(heads.Cluster.generic)],
])

/** Words that join the parts of a sentence, never those of a name. */
const joints = new Set('的了着过在把被将由从对给让使')

const abstract = new Set(products.abstract)

/** 抓产业, 加快产业: a verb and the kind of thing it is done to, no name. */
const doesSomething = ([verb, thing, ...rest]: readonly Token[]): boolean =>
  verb !== undefined &&
  thing !== undefined &&
  rest.length === 0 &&
  heads.Cluster.heads.includes(thing.text) &&
  !isThingWord(verb)

/** 高确定性, 景气度: what things are like, no things. */
const quality = /[性度率]$/u

/** Whether the words may be a name of the label: common words are no firm, kinds of things are no name. */
const readsAsName = (
  scene: Scene,
  words: readonly Token[],
  { label, probability, first, last }: ProbableName,
  span: Span,
): boolean => {
  const own = words.slice(first, last + 1)
  if (own.some(({ text }) => joints.has(text)) || doesSomething(own)) return false
  const end = own.at(-1)?.text ?? ''
  if (label === 'Product' && (abstract.has(end) || quality.test(end))) return false
  if (label === 'Project' && isCounted(scene, span)) return false
  if (label === 'Company') return probability >= sureOfCommonWords || isCoined(scene, span)
  return generic.get(label)?.has(scene.text.slice(span.start, span.end)) !== true
}

/** Proposes the new names that a tagger finds. */
export const tagged = (scene: Scene, tagger: Tagger): readonly Candidate[] =>
  wordsBySentence(scene).flatMap((words) =>
    tagger(words, leastProbable).flatMap((name) => {
      const [start, end] = [words[name.first]?.start, words[name.last]?.end]
      if (start === undefined || end === undefined) return []
      const { label, probability } = name
      if (isKnown(scene, label, scene.text.slice(start, end))) return []
      if (!readsAsName(scene, words, name, { start, end })) return []
      const candidate = propose(taggedRule, label, { start, end })
      return [{ ...candidate, rate: candidate.rate - weightOfDoubt * (1 - probability) }]
    }),
  )
