/** A question cut into tokens: names, words of the grammar, products, figures and years; what is left is unknown. */
import type { Entity } from '../names/catalog.ts'
import { longestWord, lexicon, wordSenses, type WordSense } from './grammar.ts'
import type { Mention } from './plan.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A stretch of the normalised question, with all it may be. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly mention: Mention | null
  readonly senses: readonly WordSense[]
  /** A product stated on supplies, or one that only looks like a product. */
  readonly product: 'known' | 'unknown' | null
  readonly isMetric: boolean
  readonly year: { readonly year: string; readonly month: string } | null
}

/** What an unknown character costs beside a token: no way of cutting leaves one out that another covers. */
const unknownCost = 1_000
const tokenCost = 10
/** Where two ways have equally many tokens, the one with names wins. */
const nameGain = 3

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
  year: null,
})

const tokenAt = (options: {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly vocabulary: Vocabulary
}): Token | null => {
  const { text, start, end, vocabulary } = options
  const key = text.slice(start, end)
  const entities: readonly Entity[] = vocabulary.names.get(key) ?? []
  const senses = wordSenses.get(key) ?? []
  const product = vocabulary.productKeys.has(key) && key.length > 1 ? 'known' : null
  const isMetric = vocabulary.metrics.has(key)
  if (entities.length === 0 && senses.length === 0 && product === null && !isMetric) return null
  return {
    ...blankToken(text, start, end),
    mention: entities.length > 0 ? { start, end, entities } : null,
    senses,
    product,
    isMetric,
  }
}

/** All tokens that start at a place. */
const tokensFrom = (text: string, start: number, vocabulary: Vocabulary): Token[] => {
  if (insideLatin(text, start)) return []
  const year = yearAt(text, start)
  const found: Token[] = year === null ? [] : [year]
  const longest = Math.min(text.length, start + Math.max(longestWord, vocabulary.longestName))
  for (let end = start + 1; end <= longest; end++) {
    if (insideLatin(text, end)) continue
    const token = tokenAt({ text, start, end, vocabulary })
    if (token !== null) found.push(token)
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
        cost: here.cost + tokenCost - (token.mention === null ? 0 : nameGain),
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

export interface Lattice {
  /** The cheapest cut. */
  readonly path: readonly Token[]
  /** The cut, and other ways to cut its words. */
  readonly tokens: readonly Token[]
  readonly unknown: readonly Token[]
  readonly length: number
}

/** The tokens of a question. Linear in its length for names of bounded length. */
export const cut = (text: string, vocabulary: Vocabulary): Lattice => {
  const from = Array.from({ length: text.length }, (_none, start) => tokensFrom(text, start, vocabulary))
  const path = cheapest(text, from)
  const known = path.filter((step): step is Token => typeof step !== 'number')
  const unknown = unknownRuns(text, path)
  const within = known
    .filter(({ mention }) => mention === null)
    .flatMap(({ start, end }) =>
      from
        .slice(start, end)
        .flat()
        .filter(
          (token) => token.end <= end && token.end - token.start < end - start && token.mention === null,
        ),
    )
  return {
    path: [...known, ...unknown].sort((left, right) => left.start - right.start),
    tokens: [...known, ...within, ...unknown],
    unknown,
    length: text.length,
  }
}
