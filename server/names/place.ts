/** Places at a position of a name: 江苏, 常州市武进区, 德国. */
import {
  brandsRatherThanPlaces,
  countriesAbroad,
  homeCountry,
  regionHolds,
  regionLevel,
  regions,
  type Region,
} from './lexicon.ts'

/** What a place in a name may be: the divisions its words mean together, none for a country. */
export interface Place {
  readonly end: number
  readonly regions: readonly Region[]
}

const byName = new Map<string, Region[]>()
for (const region of regions)
  for (const name of new Set([region.name, region.short].filter((text) => text !== ''))) {
    const known = byName.get(name)
    if (known) known.push(region)
    else byName.set(name, [region])
  }

const longest = (names: Iterable<string>): number => Math.max(...[...names].map(({ length }) => length))
const longestRegion = longest(byName.keys())
const longestCountry = longest([...countriesAbroad, ...homeCountry])

/** The divisions that have this full or short name: 鼓楼区 has four. */
export const regionsNamed = (name: string): readonly Region[] => byName.get(name) ?? []

/**
 * Whether this word alone, with nothing larger before it, is a place at the head of a name. A district goes there by
 * its full name only (长安 is a brand, 长安区 is not), and so do names that are better known as brands.
 */
const standsAlone = (word: string, region: Region): boolean =>
  word === region.name ||
  (!brandsRatherThanPlaces.has(word) && !(regionLevel(region) === 'county' && region.name.endsWith('区')))

/** The first two characters of every name: hardly any text begins with those of a place. */
const beginnings = new Set([...byName.keys()].map((name) => name.slice(0, 2)))

const stepAt = (text: string, start: number, outer: readonly Region[] | null): Place | null => {
  if (!beginnings.has(text.slice(start, start + 2))) return null
  for (let length = Math.min(longestRegion, text.length - start); length >= 2; length--) {
    const word = text.slice(start, start + length)
    const found = regionsNamed(word).filter((region) =>
      outer === null
        ? standsAlone(word, region)
        : outer.some((around) => around !== region && regionHolds(around, region)),
    )
    if (found.length > 0) return { end: start + length, regions: found }
  }
  return null
}

const countryAt = (text: string, start: number): Place | null => {
  for (let length = Math.min(longestCountry, text.length - start); length >= 2; length--) {
    const word = text.slice(start, start + length)
    if (countriesAbroad.has(word) || homeCountry.has(word)) return { end: start + length, regions: [] }
  }
  return null
}

/**
 * The places that begin at `start`, each one step longer than the one before: 江苏, 江苏常州, 江苏常州武进. Empty where
 * none does.
 */
export const placesAt = (text: string, start: number): readonly Place[] => {
  const country = countryAt(text, start)
  if (country) return [country]
  const steps: Place[] = []
  for (let step = stepAt(text, start, null); step !== null; step = stepAt(text, step.end, step.regions))
    steps.push(step)
  return steps
}

/** The place that is all of `text`; undefined where it is no place. */
export const placeOf = (text: string): Place | undefined => {
  const country = countryAt(text, 0)
  if (country?.end === text.length) return country
  const whole = regionsNamed(text)
  if (whole.length > 0) return { end: text.length, regions: whole }
  return placesAt(text, 0).find(({ end }) => end === text.length)
}

/** Whether two places may be one: a division that one may mean is, holds or lies in one that the other may mean. */
export const placesAgree = (left: Place, right: Place): boolean =>
  left.regions.some((one) =>
    right.regions.some((other) => regionHolds(one, other) || regionHolds(other, one)),
  )
