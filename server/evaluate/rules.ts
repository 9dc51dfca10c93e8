/**
 * How often each rule of the extractor is right on the development documents: what its confidence is set from. Rules
 * of facts are judged on the annotated mentions, for the confidence of a fact counts that of its mentions already.
 */
import type { Run } from './runs.ts'

export interface RuleFigure {
  readonly kind: 'mention' | 'relationship' | 'figure'
  readonly rule: string
  readonly of: number
  readonly right: number
  /** Smoothed as if one right and one wrong had been seen before (Laplace). */
  readonly rate: number
}

interface Judged extends Pick<RuleFigure, 'kind' | 'rule'> {
  readonly right: boolean
}

const judged = ({ scores }: Run): readonly Judged[] =>
  scores.flatMap(({ entities, relationsGiven, metricsGiven }) => [
    ...entities.found.map(({ mention, right }) => ({ kind: 'mention' as const, rule: mention.rule, right })),
    ...relationsGiven.judged.map(({ relationship, right }) => ({
      kind: 'relationship' as const,
      rule: relationship.rule,
      right,
    })),
    ...metricsGiven.judged.map(({ metric, right }) => ({
      kind: 'figure' as const,
      rule: metric.rule,
      right,
    })),
  ])

/** Figures of the rules, by kind and name. */
export const ruleFigures = (runs: readonly Run[]): readonly RuleFigure[] => {
  const counts = new Map<string, Omit<RuleFigure, 'rate'>>()
  const tuned = runs.filter(({ part, names }) => part === 'development' && names === 'shipped')
  for (const { kind, rule, right } of tuned.flatMap(judged)) {
    const key = `${kind} ${rule}`
    const known = counts.get(key) ?? { kind, rule, of: 0, right: 0 }
    counts.set(key, { kind, rule, of: known.of + 1, right: known.right + (right ? 1 : 0) })
  }
  return [...counts]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, count]) => ({ ...count, rate: (count.right + 1) / (count.of + 2) }))
}
