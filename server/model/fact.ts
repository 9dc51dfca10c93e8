/** What a fact is, derived from its evidence (meanings.md, Identity), so that conflicts stay visible there. */
import { firstDay } from './date.ts'
import { independentSources } from './reprint.ts'
import { stageRank, type Stage } from './stage.ts'

/** What one source states of a fact. */
export interface Stated {
  readonly id: string
  readonly document: string
  /** The words that state it; null for a row of a table. */
  readonly quote: string | null
  readonly stage: Stage
  readonly since: string | null
  readonly until: string | null
  readonly figure: string | null
  readonly note: string | null
  readonly confidence: number
  /** Read from words by a rule that is right less often, and confirmed by nobody. */
  readonly pending: boolean
}

/** What the fact itself carries in the store. */
export interface Derived {
  readonly stage: Stage
  readonly since: string | null
  readonly until: string | null
  readonly figure: string | null
  readonly note: string | null
  readonly confidence: number
  readonly sourceCount: number
  /** True where nothing but pending statements make the fact. */
  readonly pending: boolean
  readonly from: string
  readonly history: readonly string[]
}

/** An undated statement counts as the oldest. */
const undated = '0000-00-00'

const dayOf = (stated: Stated): string => (stated.since === null ? undated : firstDay(stated.since))

/** Latest first; the further stage where the day is the same; then by id, so that the order is total. */
const byRecency = (left: Stated, right: Stated): number => {
  const [leftDay, rightDay] = [dayOf(left), dayOf(right)]
  if (leftDay !== rightDay) return leftDay < rightDay ? 1 : -1
  return stageRank(right.stage) - stageRank(left.stage) || (left.id < right.id ? -1 : 1)
}

/** What `history` keeps: per day the stage that held, latest first, as `2024-10-01 ACTIVE`. */
const historyOf = (latestFirst: readonly Stated[]): readonly string[] => {
  const seen = new Set<string>()
  return latestFirst
    .filter((stated) => !seen.has(dayOf(stated)) && seen.add(dayOf(stated)))
    .map((stated) => `${dayOf(stated)} ${stated.stage}`)
}

/** The fact that these statements make. Throws where there are none: a fact without evidence does not exist. */
export const deriveFact = (statements: readonly Stated[]): Derived => {
  const latestFirst = [...statements].sort(byRecency)
  const latest = latestFirst[0]
  if (latest === undefined) throw new RangeError('a fact needs at least one evidence')
  const dates = latestFirst.flatMap((stated) => (stated.since === null ? [] : [stated.since]))
  const ended = latestFirst.find((stated) => stated.stage === 'ENDED')
  return {
    stage: latest.stage,
    since:
      dates.sort((left, right) =>
        firstDay(left) < firstDay(right) || (firstDay(left) === firstDay(right) && left < right) ? -1 : 1,
      )[0] ?? null,
    until: ended ? (ended.until ?? ended.since) : null,
    figure: latestFirst.find((stated) => stated.figure !== null)?.figure ?? null,
    note: latestFirst.find((stated) => stated.note !== null)?.note ?? null,
    confidence: Math.max(...latestFirst.map((stated) => stated.confidence)),
    sourceCount: independentSources(latestFirst),
    pending: latestFirst.every((stated) => stated.pending),
    from: latestFirst.map(dayOf).sort()[0] ?? undated,
    history: historyOf(latestFirst),
  }
}
