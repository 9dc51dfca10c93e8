/** Statements to facts: whose each is, by the identity of meanings.md; rows that can't be are rejected with their reason. */
import { metricId, orderedEnds, relationshipId } from '../model/identity.ts'
import { allowsEnds } from '../model/model.ts'
import type { Decisions } from '../review/decisions.ts'
import type { FactStatement, Resolution } from './claims.ts'
import type { Statements } from './graph.ts'
import type { Origin } from './origin.ts'
import type { Rejection } from './reject.ts'
import type { Names, Resolved } from './resolve.ts'
import type { Mention, MetricStatement, RelationshipStatement } from './statements.ts'

/** What tables state, the rows that could not be understood, and per source the entities its rows name. */
export interface TableFacts {
  readonly facts: readonly Resolution<FactStatement>[]
  readonly rejected: readonly Rejection[]
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Resolved>>
}

const relationshipFact = (
  statement: RelationshipStatement,
  start: Resolved,
  end: Resolved,
): Resolution<FactStatement> => {
  const { type, product } = statement
  const [first] = orderedEnds(type, start.id, end.id)
  const ends = first === start.id ? { start, end } : { start: end, end: start }
  return { of: relationshipId(type, start.id, end.id, product), type, ...ends, statement }
}

const metricFact = (statement: MetricStatement, entity: Resolved): Resolution<FactStatement> => {
  const { name, unit, period, since, stage } = statement
  const of = metricId({
    entity: entity.id,
    name,
    unit: unit ?? '',
    period: period ?? '',
    date: since ?? '',
    planned: stage !== 'ACTIVE' && stage !== 'ENDED',
  })
  return { of, type: 'HAS_METRIC', start: entity, end: entity, statement }
}

/** Why a relationship can't join two entities; undefined where it can. */
const refusal = ({ type }: RelationshipStatement, start: Resolved, end: Resolved): string | undefined => {
  if (start.id === end.id) return 'two different entities'
  return allowsEnds(type, start.label, end.label)
    ? undefined
    : `${type} can't go from ${start.label} to ${end.label}`
}

/** The facts that tables state, each name resolved among everything that is declared. */
export const tableFacts = (said: Statements, names: Names): TableFacts => {
  const facts: Resolution<FactStatement>[] = []
  const rejected: Rejection[] = []
  const named = new Map<string, Map<string, Resolved>>()
  const reject = ({ file, row }: Origin, { column, name }: Mention, allowed: string): void => {
    rejected.push({ file, row, column, value: name, allowed })
  }
  const resolve = (mention: Mention, origin: Origin): Resolved | undefined => {
    const found = names.resolve(mention)
    if ('reason' in found) {
      reject(origin, mention, found.reason)
      return undefined
    }
    const own = named.get(origin.source) ?? new Map<string, Resolved>()
    named.set(origin.source, own.set(found.id, found))
    return found
  }
  for (const statement of said.relationships) {
    const start = resolve(statement.start, statement)
    // One reason is enough to reject a row.
    const end = start && resolve(statement.end, statement)
    if (!start || !end) continue
    const reason = refusal(statement, start, end)
    if (reason === undefined) facts.push(relationshipFact(statement, start, end))
    else reject(statement, statement.end, reason)
  }
  for (const statement of said.metrics) {
    const entity = resolve(statement.entity, statement)
    if (entity) facts.push(metricFact(statement, entity))
  }
  return { facts, rejected, named }
}

/** A fact of a document after what a person decided of it; none where it was refused. */
const decided = (
  fact: Resolution<FactStatement>,
  decisions: Decisions,
): readonly Resolution<FactStatement>[] => {
  const verdict = decisions.fact(fact.of)
  if (verdict === undefined) return [fact]
  return verdict === 'REJECT' ? [] : [{ ...fact, statement: { ...fact.statement, pending: false } }]
}

/** The facts that documents state, whose names are decided already; what decisions refuse or make impossible is left out. */
export const textFacts = (said: Statements, decisions: Decisions): readonly Resolution<FactStatement>[] => [
  ...said.relationships.flatMap((statement) => {
    const [start, end] = [statement.start.entity, statement.end.entity]
    if (start === undefined || end === undefined || refusal(statement, start, end) !== undefined) return []
    return decided(relationshipFact(statement, start, end), decisions)
  }),
  ...said.metrics.flatMap((statement) => {
    const { entity } = statement.entity
    return entity === undefined ? [] : decided(metricFact(statement, entity), decisions)
  }),
]
