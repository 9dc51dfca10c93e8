/** Who can stand in a slot of a pattern. */
import type { Group } from '../coordination.ts'
import type { Slot } from './pattern.ts'

/** Whether some of a group can play the role of a slot. */
export const mayPlay = (part: Slot, group: Group): boolean =>
  group.members.some(({ label }) => part.labels.has(label))

/** Whether all of them can. */
export const plays = (part: Slot, group: Group): boolean =>
  group.members.every(({ label }) => part.labels.has(label))

/** Of 大学与[甲集团] those who can play the role. */
export const playersOf = (part: Slot, group: Group): Group =>
  plays(part, group)
    ? group
    : { ...group, members: group.members.filter(({ label }) => part.labels.has(label)) }
