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

const isOneOf = (parts: readonly number[]) => (tag: number) =>
  tag === outside || parts.includes((tag - 1) % perLabel)

/** Whether a sentence may begin with the tag. */
export const mayOpen = isOneOf([0, 3])
/** Whether a sentence may end with the tag. */
export const mayClose = isOneOf([2, 3])

const labelOf = (tag: number): number => Math.floor((tag - 1) / perLabel)

const mayFollow = (tag: number, before: number): boolean =>
  mayClose(before) ? mayOpen(tag) : !mayOpen(tag) && labelOf(tag) === labelOf(before)

const every = Array.from({ length: tagCount }, (_, tag) => tag)

/** For each tag, those that may stand after it. */
export const after: readonly (readonly number[])[] = every.map((tag) =>
  every.filter((other) => mayFollow(other, tag)),
)
