/** Stated figures of entities. */
import { isStage, type Stage } from '../model/stage.ts'
import { isIn, numberIn, numberOrNull, statement, textIn, textOrNull } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'

export interface Metric {
  readonly id: string
  /** The id of whose figure it is. */
  readonly entity: string
  readonly name: string
  readonly value: number | null
  readonly unit: string | null
  readonly period: string | null
  readonly change: number | null
  readonly qualifier: string | null
  readonly stage: Stage
  readonly confidence: number
  /** 待核, as of relationships. */
  readonly pending: boolean
}

const metricIn = (row: Row): Metric => {
  const stage = textIn(row, 'stage')
  return {
    id: textIn(row, 'id'),
    entity: textIn(row, 'entity'),
    name: textIn(row, 'name'),
    value: numberOrNull(row, 'value'),
    unit: textOrNull(row, 'unit'),
    period: textOrNull(row, 'period'),
    change: numberOrNull(row, 'change'),
    qualifier: textOrNull(row, 'qualifier'),
    stage: isStage(stage) ? stage : 'ACTIVE',
    confidence: numberIn(row, 'confidence'),
    pending: isIn(row, 'pending'),
  }
}

const metrics = statement('read/metrics', metricIn)
const metricsById = statement('read/metricsById', metricIn)

/** The figures of each entity, best evidenced first; a list for each id, in the order of the ids. */
export const metricsOf = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly (readonly Metric[])[]> => {
  const found = new Map<string, Metric[]>(ids.map((id) => [id, []]))
  for (const metric of await store.read(metrics, { ids })) found.get(metric.entity)?.push(metric)
  return ids.map((id) => found.get(id) ?? [])
}

/** The figures with these ids, in their order; undefined where there is none. */
export const metricsWithIds = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly (Metric | undefined)[]> => {
  const found = new Map((await store.read(metricsById, { ids })).map((metric) => [metric.id, metric]))
  return ids.map((id) => found.get(id))
}
