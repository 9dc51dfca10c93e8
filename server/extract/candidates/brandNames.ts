/** Well-known firms by their short names, with the trade behind: 格力, 海信 + 空调. */
import { companyEnd, isBrandWord, isMark } from '../boundary.ts'
import type { Scene } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { boundaries, brands, companies, plainWords } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

/** The rule that finds firms of the lists by their short names. */
export const brandNameRule = 'brand-name'

const names = new Trie<string>()
for (const name of brands) names.add(name, name)
const trades = new Trie<string>()
for (const trade of companies.industries) trades.add(trade, trade)

/** Behind 控股 these make a relation of it, not a name. */
const relatives = ['子公司', '孙公司', '股东']

/** A trade that is a word of its own, and no deed: not 认证 in 通过X认证. */
const isTrade = (scene: Scene, { end }: Span): boolean => {
  const last = scene.tokenAt(end - 1)
  return last?.end === end && !/^vn?$/.test(last.tag)
}

/** The end with the trade directly behind, where that is a word of its own. */
const withTrade = (scene: Scene, end: number): number => {
  const trade = trades.from(scene.text, end).findLast((hit) => isTrade(scene, hit))
  if (trade !== undefined && relatives.some((word) => scene.text.startsWith(word, trade.end))) return end
  return trade?.end ?? end
}

const bracket = /^[（(](\p{Script=Han}{2,6})[)）]/u

/** The end with the place in brackets directly behind: 西门子（中国）. */
const withBracket = (scene: Scene, end: number): number => {
  const found = bracket.exec(scene.text.slice(end, end + 8))
  return found !== null && scene.endsPlace(end + 1 + (found[1]?.length ?? 0)) ? end + found[0].length : end
}

const mostBetween = 4

/** The end with 公司 a few words behind: 首钢 + 京唐 + 公司. */
const withFirm = (scene: Scene, end: number): number => {
  let token = scene.tokenAt(end)
  for (let count = 0; count < mostBetween && token !== undefined && isBrandWord(token); count++) {
    if (token.text.endsWith('公司')) return token.end
    token = scene.beside(token, 1)
  }
  return token?.text === '公司' && token.start > end ? token.end : end
}

const plain = new Set([...companies.nouns, ...companies.roles, ...boundaries.modifiers, ...boundaries.stops])
const partnerLength = 2

/** Where a joint venture begins that has the firm's name last, as an item of a list: 、时代 + 上汽、. */
const partnerStart = (scene: Scene, start: number, end: number): number | undefined => {
  const partner = scene.tokenAt(start - 1)
  if (partner?.text.length !== partnerLength || !/^n[rz]?$/.test(partner.tag)) return undefined
  if (plain.has(partner.text) || plainWords.has(partner.text) || scene.endsPlace(start)) return undefined
  const after = scene.tokenAt(end)
  const isItem =
    scene.beside(partner, -1)?.text === '、' && (after === undefined || isMark(after) || after.text === '等')
  return isItem ? partner.start : undefined
}

/** Proposes well-known firms where their names stand as words. */
export const brandNames = (scene: Scene): readonly Candidate[] =>
  names.all(scene.text).flatMap(({ start, end }) => {
    const isWhole = scene.tokenAt(start)?.start === start && scene.tokenAt(end - 1)?.end === end
    if (!isWhole) return []
    const from = partnerStart(scene, start, end)
    if (from !== undefined) return [propose('longer-firm', 'Company', { start: from, end })]
    return [end, withTrade(scene, end), withBracket(scene, end), withFirm(scene, end)]
      .filter((to, index) => index === 0 || to > end)
      .map((to) => propose(brandNameRule, 'Company', { start, end: companyEnd(scene, to) }))
  })
