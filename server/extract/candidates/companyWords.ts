/** Companies named by brand and trade, and by what stands beside them: 恒立液压, 龙蟠科技(603906), 孔辉总经理. */
import { industryWords } from '../../names/lexicon.ts'
import { companyEnd, isBrandWord, isCoined, isMark, isParticle } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { companies, plainWords, products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { joinedPlaces } from './regions.ts'

const trades = new Trie<string>()
for (const word of companies.industries) trades.add(word, word)
const supplies = new Set([...companies.supplies, ...products.makers])
/** Behind 控股 and 参股 these make a relation of it, not a name. */
const relatives = new Set(['子公司', '孙公司', '股东', '公司', '企业'])
const weakTrades = new Set(companies.weakTrades)
const firmTrades = new Set(companies.firmTrades)
const roles = new Set(companies.roles)
const verbs = new Set(companies.verbs)
const nouns = new Set(companies.nouns)

/** Brands of this many characters are common; shorter and longer ones need a legal form. */
const brandLengths = { least: 2, most: 5 } as const

/** Words in Latin letters have any length. */
const isTooLong = (token: Token, end: number): boolean =>
  token.tag !== 'eng' && end - token.start > brandLengths.most

/** Whether a word is a place by itself. */
const isPlace = (token: Token, places: ReadonlyMap<number, Span>): boolean => {
  const place = places.get(token.end)
  return place !== undefined && place.start <= token.start
}

/** The brand that ends at `end`: as many words as fit, with the place before it if there is one. */
const brandBefore = (scene: Scene, end: number, places: ReadonlyMap<number, Span>): Span | undefined => {
  let start = end
  while (end - start < brandLengths.most) {
    const token = scene.tokenAt(start - 1)
    if (token === undefined || token.end !== start || !isBrandWord(token) || token.tag === 'p') break
    if (places.has(start) || isPlace(token, places) || isTooLong(token, end)) break
    if (nouns.has(token.text) || roles.has(token.text) || supplies.has(token.text)) break
    start = token.start
  }
  const brand = { start, end }
  if (end - start < brandLengths.least || !isCoined(scene, brand)) return undefined
  return { start: places.get(start)?.start ?? start, end }
}

/** 贵州磷化集团: a common word between a place and 集团. */
const placedGroup = (scene: Scene, token: Token, places: ReadonlyMap<number, Span>): Span | undefined => {
  if (token.text !== '集团' && !firmTrades.has(token.text)) return undefined
  let start = token.start
  for (let word = scene.beside(token, -1); word !== undefined; word = scene.beside(word, -1)) {
    const place = places.get(start)
    if (place !== undefined) return start < token.start ? { start: place.start, end: token.start } : undefined
    if (!isBrandWord(word) || token.start - word.start > brandLengths.most) return undefined
    start = word.start
  }
  return undefined
}

const boundaryTags = /^(?:x|w|c|p|u|v|d|vn)/
/** Whether a word ends or begins beside a mark, a joining word, a verb: nothing else of the name stands there. */
const isHard = (token: Token | undefined): boolean =>
  token === undefined ||
  isMark(token) ||
  boundaryTags.test(token.tag) ||
  nouns.has(token.text) ||
  supplies.has(token.text) ||
  verbs.has(token.text)

/** Single characters that jieba can't put together, between a hard boundary and a trade: 台正 + 机械. */
const rawBrand = (scene: Scene, trade: Token): Span | undefined => {
  let start = trade.start
  let before = scene.beside(trade, -1)
  while (before !== undefined && isSingle(before) && trade.start - before.start <= rawLengths.most) {
    start = before.start
    before = scene.beside(before, -1)
  }
  const isLong = trade.start - start >= rawLengths.least
  return isLong && (isHard(before) || before?.tag === 'ns') ? { start, end: trade.start } : undefined
}

const rawLengths = { least: 2, most: 3 } as const

const isSingle = (token: Token): boolean => /^\p{Script=Han}$/u.test(token.text) && !isParticle(token.text)

/** 德福 + 新材料: a proper noun of two characters behind a hard boundary. */
const properBrand = (scene: Scene, trade: Token): Span | undefined => {
  const brand = scene.beside(trade, -1)
  if (brand === undefined || !/^(?:n[zrts]|j$)/.test(brand.tag) || brand.text.length !== rawLengths.least)
    return undefined
  if (scene.endsPlace(brand.end) || notBrands.has(brand.text)) return undefined
  return isHard(scene.beside(brand, -1)) && !plainWords.has(brand.text)
    ? { start: brand.start, end: brand.end }
    : undefined
}

const takes = new Set(companies.takes)
const notBrands = new Set(companies.notBrands)

/** 木棉 + 家居: a common noun before a trade, where the words around show a firm: in a list, or with a verb of one. */
const commonBrand = (scene: Scene, trade: Token, end: number): Span | undefined => {
  const brand = scene.beside(trade, -1)
  if (brand?.tag !== 'n' || brand.text.length !== rawLengths.least || weakTrades.has(trade.text))
    return undefined
  if (plainWords.has(brand.text) || industryWords.has(brand.text) || notBrands.has(brand.text))
    return undefined
  const before = scene.beside(brand, -1)
  const after = scene.tokenAt(end)
  if (!isHard(before) || !isHard(after)) return undefined
  const isListed = before?.text === '、' || after?.text === '、'
  const isSubject = after !== undefined && (supplies.has(after.text) || verbs.has(after.text))
  return isListed || isSubject || firmTrades.has(trade.text) || takes.has(before?.text ?? '')
    ? { start: brand.start, end: brand.end }
    : undefined
}

/** 湖南昭阳锂业: a small place that stands for the brand, before a trade that only firms have. */
const placeBrand = (token: Token, places: ReadonlyMap<number, Span>): Span | undefined => {
  const place = firmTrades.has(token.text) ? places.get(token.start) : undefined
  return place === undefined ? undefined : { start: place.start, end: token.start }
}

/** 恒立液压, 承芯半导体, 新誉集团: an uncommon word before a trade. */
const byTrade = (scene: Scene, places: ReadonlyMap<number, Span>): readonly Candidate[] => {
  const found: Candidate[] = []
  for (const token of scene.tokens) {
    const hit = trades.from(scene.text, token.start).at(-1)
    if (hit === undefined || scene.tokenAt(hit.end - 1)?.end !== hit.end) continue
    const brand =
      brandBefore(scene, token.start, places) ??
      placedGroup(scene, token, places) ??
      rawBrand(scene, token) ??
      properBrand(scene, token) ??
      placeBrand(token, places) ??
      commonBrand(scene, token, hit.end)
    if (brand === undefined || isTechnical(scene.text.slice(brand.start, brand.end), token)) continue
    if (isMade(scene, brand, token)) continue
    if (token.text === '控股' && relatives.has(scene.tokenAt(hit.end)?.text ?? '')) continue
    if (weakTrades.has(token.text) && !isClear(scene, brand, hit.end)) continue
    const rule = token.text === '集团' ? 'group-name' : 'brand-industry'
    found.push(propose(rule, 'Company', { start: brand.start, end: withGroup(scene, hit.end) }))
  }
  return found
}

/** The end with the kind of group behind the trade: 国台酒业 + 集团. */
const withGroup = (scene: Scene, end: number): number => {
  const next = scene.tokenAt(end)
  return next !== undefined && groups.has(next.text) ? next.end : end
}

const groups = new Set(['集团', '股份'])
const made = new Set(products.makers)
const goods = new Set(products.heads)

/** 采用天鹊发动机: what someone makes or uses, named by a thing, is no firm. */
const isMade = (scene: Scene, brand: Span, trade: Token): boolean => {
  const first = scene.tokenAt(brand.start)
  const before = first === undefined ? undefined : scene.beside(first, -1)
  return before !== undefined && made.has(before.text) && goods.has(trade.text)
}

/** Whether a brand before a common trade word is no verb, and the name ends where the trade does. */
const isClear = (scene: Scene, brand: Span, end: number): boolean => {
  const first = scene.tokenAt(brand.start)
  const next = scene.tokenAt(end)
  return !(first !== undefined && /^v/.test(first.tag)) && (isHard(next) || /^[arft]/.test(next?.tag ?? ''))
}

/** Letters and digits before a trade are a kind of product: 5C超充电池; before 集团 they are a brand. */
const isTechnical = (brand: string, trade: Token): boolean =>
  /\d/.test(brand) || (/^[A-Za-z]/.test(brand) && !/^(?:集团|股份|控股|科技)$/u.test(trade.text))

/** The longest words between a place and a group: 岷江化工. */
const longestGroup = 6

/** 湖南 + 钢铁集团, 四川 + 岷江 + 化工集团: a group that jieba knows as one word, behind a place. */
const placedWords = (scene: Scene, places: ReadonlyMap<number, Span>): readonly Candidate[] =>
  scene.tokens.flatMap((token) => {
    if (!token.text.endsWith('集团') || token.text.length === 2) return []
    for (let word = token; ;) {
      const place = places.get(word.start)
      if (place !== undefined)
        return [propose('group-name', 'Company', { start: place.start, end: token.end })]
      const before = scene.beside(word, -1)
      if (before === undefined || !isBrandWord(before) || token.start - before.start > longestGroup) return []
      word = before
    }
  })

const listing = /^[(（](?:(?:[A-Z]{2,6}[:：])?\d{4,6}(?:\.[A-Z]{1,4})?)[)）]/

/** The span of name words that ends at `end`. */
const wordsBefore = (scene: Scene, end: number, most: number): Span => {
  let start = end
  for (;;) {
    const token = scene.tokenAt(start - 1)
    if (token === undefined || !isBrandWord(token) || end - token.start > most) return { start, end }
    start = token.start
  }
}

/** The longest short name before a stock code. */
const longestListed = 10

/** 龙蟠科技(603906): a name before a stock code. */
const byListing = (scene: Scene): readonly Candidate[] =>
  scene.tokens.flatMap((token) => {
    if (token.text !== '(' && token.text !== '（') return []
    if (!listing.test(scene.text.slice(token.start, token.start + 20))) return []
    const name = wordsBefore(scene, token.start, longestListed)
    return name.end - name.start >= brandLengths.least ? [propose('stock-code', 'Company', name)] : []
  })

const isClauseStart = (token: Token | undefined): boolean => token === undefined || isMark(token)

/** 铭纳阳总经理, 孔辉宣布: an uncommon word at the start of a clause before an office or a company's verb. */
const byContext = (scene: Scene, places: ReadonlyMap<number, Span>): readonly Candidate[] =>
  scene.tokens.flatMap((token) => {
    const rule = roles.has(token.text) ? 'company-role' : verbs.has(token.text) ? 'company-verb' : undefined
    if (rule === undefined) return []
    const brand = brandBefore(scene, token.start, places)
    if (brand === undefined || /\d/.test(scene.text.slice(brand.start, brand.end))) return []
    const before = scene.beside(scene.tokenAt(brand.start) ?? token, -1)
    return rule === 'company-role' || isClauseStart(before) ? [propose(rule, 'Company', brand)] : []
  })

/** Proposes companies by trade words, stock codes, offices and verbs. */
export const companyWords = (scene: Scene): readonly Candidate[] => {
  const places = new Map(joinedPlaces(scene.places).map((place) => [place.end, place]))
  const named = [...byTrade(scene, places), ...placedWords(scene, places), ...byContext(scene, places)]
  return [
    ...byListing(scene),
    ...named.map((candidate) => ({ ...candidate, end: companyEnd(scene, candidate.end) })),
  ]
}
