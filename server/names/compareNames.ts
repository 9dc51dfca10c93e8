/**
 * Whether two company names name one legal person. Only equal parts are the same; a parent, its subsidiary, its branch
 * and the firms of one brand stay apart, and what a reader could not tell from the names alone is asked.
 */
import { parseCompanyName, type CompanyName } from './companyName.ts'
import { isOneSlip } from './slips.ts'
import { spellingKey } from './spelling.ts'

export interface Comparison {
  /** One legal person, two that have nothing in common, two of one family, or not to be told from the names. */
  readonly verdict: 'same' | 'different' | 'related' | 'ask'
  /** Why, as a reviewer reads it. */
  readonly reason: string
}

/** The shortest brands of which one slip may be a misprint. */
const shortestMisprint = 3

const comparison = (verdict: Comparison['verdict'], reason: string): Comparison => ({ verdict, reason })

/** The place of a name, whichever way it is written: 常州, 常州市 and 江苏常州 are one. */
const placeKey = ({ place, regions }: CompanyName): string =>
  regions.length > 0 ? regions.map(({ code }) => code).join(' ') : spellingKey(place)

/** What two registered names share when they are one name in another order or spelling; undefined for a short name. */
export const registeredKey = (name: CompanyName): string | undefined =>
  name.formKind === null
    ? undefined
    : JSON.stringify([
        placeKey(name),
        spellingKey(name.brand),
        spellingKey(name.industry),
        name.formKind,
        [...name.qualifiers].sort(),
        spellingKey(name.branch),
      ])

/** Whether a group or a holding: another legal person than its members. */
export const isGroup = ({ qualifiers }: CompanyName): boolean =>
  qualifiers.includes('group') || qualifiers.includes('holding')

const compareBrands = (left: string, right: string): Comparison => {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length >= shortestMisprint && isOneSlip(left, right))
    return comparison('ask', '字号只差一字，可能是笔误')
  return short.length >= 2 && long.includes(short)
    ? comparison('related', '一方字号包含另一方字号')
    : comparison('different', '字号不同')
}

const holds = (long: string, short: string): boolean => long.startsWith(short) || long.endsWith(short)

/** What keeps two names of one brand apart whether they are full or short; undefined where nothing does. */
const wall = (left: CompanyName, right: CompanyName): string | undefined => {
  if (spellingKey(left.branch) !== spellingKey(right.branch)) return '一方是基地、门店或分支机构'
  if (left.place !== '' && right.place !== '' && placeKey(left) !== placeKey(right)) return '地名不同'
  const [one, other] = [spellingKey(left.industry), spellingKey(right.industry)]
  if (!holds(one, other) && !holds(other, one)) return '行业用语不同'
  return undefined
}

const compareRegistered = (left: CompanyName, right: CompanyName): Comparison => {
  if (placeKey(left) !== placeKey(right)) return comparison('related', '一方带地名，可能是地方子公司')
  if (isGroup(left) !== isGroup(right)) return comparison('related', '集团与成员企业各为一体')
  if (spellingKey(left.industry) !== spellingKey(right.industry)) return comparison('related', '行业用语不同')
  if (left.formKind !== right.formKind) return comparison('related', '组织形式不同')
  return comparison('ask', '组织形式不同，可能是改制前后')
}

/** Compares two names of companies; the order of the two does not matter. */
export const compareNames = (left: string, right: string): Comparison => {
  if (spellingKey(left) === spellingKey(right)) return comparison('same', '写法相同')
  const [one, other] = [parseCompanyName(left), parseCompanyName(right)]
  const brands = [spellingKey(one.brand), spellingKey(other.brand)] as const
  if (brands[0] !== brands[1]) return compareBrands(...brands)
  const apart = wall(one, other)
  if (apart !== undefined) return comparison('related', apart)
  const keys = [registeredKey(one), registeredKey(other)]
  if (keys[0] === undefined || keys[1] === undefined) return comparison('ask', '简称与名称相合，不能断定')
  return keys[0] === keys[1] ? comparison('same', '各部分相同') : compareRegistered(one, other)
}
