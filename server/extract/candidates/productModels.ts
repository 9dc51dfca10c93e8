/** Models and brands of products: i8, 理想L系列, “元PLUS”, “手撕钢”. */
import type { Scene, Token } from '../scene.ts'
import { brands, companies, products as words } from '../words.ts'
import type { Span } from '../span.ts'
import { propose, type Candidate } from './candidate.ts'
import { isGoods, isNumber, isProduct, runFrom, type Taken } from './productRuns.ts'

const acronyms = new Set(words.noModels)
/** Makes of cars and phones before their models: 红旗 + H9. */
const common = new Set([...companies.commonBrands, ...brands])

const quotedThing = /“(\p{Script=Han}{2,8})”/gu

/** Proposes quoted words that end in a product's head: “手撕钢”. */
export const quotedThings = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quotedThing)].flatMap((match) => {
    const span = { start: match.index + 1, end: match.index + match[0].length - 1 }
    return isProduct(scene, span) ? [propose('product-quoted', 'Product', span)] : []
  })

const quotedPart = /“[^“”—、，]{2,12}”(?:系列|型|牌|号|款)?/gu

/** Proposes things with a quoted name in front: “岚影”系列办公椅. The marks belong to the name. */
export const quotedFronts = (scene: Scene, taken: Taken): readonly Candidate[] =>
  [...scene.text.matchAll(quotedPart)].flatMap((match) => {
    const run = runFrom(scene, match.index + match[0].length, taken)
    const isThing = run.end > run.start && isGoods(scene, run)
    return isThing ? [propose('quoted-front', 'Product', { start: match.index, end: run.end })] : []
  })

const quotedBrand = /“([\p{Script=Han}A-Za-z\d]{2,10})”/gu
/** Behind a quoted word they say it is a brand: “X”系列, “X”、“Y”两个品牌. */
const brandWords =
  /^(?:[、和“”\p{Script=Han}]{0,24}”)?(?:[一二两三四五六七八九十][个大]|等|多个)?(?:自主)?(?:品牌|系列|牌)/u

/** Before a quoted word: 新品种“X”. */
const brandBefore = /(?:品牌|品种|商标|机型|车型)$/u

/** Whether the quoted words are a verb: 品牌“落户”. */
const isDeed = (scene: Scene, start: number, end: number): boolean => {
  const token = scene.tokenAt(start)
  return token?.end === end && token.tag.startsWith('v')
}

/** Proposes quoted brands: called so, or directly behind a product: 风电安装船“海能号”. */
export const quotedBrands = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const ends = new Set(found.filter(({ label }) => label === 'Product').map(({ end }) => end))
  return [...scene.text.matchAll(quotedBrand)].flatMap((match) => {
    const end = match.index + match[0].length
    const before = scene.text.slice(Math.max(0, match.index - 3), match.index)
    const isBrand =
      brandWords.test(scene.text.slice(end, end + 40)) || brandBefore.test(before) || ends.has(match.index)
    return isBrand && !isDeed(scene, match.index + 1, end - 1)
      ? [propose('quoted-brand', 'Product', { start: match.index + 1, end: end - 1 })]
      : []
  })
}

const model = /^[A-Za-z]+[-A-Za-z0-9]*\d+[A-Za-z0-9]*$/

/** A word of letters and digits, or of letters, that may be a model: i8, L7, SEV. */
const isModel = (token: Token): boolean =>
  token.tag === 'eng' && model.test(token.text) && !acronyms.has(token.text)

const quotedModel = /“(\p{Script=Han}{0,2}[A-Za-z]+[-A-Za-z0-9]*\p{Script=Han}{0,2})”/gu

/** Proposes models in quotation marks: “元PLUS”. */
export const quotedModels = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quotedModel)].flatMap((match) => {
    const text = match[1] ?? ''
    return !acronyms.has(text) && !acronyms.has(/^[A-Za-z]+/.exec(text)?.[0] ?? '')
      ? [propose('product-quoted', 'Product', { start: match.index + 1, end: match.index + 1 + text.length })]
      : []
  })

const joined = /^[-A-Za-z0-9]$/

/** A model with all that hyphens join to it: ZG-T6, RX1E-A. */
const wholeModel = (scene: Scene, { start, end }: Span): Span => {
  let [from, to] = [start, end]
  while (from > 0 && joined.test(scene.text.charAt(from - 1))) from--
  while (joined.test(scene.text.charAt(to))) to++
  return { start: from, end: scene.text.charAt(to - 1) === '-' ? to - 1 : to }
}

/** A model by itself, or with the thing it is a model of: RX2-A + 双座飞机. */
const ofModel = (scene: Scene, token: Span, end: number, taken: Taken): readonly Candidate[] => {
  const code = wholeModel(scene, { start: token.start, end })
  const run = runFrom(scene, code.end, taken)
  const isThing =
    run.end > run.start && /^\p{Script=Han}/u.test(scene.text.slice(run.start)) && isProduct(scene, run)
  return [
    propose('product-code', 'Product', code),
    ...(isThing ? [propose('product-model', 'Product', { start: code.start, end: run.end })] : []),
  ]
}

/** Proposes models: letters with digits by themselves, and any behind a company's name: 理想MEGA, 理想L系列. */
export const models = (scene: Scene, found: readonly Candidate[], taken: Taken): readonly Candidate[] => {
  const companyAt = new Map(
    found.filter(({ label }) => label === 'Company').map((company) => [company.end, company]),
  )
  return scene.tokens.flatMap((token) => {
    if (token.tag !== 'eng' || acronyms.has(token.text)) return []
    const before = scene.beside(token, -1)
    if (before !== undefined && isNumber(before)) return []
    const company = companyAt.get(token.start)
    const after = scene.beside(token, 1)
    const end = after !== undefined && isNumber(after) ? after.end : token.end
    const series = scene.text.startsWith('系列', end) ? end + 2 : end
    if (company !== undefined)
      return [propose('product-model', 'Product', { start: company.start, end: series })]
    if (before !== undefined && common.has(before.text) && isModel(token))
      return [propose('product-model', 'Product', { start: before.start, end: series })]
    return isModel(token) || end > token.end ? ofModel(scene, token, series, taken) : []
  })
}
