/** The graph that a set of sources makes: a pure function of what they say. */
import { createHash } from 'node:crypto'
import { metricId, orderedEnds, relationshipId } from '../model/identity.ts'
import { allowsEnds } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import type { Origin } from './origin.ts'
import type { Rejection } from './reject.ts'
import { Names, type Resolved } from './resolve.ts'
import type { EntityStatement, Mention, MetricStatement, RelationshipStatement } from './statements.ts'
import {
  entityPlan,
  factPlan,
  push,
  type EntityPlan,
  type FactPlan,
  type FactStatement,
  type Resolution,
} from './claims.ts'
import { digest, type Written } from './written.ts'

export interface GraphPlan {
  readonly entities: ReadonlyMap<string, EntityPlan>
  readonly facts: ReadonlyMap<string, FactPlan>
  readonly rejected: readonly Rejection[]
  /** Per source, the entities its rows name: what they are is remembered with the source's copy. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Resolved>>
}

/** Everything the sources say, row by row. */
export interface Statements {
  readonly entities: readonly EntityStatement[]
  readonly relationships: readonly RelationshipStatement[]
  readonly metrics: readonly MetricStatement[]
}

/** The graph these statements make, and the rows that could not be understood. `remembered`: entities that sources name but no longer declare. */
export const planGraph = (said: Statements, remembered: readonly EntityStatement[]): GraphPlan => {
  const declared = new Set(said.entities.map(({ label, name }) => `${label} ${nameKey(name)}`))
  const kept = remembered.filter(({ label, name }) => !declared.has(`${label} ${nameKey(name)}`))
  const names = new Names([...said.entities, ...kept])
  const rejected: Rejection[] = []
  const named = new Map<string, Map<string, Resolved>>()
  const resolve = (mention: Mention, origin: Origin): Resolved | undefined => {
    const found = mention.entity ?? names.resolve(mention)
    if ('reason' in found) {
      rejected.push({
        file: origin.file,
        row: origin.row,
        column: mention.column,
        value: mention.name,
        allowed: found.reason,
      })
      return undefined
    }
    const own = named.get(origin.source) ?? new Map<string, Resolved>()
    named.set(origin.source, own.set(found.id, found))
    return found
  }
  const facts = new Map<string, Resolution<FactStatement>[]>()
  for (const statement of said.relationships) {
    const { type, product } = statement
    const start = resolve(statement.start, statement)
    // One reason is enough to reject a row.
    const end = start && resolve(statement.end, statement)
    if (!start || !end) continue
    if (start.id === end.id || !allowsEnds(type, start.label, end.label)) {
      const allowed =
        start.id === end.id
          ? 'two different entities'
          : `${type} can't go from ${start.label} to ${end.label}`
      rejected.push({
        file: statement.file,
        row: statement.row,
        column: statement.end.column,
        value: statement.end.name,
        allowed,
      })
      continue
    }
    const [first] = orderedEnds(type, start.id, end.id)
    const ends = first === start.id ? { start, end } : { start: end, end: start }
    const of = relationshipId(type, start.id, end.id, product)
    push(facts, of, { of, type, ...ends, statement })
  }
  for (const statement of said.metrics) {
    const entity = resolve(statement.entity, statement)
    if (!entity) continue
    const of = metricId({
      entity: entity.id,
      name: statement.name,
      unit: statement.unit ?? '',
      period: statement.period ?? '',
      date: statement.since ?? '',
      planned: statement.stage !== 'ACTIVE' && statement.stage !== 'ENDED',
    })
    push(facts, of, { of, type: 'HAS_METRIC', start: entity, end: entity, statement })
  }
  const entities = new Map<string, { entity: Resolved; said: EntityStatement[] }>()
  for (const statement of [...said.entities, ...kept]) {
    const entity = names.entityOf(statement.label, statement.name)
    const known = entities.get(entity.id) ?? { entity, said: [] }
    known.said.push(statement)
    entities.set(entity.id, known)
  }
  const former = new Map<string, string[]>()
  for (const id of names.formerIds) {
    const to = names.rootOf(id)
    if (to !== undefined) push(former, to, id)
  }
  return {
    entities: new Map(
      [...entities].map(([id, { entity, said: list }]) => [
        id,
        entityPlan(entity, list, former.get(id) ?? []),
      ]),
    ),
    facts: new Map([...facts].map(([id, list]) => [id, factPlan(id, list)])),
    rejected,
    named,
  }
}

/** A hash of everything the graph holds, whatever store it is in and in whichever order it came. */
export const graphVersion = (
  plan: GraphPlan,
  modelVersion: number,
  documents: readonly Written[],
): string => {
  const hash = createHash('sha256').update(modelVersion.toString())
  const lines: string[] = documents.map(({ id, props }) => `${id} ${digest(props)}`)
  for (const { claims } of plan.entities.values())
    for (const { id, hash: own } of claims) lines.push(`${id} ${own}`)
  for (const { claims } of plan.facts.values())
    for (const { id, hash: own } of claims) lines.push(`${id} ${own}`)
  for (const line of lines.sort()) hash.update(line)
  return hash.digest('hex').slice(0, 24)
}
