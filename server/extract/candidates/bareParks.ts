/** Zones named by their kind alone (高新区): the one the document has named, or all that are known. */
import type { KnownName } from '../gazetteer.ts'
import type { Scene } from '../scene.ts'
import { Trie } from '../trie.ts'
import { heads } from '../words.ts'
import { propose, type Candidate } from './candidate.ts'

const zones = new Trie<string>()
for (const zone of heads.Park.zones) zones.add(zone, zone)

/** The name of a candidate, its fullest where there is one. */
const nameOf = (scene: Scene, { start, end, known }: Candidate): string =>
  known.length === 1 ? (known[0]?.name ?? '') : scene.text.slice(start, end)

const fullZones = new Map(Object.entries(heads.Park.fullZones))
const levels = new Set(['国家级', '省级', '市级', '各', '全国'])

/** Whether a park is a zone of this kind, by its short or its long name. */
const isZone = (name: string, zone: string): boolean =>
  [zone, ...(fullZones.get(zone) ?? [])].some((kind) => name.endsWith(kind))

/** Known parks whose name ends in this kind, in the order of their ids. */
const knownZones = (scene: Scene, zone: string): readonly KnownName[] =>
  scene.gazetteer.names.filter(
    ({ label, text, name }) => label === 'Park' && text === name && text.endsWith(zone),
  )

/** Proposes bare zones, given the names found before. */
export const bareParks = (scene: Scene, found: readonly Candidate[]): readonly Candidate[] => {
  const parks = found.filter(({ label }) => label === 'Park')
  return zones.all(scene.text).flatMap(({ start, end }) => {
    const first = scene.tokenAt(start)
    if (first?.start !== start || scene.tokenAt(end - 1)?.end !== end) return []
    if (levels.has(scene.beside(first, -1)?.text ?? '')) return []
    const zone = scene.text.slice(start, end)
    const named = parks.filter((park) => park.end <= start && isZone(nameOf(scene, park), zone))
    const names = new Set(named.map((park) => nameOf(scene, park)))
    const [only] = named
    if (only !== undefined && names.size === 1)
      return [
        { ...propose('bare-park', 'Park', { start, end }), known: only.known, name: nameOf(scene, only) },
      ]
    const known = knownZones(scene, zone)
    return known.length > 0 ? [{ ...propose('bare-park', 'Park', { start, end }), known }] : []
  })
}
