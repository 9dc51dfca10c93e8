/** A question cut into tokens: names, words of the grammar, products, figures and years; what is left is unknown. */
import type { FoundName } from '../names/findNames.ts'
import type { MatchReason } from '../names/hits.ts'
import { elidedNames, shortenedNames } from './elided.ts'
import { guessNames } from './guess.ts'
import { longestWord, wordSenses, type WordSense } from './grammar.ts'
import type { Industry } from './industries.ts'
import { lexicon } from './lexicon.ts'
import { namesIn } from './namesIn.ts'
import type { Mention } from './plan.ts'
import type { Vocabulary } from './vocabulary.ts'
import {
  completedProduct,
  partedMetrics,
  productKinds,
  withoutPreamble,
  withPartedStages,
  withReferents,
} from './wordings.ts'

/** A stretch of the normalised question, with all it may be. */
export interface Token {
  readonly start: number
  readonly end: number
  /** As it is known, which may be longer than what was written. */
  readonly text: string
  readonly mention: Mention | null
  readonly senses: readonly WordSense[]
  /** A product stated on supplies, or one that only looks like a product. */
  readonly product: 'known' | 'unknown' | null
  readonly isMetric: boolean
  /** Clusters whose industry it names. */
  readonly industries: readonly Industry[]
  readonly year: { readonly year: string; readonly month: string } | null
  /** What it costs that the name is only guessed (pinyin, a slip); 0 for an exact one. */
  readonly guess: number
}

/** What a guessed reading of a name costs: less than a character that nothing explains, more than any word. */
const guessedCost = 300
const guessCost: Readonly<Partial<Record<MatchReason, number>>> = { PINYIN: 30 }

/** What an unknown character costs beside a token: no way of cutting leaves one out that another covers. */
const unknownCost = 1_000
const tokenCost = 10
/** Where two ways have equally many tokens, the one with names wins. */
const nameGain = 3

/** Marks, signs and spaces say nothing. */
const punctuation = /^[\p{P}\p{S} ]$/u

/** A sign adds nothing; the one that lists things may also stand for 和. */
const signSenses = (key: string): readonly WordSense[] => {
  if (!punctuation.test(key)) return []
  return key === '、' ? [{ kind: 'stop' }, { kind: 'word', symbol: '和' }] : [{ kind: 'stop' }]
}

const wordCharacter = /[a-z0-9]/

/** Whether Latin letters or digits go on across this place: no token starts or ends there. */
const insideLatin = (text: string, place: number): boolean =>
  place > 0 &&
  place < text.length &&
  wordCharacter.test(text.charAt(place - 1)) &&
  wordCharacter.test(text.charAt(place))

const digits = /^(?:19|20)\d\d$/

/** A year, or a year and a month, that starts here: 2023, 2023年, 2023年6月, 2023-06. */
const yearAt = (text: string, start: number): Token | null => {
  const year = text.slice(start, start + 4)
  if (!digits.test(year) || (start > 0 && /\d/.test(text.charAt(start - 1)))) return null
  let end = start + 4
  if (/\d/.test(text.charAt(end))) return null
  let month = ''
  const marked = text.charAt(end) === '年'
  if (marked || text.charAt(end) === '-') {
    const length = /\d/.test(text.charAt(end + 2)) ? 2 : 1
    const number = text.slice(end + 1, end + 1 + length)
    const closed = !marked || text.charAt(end + 1 + length) === '月'
    if (/^\d{1,2}$/.test(number) && Number(number) >= 1 && Number(number) <= 12 && closed) {
      month = number.padStart(2, '0')
      end += 1 + length + (marked ? 1 : 0)
    } else if (marked) end += text.charAt(end + 1) === '度' ? 2 : 1
  }
  return { ...blankToken(text, start, end), year: { year, month } }
}

const blankToken = (text: string, start: number, end: number): Token => ({
  start,
  end,
  text: text.slice(start, end),
  mention: null,
  senses: [],
  product: null,
  isMetric: false,
  industries: [],
  year: null,
  guess: 0,
})

/** A kind of region of one character (市, 区) ends many names: it is a word only right behind a question word. */
const sensesAt = (text: string, start: number, key: string): readonly WordSense[] => {
  const senses = wordSenses.get(key) ?? signSenses(key)
  const isAsked = (lexicon.words['谁'] ?? []).some((word) => text.endsWith(word, start))
  return key.length > 1 || isAsked
    ? senses
    : senses.filter((sense) => sense.kind !== 'head' || sense.label !== 'Region')
}

const termAt = (text: string, start: number, end: number, vocabulary: Vocabulary): Token | null => {
  const key = text.slice(start, end)
  const entities = vocabulary.general.get(key) ?? []
  const senses = sensesAt(text, start, key)
  const product = vocabulary.productKeys.has(key) && key.length > 1 ? 'known' : null
  const isMetric = vocabulary.metrics.has(key)
  const industries = vocabulary.industries.get(key) ?? []
  if (
    entities.length === 0 &&
    senses.length === 0 &&
    product === null &&
    !isMetric &&
    industries.length === 0
  )
    return null
  return {
    ...blankToken(text, start, end),
    mention: entities.length > 0 ? { start, end, entities } : null,
    senses,
    product,
    isMetric,
    industries,
  }
}

/** All tokens that start at a place. */
const tokensFrom = (options: {
  readonly text: string
  readonly start: number
  readonly names: readonly FoundName[]
  readonly vocabulary: Vocabulary
}): Token[] => {
  const { text, start, names, vocabulary } = options
  if (insideLatin(text, start)) return []
  const year = yearAt(text, start)
  const found: Token[] = year === null ? [] : [year]
  const longest = Math.min(text.length, start + Math.max(longestWord, vocabulary.longestTerm))
  const named = new Map(names.map((name) => [name.end, name]))
  const ends = new Set([
    ...named.keys(),
    ...Array.from({ length: longest - start }, (_none, index) => start + 1 + index),
  ])
  for (const end of ends) {
    if (insideLatin(text, end)) continue
    const term = termAt(text, start, end, vocabulary)
    const name = named.get(end)
    if (name === undefined && term === null) continue
    const token = term ?? blankToken(text, start, end)
    found.push(
      name === undefined
        ? token
        : { ...token, mention: { start, end, entities: name.entities }, guess: guessCost[name.reason] ?? 0 },
    )
  }
  return found
}

interface Cut {
  readonly cost: number
  readonly before: number
  readonly token: Token | null
}

/** The cheapest way to cut the text: least unknown, then fewest tokens, then most names. */
const cheapest = (text: string, from: readonly (readonly Token[])[]): (Token | number)[] => {
  const best: (Cut | undefined)[] = [{ cost: 0, before: 0, token: null }]
  const offer = (end: number, cut: Cut): void => {
    const known = best[end]
    if (known === undefined || cut.cost < known.cost) best[end] = cut
  }
  for (let place = 0; place < text.length; place++) {
    const here = best[place]
    if (here === undefined) continue
    offer(place + 1, { cost: here.cost + unknownCost, before: place, token: null })
    for (const token of from[place] ?? [])
      offer(token.end, {
        cost: here.cost + tokenCost + token.guess - (token.mention === null ? 0 : nameGain),
        before: place,
        token,
      })
  }
  const path: (Token | number)[] = []
  for (let place = text.length; place > 0;) {
    const cut = best[place]
    if (cut === undefined) break
    path.unshift(cut.token ?? cut.before)
    place = cut.before
  }
  return path
}

/** Runs of unknown characters, as tokens; one that ends like a product may be one. */
const unknownRuns = (text: string, path: readonly (Token | number)[]): Token[] => {
  const runs: { start: number; end: number }[] = []
  for (const step of path) {
    if (typeof step !== 'number') continue
    const last = runs[runs.length - 1]
    if (last?.end === step) last.end = step + 1
    else runs.push({ start: step, end: step + 1 })
  }
  return runs.map(({ start, end }) => {
    const token = blankToken(text, start, end)
    const looksLike = lexicon.productHeads.some((head) => token.text.endsWith(head))
    return looksLike ? { ...token, product: 'unknown' } : token
  })
}

/** An unknown run that is the beginning of one product is that product. */
const completed = (run: Token, vocabulary: Vocabulary): Token => {
  const product = completedProduct(run.text, vocabulary)
  return product === null ? run : { ...run, text: product, product: 'known' }
}

export interface Lattice {
  /** The cheapest cut. */
  readonly path: readonly Token[]
  /** Of the words of the path, those that may be read in parts, with each part. */
  readonly parts: readonly { readonly word: Token; readonly part: Token }[]
  readonly unknown: readonly Token[]
  readonly length: number
}

/** 有没有 asks, it does not deny; 上游产品 go into a product, and are not what its suppliers make. */
const isOnlyWhole = (sense: WordSense): boolean =>
  sense.kind === 'mark' || (sense.kind === 'word' && lexicon.unparted.includes(sense.symbol))

/** The tokens of a question. Linear in its length for names of bounded length. */
export const cut = (text: string, vocabulary: Vocabulary): Lattice => {
  const names = namesIn(text, vocabulary)
  const from = Array.from({ length: text.length }, (_none, start) =>
    tokensFrom({ text, start, names: names.get(start) ?? [], vocabulary }),
  )
  for (const { start, end, key } of partedMetrics(text, vocabulary))
    from[start]?.push({ ...blankToken(text, start, end), text: key, isMetric: true })
  const found = [...names.values()].flat()
  for (const { start, end, entities } of shortenedNames(text, found, vocabulary.owned))
    from[start]?.push({ ...blankToken(text, start, end), mention: { start, end, entities } })
  const first = cheapest(text, from)
  const unknown = unknownRuns(text, first)
  const elided = unknown.length === 0 ? [] : elidedNames(text, found, vocabulary.owned)
  const guesses = [...guessNames(text, unknown, vocabulary.search), ...elided]
  for (const { start, end, entities } of guesses)
    from[start]?.push({
      ...blankToken(text, start, end),
      mention: { start, end, entities },
      guess: guessedCost,
    })
  const kinds = productKinds(text, unknown, vocabulary)
  for (const { start, end } of kinds)
    from[start]?.push({ ...blankToken(text, start, end), product: 'known', guess: guessedCost })
  const path = guesses.length + kinds.length === 0 ? first : cheapest(text, from)
  const runs = new Set(unknownRuns(text, path).map((run) => completed(run, vocabulary)))
  const words = withPartedStages(
    withReferents(path.filter((step): step is Token => typeof step !== 'number')),
  )
  const tokens = withoutPreamble(
    text,
    [...words, ...runs].sort((left, right) => left.start - right.start),
  )
  const known = tokens.filter((token) => !runs.has(token))
  const parts = known
    .filter(
      (token) =>
        token.mention === null &&
        token.text === text.slice(token.start, token.end) &&
        !token.senses.some(isOnlyWhole),
    )
    .flatMap((word) =>
      from
        .slice(word.start, word.end)
        .flat()
        .filter(
          ({ start, end, mention }) =>
            end <= word.end && end - start < word.end - word.start && mention === null,
        )
        .map((part) => ({ word, part })),
    )
  return {
    path: tokens,
    parts,
    unknown: tokens.filter((token) => runs.has(token) && token.product !== 'known'),
    length: text.length,
  }
}
