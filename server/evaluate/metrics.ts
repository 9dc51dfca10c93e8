/** How well figures are found: the entity, the value or change, and the unit; the name of the figure is free. */
import type { StatedMetric } from '../extract/fact.ts'
import { nameKey } from '../names/normalise.ts'
import { bearers, type GoldMetric } from './gold.ts'
import type { LocatedDocument } from './locate.ts'
import type { Tally } from './tally.ts'

export interface MetricScore {
  readonly tally: Tally
  readonly missed: readonly GoldMetric[]
  /** Every found figure, once, with whether it is stated. */
  readonly judged: readonly { readonly metric: StatedMetric; readonly right: boolean }[]
}

const powers: ReadonlyMap<string, number> = new Map([
  ['百', 1e2],
  ['千', 1e3],
  ['万', 1e4],
  ['百万', 1e6],
  ['千万', 1e7],
  ['亿', 1e8],
  ['千亿', 1e11],
  ['万亿', 1e12],
])
/** Units that begin with a number word and are none: 千瓦, 千克, 百分点. */
const whole = /^(千瓦|千克|千米|百分点)/

interface Figure {
  readonly value: number | null
  readonly unit: string | null
  readonly change: number | null
}

/** Equal for equal figures in other units of the same kind: 1000 亿元 and 1 千亿元. */
const figureKey = ({ value, unit, change }: Figure): string => {
  const written = (unit ?? '').normalize('NFKC')
  const power = whole.test(written) ? '' : (/^[百千万亿]+/.exec(written)?.[0] ?? '')
  const size = value === null ? '-' : (value * (powers.get(power) ?? 1)).toPrecision(12)
  return `${size} ${value === null ? '' : written.slice(power.length)} ${(change ?? '-').toString()}`
}

/** Compares the found figures of a document with the annotated ones, one to one. */
export const scoreMetrics = (
  { entities, metrics }: LocatedDocument,
  found: readonly StatedMetric[],
): MetricScore => {
  const open = new Set(metrics)
  const judged: { metric: StatedMetric; right: boolean }[] = []
  const seen = new Set<string>()
  for (const metric of found) {
    const keys = [nameKey(metric.entity.text), nameKey(metric.entity.name)]
    const names = new Set(
      entities.filter((entity) => keys.some((key) => entity.keys.has(key))).map(({ name }) => name),
    )
    const key = figureKey(metric)
    const same = `${[...names].sort().join() || nameKey(metric.entity.name)} ${key} ${metric.period ?? ''}`
    if (seen.has(same)) continue
    seen.add(same)
    const match = [...open].find(
      (gold) => figureKey(gold) === key && bearers(gold).some((name) => names.has(name)),
    )
    if (match) open.delete(match)
    judged.push({ metric, right: match !== undefined })
  }
  return {
    tally: { right: metrics.length - open.size, found: judged.length, stated: metrics.length },
    missed: [...open],
    judged,
  }
}
