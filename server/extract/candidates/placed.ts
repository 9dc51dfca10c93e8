/** Names with what stands directly before them: a firm's place (上海特斯拉), a known product's kind (电动汽车 + 动力电池). */
import { isNameWord, withoutModifiers } from '../boundary.ts'
import type { Scene } from '../scene.ts'
import { products } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const makers = new Set([...products.makers, ...products.verbs])
const longestExtension = 10

/** Proposes companies together with the place directly before them. */
export const placedCompanies = (found: readonly Candidate[]): readonly Candidate[] => {
  const places = new Map(found.filter(({ label }) => label === 'Region').map((place) => [place.end, place]))
  return found.flatMap((company) => {
    const place = company.label === 'Company' ? places.get(company.start) : undefined
    if (place === undefined || company.rule === 'legal-form') return []
    return [propose('placed-company', 'Company', { start: place.start, end: company.end })]
  })
}

/** Proposes known products together with the describing nouns before them. */
export const extendedProducts = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const owned = new Set(
    found.flatMap(({ label, start, end }) =>
      label === 'Product' ? [] : Array.from({ length: end - start }, (_, at) => start + at),
    ),
  )
  return found.flatMap(({ label, start, end, known }) => {
    if (label !== 'Product' || known.length === 0) return []
    let from = start
    for (let token = scene.tokenAt(start - 1); token !== undefined; token = scene.beside(token, -1)) {
      if (
        !isNameWord(token) ||
        token.tag === 'eng' ||
        token.text.length < 2 ||
        makers.has(token.text) ||
        owned.has(token.start) ||
        start - token.start > longestExtension
      )
        break
      from = token.start
    }
    const span = withoutModifiers(scene, { start: from, end })
    return span.start < start ? [propose('extended-product', 'Product', span)] : []
  })
}
