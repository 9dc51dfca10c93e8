/** Every place in a text where an entity is named, however it is typed. */
import type { Entity } from './catalog.ts'
import type { MatchReason } from './hits.ts'
import type { NameIndex } from './nameIndex.ts'
import { typedPinyin } from './pinyin.ts'
import { spell, type Spelling } from './spelling.ts'

/** A place in a text that may name entities: half-open UTF-16 offsets, the text between them, and how it matches. */
export interface FoundName {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly reason: MatchReason
  /** One, or all that it may mean: the shorter name first, then by kind and pinyin. */
  readonly entities: readonly Entity[]
}

/** The shortest name in which one wrong character is forgiven inside a text. */
const shortestSlip = 4
/** The longest name in which one wrong character is forgiven inside a text. */
const longestSlip = 16
/** The most words that are read together as pinyin: li xiang qi che. */
const mostSyllables = 8
/** The fewest letters that are read as pinyin, in full or as initials. */
const fewestLetters = 3

const latin = /[\p{Script=Latin}\p{N}]/u

/** Whether a name of Latin letters or digits would begin or end inside a word. */
const cutsWord = (text: string, start: number, end: number): boolean => {
  const joins = (left: number): boolean =>
    left >= 0 && left + 1 < text.length && latin.test(text[left] ?? '') && latin.test(text[left + 1] ?? '')
  return joins(start - 1) || joins(end - 1)
}

const spelledIn = (index: NameIndex, text: string, spelling: Spelling): readonly FoundName[] => {
  const found: FoundName[] = []
  const { key, starts, ends } = spelling
  for (let from = 0; from < key.length; from++)
    for (let to = from + 2; to <= Math.min(key.length, from + index.longestFrom(key, from)); to++) {
      const spelled = index.spelled(key.slice(from, to))
      if (spelled.length === 0) continue
      const start = starts[from] ?? 0
      const end = ends[to - 1] ?? start
      if (cutsWord(text, start, end)) continue
      const written = text.slice(start, end)
      const isTraditional = spell(written).isTraditional
      for (const { reason, entities } of spelled)
        found.push({
          start,
          end,
          text: written,
          reason: isTraditional && reason !== 'PART' ? 'TRADITIONAL' : reason,
          entities,
        })
    }
  return found
}

/**
 * Whether a name found exactly speaks against a less exact reading of this place: it crosses its edge or covers it, or
 * it stands inside and means the same entity.
 */
const speaksAgainst = (
  { start, end, entities }: Omit<FoundName, 'text' | 'reason'>,
  exact: readonly FoundName[],
): boolean =>
  exact.some((other) => {
    if (end <= other.start || other.end <= start) return false
    const isInside = start <= other.start && other.end <= end && other.end - other.start < end - start
    return !isInside || (other.reason !== 'PART' && other.entities.some((one) => entities.includes(one)))
  })

const misspelledIn = (
  index: NameIndex,
  text: string,
  { key, starts, ends }: Spelling,
  exact: readonly FoundName[],
): readonly FoundName[] => {
  const found: FoundName[] = []
  for (let from = 0; from < key.length; from++)
    for (let to = from + shortestSlip; to <= Math.min(key.length, from + longestSlip); to++) {
      const entities = index.misspelled(key.slice(from, to))
      const start = starts[from] ?? 0
      const end = ends[to - 1] ?? start
      if (entities.length === 0 || cutsWord(text, start, end)) continue
      if (speaksAgainst({ start, end, entities }, exact)) continue
      found.push({ start, end, text: text.slice(start, end), reason: 'SIMILAR', entities })
    }
  return found
}

const pinyinIn = (index: NameIndex, text: string, exact: readonly FoundName[]): readonly FoundName[] => {
  const words = [...text.matchAll(/[\p{Script=Latin}\p{M}]+/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const found: FoundName[] = []
  for (const [first, { start }] of words.entries())
    for (const [offset, { end }] of words.slice(first, first + mostSyllables).entries()) {
      const written = text.slice(start, end)
      const letters = typedPinyin(written)
      // Something else than white space between two words ends the name.
      if (letters === undefined) break
      if (letters.length < fewestLetters || cutsWord(text, start, end)) continue
      const entities = index.sounding(letters, offset === 0)
      if (entities.length > 0 && !speaksAgainst({ start, end, entities }, exact))
        found.push({ start, end, text: written, reason: 'PINYIN', entities })
    }
  return found
}

/**
 * Every place in the text where a name, alias, short form, pinyin or (in names of four characters or more) a name with
 * one wrong character stands, by where it begins, the longer first. Places overlap; who asks picks among them.
 * Written for questions: the work grows with the length of the text times the longest name that begins there.
 */
export const findNames = (index: NameIndex, text: string): readonly FoundName[] => {
  const spelling = spell(text)
  const spelled = spelledIn(index, text, spelling)
  return [
    ...spelled,
    ...pinyinIn(index, text, spelled),
    ...misspelledIn(index, text, spelling, spelled),
  ].sort((left, right) => left.start - right.start || right.end - left.end)
}
