/** Which of the names found in a question are meant. */
import type { Entity } from '../names/catalog.ts'
import { nameKey } from '../names/normalise.ts'
import type { FoundName } from '../names/findNames.ts'
import type { MatchReason } from '../names/hits.ts'
import { wordSenses } from './grammar.ts'
import { lexicon } from './lexicon.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Of what stands at one place, the most exact reading is meant: a name before an alias before a short form. */
const exactness: readonly MatchReason[] = ['NAME', 'ALIAS', 'TRADITIONAL', 'PART', 'PINYIN']

const isProduct = (text: string, { productKeys }: Vocabulary): boolean =>
  productKeys.has(text) || (wordSenses.get(text) ?? []).some(({ kind }) => kind === 'product')

/** 理想电池 may be short for a firm's name, yet first it is a name and a product: the batteries of 理想. */
const isNameAndProduct = (
  { reason, start, end, text }: FoundName,
  names: readonly FoundName[],
  vocabulary: Vocabulary,
): boolean =>
  reason === 'PART' &&
  names.some(
    (one) =>
      one.start === start &&
      one.end < end &&
      (one.reason === 'NAME' || one.reason === 'ALIAS') &&
      isProduct(text.slice(one.end - start), vocabulary),
  )

const groups: ReadonlySet<string> = new Set(lexicon.carBrands)
const groupTails: ReadonlySet<string> = new Set(lexicon.carGroupTails)

/** 东风 is not 东风乘用车: the name of a group of car makers means none of the firms whose names go on behind it. */
export const isOtherOfGroup = (text: string, { name, aliases }: Entity): boolean =>
  groups.has(text) &&
  [name, ...aliases]
    .map(nameKey)
    .filter((key) => key.startsWith(text))
    .every((key) => !groupTails.has(key.slice(text.length)))

/** The names in a text by where they start, of each stretch the most exact reading. */
export const namesIn = (text: string, vocabulary: Vocabulary): ReadonlyMap<number, readonly FoundName[]> => {
  const best = new Map<string, FoundName>()
  for (const found of vocabulary.find(text)) {
    const name = {
      ...found,
      entities: found.entities.filter(
        (entity) => found.reason !== 'PART' || !isOtherOfGroup(found.text, entity),
      ),
    }
    // One character away may be another firm (中科新航 is not 中创新航): suggested, never taken for it.
    if (name.reason === 'SIMILAR' || name.entities.length === 0) continue
    const place = `${name.start.toString()}-${name.end.toString()}`
    const known = best.get(place)
    if (known === undefined || exactness.indexOf(name.reason) < exactness.indexOf(known.reason))
      best.set(place, name)
  }
  const names = [...best.values()]
  const byStart = new Map<number, FoundName[]>()
  for (const name of names.filter((one) => !isNameAndProduct(one, names, vocabulary)))
    byStart.set(name.start, [...(byStart.get(name.start) ?? []), name])
  return byStart
}
