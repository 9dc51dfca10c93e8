/** Runs of words that may name a product, and lists of them. */
import { isMark, isNameWord, isParticle } from '../boundary.ts'
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
  if (isNumber(token) && before?.text === '-' && scene.beside(before, -1)?.tag === 'eng') return true
  const next = scene.beside(token, 1)
  return isNumber(token) && next !== undefined && (next.tag === 'eng' || next.text === '万')
    ? true
    : token.text === '万' && next?.text === '像素'
}

/** 一台, 两款: a count with its measure. */
const measured = /^[一二两三四五六七八九十百千万几数\d]+[台辆套个件根片块条吨家种款枚颗架艘列批只座栋位]/u

/** Numbers in Chinese or digits; 多层 and 三元 are none. */
const countWord = /^[一二三四五六七八九十百千万亿两零多几余数第半\d.％%约近超]+$/u

/** Single characters that a name begins with although jieba takes them for verbs: 聚 + 羧酸. */
const mostFirst = 2

/** The end of the single characters at `start` that jieba could not put together, where the name of a thing follows. */
const withFirstCharacters = (scene: Scene, start: number): number => {
  let end = start
  for (let count = 0; count < mostFirst; count++) {
    const token = scene.tokenAt(end)
    if (token === undefined || !isOddCharacter(token)) break
    end = token.end
  }
  const next = scene.tokenAt(end)
  return next !== undefined && next.text.length > 1 && isProductWord(scene, next) ? end : start
}

const isOddCharacter = ({ text, tag }: Token): boolean =>
  /^\p{Script=Han}$/u.test(text) && !isParticle(text) && /^(?:v|zg|d)$/.test(tag) && !makers.has(text)

const tails = new Set(words.tails)

/** The end without the word behind a product that only calls it one: 聚丙烯 + 产品. */
const withoutTail = (scene: Scene, { start, end }: Span): number => {
  const last = scene.tokenAt(end - 1)
  return last !== undefined &&
    last.start > start &&
    tails.has(last.text) &&
    isProduct(scene, { start, end: last.start })
    ? last.start
    : end
}

/** A run of words that may name a product, from `start`; names found before end it. */
export const runFrom = (scene: Scene, start: number, taken: Taken): Span => {
  let end = withFirstCharacters(scene, start)
  for (;;) {
    const token = scene.tokenAt(end)
    if (token === undefined || taken(end) !== undefined || token.end - start > longestProduct) break
    const isInner = end > start && (inner.has(token.text) || isSpaceInside(scene, token))
    if (!isInner && !isProductWord(scene, token)) break
    if (makers.has(token.text) && end > start) break
    end = token.end
  }
  end = withoutTail(scene, { start, end })
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

/** Whether a span reads as goods where the sentence speaks of making or supplying: also by its last character. */
export const isGoods = (scene: Scene, span: Span): boolean =>
  isProduct(scene, span) || endsLikeGoods(scene, span)

const endings = new Set(words.endings)
const abstract = new Set(words.abstract)
/** The shortest name that is known by its last character alone. */
const shortestEnding = 3

/** Whether a longer name ends in a character that names of goods end in: 牵引拉 + 杆. */
const endsLikeGoods = (scene: Scene, { start, end }: Span): boolean => {
  const last = scene.tokenAt(end - 1)
  return (
    end - start >= shortestEnding &&
    endings.has(scene.text.charAt(end - 1)) &&
    last !== undefined &&
    !abstract.has(last.text) &&
    !generic.has(last.text) &&
    !isPerson(last)
  )
}

const isPerson = ({ tag }: Token): boolean => tag.startsWith('nr')

/** 8.5代, 12英寸: a number that is part of the product's name. */
const isGrade = (scene: Scene, token: Token): boolean =>
  isNumber(token) && /^(?:代|英寸|寸|轴|座|层|价)$/u.test(scene.beside(token, 1)?.text ?? '')

/** A number or its measure; 多层 is none. */
const isCount = (token: Token): boolean =>
  token.tag === 'q' ||
  (token.tag === 'm' && (token.text.length === 1 || countWord.test(token.text) || measured.test(token.text)))

/** A count, or the measure behind one; 天 in 天鹊 is none. */
const isAmount = (scene: Scene, token: Token): boolean =>
  isCount(token) && (token.tag !== 'q' || scene.beside(token, -1)?.tag === 'm')

/** The longest quoted part at the front of a name: “五合一”前电驱. */
const longestQuote = 8

/** Behind an opening mark; behind the closing one where the name goes on there. */
const quotedPartEnd = (scene: Scene, open: Token, taken: Taken): number => {
  const close = scene.text.indexOf('”', open.end)
  const isPart =
    close > open.end && close - open.end <= longestQuote && runFrom(scene, close + 1, taken).end > close + 1
  return isPart ? close + 1 : open.end
}

/** The words between a verb and its object: 了, 各类, numbers with their measure, a company. */
export const objectStart = (scene: Scene, verb: Token, taken: Taken): number => {
  let at = verb.end
  for (;;) {
    const token = scene.tokenAt(at)
    if (token === undefined) return at
    const name = taken(at)
    if (name !== undefined) at = name.end
    else if (isGrade(scene, token)) return token.start
    else if (token.text === '“') at = quotedPartEnd(scene, token, taken)
    else if (fillers.has(token.text) || isAmount(scene, token)) at = token.end
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

/** The end of the amount at `start`: 叶片 + 1875套. */
const amountEnd = (scene: Scene, start: number): number => {
  let end = start
  for (let token = scene.tokenAt(start); token !== undefined && isCount(token); token = scene.tokenAt(end))
    end = token.end
  return end
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
    const separator = scene.tokenAt(amountEnd(scene, run.end))
    if (separator === undefined || !separators.has(separator.text)) return runs
    at = separator.end
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
