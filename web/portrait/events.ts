/** What happened when: every dated statement, latest first. */
import type { Relationship, Stage } from '../answers.ts'
import { firstDay } from '../time.ts'

export interface TimelineEvent {
  key: string
  /** As precise as its source: 2024, 2024-10 or 2024-10-08. */
  date: string
  stage: Stage
  pending: boolean
  relationship: Relationship
}

/** The dated statements of these relationships, each stage of a day once; latest first. */
export function eventsOf(relationships: readonly Relationship[]): TimelineEvent[] {
  const events = new Map<string, TimelineEvent>()
  for (const relationship of relationships) {
    const add = (date: string, stage: Stage, pending: boolean): void => {
      const key = `${relationship.id} ${date} ${stage}`
      const pendingToo = events.get(key)?.pending ?? true
      events.set(key, { key, date, stage, pending: pending && pendingToo, relationship })
    }
    for (const { since, until, stage, pending } of relationship.evidence) {
      if (since !== null) add(since, stage ?? relationship.stage, pending)
      if (until !== null) add(until, 'ENDED', pending)
    }
  }
  return [...events.values()].sort((a, b) => {
    const [left, right] = [firstDay(a.date), firstDay(b.date)]
    return left === right ? 0 : left < right ? 1 : -1
  })
}
