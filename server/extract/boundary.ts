/** Where a name begins: the words before its head that belong to it. */
import type { Layout, Token } from './scene.ts'
import type { Span } from './span.ts'
import { boundaries, heads, plainWords } from './words.ts'

const headWords = new Set([
  ...heads.Park.heads,
  ...heads.Project.heads,
  ...heads.Cluster.heads,
  ...heads.Institution.bodies,
  ...heads.Policy.heads,
])
const nameTags = new Set(boundaries.nameTags)
const nameWords = new Set(boundaries.nameWords)
const stops = new Set(boundaries.stops)
const modifiers = new Set(boundaries.modifiers)

/** The longest name read, in characters before its head. */
export const longestReach = 40

/** Single characters that never stand inside a name, whatever jieba takes them for. */
const particles = new Set(
  '的了着过等在与和及或为由向对给被把从以到是有于至将已也就都并而之其该此这那各每本某让使又更很最',
)

/** Whether a character never stands inside a name. */
export const isParticle = (text: string): boolean => particles.has(text)

const mark = /[\p{P}\p{S}\s]/u
/** Marks that may stand inside a name: 梅特勒-托利多, 一汽·大众, A+B. */
const innerMarks = new Set(['-', '·', '—', '&', '+', '/', '•'])

export const isMark = (token: Token): boolean => token.text.length === 1 && mark.test(token.text)

/** Whether a word may stand inside the name of a park, project, institution …: nouns and the words names borrow. */
export const isNameWord = ({ text, tag }: Token): boolean =>
  !stops.has(text) && !particles.has(text) && (nameTags.has(tag) || nameWords.has(text)) && !mark.test(text)

const zoneHeads = new Set(heads.Park.zones)
const breakers = new Set(boundaries.breakers)

/** Whether a word may stand inside the name of a thing: no verb of making it grow, as in 壮大产业. */
export const isThingWord = (token: Token): boolean =>
  isNameWord(token) && !breakers.has(token.text) && !zoneHeads.has(token.text)

/** Whether a word is the head of a park, a project, a cluster or a public body. */
export const isHead = ({ text }: Token): boolean => headWords.has(text)

/** Whether a word may stand inside a brand: also single characters of any tag. */
export const isBrandWord = (token: Token): boolean =>
  (isNameWord(token) && !headWords.has(token.text)) ||
  (token.text.length === 1 &&
    !particles.has(token.text) &&
    !stops.has(token.text) &&
    !mark.test(token.text) &&
    !/^[mq]$/.test(token.tag)) ||
  /^[A-Za-z0-9]+$/.test(token.text)

/** What a walk to the left may cross. */
export interface Reach {
  readonly accepts: (token: Token) => boolean
  /** Names found before, by their end: crossed as a whole. */
  readonly anchors?: ReadonlyMap<number, Span>
  /** Words crossed between two words of the name: 智电汽车及汽车零部件产业集群. */
  readonly joins?: ReadonlySet<string>
  /** Ends of names that are never part of this one. */
  readonly walls?: ReadonlySet<number>
}

const single = /^\p{Script=Han}$/u

/** A name that would begin with a single character takes the single one before it too, whatever its tag: 三 + 屿. */
const withFirstCharacter = (scene: Layout, start: number, floor: number): number => {
  const first = scene.tokenAt(start)
  const before = first === undefined ? undefined : scene.beside(first, -1)
  if (first?.start !== start || before === undefined || before.start < floor) return start
  const isSplit = single.test(first.text) && single.test(before.text) && !particles.has(before.text)
  return isSplit && nameTags.has(first.tag) ? before.start : start
}

/** Two single characters that jieba could not put together, whatever it takes them for: 锦 + 明. */
const isSplitPair = (scene: Layout, token: Token): boolean => {
  const before = scene.beside(token, -1)
  return before !== undefined && isBrandCharacter(before) && (isBrandCharacter(token) || isSingleVerb(token))
}

/** The second of two may be a verb by itself: 新 + 站. */
const isSingleVerb = ({ text, tag }: Token): boolean =>
  single.test(text) && !particles.has(text) && tag === 'v'

const isBrandCharacter = ({ text, tag }: Token): boolean =>
  single.test(text) && !particles.has(text) && !/^[vpdcurmqft]/.test(tag)

/** A body that jieba knows by its whole name: 广西大学. */
const isBody = (scene: Layout, start: number): boolean => scene.tokenAt(start)?.tag === 'nt'

/** The start of the name whose head begins at `head`: `head` itself where nothing before it belongs to the name. */
export const nameStart = (scene: Layout, head: number, reach: Reach): number => {
  const { accepts, anchors, joins, walls } = reach
  const floor = Math.max(scene.sentenceAt(head)?.start ?? head, head - longestReach)
  let start = head
  let isAtAnchor = false
  while (start > floor && walls?.has(start) !== true) {
    const anchor = anchors?.get(start)
    if (anchor !== undefined && anchor.start >= floor) {
      start = anchor.start
      isAtAnchor = true
      continue
    }
    const token = scene.tokenAt(start - 1)
    if (token === undefined || token.start < floor) break
    const bracket = placeInBrackets(scene, start, reach)
    if (bracket !== undefined && bracket >= floor) start = bracket
    else if (token.end > start || accepts(token)) start = token.start
    else if (isSplitPair(scene, token)) start = scene.beside(token, -1)?.start ?? token.start
    else if (innerMarks.has(token.text) && isJoined(scene, token, reach) && isInnerMark(scene, token))
      start = token.start
    else if (
      !isAtAnchor &&
      !isBody(scene, start) &&
      joins?.has(token.text) === true &&
      isJoined(scene, token, reach)
    )
      start = token.start
    else break
    isAtAnchor = false
  }
  return withFirstCharacter(scene, start, floor)
}

const bracketed = /[（(]\p{Script=Han}{2,6}[)）]$/u
const longestBracket = 8

/** Where a place in brackets that ends at `end` begins, behind a word or a name of the same name: 广药 + （亳州） + 产业园. */
const placeInBrackets = (scene: Layout, end: number, { accepts, anchors }: Reach): number | undefined => {
  if (!/[)）]/.test(scene.text.charAt(end - 1))) return undefined
  const size = bracketed.exec(scene.text.slice(Math.max(0, end - longestBracket), end))?.[0].length
  if (size === undefined || anchors?.has(end - 1) !== true) return undefined
  const before = scene.tokenAt(end - size - 1)
  const isBehind = before !== undefined && !isMark(before) && (accepts(before) || anchors.has(end - size))
  return isBehind ? end - size : undefined
}

/** + and / join letters and digits only: A+B, 云+产业园 does not. */
const isInnerMark = (scene: Layout, token: Token): boolean =>
  !/[+/&]/.test(token.text) || /[A-Za-z0-9]$/.test(scene.beside(token, -1)?.text ?? '')

/** A word that ends a name of a firm or a body: what is joined to it is a name of its own. */
const endsName = ({ text }: Token): boolean =>
  /(?:集团|公司|股份)$/u.test(text) || heads.Institution.heads.includes(text)

/** Whether the word before a mark or a joining word belongs to the name too; a name found before does not. */
const isJoined = (scene: Layout, token: Token, { accepts, anchors }: Reach): boolean => {
  const before = scene.beside(token, -1)
  return (
    before !== undefined &&
    accepts(before) &&
    !zoneHeads.has(before.text) &&
    !endsName(before) &&
    anchors?.has(token.start) !== true
  )
}

/** The longest quoted part of a name, with its marks: “光芯屏端网”产业集群. */
const longestQuote = 16

/** “十四五” + 末: a quoted word that says when is no part of a name. */
const isTime = (scene: Layout, start: number): boolean => scene.text.startsWith('末', start)

/** The start with the quoted word directly before it: “两湖”创新区. */
export const withQuote = (scene: Layout, start: number): number => {
  if (scene.text.charAt(start - 1) !== '”' || isTime(scene, start)) return start
  const open = scene.text.lastIndexOf('“', start - 1)
  return open >= 0 && start - open <= longestQuote ? open : start
}

const grade = /第?\d+(?:\.\d+)?(?:代|英寸|寸|轴)$/u
const longestGrade = 8

/** The start with the generation or size directly before it: 第6代 + 柔性模组, 12英寸 + 晶圆. */
export const withGrade = (scene: Layout, start: number): number =>
  start - (grade.exec(scene.text.slice(Math.max(0, start - longestGrade), start))?.[0].length ?? 0)

/** Whether a single character and the next one are one word that jieba did not put together: 新 + 站. */
const isSplit = (scene: Layout, token: Token): boolean =>
  token.text.length === 1 && scene.beside(token, 1)?.text.length === 1

/** The span without the describing words at its front: 重点实验室 loses 重点. */
export const withoutModifiers = (scene: Layout, { start, end }: Span): Span => {
  let at = start
  for (;;) {
    const token = scene.tokenAt(at)
    if (token === undefined || token.end >= end || !modifiers.has(token.text) || isSplit(scene, token))
      return { start: at, end }
    at = token.end
  }
}

/** Whether the text goes on after `end` inside a word that began before it: 产业 in 产业化. */
export const cutsToken = (scene: Layout, end: number): boolean => {
  const token = scene.tokenAt(end - 1)
  return token !== undefined && token.end > end
}

const coinedTags = new Set(['x', 'nr', 'nrt', 'nrfg', 'eng'])
/** jieba's other proper nouns of two characters are as often common words. */
const isProperNoun = ({ text, tag }: Token): boolean => tag === 'nz' && text.length > 2

/**
 * Whether a span reads as a coined name rather than as common words: it holds a word jieba does not know or
 * takes for a person's or a brand, or it falls apart into single characters, one of them beside a proper noun.
 */
export const isCoined = (scene: Layout, { start, end }: Span): boolean => {
  let singles = 0
  let proper = 0
  let at = start
  while (at < end) {
    const token = scene.tokenAt(at)
    if (token === undefined || token.end > end || token.start < start) return false
    if (stops.has(token.text) || particles.has(token.text)) return false
    if (
      (coinedTags.has(token.tag) || isProperNoun(token)) &&
      !mark.test(token.text) &&
      !plainWords.has(token.text)
    )
      return true
    if (token.text.length === 1) singles++
    else if (token.tag === 'nz' && !plainWords.has(token.text)) proper++
    at = token.end
  }
  return singles >= 2 || (singles > 0 && proper > 0)
}

/**
 * Whether a common word stands where a company's name would: behind a mark, a preposition or a joining word, and not
 * before 的.
 */
export const standsAsName = (scene: Layout, { start, end }: Span): boolean => {
  const token = scene.tokenAt(start)
  if (token?.start !== start || token.end !== end) return false
  const previous = scene.beside(token, -1)
  const next = scene.beside(token, 1)
  return (previous === undefined || isMark(previous) || /^[cp]$/.test(previous.tag)) && next?.text !== '的'
}

/** The end of a company's name with 公司 directly behind it, which belongs to it: 潍动氢能科技 + 公司. */
export const companyEnd = (scene: Layout, end: number): number => {
  const next = scene.tokenAt(end)
  return next?.text === '公司' ? next.end : end
}
