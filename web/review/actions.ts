/** What can be decided about what waits, and by which key. */
import type { Label } from '../answers.ts'
import type { Action, DecidedName, Decision, Review } from './review.ts'

/** Each with the key that does it. */
export const COMMANDS = {
  next: 'j',
  previous: 'k',
  accept: 'a',
  reject: 'r',
  merge: 'm',
  split: 's',
  retype: 't',
  undo: 'u',
} as const
export type Command = keyof typeof COMMANDS

/** The command of a key; null for any other key. */
export function commandOf(key: string): Command | null {
  const found = Object.entries(COMMANDS).find(([, other]) => other === key.toLowerCase())
  return found !== undefined && isCommand(found[0]) ? found[0] : null
}

function isCommand(text: string): text is Command {
  return text in COMMANDS
}

/** The name in question; null for a fact. */
export function nameOf({ label, name }: Review): DecidedName | null {
  return label === null || name === null ? null : { label, name }
}

function factOf({ relationship, metric }: Review): string | null {
  return relationship?.id ?? metric?.id ?? null
}

/** Says that a name is one, or that a fact is right; null where several are possible and one must be chosen. */
export function accept(review: Review): Action | null {
  const fact = factOf(review)
  if (fact !== null) return { acceptFact: fact }
  const name = nameOf(review)
  return name === null || review.kind === 'SAME_AS' ? null : { acceptName: name }
}

/** Says that a name is none, or that the words do not state the fact. */
export function reject(review: Review): Action | null {
  const fact = factOf(review)
  if (fact !== null) return { rejectFact: fact }
  const name = nameOf(review)
  return name === null ? null : { rejectName: name }
}

/** Says whom the name means, in every document. */
export function merge(review: Review, as: DecidedName): Action | null {
  const of = nameOf(review)
  return of === null ? null : { same: { of, as: { label: as.label, name: as.name } } }
}

/** Says that the name is another entity in this document. */
export function split(review: Review, as: DecidedName): Action | null {
  const of = nameOf(review)
  return of === null || as.name.trim() === ''
    ? null
    : { split: { of, as: { label: as.label, name: as.name.trim() }, document: review.document.id } }
}

/** Says of which kind the name is. */
export function retype(review: Review, label: Label): Action | null {
  const of = nameOf(review)
  return of === null || of.label === label ? null : { retype: { of, label } }
}

/** The ids of the decisions that were taken back. */
export function takenBack(decisions: readonly Decision[]): ReadonlySet<string> {
  return new Set(decisions.flatMap(({ decision }) => (decision === null ? [] : [decision])))
}

/** The latest decision of a reviewer that still holds; `decisions` are latest first. */
export function lastOf(decisions: readonly Decision[], reviewer: string): Decision | undefined {
  const undone = takenBack(decisions)
  return decisions.find(
    (decision) => decision.reviewer === reviewer && decision.kind !== 'UNDO' && !undone.has(decision.id),
  )
}

/** The id that stands so many places further in the list, from its first where `current` is not in it. */
export function step(ids: readonly string[], current: string | null, by: number): string | null {
  const index = current === null ? -1 : ids.indexOf(current)
  if (index === -1) return ids[0] ?? null
  return ids[Math.min(Math.max(index + by, 0), ids.length - 1)] ?? null
}

/** What to look at once `gone` leaves the list: what follows it, else what stands before it. */
export function after(ids: readonly string[], gone: string): string | null {
  const index = ids.indexOf(gone)
  return ids[index + 1] ?? ids[index - 1] ?? null
}
