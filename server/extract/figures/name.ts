/** What a figure is called. */
import type { Span } from '../span.ts'
import { afterTime } from '../time.ts'
import type { Quantity } from './quantity.ts'
import { figureWords } from './words.ts'

/** A longer name is cut down to its head. */
const nameLength = 12
/** What is counted has at most this many characters behind its number. */
const countedLength = 10

/** Without the words that lead to the number: 产值规模[首破] → 产值规模. */
const withoutLinks = (text: string): string => {
  let end = text.length
  for (
    let word = figureWords.links.before(text, end);
    word && end > 0;
    word = figureWords.links.before(text, end)
  )
    end -= word.length
  return text.slice(0, end)
}

/** Without times, and what else leads to a name: 今年1至9月完成产值 → 产值. */
const withoutLead = (text: string): string => {
  let at = 0
  for (;;) {
    const time = afterTime(text, at)
    const lead = figureWords.leads.at(text, at)
    if (time === at && lead === undefined) return text.slice(at)
    at = time > at ? time : at + (lead?.length ?? 1)
  }
}

/** 营收从2021年的[29亿元] → 营收. */
const withoutTimeBehind = (text: string): string => {
  for (let at = 0; at < text.length; at++) {
    const end = afterTime(text, at)
    if (end > at && (end === text.length || text.slice(end) === '的'))
      return text.slice(0, at).replace(/从$/u, '')
  }
  return text
}

const head = (text: string): string | undefined => figureWords.names.before(text, text.length)

/** A share of a market, or people everywhere, are the owner's own. */
const isOwn = (name: string): boolean => /(?:占有率|份额|市占率|员工)$/u.test(name)

const isForeign = (name: string): boolean =>
  /\d/.test(name) ||
  figureWords.never.isIn(name, 0, name.length) ||
  (figureWords.foreign.at(name, 0) !== undefined && !isOwn(name))

/**
 * The name that the words before a number make, or undefined: they must end in a known name or begin with a deed.
 * 企业 names what is counted alone.
 */
export const nameBefore = (words: string, kind: Quantity['kind']): string | undefined => {
  const name = withoutLead(withoutLinks(withoutTimeBehind(words)))
  if (name === '' || isForeign(name)) return undefined
  if (kind !== 'count' && name.startsWith('企业')) return undefined
  // 出资七成 is a share of a firm.
  if (kind === 'percent' && /^(?:出资|持有|各持|投资)/u.test(name)) return undefined
  const known = head(name)
  if (known !== undefined) return name.length <= nameLength ? name : known
  const deed = figureWords.deeds.at(name, 0)
  return deed !== undefined && name.length <= nameLength ? name : undefined
}

/** 增至[162亿元] goes on with the figure before it. */
export const isRise = (words: string): boolean =>
  /^(?:增|升|提升|提高|增长|增加|扩大|攀升|跃升|上升|降|下降)[至到]/u.test(words)

/** 提高到[50%] gives the level, no growth. */
export const isLevelReached = (words: string): boolean =>
  /(?:提高|提升|增长|增加|上升|扩大|攀升|跃升|下降|降低|增|升|降)[到至](?:了|约|近|超过|超|逾)*$/u.test(words)

/** 由[8万台]提高到 is what was before. */
export const isStartOfRise = (words: string): boolean => words.endsWith('由')

/** What is counted: the words behind the number, as far as they end in a known name. */
export const nameBehind = (text: string, { start, end }: Quantity, clause: Span): string | undefined => {
  // 为30家企业检测 counts whom it is done for.
  if (
    /[为给向对与和同]$/u.test(
      text.slice(Math.max(clause.start, start - 4), start).replace(/[约近超逾]+过?$/u, ''),
    )
  )
    return undefined
  const words = text.slice(end, Math.min(clause.end, end + countedLength))
  for (let length = words.length; length > 1; length--) {
    const name = words.slice(0, length)
    if (head(name) !== undefined && /^[\p{Script=Han}A-Za-z“”]+$/u.test(name) && !isForeign(name)) return name
  }
  return undefined
}

/** What somebody does so and so much of: 生产 in 生产座椅; undefined where a name begins otherwise. */
export const deedOf = (name: string): string | undefined => figureWords.deeds.at(name, 0)

/** A longer share is cut down to what it is of. */
const shareLength = 12

/** What a percentage is a share of: 占全省的[51.7%] → 占全省; undefined where the words don't say so. */
export const shareOf = (words: string): string | undefined => {
  const share =
    /占(?:[^占，,]{0,10}?)(?=的?(?:总数|总量|比重)?(?:的|约|近|超过|超|达到|达|逾|到|了)*$)/u.exec(
      withoutLinks(words),
    )?.[0]
  return share !== undefined && share.length <= shareLength ? share : undefined
}
