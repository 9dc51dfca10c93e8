/** Models and brands of products: i8, 理想L系列, “元PLUS”, “手撕钢”. */
import type { Scene, Token } from '../scene.ts'
import { products as words } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { isNumber, isProduct } from './productRuns.ts'

const acronyms = new Set(words.noModels)

const quotedThing = /“(\p{Script=Han}{2,8})”/gu

/** Proposes quoted words that end in a product's head: “手撕钢”. */
export const quotedThings = (scene: Scene): readonly Candidate[] =>
  [...scene.text.matchAll(quotedThing)].flatMap((match) => {
    const span = { start: match.index + 1, end: match.index + match[0].length - 1 }
    return isProduct(scene, span) ? [propose('product-quoted', 'Product', span)] : []
  })

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

/** Proposes models: letters with digits by themselves, and any behind a company's name: 理想MEGA, 理想L系列. */
export const models = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
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
    return isModel(token) || end > token.end
      ? [propose('product-code', 'Product', { start: token.start, end: series })]
      : []
  })
}
