/**
 * Firms whose name goes on behind the shorter name of another: 上汽 + 大通, 华为 + 数字能源. A joint venture or a member of
 * a group is another legal person than the one whose name it bears.
 */
import { isBrandWord, isCoined, isMark, isParticle } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { blocks, brands, companies, plainWords, products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const trades = new Trie<string>()
for (const trade of companies.industries) trades.add(trade, trade)
const firms = new Trie<string>()
for (const brand of brands) firms.add(brand, brand)
const notWorks = new Set(companies.notWorks)
const goods = new Set(products.heads)
const surnames = new Set(blocks.surnames)
const called = new Set([...companies.nouns, ...companies.roles])
const verbs = [
  ...companies.verbs,
  ...companies.supplies,
  ...products.makers,
  ...products.verbs,
  ...blocks.sayings,
]
const deeds = new Trie<string>()
for (const verb of verbs) if (verb.length > 1) deeds.add(verb, verb)

/** What a shorter name goes on by has at most so many characters. */
const longest = 12
/** A coined word alone that goes on with a name has at most so many. */
const longestCoined = 4
/** A person behind the firm that employs him: 华为王军. */
const personLengths = [2, 3]

const bracketed = /^[（(](\p{Script=Han}{2,6})[)）]/u
const full = /(?:公司|集团|股份|厂|合伙企业)$/u

/** The end of a place in brackets at `start`: 夏桐 + （宁夏） + 酒庄. */
const bracketEnd = (scene: Scene, start: number): number | undefined => {
  const place = bracketed.exec(scene.text.slice(start, start + 8))?.[1]
  return place !== undefined && scene.endsPlace(start + 1 + place.length)
    ? start + place.length + 2
    : undefined
}

/** The end of a word of the list that begins and ends where words do. */
const wordEnd = (scene: Scene, words: Trie<string>, start: number): number | undefined =>
  words.from(scene.text, start).findLast(({ end }) => scene.tokenAt(end - 1)?.end === end)?.end

/** Where the trade that begins at `start` ends; one that may be a deed only before a mark: not 投资 in 投资4亿元. */
const tradeEnd = (scene: Scene, start: number): number | undefined => {
  const end = wordEnd(scene, trades, start)
  if (end === undefined || deeds.from(scene.text, start).length === 0) return end
  const next = scene.tokenAt(end)
  return next === undefined || isMark(next) ? end : undefined
}

const isSingle = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Script=Han}$/u.test(token.text)

/** A verb of one character, unless it stands in a row of single characters: 清 + 能. */
const isVerbAlone = (scene: Scene, token: Token): boolean =>
  isSingle(token) &&
  /^[vd]/.test(token.tag) &&
  !isSingle(scene.beside(token, -1)) &&
  !isSingle(scene.beside(token, 1))

/** What a firm is called or does is no part of its name: 公司, 投资建设. */
const mayGoOn = (scene: Scene, token: Token): boolean =>
  (isBrandWord(token) || token.tag === 'ns') &&
  !called.has(token.text) &&
  !isParticle(token.text.slice(-1)) &&
  !isVerbAlone(scene, token) &&
  deeds.from(scene.text, token.start).length === 0

interface Rest extends Span {
  /** Where its last word begins. */
  readonly last: number
}

/** The words that stand directly behind a name and may belong to it. */
const restFrom = (scene: Scene, start: number): Rest => {
  let end = start
  let last = start
  for (;;) {
    const token = scene.tokenAt(end)
    if (token?.start !== end) break
    const next =
      (end > start ? bracketEnd(scene, end) : undefined) ??
      tradeEnd(scene, end) ??
      (mayGoOn(scene, token) ? token.end : undefined)
    if (next === undefined || next - start > longest) break
    last = end
    end = next
  }
  return { start, end, last }
}

const isPerson = (scene: Scene, { start, end }: Span): boolean =>
  personLengths.includes(end - start) && surnames.has(scene.text.charAt(start))

/** Whether the rest is the name of another well-known firm, or a coined word: 上汽 + 英飞凌, 上汽 + 大通. */
const isName = (scene: Scene, rest: Span): boolean => {
  if (firms.from(scene.text, rest.start).some(({ end }) => end === rest.end)) return true
  const isShort = rest.end - rest.start <= longestCoined
  if (!isShort || !/^\p{Script=Han}+$/u.test(scene.text.slice(rest.start, rest.end))) return false
  // 华为云贵 + 安: a character that the words around leave over may belong to the last of them.
  if (isSingle(scene.tokenAt(rest.end)) && !isParticle(scene.text.charAt(rest.end))) return false
  return (isCoined(scene, rest) || isProper(scene, rest)) && !isPerson(scene, rest)
}

/** A proper noun by itself, though it may be a common word elsewhere: 大通. */
const isProper = (scene: Scene, { start, end }: Span): boolean => {
  const token = scene.tokenAt(start)
  return token?.end === end && token.tag === 'nz' && !plainWords.has(token.text)
}

/** Whether the rest ends in a trade, or in one with what describes it: 能源, 数字能源. */
const endsInTrade = (scene: Scene, { last, end }: Rest): boolean => {
  const word = scene.text.slice(last, end)
  return !mayBeDeed(scene, end) && companies.industries.some((trade) => word.endsWith(trade))
}

/** 认证 in 通过X认证 is a deed; a firm's trade stands before what the firm does: X驱动为……. */
const mayBeDeed = (scene: Scene, end: number): boolean =>
  /^vn?$/.test(scene.tokenAt(end - 1)?.tag ?? '') && !/^[pd]$/.test(scene.tokenAt(end)?.tag ?? '')

/** Whether the rest ends as names of firms do. What is also a product counts only behind a coined word: 电池, 轮胎. */
const isHeaded = (scene: Scene, rest: Rest, owner: string): boolean => {
  const head = scene.text.slice(rest.last, rest.end)
  const before = { start: rest.start, end: rest.last }
  const isOwn = before.end > before.start && isCoined(scene, before)
  if (head.endsWith('厂') && !notWorks.has(head)) return isOwn || head.length > 2
  if (!endsInTrade(scene, rest)) return false
  return isOwn || (!goods.has(head) && !full.test(owner))
}

/** Proposes firms whose names begin with the name of another that was found. */
export const longerFirms = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] =>
  found.flatMap(({ label, rule, start, end }) => {
    if (label !== 'Company' || rule === 'legal-form') return []
    const rest = restFrom(scene, end)
    if (rest.end === end) return []
    const isLonger = isName(scene, rest) || isHeaded(scene, rest, scene.text.slice(start, end))
    return isLonger ? [propose('longer-firm', 'Company', { start, end: rest.end })] : []
  })
