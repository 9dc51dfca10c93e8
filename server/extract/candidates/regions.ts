/** Places: one and what lies in it, written as one word, are one name. */
import type { Scene } from '../scene.ts'
import type { Span } from '../span.ts'
import { propose, type Candidate } from './candidate.ts'

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
  joinedPlaces(scene.places).map((place) => propose('region', 'Region', place))
