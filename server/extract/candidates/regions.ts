/** Countries, provinces, cities, districts, counties and towns; a place and what lies in it read as one. */
import { isMark } from '../boundary.ts'
import { placeTrie, type Sureness } from '../places.ts'
import type { Scene } from '../scene.ts'
import type { Span } from '../span.ts'
import type { Hit } from '../trie.ts'
import { propose, type Candidate } from './candidate.ts'

const townHeads = new Set(['镇', '乡', '街道', '新区'])
const townNouns = new Set([
  '城镇',
  '乡镇',
  '村镇',
  '集镇',
  '小镇',
  '特色小镇',
  '新城镇',
  '古镇',
  '重镇',
  '家乡',
  '下乡',
  '故乡',
])

/** Whether short for a place, and cut apart by the words around it: 南通 in 西南通道. */
const isWhole = (scene: Scene, { start, end }: Span): boolean => {
  const first = scene.tokenAt(start)
  const last = scene.tokenAt(end - 1)
  if (first === undefined || last === undefined) return false
  if (first.start === start && last.end === end) return true
  // jieba may hold the place together with what follows or precedes: 常州市, 江苏省委.
  return first.start === start && first === last && first.tag !== 'n'
}

/** A county's short name is a place where jieba takes it for one; an ambiguous one only behind a larger place. */
const isPlace = (scene: Scene, hit: Hit<Sureness>, after: number): boolean =>
  hit.values.includes('sure') ||
  hit.start === after ||
  (hit.values.includes('short') && scene.tokenAt(hit.start)?.tag === 'ns')

const towns = (scene: Scene): readonly Span[] =>
  scene.tokens.flatMap((token) => {
    if (townNouns.has(token.text)) return []
    if (!townHeads.has(token.text)) {
      const isTown = /[镇乡]$/u.test(token.text) && (token.tag.startsWith('ns') || token.text.length === 3)
      return isTown ? [token] : []
    }
    const before = scene.beside(token, -1)
    if (
      before === undefined ||
      isMark(before) ||
      before.text.length !== 2 ||
      !/^(ns|nr|nz|x|n)$/.test(before.tag)
    )
      return []
    return [{ start: before.start, end: token.end }]
  })

const kinds = new Set(['省', '市', '县', '州', '区'])

/** The end of a place with the kind of division that follows it as a word of its own: 西宁 + 省. */
const withKind = (scene: Scene, end: number): number => {
  const next = scene.tokenAt(end)
  return next !== undefined && kinds.has(next.text) ? next.end : end
}

/** Places in the text by themselves, the longest at each start, not yet joined. */
export const placesIn = (scene: Scene): readonly Span[] => {
  const found: Span[] = []
  let at = -1
  for (const start of scene.tokens.map((token) => token.start)) {
    if (start < at) continue
    const whole = placeTrie
      .from(scene.text, start)
      .filter((hit) => isWhole(scene, hit) && isPlace(scene, hit, at))
    const longest = whole.at(-1)
    if (longest === undefined) continue
    const end = withKind(scene, longest.end)
    found.push({ start: longest.start, end })
    at = end
  }
  return [...found, ...towns(scene)].sort((left, right) => left.start - right.start || right.end - left.end)
}

/** Joins places that follow each other directly: 宜宾市 + 屏山县. */
export const joinedPlaces = (places: readonly Span[]): readonly Span[] => {
  const joined: { start: number; end: number }[] = []
  for (const place of places) {
    const last = joined.at(-1)
    if (last !== undefined && place.start <= last.end) last.end = Math.max(last.end, place.end)
    else joined.push({ ...place })
  }
  return joined
}

/** Proposes the places of the text. */
export const regions = (scene: Scene): readonly Candidate[] =>
  joinedPlaces(placesIn(scene)).map((place) => propose('region', 'Region', place))
