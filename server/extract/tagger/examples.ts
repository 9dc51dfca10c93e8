/** Annotated documents as examples to learn from. */
import { labels, type Label } from '../../model/model.ts'
import { cut } from '../segment.ts'
import { splitSentences } from '../sentence.ts'
import type { Span } from '../span.ts'
import { featuresOf } from './features.ts'
import { beginOf, endOf, insideOf, outside, singleOf } from './tags.ts'
import type { Example } from './train.ts'

/** A name annotated in a text. */
export interface AnnotatedName extends Span {
  readonly label: Label
}

/** The tags of a sentence whose words lie at `places`; a name that begins or ends inside a word is passed over. */
const tagsOf = (places: readonly Span[], names: readonly AnnotatedName[]): readonly number[] => {
  const tags = places.map(() => outside)
  for (const { start, end, label } of names) {
    const first = places.findIndex((place) => place.start === start)
    const last = places.findIndex((place) => place.end === end)
    if (first < 0 || last < first) continue
    const index = labels.indexOf(label)
    tags.fill(insideOf(index), first, last + 1)
    tags[first] = first === last ? singleOf(index) : beginOf(index)
    if (first < last) tags[last] = endOf(index)
  }
  return tags
}

/** The sentences of a text with the names annotated in it, which do not overlap, as examples. */
export const examplesOf = (text: string, names: readonly AnnotatedName[]): readonly Example[] =>
  splitSentences(text).map((sentence) => {
    let end = sentence.start
    const words = cut(text.slice(sentence.start, sentence.end)).map(({ word, tag }) => {
      const start = end
      end += word.length
      return { start, end, text: word, tag }
    })
    return { features: featuresOf(words), tags: tagsOf(words, names) }
  })
