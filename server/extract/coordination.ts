/** Coordination: names that stand in one place of a sentence together (甲、乙和丙等), and who goes with whom. */
import type { Mention } from './mention.ts'
import type { Span } from './span.ts'
import { wording } from './frames/wording.ts'

/** Mentions that fill one place of a sentence. The span takes in quotation marks and a bracket behind a name. */
export interface Group extends Span {
  readonly members: readonly Mention[]
  /** 1 where it is named here; less where a word or nothing at all stands for it. */
  readonly certainty: number
}

const openers = new Set(['“', '‘', '「', '『', '"', '《'])
const closers = new Set(['”', '’', '」', '』', '"', '》'])
const bracket = /^[(（][^()（）]{0,40}[)）]/
const furtherNames =
  /^等(?:多|\d+[多余]?|数|十余|数十|几)?(?:家|个|款|种|类|大)?(?:[^,，。、；;的]{0,8}?(?:企业|公司|车企|厂商|客户|品牌|集团|零部件|部件|整车厂|主机厂|供应商|项目|园区|单位|院校|高校|机构|产业|城市|领域))?/

/** The end of the bracket behind `end`; `end` itself where there is none. */
const bracketEnd = (text: string, end: number): number =>
  end + (bracket.exec(text.slice(end, end + 44))?.[0].length ?? 0)

/** Where a mention begins and ends with the marks around it; a bracket that names something else stays outside. */
const dressed = (text: string, mention: Mention, next: Mention | undefined): Span => {
  const start = openers.has(text[mention.start - 1] ?? '') ? mention.start - 1 : mention.start
  let end = mention.end
  if (start < mention.start && closers.has(text[end] ?? '')) end++
  const closed = bracketEnd(text, end)
  const isOther =
    next !== undefined &&
    next.start < closed &&
    next.name !== mention.name &&
    wording.renamings.at(text, end + 1) === undefined
  return { start, end: isOther ? end : closed }
}

/** The mentions of a sentence in order, each with the span its quotation marks and bracket give it. */
export interface Dressed extends Span {
  readonly mention: Mention
}

/** Dresses the mentions of one sentence, which are in order and don't overlap. */
export const dress = (text: string, mentions: readonly Mention[]): readonly Dressed[] => {
  const result: Dressed[] = []
  for (const [index, mention] of mentions.entries()) {
    const span = dressed(text, mention, mentions[index + 1])
    if (mention.start >= (result.at(-1)?.end ?? 0)) result.push({ ...span, mention })
  }
  return result
}

/** Where the next name of a list begins after `end`; undefined where no joiner leads to one. */
const afterJoiner = (text: string, end: number): readonly number[] =>
  [...new Set([end, bracketEnd(text, end)])].flatMap((from) =>
    wording.joiners.allAt(text, from).map((joiner) => from + joiner.length),
  )

/** “甲”“乙” stand side by side in their marks. */
const isBesideIt = (text: string, last: Span, next: Span): boolean =>
  last.end === next.start && closers.has(text[last.end - 1] ?? '') && openers.has(text[next.start] ?? '')

/** Whether this is the name of a place. */
export const isPlace = (dressed: Dressed | undefined): dressed is Dressed =>
  dressed?.mention.label === 'Region' || dressed?.mention.label === 'Park'

/** In [甲厂]、[丙市]的[乙厂] the place only says where the next firm is. */
const onlyPlaces = (
  text: string,
  last: Dressed,
  [place, next]: readonly (Dressed | undefined)[],
): boolean => {
  if (last.mention.label !== 'Company' || next?.mention.label !== 'Company') return false
  if (!isPlace(place)) return false
  return /^的?$/u.test(text.slice(place.end, next.start))
}

/** Where in the mentions a list goes on that has come to `last`, which stands before `at`; undefined where it ends. */
const nextOfList = (
  text: string,
  mentions: readonly Dressed[],
  last: Dressed,
  at: number,
): number | undefined => {
  const next = mentions[at]
  if (!next) return undefined
  const isNext = isBesideIt(text, last, next) || afterJoiner(text, last.end).includes(next.start)
  if (!isNext) return undefined
  return onlyPlaces(text, last, mentions.slice(at, at + 2)) ? at + 1 : at
}

/** Whether this firm only says whose the next one is: 甲 in [甲]旗下的[乙]. */
export const ownsNext = (text: string, mentions: readonly Dressed[], index: number): boolean => {
  const [owner, next] = [mentions[index], mentions[index + 1]]
  if (owner?.mention.label !== 'Company' || next?.mention.label !== 'Company') return false
  return wording.ownings.allAt(text, owner.end).some((word) => owner.end + word.length === next.start)
}

/**
 * The groups that begin with this mention: the longest first, down to the mention alone, each also with the words
 * that close a list (等企业).
 */
export const groupsFrom = (text: string, mentions: readonly Dressed[], index: number): readonly Group[] => {
  const first = mentions[index]
  if (!first) return []
  const runs: Dressed[][] = [[first]]
  for (let at = nextOfList(text, mentions, first, index + 1); at !== undefined;) {
    const next = mentions[at]
    if (!next) break
    runs.push([...(runs.at(-1) ?? []), next])
    at = nextOfList(text, mentions, next, at + 1)
  }
  return runs.reverse().flatMap((run) => {
    const end = run.at(-1)?.end ?? first.end
    const group = { start: first.start, members: run.map(({ mention }) => mention), certainty: 1 }
    const tail = furtherNames.exec(text.slice(end, end + 24))
    return [...(tail ? [{ ...group, end: end + tail[0].length }] : []), { ...group, end }]
  })
}

/**
 * Who goes with whom: each with each, or one by one where the sentence says 分别 and both sides are equally many.
 */
export const pairs = <Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  respectively: boolean,
): readonly (readonly [Left, Right])[] =>
  respectively && left.length === right.length && left.length > 1
    ? left.flatMap((one, index) => {
        const other = right[index]
        return other === undefined ? [] : [[one, other] as const]
      })
    : left.flatMap((one) => right.map((other) => [one, other] as const))
