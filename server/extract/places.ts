/** The names of China's divisions and of countries, for finding them in texts. */
import { brandsRatherThanPlaces, regionLevel, regions } from '../names/lexicon.ts'
import { Trie } from './trie.ts'
import { countries } from './words.ts'

/** How surely a name in a text means the place: a full name or a city's short one always, a county's short one not. */
export type Sureness = 'sure' | 'short' | 'ambiguous'

/** The full names of China's divisions. */
export const placeNames: readonly string[] = regions.map(({ name }) => name)

/** Every name of a place. */
export const placeTrie = new Trie<Sureness>()

for (const region of regions) {
  placeTrie.add(region.name, 'sure')
  if (region.short === '' || region.short === region.name) continue
  if (brandsRatherThanPlaces.has(region.short)) placeTrie.add(region.short, 'ambiguous')
  else placeTrie.add(region.short, regionLevel(region) === 'county' ? 'short' : 'sure')
}
for (const name of countries) placeTrie.add(name, 'sure')
