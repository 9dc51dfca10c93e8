/** Names told by whose they are and how they end: 河海新能源的热泵项目 for 河海新能源集团超导吸收式热泵机组生产项目. */
import { isAccepted } from './accepted.ts'
import type { Label } from '../model/model.ts'
import type { Catalog, Entity } from '../names/catalog.ts'
import type { FoundName } from '../names/findNames.ts'
import { nameKey } from '../names/normalise.ts'
import type { Guess } from './guess.ts'
import { lexicon } from './lexicon.ts'

/** What is named after a company, by the company's id: what its name says behind the company's. */
export type OwnedNames = ReadonlyMap<string, readonly { readonly entity: Entity; readonly rest: string }[]>

const owned: readonly Label[] = ['Project', 'Institution', 'Park']
/** A company's name of fewer characters begins too many others; of more, none was seen. */
const shortestOwner = 2
const longestOwner = 16
/** The most names after one company that are compared. */
const mostOwned = 50

/** The names of projects, institutions and parks that begin with a company's. */
export const ownedNames = (catalog: Catalog): OwnedNames => {
  const companies = new Map<string, Set<string>>()
  for (const { label, id, name, aliases } of catalog.entities)
    if (label === 'Company')
      for (const key of [name, ...aliases].map(nameKey))
        companies.set(key, (companies.get(key) ?? new Set()).add(id))
  const found = new Map<string, { readonly entity: Entity; readonly rest: string }[]>()
  for (const entity of catalog.entities) {
    if (!owned.includes(entity.label) || !isAccepted(entity)) continue
    const key = nameKey(entity.name)
    const ends = Array.from({ length: longestOwner }, (_none, index) => longestOwner - index)
    const end = ends.find((length) => length >= shortestOwner && companies.has(key.slice(0, length)))
    if (end === undefined || end >= key.length) continue
    for (const id of companies.get(key.slice(0, end)) ?? [])
      found.set(id, [...(found.get(id) ?? []), { entity, rest: key.slice(end) }])
  }
  return found
}

/** Words for what is named so: 项目, 基地, 二期. */
const kinds: readonly string[] = [
  ...lexicon.heads.Project,
  ...(lexicon.narrowHeads.Project ?? []),
  ...(lexicon.narrowHeads.Institution ?? []),
  ...(lexicon.narrowHeads.Park ?? []),
]
/** What is said beside the kind has at least two characters. */
const shortestPart = 2

/** The name with and without the word for its kind behind. */
const endings = (rest: string): readonly string[] => [
  rest,
  ...lexicon.nameTails.filter((tail) => rest.endsWith(tail)).map((tail) => rest.slice(0, -tail.length)),
]

/** Whether a name is told by these words: they end it, or say something of it and then its kind. */
const isTold = (rest: string, words: string): boolean =>
  endings(rest).some((one) => one.endsWith(words)) ||
  kinds.some(
    (kind) =>
      words.endsWith(kind) &&
      words.length - kind.length >= shortestPart &&
      endings(rest).some((one) => one.endsWith(kind)) &&
      rest.includes(words.slice(0, -kind.length)),
  )

/** What may stand between the owner and the words. */
const joints: readonly string[] = ['的', '那个', '这个', '运营的', '建设的', '投资的', '']
/** The words have so many characters. */
const shortest = 2
const longest = 12
/** The most names of a question that are tried. */
const mostTried = 8

/** The one name that the words behind an owner tell, and where they end; null where there is none or several. */
const toldBehind = (
  text: string,
  end: number,
  names: readonly { readonly entity: Entity; readonly rest: string }[],
): { readonly end: number; readonly entity: Entity } | null => {
  const joint = joints.find((one) => text.startsWith(one, end)) ?? ''
  const from = end + joint.length
  for (let to = Math.min(text.length, from + longest); to >= from + shortest; to--) {
    const words = text.slice(from, to)
    const [one, another] = names.filter(({ rest }) => isTold(rest, words))
    if (one !== undefined) return another === undefined ? { end: to, entity: one.entity } : null
  }
  return null
}

/** Where a company's name ends that may go on behind what was found of it: 河海 of 河海新能源. */
const nameEnd = (text: string, start: number, end: number, { name, aliases }: Entity): number => {
  const ends = [name, ...aliases].map(nameKey).map((key) => {
    let length = 0
    while (length < key.length && key[length] === text[start + length]) length++
    return start + length
  })
  return Math.max(end, ...ends)
}

/** Names that a question writes with a shorter name of their owner: 理想北京工厂 for 理想汽车北京工厂. */
export const shortenedNames = (
  text: string,
  named: readonly FoundName[],
  names: OwnedNames,
): readonly Guess[] =>
  named.slice(0, mostTried).flatMap(({ start, end, entities: [owner, another] }) => {
    if (owner === undefined || another !== undefined) return []
    const fitting = (names.get(owner.id) ?? [])
      .slice(0, mostOwned)
      .filter(({ rest }) => text.startsWith(rest, end))
    const [one, other] = fitting
    return one === undefined || other !== undefined
      ? []
      : [{ start, end: end + one.rest.length, entities: [one.entity] }]
  })

/** Names that a question tells so, for the companies that it names. */
export const elidedNames = (text: string, named: readonly FoundName[], names: OwnedNames): readonly Guess[] =>
  named.slice(0, mostTried).flatMap(({ start, end, entities }) => {
    const [owner, another] = entities.filter(({ label }) => label === 'Company')
    if (owner === undefined || another !== undefined) return []
    const from = nameEnd(text, start, end, owner)
    const told = toldBehind(text, from, (names.get(owner.id) ?? []).slice(0, mostOwned))
    return told === null ? [] : [{ start, end: told.end, entities: [told.entity] }]
  })
