import type { Evidence, Member, Relationship, Stage } from './answers.ts'

/** What becomes of a relationship between two days. */
export const CHANGES = ['ADDED', 'STOPPED', 'MOVED', 'SAME'] as const
export type Change = (typeof CHANGES)[number]

/** From first to last: how far a stage has come. */
const PROGRESS: readonly Stage[] = ['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE', 'ENDED']

/** An undated statement counts as the oldest. */
const UNDATED = '0000-00-00'

/** The first day a partial date can mean: 2023 → 2023-01-01. */
export function firstDay(date: string): string {
  return `${date}-01-01`.slice(0, 10)
}

/** The last day a partial date can mean: 2023 → 2023-12-31, 2024-02 → 2024-02-29. */
export function endDay(date: string): string {
  const [year = '', month = '12', day] = date.split('-')
  if (day !== undefined) return date
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(last)}`
}

function dayOf({ since }: Evidence): string {
  return since === null ? UNDATED : firstDay(since)
}

/**
 * The stage that the evidence of a relationship states as of a day, or null where nothing states it yet: that of the
 * latest evidence up to that day, the further stage where several are of one day.
 */
export function stageAsOf({ evidence, stage }: Relationship, date: string): Stage | null {
  const limit = endDay(date)
  const known = evidence.filter((item) => dayOf(item) <= limit)
  if (known.length === 0) return null
  const latest = known.map(dayOf).reduce((a, b) => (a > b ? a : b))
  const stages = known.filter((item) => dayOf(item) === latest).map((item) => item.stage ?? stage)
  return stages.reduce((a, b) => (PROGRESS.indexOf(a) >= PROGRESS.indexOf(b) ? a : b))
}

/** A relationship as it stood on the day looked at, and what came of it since the day compared with. */
export interface Dated extends Relationship {
  start: Member
  end: Member
  change: Change | null
  /** The stage on the earlier day, where it was another. */
  stageBefore: Stage | null
}

function changeOf(before: Stage | null, now: Stage): Change {
  if (now === 'ENDED') return before === 'ENDED' ? 'SAME' : 'STOPPED'
  if (before === null || before === 'ENDED') return 'ADDED'
  return before === now ? 'SAME' : 'MOVED'
}

/** The relationship as of a day (null: now), compared with an earlier one if there is one; null where it did not hold. */
export function asOfDate(relationship: Dated, asOf: string | null, before: string | null): Dated | null {
  const stage = asOf === null ? relationship.stage : stageAsOf(relationship, asOf)
  if (stage === null) return null
  if (before === null) return { ...relationship, stage, change: null, stageBefore: null }
  const earlier = stageAsOf(relationship, before)
  return {
    ...relationship,
    stage,
    change: changeOf(earlier, stage),
    stageBefore: earlier === stage ? null : earlier,
  }
}

/** The dates stated in these relationships, earliest first; of those that end on the same day, the least precise. */
export function datesIn(relationships: readonly Relationship[]): string[] {
  const dates = new Map<string, string>()
  for (const { evidence } of relationships) {
    for (const { since } of evidence) {
      if (since === null) continue
      const day = endDay(since)
      const known = dates.get(day)
      if (known === undefined || since.length < known.length) dates.set(day, since)
    }
  }
  return [...dates].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, date]) => date)
}
