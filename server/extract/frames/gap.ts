/** Characters a pattern does not speak of, between two of its parts. */
import { isClauseMark } from './clause.ts'
import type { Layout } from './layout.ts'
import type { Gap } from './pattern.ts'
import { wording } from './wording.ts'

const bracketEnd = (text: string, index: number, end: number): number => {
  const close = text[index] === '(' ? ')' : text[index] === '（' ? '）' : undefined
  const at = close === undefined ? -1 : text.indexOf(close, index)
  return at < 0 || at >= end ? -1 : at + 1
}

/** What is near a place is not in it; in 隔壁的[甲厂] the word only tells which firm. */
const isNearby = (text: string, at: number): boolean => {
  const word = wording.nearby.at(text, at)
  return word !== undefined && !text.startsWith('的', at + word.length)
}

/** Where a gap goes on from this place; undefined where it ends. With `skipsOwners` it passes who only says whose the next firm is. */
export const nextInGap = (layout: Layout, gap: Gap, at: number, skipsOwners: boolean): number | undefined => {
  const { text, sentence } = layout
  if (at >= sentence.end) return undefined
  const dressed = layout.mentionAt.get(at)
  const isOwner = skipsOwners && layout.owners.has(at)
  if (dressed)
    return !gap.crossing && !isOwner && gap.blocked.has(dressed.mention.label) ? undefined : dressed.end
  if (gap.crossing) return at + 1
  const closed = bracketEnd(text, at, sentence.end)
  if (closed > 0) return closed
  if (isClauseMark(text, at) || isNearby(text, at)) return undefined
  if (gap.subject && wording.others.at(text, at) !== undefined) return undefined
  return at + 1
}
