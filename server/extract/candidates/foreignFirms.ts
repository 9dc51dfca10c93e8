/** Firms abroad in Latin letters behind their country or before 公司: 荷兰Verdant公司, 挪威Norwind Marine. */
import { companyEnd } from '../boundary.ts'
import type { Scene, Token } from '../scene.ts'
import { companies } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { joinedPlaces } from './regions.ts'

const acronyms = new Set(companies.acronyms)
const shortestName = 3
const latinName = /^[A-Z][A-Za-z]+$/

const isName = (token: Token | undefined): token is Token =>
  token !== undefined &&
  token.text.length >= shortestName &&
  latinName.test(token.text) &&
  !acronyms.has(token.text)

/** The end of a name of several words: Norwind + Marine. */
const latinEnd = (scene: Scene, first: Token): number => {
  let end = first.end
  for (;;) {
    const next = scene.text.charAt(end) === ' ' ? scene.tokenAt(end + 1) : undefined
    if (!isName(next)) return end
    end = next.end
  }
}

/** Proposes firms abroad. */
export const foreignFirms = (scene: Scene): readonly Candidate[] => {
  const places = new Map(joinedPlaces(scene.places).map((place) => [place.end, place]))
  return scene.tokens.flatMap((token) => {
    if (!isName(token)) return []
    const place = places.get(token.start)
    const end = latinEnd(scene, token)
    const whole = companyEnd(scene, end)
    const isBrand = scene.text.startsWith('品牌', end)
    if (place === undefined && whole === end && !isBrand) return []
    return [propose('foreign-firm', 'Company', { start: place?.start ?? token.start, end: whole })]
  })
}
