/** Who can stand in a slot of a pattern. */
import type { Group } from '../coordination.ts'
import type { Span } from '../span.ts'
import type { Slot } from './pattern.ts'

/** A model or a brand: with letters or digits, or in quotation marks. */
const isNamed = (text: string, { start, end }: Span): boolean =>
  /[A-Za-z\d“”]/.test(text.slice(start - 1, end + 1))

/** Whether some of a group can play the role of a slot in this text. */
export const mayPlay = (text: string, part: Slot, group: Group): boolean =>
  group.members.some((member) => part.labels.has(member.label) && (!part.isNamed || isNamed(text, member)))

/** Whether all of them can. */
export const plays = (part: Slot, group: Group): boolean =>
  group.members.every(({ label }) => part.labels.has(label))

/** Of 大学与[甲集团] those who can play the role. */
export const playersOf = (part: Slot, group: Group): Group =>
  plays(part, group)
    ? group
    : { ...group, members: group.members.filter(({ label }) => part.labels.has(label)) }
