/** What a question says beside its frame: marks, stages, periods and tiers, wherever they stand. */
import type { Stage } from '../model/stage.ts'
import type { Lattice, Token } from './lattice.ts'
import { lexicon, type Mark } from './lexicon.ts'
import type { Period } from './plan.ts'

/** What was said anywhere in a question that belongs to all of it. */
export interface Circumstances {
  readonly marks: ReadonlySet<Mark>
  readonly countAsked: boolean
  readonly stages: readonly Stage[]
  readonly depth: number | null
  /** How many of the first are asked for. */
  readonly first: number | null
  readonly founded: readonly ('confidence' | 'sources')[]
  readonly period: Period | null
  /** The day of the question, 2026-11-25. */
  readonly today: string
}

const loose: ReadonlySet<string> = new Set([
  'stop',
  'mark',
  'stage',
  'tier',
  'top',
  'founded',
  'year',
  'yearPart',
])

const isPeriod = (token: Token | undefined): boolean =>
  token !== undefined &&
  (token.year !== null ||
    token.senses.some(({ kind }) => kind === 'year' || kind === 'yearPart' || kind === 'until'))

const isPlace = (token: Token | undefined): boolean =>
  token?.mention?.entities.every(({ label }) => label === 'Park' || label === 'Region') ?? false

/** 截至 and 以前 belong to the year they stand beside; anywhere else such a word says something of its own. */
const isLoose = (token: Token, index: number, path: readonly Token[]): boolean =>
  token.year !== null ||
  isFinalPolar(token, index, path) ||
  token.senses.some(
    (sense) =>
      loose.has(sense.kind) ||
      (sense.kind === 'word' && sense.symbol === '的') ||
      (sense.kind === 'possessive' && isPlace(path[index + 1])) ||
      (sense.kind === 'local' && isPlace(path[index - 1])) ||
      (sense.kind === 'until' && (isPeriod(path[index - 1]) || isPeriod(path[index + 1]))),
  )

/** 甲是乙的子公司不: a 不 at the very end asks for yes or no. */
const isFinalPolar = (token: Token, index: number, path: readonly Token[]): boolean =>
  lexicon.finalPolar.includes(token.text) &&
  index > 0 &&
  path.slice(index + 1).every(({ senses }) => senses.some(({ kind }) => kind === 'stop'))

/** Whether a part of a longer word is passed over where that is read in parts: 的 of 谁的, the stage of 已经在. */
const isLooseWithin = (part: Token, word: Token): boolean =>
  part.senses.some(
    (sense) =>
      sense.kind === 'stop' ||
      (sense.kind === 'word' && sense.symbol === '的') ||
      (sense.kind === 'stage' &&
        word.senses.some((whole) => whole.kind === 'stage' && whole.stage === sense.stage)),
  )

/** From each place, those that are reached over tokens that need no place in a frame. */
export const skipsOf = (lattice: Lattice): ReadonlyMap<number, readonly number[]> => {
  const over = new Map<number, number[]>()
  const pass = ({ start, end }: Token): unknown => over.set(start, [...(over.get(start) ?? []), end])
  const words = lattice.path.filter(({ text }) => text !== ' ')
  for (const token of lattice.path.filter(({ text }) => text === ' ')) pass(token)
  for (const [index, token] of words.entries()) if (isLoose(token, index, words)) pass(token)
  for (const { word, part } of lattice.parts) if (isLooseWithin(part, word)) pass(part)
  const skips = new Map<number, readonly number[]>()
  for (let place = lattice.length; place >= 0; place--)
    skips.set(place, [
      ...new Set([place, ...(over.get(place) ?? []).flatMap((end) => skips.get(end) ?? [end])]),
    ])
  return skips
}

const periodOf = (tokens: readonly Token[], today: string): Circumstances['period'] => {
  const part = tokens.flatMap(({ senses }) =>
    senses.flatMap((sense) => (sense.kind === 'yearPart' ? [sense.part] : [])),
  )[0]
  for (const { year, senses } of tokens) {
    if (year !== null) return { ...year, part: part ?? '' }
    for (const sense of senses)
      if (sense.kind === 'year')
        return { year: (Number(today.slice(0, 4)) + sense.back).toString(), month: '', part: part ?? '' }
  }
  return part === undefined ? null : { year: '', month: '', part }
}

/** What stands in the question beside its frame. */
export const circumstancesOf = (path: readonly Token[], today: string): Circumstances => {
  const senses = path.flatMap((token) => token.senses)
  const words = path.filter(({ text }) => text !== ' ')
  const isPolar = words.some((token, index) => isFinalPolar(token, index, words))
  return {
    marks: new Set([
      ...senses.flatMap((sense) => (sense.kind === 'mark' ? [sense.mark] : [])),
      ...(isPolar ? (['polar'] as const) : []),
    ]),
    countAsked: senses.some(({ kind }) => kind === 'countAsked'),
    stages: [...new Set(senses.flatMap((sense) => (sense.kind === 'stage' ? [sense.stage] : [])))],
    first: senses.flatMap((sense) => (sense.kind === 'top' ? [sense.first] : []))[0] ?? null,
    depth: senses.flatMap((sense) => (sense.kind === 'tier' ? [sense.depth] : []))[0] ?? null,
    founded: senses.flatMap((sense) => (sense.kind === 'founded' ? [sense.how] : [])),
    period: periodOf(path, today),
    today,
  }
}
