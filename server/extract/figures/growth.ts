/** What says that a figure grows or falls. */
import { isLevelReached } from './name.ts'
import type { Quantity } from './quantity.ts'
import { figureWords } from './words.ts'

/** +1 or -1 where the words before a percentage say that something grows or falls. */
export const directionOf = (words: string): 1 | -1 | undefined => {
  if (isLevelReached(words)) return undefined
  const plain = words.replace(/(?:约|近|超过|超|达到|达|了|为|逾|将|到|高达)+$/u, '')
  if (figureWords.growth.before(plain, plain.length) !== undefined) return 1
  return figureWords.fall.before(plain, plain.length) === undefined ? undefined : -1
}

/** The words before a growth without those that say it: 销售额同比增长 → 销售额. */
export const grown = (words: string): string =>
  words
    .replace(/(?:约|近|超过|超|达到|达|了|为|逾|高达)+$/u, '')
    .replace(
      /(?:增长|增加|上升|提高|提升|上涨|增幅|增速|激增|大增|劲增|攀升|下降|减少|回落|下滑|降低|下跌|年增|年减|增|降|减|跌)+$/u,
      '',
    )
    .replace(/(?:同比|环比|较上年|较去年同期|比上年|分别|实现|已|累计|同期|又|再|大幅|平均)+$/u, '')

/** The change in percent that a quantity and its direction give: 3倍 more are 300. */
export const changeOf = ({ kind, value }: Quantity, direction: 1 | -1): number =>
  direction * (kind === 'times' ? Math.round(value * 100) : value)
