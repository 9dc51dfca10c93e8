/** The tags a word can have: outside of every name, or where it stands in a name of a label. */
import { labels } from '../../model/model.ts'

/** How many tags a label has: its names' first, inner and last words, and names of a single word. */
const perLabel = 4

/** The tag of a word that is part of no name. */
export const outside = 0
/** Of the label at `index` of the model's labels: the tag of a name's first word. */
export const beginOf = (index: number): number => 1 + perLabel * index
/** The tag of a name's inner words. */
export const insideOf = (index: number): number => 2 + perLabel * index
/** The tag of a name's last word. */
export const endOf = (index: number): number => 3 + perLabel * index
/** The tag of a name of one word. */
export const singleOf = (index: number): number => 4 + perLabel * index

/** All tags are the numbers below it. */
export const tagCount = 1 + perLabel * labels.length

/** What a tag belongs to: 0 is outside of names, then the labels in their order. */
export const groupCount = 1 + labels.length
const groupOf = (tag: number): number => (tag === outside ? 0 : 1 + Math.floor((tag - 1) / perLabel))

/** Steps inside a name of one label: from its first or an inner word to an inner or its last one. */
const stepsWithin = 4
/** All steps are the numbers below it. */
export const stepCount = groupCount * groupCount + stepsWithin * labels.length

/** The step from the end of one name, or from outside, to the beginning of another, or outside. */
export const stepBetween = (group: number, next: number): number => group * groupCount + next

/** Of the label at `index`: the step from the first word (or an inner one, `isInner`) of a name to its last (or an inner one). */
export const stepWithin = (index: number, isInner: boolean, isLast: boolean): number =>
  groupCount * groupCount + stepsWithin * index + (isInner ? 2 : 0) + (isLast ? 1 : 0)

/** The step from one tag to the next, which may follow it. */
export const stepOf = (before: number, tag: number): number => {
  const [from, to] = [groupOf(before), groupOf(tag)]
  const isInner = from > 0 && before === insideOf(from - 1)
  const isWithin = isInner || (from > 0 && before === beginOf(from - 1))
  return isWithin ? stepWithin(from - 1, isInner, tag === endOf(from - 1)) : stepBetween(from, to)
}
