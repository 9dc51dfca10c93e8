/** What the tagger has learned, and how it is kept in a file of text. */
import { projectFile } from '../../project.ts'
import type { ByWordAndTag } from './lattice.ts'
import { stepCount, tagCount } from './tags.ts'

/** Where the shipped weights lie. */
export const weightsFile = projectFile('data', 'lexicon', 'tagger.tsv')

export interface Weights {
  /** For each feature, its weight for each tag. */
  readonly features: ReadonlyMap<string, Float64Array>
  /** The weight of going from one tag to the next, by step. */
  readonly steps: Float64Array
}

/** The score of each tag at each word of a sentence: the sum of its features' weights. */
export const scoresOf = (words: readonly (readonly Float64Array[])[]): ByWordAndTag => {
  const scores = new Float64Array(words.length * tagCount)
  let at = 0
  for (const rows of words) {
    for (const row of rows)
      for (let tag = 0; tag < tagCount; tag++) scores[at + tag] = (scores[at + tag] ?? 0) + (row[tag] ?? 0)
    at += tagCount
  }
  return scores
}

/** The factors of the steps between tags, e^weight. */
export const stepsOf = ({ steps }: Pick<Weights, 'steps'>): Float64Array =>
  steps.map((weight) => Math.exp(weight))

/** Weights are kept in steps of this size, as one printable character each; those below the least are left out. */
const grain = 0.06
const least = 0.1
const zero = '!'.charCodeAt(0) + 46
const most = 46
const firstTag = 'A'.charCodeAt(0)

const written = (row: Float64Array): string =>
  [...row]
    .map((weight, tag) => {
      const grains = Math.max(-most, Math.min(most, Math.round(weight / grain)))
      return Math.abs(weight) < least ? '' : String.fromCharCode(firstTag + tag, zero + grains)
    })
    .join('')

/** Steps are written in lines of as many as there are tags. */
const stepLines = Math.ceil(stepCount / tagCount)
const stepName = (line: number): string => `steps ${line.toString()}`

/** Writes weights as text: a line for each feature, its name, a tab, then a character for the tag and one for the weight. */
export const writeWeights = ({ features, steps }: Weights): string => {
  const rows = [...features].sort(([left], [right]) => (left < right ? -1 : 1))
  const ways = Array.from({ length: stepLines }, (_, line): [string, Float64Array] => [
    stepName(line),
    steps.slice(line * tagCount, (line + 1) * tagCount),
  ])
  return [...ways, ...rows]
    .map(([name, row]): [string, string] => [name, written(row)])
    .filter(([, row]) => row !== '')
    .map(([name, row]) => `${name}\t${row}\n`)
    .join('')
}

const read = (text: string, line: number): Float64Array => {
  const row = new Float64Array(tagCount)
  for (let at = 0; at < text.length; at += 2) {
    const tag = text.charCodeAt(at) - firstTag
    const grains = text.charCodeAt(at + 1) - zero
    if (!(tag >= 0 && tag < tagCount && Math.abs(grains) <= most))
      throw new Error(
        `line ${line.toString()}: "${text.slice(at, at + 2)}" is no weight of a tag; write the file anew with npm run train`,
      )
    row[tag] = grains * grain
  }
  return row
}

/** Reads weights as `writeWeights` writes them; throws with the line that is not so written. */
export const readWeights = (text: string): Weights => {
  const features = new Map<string, Float64Array>()
  for (const [index, line] of text.split('\n').entries()) {
    const tab = line.lastIndexOf('\t')
    if (tab >= 0) features.set(line.slice(0, tab), read(line.slice(tab + 1), index + 1))
    else if (line !== '')
      throw new Error(`line ${(index + 1).toString()} has no tab; write the file anew with npm run train`)
  }
  const steps = new Float64Array(stepCount)
  for (let line = 0; line < stepLines; line++) {
    const first = line * tagCount
    steps.set(features.get(stepName(line))?.subarray(0, stepCount - first) ?? [], first)
    features.delete(stepName(line))
  }
  return { features, steps }
}
