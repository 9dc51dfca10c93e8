/**
 * What one source says of one thing is a claim: a declaration of an entity, an evidence of a fact. Here claims are made
 * from statements, and entities and facts from all their claims.
 */
import { deriveFact, type Stated } from '../model/fact.ts'
import { claimId } from '../model/identity.ts'
import type { Label, RelationshipType } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import type { Value } from '../store/store.ts'
import { byPlace, compare, type Origin } from './origin.ts'
import type { Resolved } from './resolve.ts'
import { digest, present, type Written } from './written.ts'
import type { EntityStatement, MetricStatement, RelationshipStatement } from './statements.ts'

export interface Claim extends Written {
  readonly source: string
  readonly document: string
  readonly hash: string
}

export interface EntityPlan extends Written {
  readonly label: Label
  readonly claims: readonly Claim[]
}

export interface FactPlan extends Written {
  /** HAS_METRIC for a figure, whose start and end are its entity. */
  readonly type: RelationshipType | 'HAS_METRIC'
  readonly start: string
  readonly end: string
  readonly claims: readonly Claim[]
}

const claim = (
  source: string,
  document: string,
  id: string,
  props: Readonly<Record<string, Value | undefined>>,
): Claim => {
  const said = Object.assign(present(props), { id, source, document })
  const hash = digest(said)
  return { id, source, document, hash, props: Object.assign(said, { hash }) }
}

const byId = <T extends { readonly id: string }>(left: T, right: T): number =>
  left.id < right.id ? -1 : left.id > right.id ? 1 : 0

export const push = <V>(map: Map<string, V[]>, key: string, value: V): void => {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Written in Latin letters alone: the first such alias is the English name where none is stated. */
const isLatin = (name: string): boolean =>
  /^[\p{Script=Latin}\d .,&'-]+$/u.test(name) && /\p{Script=Latin}/u.test(name)

/** Spans as a store keeps them, which has no lists of pairs: 3-7. */
const spansOf = (said: readonly EntityStatement[]): readonly string[] | null => {
  const spans = said.flatMap((statement) => statement.spans)
  return spans.length === 0 ? null : spans.map(({ start, end }) => `${start.toString()}-${end.toString()}`)
}

const declarationsOf = (entity: Resolved, said: readonly EntityStatement[]): readonly Claim[] => {
  const groups = new Map<string, EntityStatement[]>()
  for (const statement of said)
    push(groups, JSON.stringify([statement.source, statement.document, statement.name]), statement)
  return [...groups]
    .map(([key, list]) => {
      const [first] = list
      if (first === undefined) throw new RangeError('a group of declarations is empty')
      return claim(first.source, first.document, claimId('declaration', entity.id, key), {
        entity: entity.id,
        label: entity.label,
        name: first.name,
        aliases: [...new Set(list.flatMap(({ aliases }) => aliases))].sort(),
        englishName: list.find(({ englishName }) => englishName !== null)?.englishName,
        code: list.find(({ code }) => code !== null)?.code,
        description: [...new Set(list.flatMap(({ description }) => description ?? []))].join('；') || null,
        file: first.file,
        row: list.flatMap(({ row }) => row ?? []).sort((left, right) => left - right)[0],
        spans: spansOf(list),
      })
    })
    .sort(byId)
}

export const entityPlan = (
  entity: Resolved,
  said: readonly EntityStatement[],
  beside: {
    readonly formerIds: readonly string[]
    /** Whether an accepted fact speaks of it. */
    readonly isStated: boolean
  },
): EntityPlan => {
  // In the order of the sources' ids, so that the order of loading leaves no trace.
  const ordered = [...said].sort(byPlace)
  const aliases = [...new Set(ordered.flatMap(({ name, aliases }) => [...aliases, name]))].filter(
    (name) => name !== entity.name,
  )
  const descriptions = [...new Set(ordered.flatMap(({ description }) => description ?? []))]
  return {
    id: entity.id,
    label: entity.label,
    claims: declarationsOf(entity, said),
    props: present({
      id: entity.id,
      label: entity.label,
      name: entity.name,
      aliases,
      englishName:
        ordered.find(({ englishName }) => englishName !== null)?.englishName ??
        [entity.name, ...aliases].find(isLatin),
      code: ordered.find(({ code }) => code !== null)?.code,
      description: descriptions.join('；') || null,
      formerIds: beside.formerIds,
      pending: (!beside.isStated && said.every(({ pending }) => pending)) || null,
      search: [entity.name, ...aliases].map(nameKey).join('\n'),
    }),
  }
}

/** One statement of a fact, with its fact's identity resolved. */
export interface Resolution<S extends Origin> {
  readonly of: string
  readonly type: FactPlan['type']
  readonly start: Resolved
  readonly end: Resolved
  readonly statement: S
}

export type FactStatement = RelationshipStatement | MetricStatement

const evidencesOf = (
  fact: string,
  list: readonly Resolution<FactStatement>[],
): readonly (Claim & { readonly stated: Stated })[] => {
  const seen = new Map<string, number>()
  const ordered = [...list].sort((left, right) => byPlace(left.statement, right.statement))
  return ordered
    .map(({ statement, start, end, type }) => {
      const { source, document, stage, since, until, figure, note, confidence, pending } = statement
      const { file, row, quote } = statement
      const figures =
        'value' in statement
          ? {
              value: statement.value,
              unit: statement.unit,
              change: statement.change,
              qualifier: statement.qualifier,
            }
          : {}
      const key = JSON.stringify([source, fact, document, stage, since, figure, note, confidence, figures])
      const ordinal = seen.get(key) ?? 0
      seen.set(key, ordinal + 1)
      const id = claimId('evidence', key, ordinal.toString())
      const metric = type === 'HAS_METRIC'
      const shown = 'value' in statement ? (figure ?? figureText(statement)) : figure
      return {
        ...claim(source, document, id, {
          of: fact,
          kind: metric ? 'metric' : 'relationship',
          file: row === null ? null : file,
          row,
          quote: quote?.text,
          start: quote?.start,
          end: quote?.end,
          pending: pending || null,
          stage,
          since,
          until,
          figure: shown,
          note,
          confidence,
          ...figures,
          startId: metric ? null : start.id,
          endId: metric ? null : end.id,
          entityId: metric ? start.id : null,
          product: 'product' in statement && statement.product !== '' ? nameKey(statement.product) : null,
        }),
        stated: {
          id,
          document,
          quote: quote?.text ?? null,
          stage,
          since,
          until,
          figure: shown,
          note,
          confidence,
          pending,
        },
      }
    })
    .sort(byId)
}

/** A figure as a reader would write it: 约 5064.14 亿元, +19%. */
const figureText = ({ value, unit, change, qualifier }: MetricStatement): string =>
  [
    value === null ? '' : `${qualifier ?? ''}${value.toString()}${unit ?? ''}`,
    change === null ? '' : `${change > 0 ? '+' : ''}${change.toString()}%`,
  ]
    .filter((part) => part !== '')
    .join('，')

export const factPlan = (of: string, list: readonly Resolution<FactStatement>[]): FactPlan => {
  const [first] = list
  if (first === undefined) throw new RangeError('a fact has no statement')
  const claims = evidencesOf(of, list)
  const { from, history, pending, ...derived } = deriveFact(claims.map(({ stated }) => stated))
  const { type, start, end, statement } = first
  if (type === 'HAS_METRIC') {
    const latest = latestOf(claims, derived.since)
    return {
      id: of,
      type,
      start: start.id,
      end: end.id,
      claims,
      props: present({
        id: of,
        entity: start.id,
        name: 'name' in statement ? statement.name : null,
        period: 'period' in statement ? statement.period : null,
        value: latest.props['value'],
        unit: latest.props['unit'],
        change: changeOf(claims, latest),
        qualifier: latest.props['qualifier'],
        stage: derived.stage,
        confidence: derived.confidence,
        sourceCount: derived.sourceCount,
        pending: pending || null,
      }),
    }
  }
  return {
    id: of,
    type,
    start: start.id,
    end: end.id,
    claims,
    props: present({
      id: of,
      product: 'product' in statement ? statement.product : '',
      ...derived,
      pending: pending || null,
      from,
      history,
    }),
  }
}

/** The change of the claim shown; where it states none, that of another claim of the same value: one text may leave it out. */
const changeOf = (claims: readonly Claim[], shown: Claim): Value | undefined =>
  [shown, ...claims.filter(({ props }) => props['value'] === shown.props['value'])].find(
    ({ props }) => props['change'] !== undefined,
  )?.props['change']

/** The claim whose figures a metric shows: the latest, then the most confident, then by id. */
const latestOf = (
  claims: readonly (Claim & { readonly stated: Stated })[],
  fallback: string | null,
): Claim => {
  const [latest] = [...claims].sort(
    (left, right) =>
      compare(right.stated.since ?? fallback ?? '', left.stated.since ?? fallback ?? '') ||
      right.stated.confidence - left.stated.confidence ||
      byId(left, right),
  )
  if (latest === undefined) throw new RangeError('a metric has no evidence')
  return latest
}
