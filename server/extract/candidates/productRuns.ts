/** Runs of words that may name a product, and lists of them. */
import { isMark, isNameWord } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies, products as words } from '../words.ts'

const makers = new Set(words.makers)
const generic = new Set(words.generic)
const contexts = new Set(words.contexts)
const fillers = new Set(words.fillers)
const nouns = new Set(companies.nouns)
const deeds = new Set(words.deeds)
const separators = new Set(['、', '和', '及', '以及', '与', '或'])
const inner = new Set(['-', '/', '+', '·'])
const longestProduct = 26

/** Which characters belong to names found before, other than products. */
export type Taken = (offset: number) => Span | undefined

/** Whether a word is a number in digits. */
export const isNumber = (token: Token): boolean => /^[\d.]+$/.test(token.text)

/** Whether a word may stand in a product's name. */
export const isProductWord = (scene: Scene, token: Token): boolean => {
  if (isNameWord(token) || token.tag === 'eng' || /^a[dn]?$/.test(token.tag))
    return !nouns.has(token.text) && !contexts.has(token.text)
  if (token.tag === 'm' && token.text.length > 1 && !countWord.test(token.text) && !measured.test(token.text))
    return true
  if (isGrade(scene, token)) return true
  const before = scene.beside(token, -1)
  if (before !== undefined && isGrade(scene, before)) return true
  const next = scene.beside(token, 1)
  return isNumber(token) && next !== undefined && (next.tag === 'eng' || next.text === '万')
    ? true
    : token.text === '万' && next?.text === '像素'
}

/** 一台, 两款: a count with its measure. */
const measured = /^[一二两三四五六七八九十百千万几数\d]+[台辆套个件根片块条吨家种款枚颗架艘列批只座栋位]/u

/** Numbers in Chinese or digits; 多层 and 三元 are none. */
const countWord = /^[一二三四五六七八九十百千万亿两零多几余数第半\d.％%约近超]+$/u

/** A run of words that may name a product, from `start`; names found before end it. */
export const runFrom = (scene: Scene, start: number, taken: Taken): Span => {
  let end = start
  for (;;) {
    const token = scene.tokenAt(end)
    if (token === undefined || taken(end) !== undefined || token.end - start > longestProduct) break
    const isInner = end > start && (inner.has(token.text) || isSpaceInside(scene, token))
    if (!isInner && !isProductWord(scene, token)) break
    if (makers.has(token.text) && end > start) break
    end = token.end
  }
  while (end > start && (/[\s]/.test(scene.text.charAt(end - 1)) || inner.has(scene.text.charAt(end - 1))))
    end--
  return { start, end }
}

/** A space between two words in Latin letters: SiC MOSFET. */
const isSpaceInside = (scene: Scene, token: Token): boolean => {
  const before = scene.beside(token, -1)
  const after = scene.beside(token, 1)
  return (
    token.text.trim() === '' &&
    before?.tag === 'eng' &&
    after !== undefined &&
    (after.tag === 'eng' || isNumber(after))
  )
}

const heads = new Set(words.heads)
const longestHead = Math.max(...words.heads.map(({ length }) => length))

/** Whether a text ends in a product's head. */
const endsInHead = (text: string): boolean => {
  for (let length = 1; length <= Math.min(longestHead, text.length); length++)
    if (heads.has(text.slice(-length))) return true
  return false
}

/** Whether a span ends in a product's head and is more than a general word. */
export const isProduct = (scene: Scene, { start, end }: Span): boolean => {
  const text = scene.text.slice(start, end)
  return end - start >= 2 && !generic.has(text) && endsInHead(text)
}

/** 8.5代, 12英寸: a number that is part of the product's name. */
const isGrade = (scene: Scene, token: Token): boolean =>
  isNumber(token) && /^(?:代|英寸|寸|轴|座|层|价)$/u.test(scene.beside(token, 1)?.text ?? '')

/** A number or its measure; 多层 is none. */
const isCount = (token: Token): boolean =>
  token.tag === 'q' ||
  (token.tag === 'm' && (token.text.length === 1 || countWord.test(token.text) || measured.test(token.text)))

/** The words between a verb and its object: 了, 各类, numbers with their measure, a company. */
export const objectStart = (scene: Scene, verb: Token, taken: Taken): number => {
  let at = verb.end
  for (;;) {
    const token = scene.tokenAt(at)
    if (token === undefined) return at
    const name = taken(at)
    if (name !== undefined) at = name.end
    else if (isGrade(scene, token)) return token.start
    else if (fillers.has(token.text) || isCount(token) || token.text === '“') at = token.end
    else return at
    if (isProductWord(scene, token) && /^[\d.]+$/.test(token.text)) return token.start
  }
}

/** Whether 的 leads to a thing, not to what is done with the one before it: 前驱体的研发. */
const isThingAhead = (scene: Scene, particle: Token, taken: Taken): boolean => {
  const beside = scene.beside(particle, 1)
  const next = beside?.text === '“' ? scene.beside(beside, 1) : beside
  return next !== undefined && !deeds.has(next.text) && runFrom(scene, next.start, taken).end > next.start
}

/** The runs of a list that begins at `start`, one after another. */
export const listFrom = (scene: Scene, start: number, taken: Taken): readonly Span[] => {
  const runs: Span[] = []
  let at = start
  for (;;) {
    const run = runFrom(scene, at, taken)
    if (run.end === run.start) return runs
    const next = scene.tokenAt(run.end)
    if (next?.text === '的' && runs.length === 0 && isThingAhead(scene, next, taken)) {
      at = next.end
      continue
    }
    runs.push(run)
    if (next === undefined || !separators.has(next.text)) return runs
    at = next.end
  }
}

/** Whether a run ends where its words do: before a mark, a joining word, a verb. */
export const isEnd = (scene: Scene, { end }: Span): boolean => {
  const token = scene.tokenAt(end)
  return (
    token === undefined ||
    isMark(token) ||
    separators.has(token.text) ||
    /^[ucpdv]/.test(token.tag) ||
    token.text === '等'
  )
}
