/** Time expressions: where they stand, and which partial date they mean beside the document's own date. */

const year = String.raw`(?:\d{4} ?|[今去前明])年`
const part = [
  year,
  String.raw`\d{1,2}月(?:\d{1,2}[日号])?`,
  String.raw`\d{1,2}[日号]`,
  '[上下]半年',
  '(?:前|第)?[一二三四]季度',
  '前[二三]季度',
  String.raw`(?:前|近)(?:\d{1,2}|[一二三四五六七八九十两]+)个?(?:月|年)`,
  '“?十[二三四五六]五”?(?:期间|时期)?',
  String.raw`\d{1,2}[—–~至-]\d{1,2}月(?:份)?`,
].join('|')
const expression = new RegExp(
  String.raw`(?:截至|截止|自|从|于|到|至|早在)?(?:${part})+(?:以来|年底|年初|月底|月初|底|初|末|起|前|后|内|间|期间|份|度)?`,
  'y',
)

/** The end of the time expression that begins here; the place itself where none does. */
export const afterTime = (text: string, start: number): number => {
  expression.lastIndex = start
  const found = expression.exec(text)
  return found ? start + found[0].length : start
}

const dated =
  /(?<year>\d{4}(?= ?年)|[今去前明](?=年)) ?年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?)?|(?<loneMonth>\d{1,2})月(?:(?<loneDay>\d{1,2})[日号])?(?!份?以来)|(?<recent>近日|日前|目前|当前|如今|现在|近期|今天|今日|日前)/g

const shift: ReadonlyMap<string, number> = new Map([
  ['今', 0],
  ['去', -1],
  ['前', -2],
  ['明', 1],
])

const two = (number: string): string => number.padStart(2, '0')

const partial = (fullYear: string, month?: string, day?: string): string | null => {
  if (month === undefined) return fullYear
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return `${fullYear}-${two(month)}`
  return Number(day) < 1 || Number(day) > 31 ? null : `${fullYear}-${two(month)}-${two(day)}`
}

/** A year in words beside the year of the document: 去年 in a text of 2024 is 2023; undefined where the text has no date. */
const yearOf = (word: string, documentYear: string | undefined): string | undefined => {
  const by = shift.get(word)
  if (by === undefined) return word
  return documentYear === undefined ? undefined : (Number(documentYear) + by).toString()
}

/**
 * The partial date that the last time expression of `text` states; null where there is none. A year only comes from
 * the text or from the document's own date (`documentDate`).
 */
export const dateIn = (text: string, documentDate: string | null): string | null => {
  const documentYear = documentDate?.slice(0, 4)
  const found = [...text.matchAll(dated)].at(-1)?.groups
  if (!found) return null
  if (found['recent'] !== undefined) return documentDate
  const fullYear = found['year'] === undefined ? documentYear : yearOf(found['year'], documentYear)
  if (fullYear === undefined) return null
  return found['year'] === undefined
    ? partial(fullYear, found['loneMonth'], found['loneDay'])
    : partial(fullYear, found['month'], found['day'])
}

const bareYear = /^(?:在|至|到|从|自)?(\d{4}) ?年$/
const yearWord = /^([今去前明])年$/

/**
 * The period that the last time expression of `text` states, as written (前三季度, 1—11月); a year alone is its number,
 * also where it is said beside the document's own date (去年). null where there is none.
 */
export const periodIn = (text: string, documentDate: string | null): string | null => {
  let period: string | null = null
  for (let at = 0; at < text.length;) {
    const end = afterTime(text, at)
    if (end > at && !/[日号]$/u.test(text.slice(at, end))) period = text.slice(at, end)
    at = end > at ? end : at + 1
  }
  if (period === null) return null
  const [, stated] = bareYear.exec(period) ?? []
  if (stated !== undefined) return stated
  const [, word] = yearWord.exec(period) ?? []
  return word === undefined ? period : (yearOf(word, documentDate?.slice(0, 4)) ?? period)
}
