/** Products by what stands behind or before them: their market, their supplier, their owner, what a list is called. */
import { withoutModifiers } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies, products as words } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { isProduct, isProductWord, listFrom, runFrom, type Taken } from './productRuns.ts'

const generic = new Set(words.generic)
const contexts = new Set(words.contexts)
const fields = new Set(words.fields)
const abstract = new Set(words.abstract)
const adverbs = new Set(words.adverbs)
/** Behind these words any thing is a product: 面粉采购自…, 包装由…供应. */
const sourced = new Set(words.sourced)

/** What a list of products is called behind 等. */
const calledGoods = new Set(words.calls)

/** Proposes the items of a list that is called products: 汽车电子、动力总成等零部件. */
export const called = (scene: Scene, taken: Taken): readonly Candidate[] => {
  const found: Candidate[] = []
  let at = 0
  for (const token of scene.tokens) {
    if (token.start < at || taken(token.start) !== undefined || !isProductWord(scene, token)) continue
    const list = listFrom(scene, token.start, taken)
    const end = list.at(-1)?.end ?? token.end
    at = Math.max(end, token.end)
    const etc = scene.tokenAt(end)
    const call = etc?.text === '等' ? scene.beside(etc, 1) : undefined
    if (list.length < 2 || call === undefined || !calledGoods.has(call.text)) continue
    for (const run of list) found.push(propose('listed-product', 'Product', withoutModifiers(scene, run)))
  }
  return found.filter(({ start, end }) => end - start > 1 && !generic.has(scene.text.slice(start, end)))
}

const supplyVerbs = new Set(companies.supplies)

/** P由X供应: a verb of supply later in the clause. */
const isSupplied = (scene: Scene, by: Token): boolean => {
  for (let token = scene.beside(by, 1); token !== undefined; token = scene.beside(token, 1)) {
    if (supplyVerbs.has(token.text)) return true
    if (/^[，,。；;]$/.test(token.text)) return false
  }
  return false
}

/** Whether what follows a run shows it to be a product: its market, its supplier, its sales. */
const isInContext = (scene: Scene, { end }: Span): boolean => {
  let next = scene.tokenAt(end)
  while (next !== undefined && adverbs.has(next.text)) next = scene.beside(next, 1)
  if (next === undefined) return false
  return contexts.has(next.text) || (next.text === '由' && isSupplied(scene, next))
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

/** Proposes runs of words that end in a product's head, where the context or a number in them shows one. */
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
      isInContext(scene, last) && (list.some((run) => isProduct(scene, run)) || isPlainThing(scene, last))
    for (const run of list) {
      const isThing = isProduct(scene, run)
      if (
        holds &&
        (isThing || list.length > 1 || run === last) &&
        !generic.has(scene.text.slice(run.start, run.end))
      )
        found.push(propose('product-context', 'Product', run))
      else if (isThing && /^\p{Script=Han}*[A-Za-z]+(?!.*万)/u.test(scene.text.slice(run.start, run.end)))
        found.push(propose('product-technical', 'Product', run))
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
