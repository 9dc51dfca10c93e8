/** Products by what stands behind or before them: their market, their supplier, their owner, what a list is called. */
import { isMark, withoutModifiers } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { Trie } from '../trie.ts'
import { products as words } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { isGoods, isProduct, isProductWord, listFrom, runFrom, type Taken } from './productRuns.ts'

const generic = new Set(words.generic)
const fields = new Set(words.fields)
const abstract = new Set(words.abstract)
const adverbs = new Set(words.adverbs)
/** Behind these words any thing is a product: 面粉采购自…, 包装由…供应. */
const sourced = new Set(words.sourced)

/** What a list of products is called behind 等. */
const calledGoods = new Set(words.calls)

/** Words between 等 and what the list is called: 等高端产品, 等多种零部件. */
const longestCall = 3

/** 等零部件, 两大部件, 等高端产品: whether what stands behind a list calls it goods. */
const areCalledGoods = (scene: Scene, end: number): boolean => {
  let token = scene.tokenAt(end)
  if (token === undefined || !(token.text === '等' || /^[两三四五六七八九十]大?$/u.test(token.text)))
    return false
  for (let count = 0; count < longestCall; count++) {
    token = scene.beside(token, 1)
    if (token === undefined || isMark(token)) return false
    if (calledGoods.has(token.text)) return true
  }
  return false
}

/** Proposes the items of a list that is called products: 汽车电子、动力总成等零部件. */
export const called = (scene: Scene, taken: Taken): readonly Candidate[] => {
  const found: Candidate[] = []
  let at = 0
  for (const token of scene.tokens) {
    if (token.start < at || taken(token.start) !== undefined || !isProductWord(scene, token)) continue
    const list = listFrom(scene, token.start, taken)
    const end = list.at(-1)?.end ?? token.end
    at = Math.max(end, token.end)
    if (list.length < 2 || !areCalledGoods(scene, end)) continue
    for (const run of list) found.push(propose('listed-product', 'Product', withoutModifiers(scene, run)))
  }
  return found.filter(({ start, end }) => end - start > 1 && !generic.has(scene.text.slice(start, end)))
}

const passages = new Map(Object.entries(words.passages))

const openers = new Trie<string>()
for (const opener of passages.keys()) openers.add(opener, opener)

/** The text behind an offset up to the end of its clause. */
const restOfClause = (scene: Scene, offset: number): string =>
  /^[^，,。；;！!？?\n]*/u.exec(scene.text.slice(offset, offset + longestClause))?.[0] ?? ''

const longestClause = 60

/** P由X供应, P从X采购: what follows a thing that is supplied, bought or used. */
const isPassedOn = (scene: Scene, next: Token): boolean => {
  const opener = openers
    .from(scene.text, next.start)
    .findLast(({ end }) => scene.tokenAt(end - 1)?.end === end)
  const closers = opener === undefined ? undefined : passages.get(opener.values[0] ?? '')
  if (opener === undefined || closers === undefined) return false
  const rest = restOfClause(scene, opener.end)
  return closers.length === 0 || closers.some((closer) => rest.includes(closer))
}

const contexts = new Trie<string>()
for (const context of words.contexts) contexts.add(context, context)

/** Whether a word of the market stands at an offset, whatever words jieba cuts it into. */
const isMarket = (scene: Scene, offset: number): boolean =>
  contexts.from(scene.text, offset).some(({ end }) => scene.tokenAt(end - 1)?.end === end)

/** Whether what follows a run shows it to be a product: its market, its supplier, its sales. */
const isInContext = (scene: Scene, { end }: Span): boolean => {
  let next = scene.tokenAt(end)
  while (next !== undefined) {
    if (isMarket(scene, next.start) || isPassedOn(scene, next)) return true
    if (!adverbs.has(next.text)) return false
    next = scene.beside(next, 1)
  }
  return false
}

/** Whether a run that ends in no known head may be a product where the context says so. */
const isPlainThing = (scene: Scene, run: Span): boolean => {
  const last = scene.tokenAt(run.end - 1)
  const next = scene.tokenAt(run.end)
  const text = scene.text.slice(run.start, run.end)
  const isNoun =
    last !== undefined && /^n[gz]?$/.test(last.tag) && !abstract.has(last.text) && !generic.has(text)
  return (
    isNoun && text.length >= 2 && text.length <= longestPlain && next !== undefined && sourced.has(next.text)
  )
}

const longestPlain = 6

/** Proposes runs of words that end in a product's head, where the context shows one. */
export const headed = (scene: Scene, taken: Taken): readonly Candidate[] => {
  const found: Candidate[] = []
  let at = 0
  for (const token of scene.tokens) {
    if (token.start < at || taken(token.start) !== undefined || !isProductWord(scene, token)) continue
    const list = listFrom(scene, token.start, taken).map((run) => withoutModifiers(scene, run))
    const last = list.at(-1)
    if (last === undefined) continue
    at = Math.max(last.end, token.end)
    const holds =
      isInContext(scene, last) && (list.some((run) => isGoods(scene, run)) || isPlainThing(scene, last))
    for (const run of list) {
      const isThing = isProduct(scene, run)
      if (
        holds &&
        (isThing || list.length > 1 || run === last) &&
        !generic.has(scene.text.slice(run.start, run.end))
      )
        found.push(propose('product-context', 'Product', run))
    }
  }
  return found.filter(({ start, end }) => end - start > 1)
}

/** X的P: a product behind a company's name. */
export const owned = (scene: Scene, found: readonly Candidate[], taken: Taken): readonly Candidate[] =>
  found.flatMap(({ label, end }) => {
    const particle = scene.tokenAt(end)
    if (label !== 'Company' || particle?.text !== '的') return []
    const run = withoutModifiers(scene, runFrom(scene, particle.end, taken))
    return isProduct(scene, run) && !fields.has(scene.tokenAt(run.end)?.text ?? '')
      ? [propose('owned-product', 'Product', run)]
      : []
  })
