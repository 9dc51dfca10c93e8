/** Companies in a list with others: if one is a company, its unknown neighbours are too. */
import { isBrandWord, isCoined, isMark } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const separators = new Set(['、', '和', '及', '与', '以及', '及其'])
const nouns = new Set(companies.nouns)
const trades = new Set(companies.industries)
const itemLengths = { least: 2, most: 12 } as const
const closing = /^[(（]/

/** One item of a list, with the company found in it. */
interface Item extends Span {
  readonly isCompany: boolean
}

/** The words between two separators that may be one name; it ends at `end`. */
const itemBefore = (scene: Scene, end: number, companyAt: ReadonlyMap<number, Span>): Item | undefined => {
  const company = companyAt.get(end)
  if (company !== undefined) return { ...company, isCompany: true }
  let start = end
  for (;;) {
    const token = scene.tokenAt(start - 1)
    if (token === undefined || !isItemWord(token) || end - token.start > itemLengths.most) break
    if (nouns.has(token.text) && !(token.end === end && token.text === '集团')) break
    start = token.start
  }
  return end - start < itemLengths.least ? undefined : { start, end, isCompany: false }
}

/** Also numerals: 三一重工. */
const isItemWord = (token: Token): boolean =>
  isBrandWord(token) || trades.has(token.text) || /^[一二三四五六七八九十百千万\d]+$/u.test(token.text)

/** Whether the item ends in a trade behind at least one more word: 山河智能. */
const endsInTrade = (scene: Scene, { start, end }: Span): boolean => {
  const last = scene.tokenAt(end - 1)
  return last !== undefined && last.start > start && trades.has(last.text)
}

const common = new Set(companies.commonBrands)
const listEnds = new Set(companies.listEnds)

/** Whether the item is a common word that firms are called by: 小米. */
const isCommon = (scene: Scene, { start, end }: Span): boolean => common.has(scene.text.slice(start, end))

/** Whether the item reads as a firm by itself. */
const isBrand = (scene: Scene, item: Span): boolean =>
  isCoined(scene, item) || endsInTrade(scene, item) || isCommon(scene, item)

const endsAt = (scene: Scene, start: number): number => {
  let end = start
  for (;;) {
    const token = scene.tokenAt(end)
    if (token === undefined || !isItemWord(token) || nouns.has(token.text)) return end
    if (end > start && listEnds.has(token.text)) return end
    if (token.end - start > itemLengths.most) return end
    end = token.end
  }
}

/** X、Y的供应商: whose supplier or customer someone is. */
const areCustomers = (scene: Scene, end: number): boolean => {
  const particle = scene.tokenAt(end)
  if (particle?.text !== '的') return false
  const first = scene.beside(particle, 1)
  const next = first !== undefined && degrees.has(first.text) ? scene.beside(first, 1) : first
  return next !== undefined && partners.has(next.text)
}

const partners = new Set(companies.partners)
const degrees = new Set(companies.degrees)

/** What the list is called behind 等: 等20家企业. */
const isCalledCompanies = (scene: Scene, end: number): boolean => {
  let at = end
  for (let count = 0; count < 8; count++) {
    const token = scene.tokenAt(at)
    if (token === undefined || (isMark(token) && !closing.test(token.text))) return false
    if (nouns.has(token.text) || [...nouns].some((noun) => token.text.endsWith(noun) && noun.length > 1))
      return true
    at = token.end
  }
  return false
}

/** The longest name taken whatever its words are. */
const longestRaw = 4

/** The end of a short item between two commas that no word list accepts: 汉得利. */
const rawEnd = (scene: Scene, start: number, end: number): number => {
  const next = scene.tokenAt(end)
  if (next === undefined || isMark(next) || next.text === '等' || separators.has(next.text)) return end
  const comma = scene.text.indexOf('、', start)
  const raw = scene.text.slice(start, comma)
  return comma > start && raw.length <= longestRaw && /^\p{Script=Han}+$/u.test(raw) ? comma : end
}

const listFrom = (
  scene: Scene,
  separator: Token,
  starts: ReadonlyMap<number, Span>,
  ends: ReadonlyMap<number, Span>,
) => {
  const items: Item[] = []
  const first = itemBefore(scene, separator.start, ends)
  if (first !== undefined) items.push(first)
  let at = separator.end
  for (;;) {
    const company = starts.get(at)
    const end = company?.end ?? rawEnd(scene, at, endsAt(scene, at))
    if (end - at >= itemLengths.least) items.push({ start: at, end, isCompany: company !== undefined })
    const next = scene.tokenAt(end)
    if (next === undefined || !separators.has(next.text) || end === at) return { items, end }
    at = next.end
  }
}

/** Firms that are less sure tell nothing of their neighbours. */
const sureEnough = 0.6

/** Proposes the unknown items of lists that hold a company or are called companies. */
export const companyLists = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const firms = found.filter(({ label, rate }) => label === 'Company' && rate >= sureEnough)
  const ends = new Map(firms.map((span) => [span.end, span]))
  const starts = new Map(firms.map((span) => [span.start, span]))
  const proposals: Candidate[] = []
  let after = 0
  for (const token of scene.tokens) {
    if (token.start < after || !separators.has(token.text)) continue
    const { items, end } = listFrom(scene, token, starts, ends)
    after = end
    if (items.length < 2) continue
    const areSurely = areCustomers(scene, end)
    const called = areSurely || (scene.text.startsWith('等', end) && isCalledCompanies(scene, end))
    const named = items.filter(
      (item) => item.isCompany || isCoined(scene, item) || isCommon(scene, item),
    ).length
    const known = items.filter(({ isCompany }) => isCompany).length
    if (known === 0 && !areSurely && !(called && named > 0)) continue
    const isMostly = called || known * 2 > items.length
    for (const item of items)
      if (!item.isCompany && (isMostly || isBrand(scene, item)))
        proposals.push(propose('company-list', 'Company', item))
  }
  return proposals
}
