/** Quantities: a number with its unit as it stands in a text. */
import type { Span } from '../span.ts'
import { figureWords } from './words.ts'

/** What a quantity measures: a level, a number of things counted, or percent. */
type Kind = 'level' | 'count' | 'percent' | 'times'

/** Its span begins with the number and ends with what qualifies it (以上). */
export interface Quantity extends Span {
  readonly kind: Kind
  readonly value: number
  /** As written, with 万 and 亿: 万辆, 亿元. */
  readonly unit: string
  /** 约, 超, 多, 以上 …, as written. */
  readonly qualifier: string | null
}

const number =
  /(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<some>多|余)? ?(?<scale>万亿|千亿|百亿|亿|千万|百万|万|千|百)?|(?<word>万亿|千亿|百亿)(?=级?[元美欧])级?|(?<tenths>[一二三四五六七八九])成/g
const behind = /^(?:以上|左右|以内|上下|多|余)/
/** 32亿元至34亿元 is a range; 从32亿元至34亿元 a rise. */
const range = {
  after: /^(?:至|到|~|～|—|-)\d/u,
  before: /\d[^\d，。；]{0,4}(?:至|到|~|～|—|-)$/u,
  rise: /[从由][^，。；]{0,12}$/u,
}
const rangeReach = 16

const isRange = (text: string, start: number, end: number): boolean => {
  const before = text.slice(Math.max(0, start - rangeReach), start)
  if (range.rise.test(before)) return false
  return range.before.test(before) || range.after.test(text.slice(end, end + 2))
}

const largeScale = /万|亿/

/** 千亿元 is 1000 亿元. */
const bareScales: ReadonlyMap<string, readonly [number, string]> = new Map([
  ['万亿', [1, '万亿']],
  ['千亿', [1000, '亿']],
  ['百亿', [100, '亿']],
])
const tenths = '一二三四五六七八九'

const unitAt = (text: string, at: number, scale: string): readonly [Kind, string] | undefined => {
  if (/^个(?:百分点|多?月|小时|工作日|交易日|年头)/u.test(text.slice(at, at + 4))) return undefined
  if (text.startsWith('%', at)) return scale === '' ? ['percent', '%'] : undefined
  if (text.startsWith('倍', at)) return ['times', '倍']
  const money = figureWords.money.at(text, at)
  if (money !== undefined) return largeScale.test(scale) ? ['level', money] : undefined
  const amount = figureWords.amounts.at(text, at)
  if (amount !== undefined) return ['level', amount]
  const count = figureWords.counts.at(text, at)
  return count === undefined ? undefined : ['count', count]
}

const quantityOf = (text: string, found: RegExpExecArray, end: number): Quantity | undefined => {
  const { digits, some, scale = '', word, tenths: tenth } = found.groups ?? {}
  const start = found.index
  const matched = start + found[0].length
  const after = text[matched] === ' ' ? matched + 1 : matched
  if (tenth !== undefined)
    return {
      start,
      end: after,
      kind: 'percent',
      value: (tenths.indexOf(tenth) + 1) * 10,
      unit: '%',
      qualifier: null,
    }
  const [bare, bareScale] = bareScales.get(word ?? '') ?? []
  const written = bareScale ?? scale
  const unit = unitAt(text, after, written)
  if (!unit) return undefined
  const [kind, measure] = unit
  const unitEnd = after + measure.length
  const late = behind.exec(text.slice(unitEnd, Math.min(end, unitEnd + 2)))?.[0]
  const before = figureWords.qualifiers.before(text, start)
  return {
    start,
    end: unitEnd + (late?.length ?? 0),
    kind,
    value: bare ?? Number((digits ?? '').replaceAll(',', '')),
    unit: written + measure,
    qualifier: before ?? some ?? late ?? null,
  }
}

/** All quantities of a span, in order. */
export const quantitiesIn = (text: string, { start, end }: Span): readonly Quantity[] => {
  const found: Quantity[] = []
  number.lastIndex = start
  for (let match = number.exec(text); match && match.index < end; match = number.exec(text)) {
    const isPart = /[\dA-Za-z.第—–~-]/.test(text[match.index - 1] ?? '')
    const quantity = isPart ? undefined : quantityOf(text, match, end)
    if (quantity && quantity.end <= end && !isRange(text, quantity.start, quantity.end)) found.push(quantity)
  }
  return found
}

/** The first amount or share of a span, as written with what qualifies it; null where there is none. */
export const quantityIn = (text: string, span: Span): string | null => {
  const first = quantitiesIn(text, span).find(({ kind }) => kind === 'level' || kind === 'percent')
  if (!first) return null
  const before = figureWords.qualifiers.before(text, first.start)
  return text.slice(first.start - (before?.length ?? 0), first.end)
}
