/** The names of China's divisions and of countries, for finding them in texts. */
import { brandsRatherThanPlaces, regionLevel, regions } from '../names/lexicon.ts'
import { Trie } from './trie.ts'
import { ambiguousPlaces, countries } from './words.ts'

/** How surely a name in a text means the place: a full name or a city's short one always, a county's short one not. */
export type Sureness = 'sure' | 'short' | 'ambiguous'

const ambiguous = new Set([...ambiguousPlaces, ...brandsRatherThanPlaces])

const sureness = (name: string, otherwise: Sureness): Sureness =>
  ambiguous.has(name) ? 'ambiguous' : otherwise

/** The full names of China's divisions that are no common words. */
export const placeNames: readonly string[] = regions
  .map(({ name }) => name)
  .filter((name) => !ambiguous.has(name))

/** Every name of a place. */
export const placeTrie = new Trie<Sureness>()

for (const region of regions) {
  placeTrie.add(region.name, sureness(region.name, 'sure'))
  if (region.short === '' || region.short === region.name) continue
  placeTrie.add(region.short, regionLevel(region) === 'county' ? sureness(region.short, 'short') : 'sure')
}
for (const name of countries) placeTrie.add(name, 'sure')
