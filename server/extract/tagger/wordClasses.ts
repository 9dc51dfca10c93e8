/** Which of the product's word lists a word stands in: what tells the tagger of words it has not seen. */
import { formQualifiers, industryWords, legalForms, regions } from '../../names/lexicon.ts'
import { blocks, boundaries, companies, countries, heads, products, terms, verbs } from '../words.ts'

const classes = new Map<string, string[]>()

const add = (name: string, words: Iterable<string>): void => {
  for (const word of new Set(words)) {
    const found = classes.get(word)
    if (found) found.push(name)
    else classes.set(word, [name])
  }
}

const isWord = (value: unknown): value is string => typeof value === 'string'
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Adds lists of words, by their names, and those of lists inside. */
const addAll = (prefix: string, lists: Readonly<Record<string, unknown>>): void => {
  for (const [name, value] of Object.entries(lists))
    if (Array.isArray(value)) add(`${prefix}.${name}`, value.filter(isWord))
    else if (isRecord(value)) addAll(`${prefix}.${name}`, value)
}

addAll('', { blocks, boundaries, companies, countries, heads: { ...heads }, products, terms, verbs })
add('trade', industryWords)
add(
  'form',
  [...legalForms, ...formQualifiers].map(({ text }) => text),
)
add(
  'region',
  regions.map(({ name }) => name),
)
add(
  'region-short',
  regions.map(({ short }) => short),
)

const none: readonly string[] = []

/** The names of the lists that a word stands in, in a fixed order. */
export const classesOf = (word: string): readonly string[] => classes.get(word) ?? none

/** The longest end of a word that is looked for in the lists. */
const longestEnd = 4

/** The names of the lists that shorter words stand in which the word ends with: 产业园 for 智造产业园. */
export const endClassesOf = (word: string): readonly string[] => {
  const found: string[] = []
  for (let length = 1; length <= longestEnd && length < word.length; length++)
    found.push(...classesOf(word.slice(-length)))
  return found
}
