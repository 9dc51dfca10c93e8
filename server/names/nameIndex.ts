/**
 * Names found however they are typed. Built in process from the entities of one version of the data, so both stores
 * find the same in the same order; never a scan over all names.
 */
import type { Label } from '../model/model.ts'
import type { Entity } from './catalog.ts'
import { Grams } from './grams.ts'
import { byStanding, Hits, type Hit, type IndexedName, type MatchReason } from './hits.ts'
import { mixedPinyin, readingsOf, typedPinyin } from './pinyin.ts'
import { PinyinIndex, type Sounding } from './pinyinIndex.ts'
import { placesAgree, placesAt } from './place.ts'
import { shortForms } from './shortForms.ts'
import { Slips } from './slips.ts'
import { spell, spellingKey } from './spelling.ts'

/** How well each kind of match is, best first; parts add their share of the name. */
const score = {
  name: 1,
  alias: 0.97,
  traditional: 0.95,
  shortForm: 0.9,
  pinyin: 0.85,
  initials: 0.8,
  homophone: 0.75,
  slip: 0.72,
  slipInShortForm: 0.7,
  shorter: (share: number) => 0.25 + 0.3 * share,
  part: (share: number) => 0.35 + 0.3 * share,
  pinyinPart: (share: number) => 0.3 + 0.3 * share,
  initialsPart: (share: number) => 0.2 + 0.3 * share,
} as const

/** The shortest names in which one wrong character is forgiven. */
const shortestSlip = { han: 3, other: 5 } as const
/** How many characters of a text tell whether a name may begin there. */
const headLength = 2
/** One and two characters. */
const gramSizes = [1, 2]

const push = <K>(map: Map<K, number[]>, key: K, value: number): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

const han = /^\p{Script=Han}+$/u
const numbersIn = (text: string): string => text.replace(/[^\d一二三四五六七八九十]/g, '')

const haveOneNumber = (typed: string, key: string): boolean => {
  const [one, other] = [numbersIn(typed), numbersIn(key)]
  return one.startsWith(other) || other.startsWith(one)
}

const haveOnePlace = (typed: string, key: string): boolean => {
  const [one, other] = [typed, key].map((text) => placesAt(text, 0).at(-1))
  return (
    one === undefined ||
    other === undefined ||
    placesAgree(one, other) ||
    typed.slice(0, one.end) === key.slice(0, other.end)
  )
}

/** Whether one text may be meant by another that is one slip away: another number or place is another thing. */
const mayBeMeant = (typed: string, key: string): boolean =>
  haveOneNumber(typed, key) && haveOnePlace(typed, key)

/** What a text spells, and how. */
export interface Spelled {
  readonly reason: MatchReason
  readonly entities: readonly Entity[]
}

export class NameIndex {
  /** In the order of `byStanding`: the shorter name first. */
  private readonly names: readonly IndexedName[]
  private readonly whole = new Map<string, number[]>()
  /** The names that a short form stands for. */
  private readonly short = new Map<string, number[]>()
  /** Of what begins with these two characters, the longest. */
  private readonly longest = new Map<string, number>()
  private readonly parts: Grams
  private readonly sounds: PinyinIndex
  private readonly slipKeys: readonly string[]
  private readonly slips: Slips

  /** Indexes entities, which come in the order of names (`byName`). */
  constructor(entities: readonly Entity[]) {
    this.names = entities.flatMap(namesOf).sort(byStanding)
    const slipKeys = new Set<string>()
    for (const [index, { entity, key, text, isName }] of this.names.entries()) {
      push(this.whole, key, index)
      slipKeys.add(key)
      if (!isName) continue
      for (const form of shortForms(entity.label, text)) {
        const shortKey = spellingKey(form.text)
        push(this.short, shortKey, index)
        if (!form.hasPlace) slipKeys.add(shortKey)
      }
    }
    const keys = this.names.map(({ key }) => key)
    this.parts = new Grams(keys, gramSizes)
    this.sounds = new PinyinIndex(keys)
    for (const key of [...this.whole.keys(), ...this.short.keys()]) {
      const head = key.slice(0, headLength)
      this.longest.set(head, Math.max(this.longest.get(head) ?? 0, key.length))
    }
    this.slipKeys = [...slipKeys].filter(forgivesSlips)
    this.slips = new Slips(this.slipKeys)
  }

  /**
   * The entities that what was typed may name, best first, each once with its best match: whole names, aliases, other
   * script, short forms, pinyin, parts, slips.
   */
  search(text: string, labels: readonly Label[] | undefined, first: number): readonly Hit[] {
    const { key, isTraditional } = spell(text)
    const hits = new Hits(first, labels)
    const isKnown = this.addWhole(hits, key, isTraditional)
    this.addParts(hits, key, isTraditional)
    const letters = typedPinyin(text) ?? (isKnown ? undefined : mixedPinyin(key))
    if (letters !== undefined) this.addPinyin(hits, letters)
    if (!isKnown) {
      this.addShorter(hits, text)
      this.addSimilar(hits, key)
    }
    return hits.list()
  }

  /** The length of the longest key that begins with the two characters of `key` at `start`; 0 where none does. */
  longestFrom(key: string, start: number): number {
    return this.longest.get(key.slice(start, start + headLength)) ?? 0
  }

  /** What exactly this key (`spellingKey`) names: names, then aliases, then short forms that are neither. */
  spelled(key: string): readonly Spelled[] {
    const whole = this.whole.get(key)
    const shortened = this.short.get(key)
    if (whole === undefined && shortened === undefined) return []
    const names = this.namesAt(whole)
    const own = entitiesOf(names.filter(({ isName }) => isName))
    const aliased = entitiesOf(names.filter(({ isName }) => !isName)).filter((one) => !own.includes(one))
    const short = entitiesOf(this.namesAt(shortened)).filter(
      (one) => !own.includes(one) && !aliased.includes(one),
    )
    const all: readonly Spelled[] = [
      { reason: 'NAME', entities: own },
      { reason: 'ALIAS', entities: aliased },
      { reason: 'PART', entities: short },
    ]
    return all.filter(({ entities }) => entities.length > 0)
  }

  /** The entities with a name or alias of the same length in which one character is wrong or two are swapped. */
  misspelled(key: string): readonly Entity[] {
    const near = this.similarKeys(key, (other) => other.length === key.length)
    return near.length === 0 ? [] : entitiesOf(near.flatMap((other) => this.namesAt(this.whole.get(other))))
  }

  /** The entities with a whole name or alias that is read as these letters, in full or (one word) by initials. */
  sounding(letters: string, isOneWord: boolean): readonly Entity[] {
    const found = [...this.sounds.readAs(letters), ...(isOneWord ? this.sounds.abbreviatedAs(letters) : [])]
    return entitiesOf(this.namesAt(found))
  }

  private namesAt(indexes: readonly number[] | undefined): readonly IndexedName[] {
    return (indexes ?? []).flatMap((index) => this.names[index] ?? [])
  }

  private addWhole(hits: Hits, key: string, isTraditional: boolean): boolean {
    const names = this.namesAt(this.whole.get(key))
    for (const name of names) {
      if (isTraditional && !spell(name.text).isTraditional) hits.add(name, 'TRADITIONAL', score.traditional)
      else if (name.isName) hits.add(name, 'NAME', score.name)
      else hits.add(name, 'ALIAS', score.alias)
    }
    for (const name of this.namesAt(this.short.get(key))) hits.add(name, 'PART', score.shortForm)
    return names.length > 0
  }

  private addParts(hits: Hits, key: string, isTraditional: boolean): void {
    for (const index of this.parts.containing(key)) {
      const name = this.names[index]
      if (name === undefined || name.key === key) continue
      const value = score.part(key.length / name.key.length)
      // Only longer names follow, of which the piece is a smaller share.
      if (!hits.wants(value)) return
      hits.add(name, isTraditional ? 'TRADITIONAL' : 'PART', value)
    }
  }

  /** Names, and short forms with the same place, that are short for what was typed: 常州高新区 for 常州高新技术产业开发区. */
  private addShorter(hits: Hits, text: string): void {
    for (const form of [...shortForms('Company', text), ...shortForms('Park', text)]) {
      const key = spellingKey(form.text)
      const names = [
        ...(this.whole.get(key) ?? []),
        ...((form.hasPlace ? this.short.get(key) : undefined) ?? []),
      ]
      for (const name of this.namesAt(names)) hits.add(name, 'PART', score.shorter(key.length / text.length))
    }
  }

  private addPinyin(hits: Hits, letters: string): void {
    for (const name of this.namesAt([...this.sounds.readAs(letters)])) hits.add(name, 'PINYIN', score.pinyin)
    for (const name of this.namesAt([...this.sounds.abbreviatedAs(letters)]))
      hits.add(name, 'PINYIN', score.initials)
    this.addSoundingParts(hits, this.sounds.inFull(letters), score.pinyinPart)
    this.addSoundingParts(hits, this.sounds.inInitials(letters), score.initialsPart)
  }

  private addSoundingParts(hits: Hits, parts: Iterable<Sounding>, scoreOf: (share: number) => number): void {
    for (const { name: index, share } of parts) {
      const value = scoreOf(share)
      if (!hits.wants(value)) return
      const name = this.names[index]
      if (name !== undefined && share < 1) hits.add(name, 'PINYIN', value)
    }
  }

  private addSimilar(hits: Hits, key: string): void {
    if (han.test(key) && key.length >= 2)
      for (const { full } of readingsOf(key))
        for (const name of this.namesAt([...this.sounds.readAs(full)]))
          if (name.key.length === key.length) hits.add(name, 'SIMILAR', score.homophone)
    for (const other of this.similarKeys(key)) {
      for (const name of this.namesAt(this.whole.get(other))) hits.add(name, 'SIMILAR', score.slip)
      for (const name of this.namesAt(this.short.get(other))) hits.add(name, 'SIMILAR', score.slipInShortForm)
    }
  }

  private similarKeys(key: string, fits: (other: string) => boolean = () => true): readonly string[] {
    if (!forgivesSlips(key)) return []
    const near = this.slips.near(key).flatMap((index) => this.slipKeys[index] ?? [])
    return near.filter((other) => fits(other) && mayBeMeant(key, other))
  }
}

const forgivesSlips = (key: string): boolean =>
  key.length >= (/\p{Script=Han}/u.test(key) ? shortestSlip.han : shortestSlip.other)

const entitiesOf = (names: readonly IndexedName[]): readonly Entity[] => [
  ...new Set(names.map(({ entity }) => entity)),
]

const namesOf = (entity: Entity, rank: number): readonly IndexedName[] => {
  const texts = [entity.name, ...entity.aliases, ...(entity.englishName === null ? [] : [entity.englishName])]
  return texts
    .map((text, index) => ({ entity, rank, text, key: spellingKey(text), isName: index === 0 }))
    .filter(({ key }) => key !== '')
}
