/** Works and firms called so behind their place: 哈尔滨锅炉厂, 大同市国有资本运营公司, 邵东城投. */
import { isBrandWord, isCoined } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { companies } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { joinedPlaces } from './regions.ts'

const nouns = new Set([...companies.nouns, ...companies.roles])
const longest = 16

const notWorks = new Set(companies.notWorks)
/** Behind a place and more words these end a firm's name; with the place alone they are any of the kind. */
const bareGroups = new Set(['公司', '集团'])
const groups = new Set([...bareGroups, ...companies.holdings])

const isWorks = (scene: Scene, token: Token): boolean => {
  if (groups.has(token.text)) return true
  if (!token.text.endsWith('厂') || nouns.has(token.text) || notWorks.has(token.text)) return false
  return token.text.length > 1 || (scene.beside(token, -1)?.text.length ?? 0) > 1
}

/** The place or the coined brand that the words before `works` begin with. */
const startOf = (scene: Scene, works: Token, places: ReadonlyMap<number, Span>): number | undefined => {
  let start = works.start
  for (let token = scene.beside(works, -1); token !== undefined; token = scene.beside(token, -1)) {
    const place = places.get(start)
    if (place !== undefined) return place.start
    if (!isBrandWord(token) || nouns.has(token.text) || works.end - token.start > longest) break
    start = token.start
  }
  const first = scene.tokenAt(start)
  const isOwn = first !== undefined && start < works.start && isCoined(scene, first) && first.text.length > 2
  return isOwn ? start : undefined
}

/** Proposes works and firms behind their place. */
export const placedWorks = (scene: Scene): readonly Candidate[] => {
  const places = new Map(joinedPlaces(scene.places).map((place) => [place.end, place]))
  return scene.tokens.flatMap((token) => {
    if (!isWorks(scene, token)) return []
    const start = startOf(scene, token, places)
    const isBare =
      start === undefined || (bareGroups.has(token.text) && places.get(token.start)?.start === start)
    return isBare ? [] : [propose('placed-works', 'Company', { start, end: token.end })]
  })
}
