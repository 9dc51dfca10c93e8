/** What entities are also called, beside their names and aliases: in short, with a word behind, in English. */
import { isAccepted } from './accepted.ts'
import type { Label } from '../model/model.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import { nameKey } from '../names/normalise.ts'
import { readingsOf } from '../names/pinyin.ts'
import { lexicon } from './lexicon.ts'

/** A name without the place in brackets behind it: 新能源产业(武进) → 新能源产业. */
export const withoutBrackets = (name: string): string => {
  const open = name.lastIndexOf('(')
  return name.endsWith(')') && open > 1 ? name.slice(0, open) : name
}

const push = (map: Map<string, Entity[]>, key: string, entity: Entity): void => {
  if (key.length < 2) return
  const known = map.get(key)
  if (known === undefined) map.set(key, [entity])
  else if (!known.includes(entity)) known.push(entity)
}

/** The longest place that a firm's name begins with, in characters: 苏州, 深圳市. */
const longestPlace = 4
const placeEnd = /[省市区县]$/

/** 苏州汇川联合动力: an alias with what stands before it in the firm's name. */
const placedAliases = ({ name, aliases }: Entity): readonly string[] => {
  const key = nameKey(name)
  return aliases.map(nameKey).flatMap((alias) => {
    const place = key.slice(0, Math.max(0, key.indexOf(alias)))
    if (place.length < 2 || place.length > longestPlace) return []
    return [...new Set([place, place.replace(placeEnd, '')])].map((one) => one + alias)
  })
}

const shortened: readonly Label[] = ['Cluster', 'Policy', 'Park']

const keysOf = ({ name, aliases }: Entity): readonly string[] => [name, ...aliases].map(nameKey)

/** The kinds of places that have English names, the longer Chinese word first. */
const englishKinds = Object.entries(lexicon.englishKinds).sort(([one], [other]) => other.length - one.length)

/** What a place is called in English: 武进高新区 is Wujin High-tech Zone. */
const englishOf = (key: string): readonly string[] => {
  const kind = englishKinds.find(([word]) => key.endsWith(word) && key.length > word.length)
  if (kind === undefined) return []
  const [word, english] = kind
  const [reading] = readingsOf(key.slice(0, -word.length))
  return reading === undefined ? [] : english.map((one) => `${reading.full} ${one}`)
}

/** What each is called in short: names without brackets, words that names of parks end with, 蔚来汽车, Wujin High-tech Zone. */
export const generalNames = (catalog: Catalog): Map<string, Entity[]> => {
  const found = new Map<string, Entity[]>()
  const brands = new Set(lexicon.carBrands)
  for (const entity of catalog.entities.filter(isAccepted)) {
    if (shortened.includes(entity.label)) push(found, nameKey(withoutBrackets(entity.name)), entity)
    const keys = keysOf(entity)
    if (entity.label === 'Park')
      for (const noun of lexicon.placeNouns)
        if (keys.some((key) => key.endsWith(noun))) push(found, noun, entity)
    if (entity.label === 'Park' || entity.label === 'Region')
      for (const name of keys.flatMap(englishOf)) push(found, name, entity)
    if (entity.label === 'Company')
      for (const key of [
        ...keys.filter((one) => brands.has(one)).map((one) => one + lexicon.carTail),
        ...placedAliases(entity),
      ])
        push(found, key, entity)
  }
  return found
}
