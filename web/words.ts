import { createContext, useContext } from 'react'
import type { Label, ModelAnswer, RelationshipType } from './answers.ts'
import type { Scheme } from './color.ts'
import { strongColor } from './color.ts'
import type { Language } from './state.ts'
import type { Text } from './text/catalogue.ts'
import { en } from './text/en.ts'
import { zh } from './text/zh.ts'

/** How things are called and coloured: the page's own words and the model's, in the chosen language and scheme. */
export interface Words {
  language: Language
  scheme: Scheme
  text: Text
  labelName: (label: Label) => string
  typeName: (type: RelationshipType) => string
  /** The model's colour of a label, as declared. */
  colors: ReadonlyMap<Label, string>
  /** The colour of a label's dot or border on the page. */
  colorOf: (label: Label) => string
}

/** The catalogue of a language. */
export function textIn(language: Language): Text {
  return language === 'en' ? en : zh
}

/** Joins the page's words with those of the model; until the model is here, labels and types go by their key. */
export function wordsOf(language: Language, scheme: Scheme, answer: ModelAnswer | undefined): Words {
  const pick = (named: { name: string; englishName: string }): string =>
    language === 'en' ? named.englishName : named.name
  const labels = new Map(answer?.model.labels.map((label) => [label.label, pick(label)]))
  const types = new Map(answer?.model.relationshipTypes.map((type) => [type.type, pick(type)]))
  const colors = new Map(answer?.model.labels.map(({ label, color }) => [label, color]))
  return {
    language,
    scheme,
    text: textIn(language),
    labelName: (label) => labels.get(label) ?? label,
    typeName: (type) => types.get(type) ?? type,
    colors,
    colorOf: (label) => strongColor(colors.get(label) ?? '', scheme),
  }
}

export const WordsContext = createContext<Words>(wordsOf('zh', 'light', undefined))

/** The words of the page. */
export function useWords(): Words {
  return useContext(WordsContext)
}
