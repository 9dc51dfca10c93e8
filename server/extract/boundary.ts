/** Where a name begins: the words before its head that belong to it. */
import type { Scene, Token } from './scene.ts'
import type { Span } from './span.ts'
import { boundaries, plainWords } from './words.ts'

const nameTags = new Set(boundaries.nameTags)
const nameWords = new Set(boundaries.nameWords)
const stops = new Set(boundaries.stops)
const modifiers = new Set(boundaries.modifiers)

/** The longest name read, in characters before its head. */
export const longestReach = 40

/** Single characters that never stand inside a name, whatever jieba takes them for. */
const particles = new Set(
  '的了着过在与和及或为由向对给被把从以等到是有于至将已也就都即并而其该此这那各每本某让使赴据经获又再更很最还只不没无可能会要请',
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

/** Whether a word may stand inside a brand: also single characters of any tag. */
export const isBrandWord = (token: Token): boolean =>
  isNameWord(token) ||
  (token.text.length === 1 &&
    !particles.has(token.text) &&
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
}

/** The start of the name whose head begins at `head`: `head` itself where nothing before it belongs to the name. */
export const nameStart = (scene: Scene, head: number, reach: Reach): number => {
  const { accepts, anchors, joins } = reach
  const floor = Math.max(scene.sentenceAt(head)?.start ?? head, head - longestReach)
  let start = head
  while (start > floor) {
    const anchor = anchors?.get(start)
    if (anchor !== undefined && anchor.start >= floor) {
      start = anchor.start
      continue
    }
    const token = scene.tokenAt(start - 1)
    if (token === undefined || token.start < floor) break
    if (token.end > start || accepts(token)) start = token.start
    else if (innerMarks.has(token.text) && isJoined(scene, token, reach)) start = token.start
    else if (joins?.has(token.text) === true && isJoined(scene, token, reach)) start = token.start
    else break
  }
  return start
}

/** Whether the word before a mark or a joining word belongs to the name too; a name found before does not. */
const isJoined = (scene: Scene, token: Token, { accepts, anchors }: Reach): boolean => {
  const before = scene.beside(token, -1)
  return before !== undefined && accepts(before) && anchors?.has(token.start) !== true
}

/** The longest quoted part of a name, with its marks: “光芯屏端网”产业集群. */
const longestQuote = 16

/** The start with the quoted word directly before it: “两湖”创新区. */
export const withQuote = (scene: Scene, start: number): number => {
  if (scene.text.charAt(start - 1) !== '”') return start
  const open = scene.text.lastIndexOf('“', start - 1)
  return open >= 0 && start - open <= longestQuote ? open : start
}

/** The span without the describing words at its front: 重点实验室 loses 重点. */
export const withoutModifiers = (scene: Scene, { start, end }: Span): Span => {
  let at = start
  for (;;) {
    const token = scene.tokenAt(at)
    if (token === undefined || token.end >= end || !modifiers.has(token.text)) return { start: at, end }
    at = token.end
  }
}

/** Whether the text goes on after `end` inside a word that began before it: 产业 in 产业化. */
export const cutsToken = (scene: Scene, end: number): boolean => {
  const token = scene.tokenAt(end - 1)
  return token !== undefined && token.end > end
}

const coinedTags = new Set(['x', 'nr', 'nrt', 'nrfg', 'nz', 'eng'])

/**
 * Whether a span reads as a coined name rather than as common words: it holds a word jieba does not know or
 * takes for a person's or a brand, or it falls apart into single characters.
 */
export const isCoined = (scene: Scene, { start, end }: Span): boolean => {
  let singles = 0
  let at = start
  while (at < end) {
    const token = scene.tokenAt(at)
    if (token === undefined || token.end > end || token.start < start) return false
    if (stops.has(token.text) || particles.has(token.text)) return false
    if (coinedTags.has(token.tag) && !mark.test(token.text) && !plainWords.has(token.text)) return true
    if (token.text.length === 1) singles++
    at = token.end
  }
  return singles >= 2
}
