/** Guards: what must hold of a question before it may be answered. */
import type { Lattice, Token } from './lattice.ts'
import { lexicon } from './lexicon.ts'
import { allSets, mentionsOf, type Plan } from './plan.ts'

/** Guard: a name that is found in the question and is nothing else stands in the plan. */
export const usesEveryName = (plan: Plan, lattice: Lattice): boolean => {
  const used = new Set(mentionsOf(plan).map(({ start }) => start))
  return lattice.path.every(
    ({ mention, senses, product }) =>
      mention === null || used.has(mention.start) || senses.length > 0 || product !== null,
  )
}

/**
 * Guard: a place written right before a company, nothing between, may be part of another company's name (北京奔驰 is not
 * 奔驰 in 北京). `offsets` are the places of the characters as typed.
 */
export const partsNames = ({ path }: Lattice, offsets: readonly number[]): boolean =>
  path.every((token, index) => {
    const before = path[index - 1]
    if (before?.mention == null || token.mention === null || before.end !== token.start) return true
    const isPlace = before.mention.entities.every(({ label }) => label === 'Region')
    const isCompany = token.mention.entities.every(({ label }) => label === 'Company')
    const touches = (offsets[token.start] ?? 0) - (offsets[before.end - 1] ?? 0) === 1
    return !(isPlace && isCompany && touches)
  })

const isStop = ({ senses }: Token): boolean => senses.some(({ kind }) => kind === 'stop')

/** 是, and the stage that a figure is of: 交付目标是多少. */
const isCopula = ({ senses }: Token): boolean =>
  senses.some((sense) => sense.kind === 'stage' || (sense.kind === 'word' && sense.symbol === '是'))

/** Words for a figure that ask for it themselves: 投资了多少. */
const isAmountOf = ({ senses, text }: Token): boolean =>
  senses.some(({ kind }) => kind === 'metric') && lexicon.amounts.words.some((word) => text.includes(word))

/** Guard: whether a question asks for an amount (投资了多少), which no count of things found answers (投资了多少家企业). */
export const asksAmount = (path: readonly Token[]): boolean => {
  const words = path.filter((token) => token.text !== ' ' && !isStop(token))
  return words.some((token, index) => {
    const after = words[index + 1]
    const counts = after?.senses.some((sense) => sense.kind === 'head' && sense.label !== 'Product')
    if (counts === true) return false
    if (!lexicon.amounts.words.includes(token.text)) return isAmountOf(token)
    const before = words.slice(0, index).findLast((one) => !isCopula(one))
    return (
      before?.senses.some(
        (sense) => sense.kind === 'word' && lexicon.amounts.verbs.includes(sense.symbol),
      ) === true
    )
  })
}

/** Guard: whether something is said of all of several; that some do it does not answer whether all do. */
export const saysAll = (path: readonly Token[]): boolean =>
  path.some(({ text }) => lexicon.universal.some((word) => text.startsWith(word)))

const names = ({ senses }: Token, symbol: string): boolean =>
  senses.some((sense) => sense.kind === 'word' && sense.symbol === symbol)

/** Which words of a class mean only the way along the chain: 上游 has 配套企业, it is none whose suppliers are asked for. */
const ways = [
  { way: '上游', symbol: '供应商', relation: 'suppliers' },
  { way: '下游', symbol: '客户', relation: 'customers' },
] as const

/** Guard: whether a plan asks for suppliers of suppliers where the question says the same twice (上游有哪些供应商). */
export const doubles = (plan: Plan, path: readonly Token[]): boolean =>
  ways.some(
    ({ way, symbol, relation }) =>
      path.some(({ text }) => text === way) &&
      path.filter((token) => names(token, symbol)).length === 2 &&
      allSets(plan).some(
        (set) =>
          set.kind === 'related' &&
          set.relation === relation &&
          set.of.kind === 'related' &&
          set.of.relation === relation,
      ),
  )

/** Guard: whether a plan tells what something is where the question asks whose it is: 谁的政策. */
export const asksWhose = (plan: Plan, path: readonly Token[]): boolean =>
  plan.kind === 'profile' && path.some((token) => names(token, '谁家'))

const denies = (token: Token): boolean => names(token, '不')

const plans = ({ senses }: Token): boolean =>
  senses.some((sense) => sense.kind === 'stage' && sense.stage === 'PLANNED')

/** A stage that something is yet to come to: a plan to sign is a plan. */
const isReached = ({ senses }: Token): boolean =>
  senses.some((sense) => sense.kind === 'stage' && sense.stage !== 'PLANNED')

/**
 * Guard: whether a stage is denied (还没开工) or yet to come (将投产): what has not come so far may be at any stage before, or
 * at none.
 */
export const deniesStage = (path: readonly Token[]): boolean => {
  const words = path.filter((token) => token.text !== ' ' && !isStop(token))
  return words.some((token, index) => {
    const before = words[index - 1]
    if (before === undefined) return false
    return (denies(before) && (isReached(token) || plans(token))) || (plans(before) && isReached(token))
  })
}
