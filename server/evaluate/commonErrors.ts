/** The commonest kinds of error: what is missed and what is wrongly found, by label and type, with one example each. */
import type { Mention } from '../extract/mention.ts'
import type { Span } from '../extract/span.ts'
import type { Run } from './runs.ts'
import type { DocumentScore } from './score.ts'

export interface CommonError {
  /** A label or a relationship type. */
  readonly of: string
  readonly kind: string
  /** How often in documents that rules may be tuned on, and in others. */
  readonly development: number
  readonly unseen: number
  /** The first of a development document that ships; empty where there is none. */
  readonly example: string
}

interface Occurrence {
  readonly of: string
  readonly kind: string
  readonly example: string
}

const overlaps = (left: Span, right: Span): boolean => left.start < right.end && right.start < left.end

const entityErrors = ({ located: { document, entities: gold }, entities }: DocumentScore): Occurrence[] => {
  const words = ({ start, end }: Span): string => document.text.slice(start, end)
  const found = entities.found.map(({ mention }) => mention)
  const kindOf = (label: string, touching: readonly Mention[]): string => {
    if (touching.length === 0) return 'not found'
    return touching.some((mention) => mention.label === label)
      ? 'found with other ends'
      : 'found as another label'
  }
  const missed = entities.missed.map(({ entity: { label }, ...span }) => ({
    of: label,
    kind: kindOf(
      label,
      found.filter((mention) => overlaps(mention, span)),
    ),
    example: words(span),
  }))
  const stated = gold.flatMap(({ spans }) => spans)
  const invented = entities.found
    .filter(({ right, mention }) => !right && !stated.some((span) => overlaps(span, mention)))
    .map(({ mention }) => ({ of: mention.label, kind: 'found where there is none', example: words(mention) }))
  return [...missed, ...invented]
}

const relationErrors = ({ relations, entities: { pairs } }: DocumentScore): Occurrence[] => {
  const named = new Set(pairs.map(({ gold }) => gold.entity.name))
  return [
    ...relations.missed.map(({ type, start, end }) => ({
      of: type,
      kind: named.has(start) && named.has(end) ? 'missed between two found ends' : 'missed with an end',
      example: `${start} → ${end}`,
    })),
    ...relations.judged
      .filter(({ right }) => !right)
      .map(({ relationship: { type, start, end } }) => ({
        of: type,
        kind: 'found where it is not stated',
        example: `${start.name} → ${end.name}`,
      })),
  ]
}

/** Counts the kinds of error of the runs, the commonest first. Examples of the collections named are left out. */
export const commonErrors = (
  runs: readonly Run[],
  withoutExamples: readonly string[],
): readonly CommonError[] => {
  const kinds = new Map<string, CommonError>()
  for (const { collection, part, scores } of runs)
    for (const { of, kind, example } of scores.flatMap((score) => [
      ...entityErrors(score),
      ...relationErrors(score),
    ])) {
      const key = `${of} ${kind}`
      const counted = kinds.get(key) ?? { of, kind, development: 0, unseen: 0, example: '' }
      const seen = part === 'development' ? 'development' : 'unseen'
      const mayShow = part === 'development' && !withoutExamples.includes(collection)
      kinds.set(key, {
        ...counted,
        [seen]: counted[seen] + 1,
        example: counted.example === '' && mayShow ? example : counted.example,
      })
    }
  const total = ({ development, unseen }: CommonError): number => development + unseen
  return [...kinds.values()].sort((left, right) => total(right) - total(left))
}
