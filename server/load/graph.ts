/** The graph that a set of sources makes: a pure function of what they say, made part by part. */
import { createHash } from 'node:crypto'
import { nameKey } from '../names/normalise.ts'
import type { Decisions } from '../review/decisions.ts'
import {
  entityPlan,
  factPlan,
  type Claim,
  type EntityPlan,
  type FactPlan,
  type FactStatement,
  type Resolution,
} from './claims.ts'
import { statementsOfTexts, type StoredText } from './extraction.ts'
import { tableFacts, textFacts } from './facts.ts'
import { FormerIds } from './formerIds.ts'
import type { Doubt } from './mentioned.ts'
import type { Reader } from './readings.ts'
import type { Rejection } from './reject.ts'
import { Names, type Resolved } from './resolve.ts'
import { SpooledParts } from './spooledParts.ts'
import type { EntityStatement, MetricStatement, RelationshipStatement } from './statements.ts'
import { digest, type Written } from './written.ts'

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

/** Characters of documents for each part: what they say takes about a hundred times as many bytes when planned. */
const charactersPerPart = 250_000

/**
 * The graph that these sources make, and the rows that could not be understood. What tables say is in memory anyway; what
 * documents say waits on disk, and is planned for a part of the entities or facts at a time. `close` it after use.
 */
export class Graph {
  readonly rejected: readonly Rejection[]
  /** Per source, the entities its rows name: what they are is remembered with the source's copy. */
  readonly named: ReadonlyMap<string, ReadonlyMap<string, Resolved>>
  /** Names in documents that a person is to decide. */
  readonly doubts: readonly Doubt[]
  private readonly found = new Map<string, Resolved>()
  private readonly documents = new Set<string>()
  /** Entities of which an accepted fact speaks. */
  private readonly stated = new Set<string>()
  private readonly former: ReadonlyMap<string, readonly string[]>
  private readonly entityParts: SpooledParts<EntityStatement>
  private readonly factParts: SpooledParts<Resolution<FactStatement>>

  constructor({ said, remembered, texts, decisions, reader }: Sources) {
    const declared = new Set(said.entities.map(({ label, name }) => `${label} ${nameKey(name)}`))
    const kept = remembered.filter(({ label, name }) => !declared.has(`${label} ${nameKey(name)}`))
    const names = new Names([...said.entities, ...kept])
    const characters = texts.reduce((sum, { document }) => sum + document.text.length, 0)
    const parts = Math.max(1, Math.ceil(characters / charactersPerPart))
    this.entityParts = new SpooledParts(parts)
    this.factParts = new SpooledParts(parts)
    const former = new FormerIds()
    const declare = (statement: EntityStatement): string => {
      const { label, name, aliases, document } = statement
      const entity = names.entityOf(label, name)
      const known = this.found.get(entity.id) ?? entity
      this.found.set(entity.id, known)
      this.documents.add(document)
      former.add(known, [name, ...aliases])
      return entity.id
    }
    const state = ({ start, end, statement }: Resolution<FactStatement>): void => {
      this.documents.add(statement.document)
      if (!statement.pending) this.stated.add(start.id).add(end.id)
    }
    const tables = tableFacts(said, names)
    for (const statement of [...said.entities, ...kept]) this.entityParts.hold(declare(statement), statement)
    for (const fact of tables.facts) {
      state(fact)
      this.factParts.hold(fact.of, fact)
    }
    try {
      const read = statementsOfTexts({ texts, names, decisions, reader })
      for (const one of read.said) {
        for (const statement of one.entities) this.entityParts.spool(declare(statement), statement)
        for (const fact of textFacts(one, decisions)) {
          state(fact)
          this.factParts.spool(fact.of, fact)
        }
      }
      this.doubts = read.doubts
    } catch (error) {
      this.close()
      throw error
    }
    this.former = former.byEntity((id) => this.found.has(id))
    this.rejected = tables.rejected
    this.named = tables.named
  }

  /** The ids of all documents that a claim cites. */
  get cited(): ReadonlySet<string> {
    return this.documents
  }

  /** How many entities and facts it has. */
  get size(): number {
    return this.entityParts.size + this.factParts.size
  }

  /** The name of an entity of this graph; undefined for any other. */
  nameOf(id: string): string | undefined {
    return this.found.get(id)?.name
  }

  /** All entities, part by part. */
  *entities(): Generator<Part<EntityPlan>> {
    for (const { has, statements } of this.entityParts.parts()) {
      const plans = new Map<string, EntityPlan>()
      for (const [id, list] of statements) {
        const entity = this.found.get(id)
        if (entity === undefined) throw new RangeError(`nothing declares the entity ${id}`)
        const beside = { formerIds: this.former.get(id) ?? [], isStated: this.stated.has(id) }
        plans.set(id, entityPlan(entity, list, beside))
      }
      yield { has, plans }
    }
  }

  /** All facts, part by part. */
  *facts(): Generator<Part<FactPlan>> {
    for (const { has, statements } of this.factParts.parts())
      yield { has, plans: new Map([...statements].map(([id, list]) => [id, factPlan(id, list)])) }
  }

  /** Lets go of what waits on disk. */
  close(): void {
    this.entityParts.close()
    this.factParts.close()
  }
}

/** Some of the entities or facts of a graph: those by the ids that it has. */
export interface Part<P> {
  readonly has: (id: string) => boolean
  readonly plans: ReadonlyMap<string, P>
}

/** A hash of everything the graph holds, whatever store it is in and in whichever order it came. */
export class GraphVersion {
  private readonly lines: string[] = []

  /** Adds the claims of things. */
  add(things: Iterable<{ readonly claims: readonly Claim[] }>): void {
    for (const { claims } of things) for (const { id, hash } of claims) this.line(id, hash)
  }

  /** The version, with the documents and the model that belong to it. */
  of(modelVersion: number, documents: Iterable<Written>): string {
    for (const { id, props } of documents) this.line(id, digest(props))
    const hash = createHash('sha256').update(modelVersion.toString())
    for (const line of this.lines.sort()) hash.update(line)
    return hash.digest('hex').slice(0, 24)
  }

  private line(id: string, hash: string): void {
    // Through bytes, as texts put together hold on to their pieces, and there are hundreds of thousands.
    this.lines.push(Buffer.from(`${id} ${hash}`, 'latin1').toString('latin1'))
  }
}
