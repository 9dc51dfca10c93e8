/** The graph that a set of sources makes: a pure function of what they say. */
import { createHash } from 'node:crypto'
import { nameKey } from '../names/normalise.ts'
import type { Decisions } from '../review/decisions.ts'
import {
  entityPlan,
  factPlan,
  push,
  type EntityPlan,
  type FactPlan,
  type FactStatement,
  type Resolution,
} from './claims.ts'
import { statementsOfTexts, type StoredText } from './extraction.ts'
import { tableFacts, textFacts } from './facts.ts'
import { formerIds } from './formerIds.ts'
import type { Doubt } from './mentioned.ts'
import type { Reader } from './readings.ts'
import type { Rejection } from './reject.ts'
import { Names, type Resolved } from './resolve.ts'
import type { EntityStatement, MetricStatement, RelationshipStatement } from './statements.ts'
import { digest, type Written } from './written.ts'

export interface GraphPlan {
  readonly entities: ReadonlyMap<string, EntityPlan>
  readonly facts: ReadonlyMap<string, FactPlan>
  readonly rejected: readonly Rejection[]
  /** Per source, the entities its rows name: what they are is remembered with the source's copy. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Resolved>>
  /** Names in documents that a person is to decide. */
  readonly doubts: readonly Doubt[]
}

/** What sources say, statement by statement. */
export interface Statements {
  readonly entities: readonly EntityStatement[]
  readonly relationships: readonly RelationshipStatement[]
  readonly metrics: readonly MetricStatement[]
}

/** What a graph is made from. */
export interface Sources {
  /** What tables say. */
  readonly said: Statements
  /** Entities that tables name but no source declares any more. */
  readonly remembered: readonly EntityStatement[]
  /** Documents, read with the names that tables declare. */
  readonly texts: readonly StoredText[]
  /** What people decided about the documents. */
  readonly decisions: Decisions
  /** How documents are read. */
  readonly reader: Reader
}

/** The graph that these sources make, and the rows that could not be understood. */
export const planGraph = ({ said, remembered, texts, decisions, reader }: Sources): GraphPlan => {
  const declared = new Set(said.entities.map(({ label, name }) => `${label} ${nameKey(name)}`))
  const kept = remembered.filter(({ label, name }) => !declared.has(`${label} ${nameKey(name)}`))
  const names = new Names([...said.entities, ...kept])
  const read = statementsOfTexts({ texts, names, decisions, reader })
  const tables = tableFacts(said, names)
  const facts = new Map<string, Resolution<FactStatement>[]>()
  for (const fact of [...tables.facts, ...textFacts(read, decisions)]) push(facts, fact.of, fact)
  const entities = new Map<string, { entity: Resolved; said: EntityStatement[] }>()
  for (const statement of [...said.entities, ...kept, ...read.entities]) {
    const entity = names.entityOf(statement.label, statement.name)
    const known = entities.get(entity.id) ?? { entity, said: [] }
    known.said.push(statement)
    entities.set(entity.id, known)
  }
  const plans = new Map([...facts].map(([id, list]) => [id, factPlan(id, list)]))
  const accepted = [...plans.values()].filter(({ props }) => props['pending'] !== true)
  const stated = new Set(accepted.flatMap(({ start, end }) => [start, end]))
  const former = formerIds(entities)
  return {
    entities: new Map(
      [...entities].map(([id, { entity, said: list }]) => [
        id,
        entityPlan(entity, list, { formerIds: former.get(id) ?? [], isStated: stated.has(id) }),
      ]),
    ),
    facts: plans,
    rejected: tables.rejected,
    named: tables.named,
    doubts: read.doubts,
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
