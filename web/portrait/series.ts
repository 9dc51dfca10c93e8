/** Which stated figures may stand in one chart: only the same measure, in the same unit, for periods of one length. */
import type { Metric } from '../answers.ts'

export interface Point {
  period: string
  value: number
  isPlanned: boolean
}

export interface Series {
  key: string
  name: string
  unit: string
  points: readonly Point[]
}

export interface Change {
  key: string
  name: string
  /** Percent. */
  value: number
  isPlanned: boolean
}

/** Changes drawn at most: more would not be read. */
const MOST_CHANGES = 8

/** The year of a period and its length in words, empty for the whole year; null where it names no year. */
function lengthOf(period: string): { year: string; length: string } | null {
  const match = /^(\d{4})(?:年|$|-)(.*)$/u.exec(period)
  const [, year, length = ''] = match ?? []
  return year === undefined ? null : { year, length: /^\d{2}$/u.test(length) ? 'month' : length }
}

/** Figures that are stated for at least two periods of one length, the periods in order. */
export function seriesOf(metrics: readonly Metric[]): Series[] {
  const series = new Map<string, { name: string; unit: string; points: Map<string, Point> }>()
  for (const { name, unit, period, value, stage } of metrics) {
    const length = period === null ? null : lengthOf(period)
    if (value === null || period === null || length === null) continue
    const key = JSON.stringify([name, unit, length.length])
    const { points } = series.get(key) ?? { points: new Map<string, Point>() }
    // The best-evidenced figure of a period comes first.
    if (!points.has(period)) points.set(period, { period, value, isPlanned: stage === 'PLANNED' })
    series.set(key, { name, unit: unit ?? '', points })
  }
  return [...series].flatMap(([key, { name, unit, points }]) => {
    if (points.size < 2) return []
    const inOrder = [...points.values()].sort((a, b) => (a.period < b.period ? -1 : 1))
    return [{ key, name, unit, points: inOrder }]
  })
}

/** Stated changes in percent, largest first; one by itself compares with nothing and is left to the table. */
export function changesOf(metrics: readonly Metric[]): Change[] {
  const changes = metrics.flatMap(({ id, name, period, change, stage }) => {
    const title = [name, period].filter((part) => part !== null).join(' ')
    return change === null ? [] : [{ key: id, name: title, value: change, isPlanned: stage === 'PLANNED' }]
  })
  if (changes.length < 2) return []
  return changes.sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_CHANGES)
}
