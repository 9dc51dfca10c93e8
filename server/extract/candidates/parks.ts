/** Parks and zones by their heads. */
import type { Scene, Token } from '../scene.ts'
import type { Span } from '../span.ts'
import { industryWords } from '../../names/lexicon.ts'
import { companies, heads, plainWords } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'
import { headedNames, withoutFullName, type HeadedName } from './heads.ts'

/** A place by its full name is no part of a park's name: 永川区 + 凤凰湖产业园. */
const fullPlace = /(?:区|县|镇|乡|街道|省)$/u

const isPartOfName = (scene: Scene, { label, start, end }: Candidate): boolean =>
  label !== 'Region' || !fullPlace.test(scene.text.slice(start, end))

const kind = {
  ...heads.Park,
  anchors: ['Region', 'Park', 'Company'] as const,
  joins: ['及', '与'],
  mayCross: false,
  acceptsVerbs: false,
  needsName: false,
}

const find = headedNames({
  ...kind,
  wallsOf: (scene, found) =>
    found.filter((candidate) => !isPartOfName(scene, candidate)).map(({ end }) => end),
})

const findWithPlace = headedNames(kind)

const industry = new Set([
  ...plainWords,
  ...industryWords,
  ...companies.industries,
  ...heads.Project.processes,
])

/** Nouns of so many characters are common words: 农产品. */
const longNoun = 3

const isIndustry = ({ text, tag }: Token): boolean =>
  industry.has(text) || (tag === 'n' && text.length >= longNoun)

/** Whether the words between a place and a head say only what industry is there: 农畜产品加工 + 园. */
const isPlain = (scene: Scene, start: number, head: number): boolean => {
  for (let at = start; at < head;) {
    const token = scene.tokenAt(at)
    if (token === undefined || token.end > head || !isIndustry(token)) return false
    at = token.end
  }
  return true
}

/** Parks with the full name of their place, where nothing else names them: 兰考县产业集聚区. */
const withPlaces = (scene: Scene, anchors: readonly Candidate[]): readonly HeadedName[] => {
  const places = new Map(
    anchors.filter((anchor) => !isPartOfName(scene, anchor)).map((place) => [place.start, place]),
  )
  return findWithPlace(scene, anchors).filter(({ start, head }) => {
    const place = places.get(start)
    return place !== undefined && isPlain(scene, place.end, head)
  })
}

/** A part (片区) is a park's only behind the whole: 河南自贸区郑州片区, not 滨湖片区. */
const isWholePark = (scene: Scene, { start, end }: Span): boolean =>
  !scene.text.startsWith('片区', end - 2) || scene.text.slice(start, end - 2).includes('区')

/** Proposes parks by their heads. */
export const parks = (scene: Scene, anchors: readonly Candidate[]): readonly Candidate[] =>
  [...find(scene, anchors), ...withPlaces(scene, anchors)]
    .filter((span) => isWholePark(scene, span))
    .map(({ start, end, head }) =>
      propose('park-head', 'Park', { start: withoutFullName(scene, start, head, anchors), end }),
    )
