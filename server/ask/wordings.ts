/** Tokens that are not written as they are known: figures parted by a question word, products cut short, it for a name. */
import { stages } from '../model/stage.ts'
import { nameKey } from '../names/normalise.ts'
import type { Token } from './lattice.ts'
import { lexicon } from './lexicon.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A stretch of text with the spelling it stands for. */
export interface Stretch {
  readonly start: number
  readonly end: number
  readonly key: string
}

/** How far before and behind a question word the parts of a figure's name are looked for. */
const longestHead = 12
const longestTail = 20
const shortestPart = 2
/** What may stand between the head of the name and the question word, or behind it: 新增了几家的. */
const fillers: readonly string[] = ['', '了']

const partedAt = (text: string, start: number, end: number, metrics: ReadonlySet<string>): Stretch | null => {
  for (const filler of fillers) {
    const to = start - filler.length
    if (!text.slice(0, start).endsWith(filler)) continue
    for (let from = Math.max(0, to - longestHead); from <= to - shortestPart; from++)
      for (let last = Math.min(text.length, end + longestTail); last >= end + shortestPart; last--) {
        const key = text.slice(from, to) + text.slice(end, last)
        if (metrics.has(key)) return { start: from, end: last, key }
      }
  }
  return null
}

/** The most question words of one question that are tried. */
const mostTried = 4

/** Figures whose names a question word parts: 新增了几家专精特新企业 asks for 新增专精特新企业. */
export const partedMetrics = (text: string, { metrics }: Vocabulary): readonly Stretch[] => {
  const found: Stretch[] = []
  let tried = 0
  for (let start = 0; start < text.length && tried < mostTried; start++) {
    const word = lexicon.asking.count.find((one) => text.startsWith(one, start))
    if (word === undefined) continue
    tried++
    const longest = lexicon.asking.count.filter((one) => text.startsWith(one, start))
    for (const { length } of longest) {
      const parted = partedAt(text, start, start + length, metrics)
      if (parted !== null) found.push(parted)
    }
  }
  return found
}

/** A product of fewer characters says too little to be completed; without a letter or digit it may be another kind of thing. */
const shortestCut = 4
const model = /[a-z0-9]/

/** The one product that an unknown stretch is the beginning of: 骁龙8155 of 骁龙8155座舱芯片; null where there is none or several. */
export const completedProduct = (written: string, { products }: Vocabulary): string | null => {
  const key = nameKey(written)
  if (key.length < shortestCut || !model.test(key)) return null
  const starting = products.filter((product) => product.key.startsWith(key))
  const [shortest] = [...starting].sort((left, right) => left.key.length - right.key.length)
  return shortest !== undefined && starting.every((product) => product.key.startsWith(shortest.key))
    ? shortest.key
    : null
}

/** How far beyond an unknown stretch the end of a product's name may reach, and the shortest end that tells a kind. */
const reach = 6
const shortestKind = 4

/** Unknown stretches that, with what follows, end the name of a product: 座舱芯片 of 骁龙8155座舱芯片 is a kind of it. */
export const productKinds = (
  text: string,
  unknown: readonly { readonly start: number; readonly end: number }[],
  { products }: Vocabulary,
): readonly Stretch[] =>
  unknown.slice(0, mostTried).flatMap(({ start, end }) => {
    for (let last = Math.min(text.length, end + reach); last >= end; last--) {
      const key = text.slice(start, last)
      if (key.length >= shortestKind && products.some((product) => product.key.endsWith(key)))
        return [{ start, end: last, key }]
    }
    return []
  })

/** The longest preamble, in characters. */
const longestPreamble = 40
const clauseEnd = /[,。;!?:]/

/** Where what the asker says of themselves ends: 我是做物流的，…; 0 where a question begins without it. */
const preambleEnd = (text: string): number => {
  if (!lexicon.preambles.some((word) => text.startsWith(word))) return 0
  const end = text.slice(0, longestPreamble).search(clauseEnd)
  return end < 0 ? 0 : end + 1
}

/** Whether a token says nothing that a question could be about. */
const isIdle = ({ mention, product, isMetric, industries }: Token): boolean =>
  mention === null && product === null && !isMetric && industries.length === 0

/** The tokens with a preamble that names nothing the graph knows as one that says nothing. */
export const withoutPreamble = (text: string, path: readonly Token[]): readonly Token[] => {
  const end = preambleEnd(text)
  const before = path.filter((token) => token.end <= end)
  const [first] = before
  if (first === undefined || !before.every(isIdle)) return path
  const said: Token = { ...first, start: 0, end, text: text.slice(0, end), senses: [{ kind: 'stop' }] }
  return [said, ...path.filter((token) => token.start >= end)]
}

const isPlace = (token: Token | undefined): boolean =>
  token?.mention?.entities.every(({ label }) => label === 'Park' || label === 'Region') ?? false

/** 正在武高新建设 says the stage around the place: the word before it takes the stage, the word behind it adds nothing. */
export const withPartedStages = (path: readonly Token[]): readonly Token[] => {
  const tokens = [...path]
  for (const [index, token] of path.entries()) {
    const [before, after] = [path[index - 1], path[index + 1]]
    if (!isPlace(token) || before === undefined || after === undefined) continue
    for (const stage of stages) {
      const parts = lexicon.partedStages[stage]
      if (!parts?.before.includes(before.text) || !parts.after.includes(after.text)) continue
      tokens[index - 1] = {
        ...before,
        senses: [
          { kind: 'stage', stage },
          { kind: 'word', symbol: '在' },
        ],
      }
      tokens[index + 1] = { ...after, senses: [{ kind: 'stop' }] }
    }
  }
  return tokens
}

/** 它 stands for the one name before it, and adds nothing right behind it (理想它家); where there is none or several, it stays a word that nothing explains. */
export const withReferents = (path: readonly Token[]): readonly Token[] =>
  path.map((token, index) => {
    if (!token.senses.some(({ kind }) => kind === 'pronoun')) return token
    if (path[index - 1]?.mention != null) return { ...token, senses: [{ kind: 'stop' }] }
    const before = path.slice(0, index).flatMap(({ mention }) => mention ?? [])
    const [one] = before
    const ids = new Set(before.map(({ entities }) => entities.map(({ id }) => id).join(' ')))
    return one === undefined || ids.size > 1
      ? token
      : { ...token, mention: { start: token.start, end: token.end, entities: one.entities } }
  })
