/** Products: what stands behind the verbs of making and supplying, and what contexts and models show. */
import { withoutModifiers, withQuote } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { products as words } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { called, headed, owned } from './productContexts.ts'
import { models, quotedBrands, quotedFronts, quotedModels, quotedThings } from './productModels.ts'
import { isEnd, isGoods, listFrom, objectStart, type Taken } from './productRuns.ts'

const verbs = new Set(words.verbs)
const makers = new Set(words.makers)
const generic = new Set(words.generic)
const acronyms = new Set(words.noModels)
const fields = new Set(words.fields)
const abstract = new Set(words.abstract)
const copulas = new Set(words.copulas)
const leaders = new Set(words.leaders)

/** Whether a run that ends in no known head may be a product all the same: the object of making, of nouns. */
const isMade = (scene: Scene, verb: Token, run: Span): boolean => {
  const last = scene.tokenAt(run.end - 1)
  const text = scene.text.slice(run.start, run.end)
  if (last === undefined || generic.has(text)) return false
  if (last.tag === 'eng' && !acronyms.has(last.text)) return run.end - run.start >= 2
  if (!makers.has(verb.text)) return false
  if (abstract.has(last.text)) return false
  return run.end - run.start >= 2 && /^(?:n|nz|ng|eng|x)$/.test(last.tag) && isEnd(scene, run)
}

/** Whether a list names fields of work: …等领域, …产业. */
const namesFields = (scene: Scene, list: readonly Span[]): boolean => {
  const end = list.at(-1)?.end
  const last = end === undefined ? undefined : scene.tokenAt(end - 1)
  const after = end === undefined ? undefined : scene.tokenAt(end)
  const next = after !== undefined && /^[等的]$/.test(after.text) ? scene.beside(after, 1) : after
  return (last !== undefined && fields.has(last.text)) || (next !== undefined && fields.has(next.text))
}

/** 产品为, 产品包括: what a firm's products are said to be. */
const isCopula = (scene: Scene, token: Token): boolean => {
  const before = scene.beside(token, -1)
  const subject = before?.text === '主要' ? scene.beside(before, -1) : before
  return copulas.has(token.text) && subject !== undefined && subject.text.endsWith('产品')
}

/** 主打产品 + P. */
const isLeader = (scene: Scene, token: Token): boolean => {
  const next = scene.beside(token, 1)
  return (
    token.text === '产品' &&
    leaders.has(scene.beside(token, -1)?.text ?? '') &&
    next !== undefined &&
    !copulas.has(next.text)
  )
}

const proposeRun = (scene: Scene, verb: Token, bare: Span, isListed: boolean): readonly Candidate[] => {
  if (bare.end <= bare.start) return []
  const run = { start: withQuote(scene, bare.start), end: bare.end }
  if (isGoods(scene, run)) return [propose('product-object', 'Product', run)]
  if (isMade(scene, verb, run)) return [propose('product-made', 'Product', run)]
  const text = scene.text.slice(run.start, run.end)
  const last = scene.tokenAt(run.end - 1)
  const isPlain = generic.has(text) || text.length < 2 || last === undefined || abstract.has(last.text)
  return isListed && !isPlain && isEnd(scene, run) ? [propose('product-list', 'Product', run)] : []
}

const leadsToGoods = (scene: Scene, token: Token): boolean =>
  verbs.has(token.text) || isCopula(scene, token) || isLeader(scene, token)

/** Proposes products behind verbs; in such a list the neighbours of a product are products. */
const objects = (scene: Scene, taken: Taken): readonly Candidate[] =>
  scene.tokens.flatMap((verb) => {
    if (taken(verb.start) !== undefined || !leadsToGoods(scene, verb)) return []
    const list = listFrom(scene, objectStart(scene, verb, taken), taken)
    if (namesFields(scene, list)) return []
    const runs = list.map((run) => withoutModifiers(scene, run))
    const holdsProduct = runs.some((run) => isGoods(scene, run) || isMade(scene, verb, run))
    return runs.flatMap((run) => proposeRun(scene, verb, run, holdsProduct && runs.length > 1))
  })

/** Proposes products, given the names found before. */
export const products = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const named = found.filter(({ label }) => label !== 'Product')
  const owner = new Int32Array(scene.text.length).fill(-1)
  for (const [index, { start, end }] of named.entries()) owner.fill(index, start, end)
  const taken: Taken = (offset) => named[owner[offset] ?? -1]
  const goods = [...objects(scene, taken), ...called(scene, taken), ...headed(scene, taken)]
  return [
    ...goods,
    ...quotedBrands(scene, goods),
    ...models(scene, found, taken),
    ...quotedFronts(scene, taken),
    ...quotedModels(scene),
    ...quotedThings(scene),
    ...owned(scene, found, taken),
  ]
}
