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
    const zone = scene.text.slice(start, end)
    const named = parks.filter((park) => park.end <= start && nameOf(scene, park).endsWith(zone))
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
