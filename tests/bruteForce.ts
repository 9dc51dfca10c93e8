/**
 * A plain model of the graph: loops over the rows of a table, written from what the answers mean, which the stores'
 * answers are compared with. Small graphs only.
 */
import { entityId, relationshipId } from '../server/model/identity.ts'
import type { Label, RelationshipType } from '../server/model/model.ts'

export interface Thing {
  readonly label: Label
  readonly name: string
  readonly alias: string
}

export type Stage = 'PLANNED' | 'SIGNED' | 'BUILDING' | 'ACTIVE' | 'ENDED'
const progress: readonly Stage[] = ['PLANNED', 'SIGNED', 'BUILDING', 'ACTIVE', 'ENDED']

/** A row of a table of relations; its ends are places in the list of things. */
export interface Stated {
  readonly type: RelationshipType
  readonly start: number
  readonly end: number
  readonly product: string
  readonly stage: Stage
  readonly date: string
  readonly confidence: number
  readonly address: string
}

export interface Where {
  readonly types?: readonly RelationshipType[]
  readonly stages?: readonly Stage[]
  readonly product?: string
  readonly asOf?: string
  readonly minConfidence?: number
  readonly minSources?: number
}

export interface Fact {
  readonly id: string
  readonly type: RelationshipType
  readonly start: string
  readonly end: string
  readonly product: string
  readonly rows: readonly Stated[]
}

export interface Subgraph {
  readonly entities: readonly string[]
  readonly relationships: readonly string[]
  readonly truncated: boolean
}

export interface Tier {
  readonly depth: number
  readonly direction: string
  readonly entities: readonly string[]
}

export const idOf = ({ label, name }: Thing): string => entityId(label, name)

const firstDayOf = (date: string): string => `${date}-01-01`.slice(0, 10)
/** Above the last day it can mean, as text: no month has 32 days. */
const afterDayOf = (date: string): string => `${date}${'-99'.repeat(3 - date.split('-').length)}`

const stageOn = (rows: readonly Stated[], asOf: string | undefined): Stage | undefined => {
  let [best, bestDay]: [Stage | undefined, string] = [undefined, '']
  for (const { stage, date } of rows) {
    const day = date === '' ? '' : firstDayOf(date)
    if (asOf !== undefined && day > afterDayOf(asOf)) continue
    const isFurther = best === undefined || progress.indexOf(stage) > progress.indexOf(best)
    if (day > bestDay || (day === bestDay && isFurther)) [best, bestDay] = [stage, day]
  }
  return best
}

export const confidenceOf = ({ rows }: Fact): number => Math.max(...rows.map(({ confidence }) => confidence))
/** Independent sources: addresses, or the table itself. */
export const sourcesOf = ({ rows }: Fact): number => new Set(rows.map(({ address }) => address)).size

const byEvidence = (left: Fact, right: Fact): number =>
  sourcesOf(right) - sourcesOf(left) ||
  confidenceOf(right) - confidenceOf(left) ||
  (left.id < right.id ? -1 : 1)

/** One graph and the answers it must give. */
export class BruteForce {
  private readonly facts: readonly Fact[]

  constructor(
    readonly things: readonly Thing[],
    rows: readonly Stated[],
  ) {
    const rowsById = new Map<string, Stated[]>()
    const facts = new Map<string, Fact>()
    for (const row of rows) {
      const [one, other] = [this.idAt(row.start), this.idAt(row.end)]
      const isTurned = row.type === 'COOPERATES_WITH' && one > other
      const [start, end] = isTurned ? [other, one] : [one, other]
      const id = relationshipId(row.type, start, end, row.product)
      const own = [...(rowsById.get(id) ?? []), row]
      rowsById.set(id, own)
      facts.set(id, { id, type: row.type, start, end, product: row.product, rows: own })
    }
    this.facts = [...facts.values()].sort(byEvidence)
  }

  idAt(index: number): string {
    const thing = this.things[index]
    return thing === undefined ? '' : idOf(thing)
  }

  neighbors(options: { of: readonly string[]; direction: string; where: Where; first: number }): Subgraph {
    const { of, direction, where, first } = options
    const found = this.matching(where).filter(
      ({ start, end }) =>
        (direction !== 'IN' && of.includes(start)) || (direction !== 'OUT' && of.includes(end)),
    )
    const kept = found.slice(0, first)
    return {
      entities: [...new Set([...of, ...kept.flatMap(({ start, end }) => [start, end])])].sort(),
      relationships: kept.map(({ id }) => id),
      truncated: found.length > first,
    }
  }

  paths(options: { from: string; to: string; maxLength: number; where: Where; first: number }): {
    entities: readonly string[]
    relationships: readonly string[]
  }[] {
    const { from, to, maxLength, where, first } = options
    const facts = this.matching(where)
    const joining = (one: string, other: string): Fact | undefined =>
      facts.find(({ start, end }) => (start === one && end === other) || (start === other && end === one))
    let walks: readonly (readonly string[])[] = [[from]]
    for (let length = 1; length <= maxLength; length++) {
      const longer: (readonly string[])[] = []
      for (const walk of walks)
        for (const thing of this.things) {
          const next = idOf(thing)
          const last = walk[walk.length - 1] ?? ''
          if (!walk.includes(next) && joining(last, next) !== undefined) longer.push([...walk, next])
        }
      walks = longer
      const arrived = walks.filter((walk) => walk[walk.length - 1] === to)
      if (arrived.length > 0)
        return arrived
          .sort((left, right) => (left.join() < right.join() ? -1 : 1))
          .slice(0, first)
          .map((entities) => ({
            entities,
            relationships: entities.slice(1).map((id, index) => joining(entities[index] ?? '', id)?.id ?? ''),
          }))
    }
    return []
  }

  supplyChain(options: {
    of: string
    direction: string
    depth: number
    where: Where
    first: number
  }): Subgraph & {
    tiers: readonly Tier[]
  } {
    const { of, depth, where, first } = options
    const directions = options.direction === 'BOTH' ? ['UPSTREAM', 'DOWNSTREAM'] : [options.direction]
    const steps = directions.flatMap((direction) => this.steps(of, direction, depth, where))
    const distance = new Map<Fact, number>()
    for (const { fact, at } of steps) distance.set(fact, Math.min(at, distance.get(fact) ?? at))
    const ordered = [...distance.keys()].sort(
      (left, right) => (distance.get(left) ?? 0) - (distance.get(right) ?? 0) || byEvidence(left, right),
    )
    const kept = ordered.slice(0, first)
    const cut = ordered[first]
    const deepest = cut === undefined ? depth : (distance.get(cut) ?? depth)
    const tiers: Tier[] = [{ depth: 0, direction: options.direction, entities: [of] }]
    for (const direction of directions)
      for (let at = 1; at <= deepest; at++) {
        const own = steps.filter((step) => step.direction === direction && step.at === at)
        const reached = own.filter(({ fact }) => kept.includes(fact)).map((step) => step.reached)
        if (reached.length > 0) tiers.push({ depth: at, direction, entities: [...new Set(reached)].sort() })
      }
    return {
      entities: [...new Set([of, ...kept.flatMap(({ start, end }) => [start, end])])].sort(),
      relationships: kept.map(({ id }) => id),
      truncated: ordered.length > first,
      tiers,
    }
  }

  /** Names of the entities of a label in a region, park or cluster, or in what lies inside it. */
  inside(label: Label, around: Thing): readonly string[] {
    const type = around.label === 'Cluster' ? 'BELONGS_TO' : 'LOCATED_IN'
    const nests = around.label === 'Cluster' ? ['Cluster'] : ['Park', 'Region']
    const inner = this.matching({ types: [type] })
    const labelOf = new Map(this.things.map((thing) => [idOf(thing), thing.label]))
    const places = new Set([idOf(around)])
    for (const place of places)
      for (const { start, end } of inner)
        if (end === place && nests.includes(labelOf.get(start) ?? '')) places.add(start)
    return this.things
      .filter((thing) => thing.label === label)
      .filter((thing) => inner.some(({ start, end }) => start === idOf(thing) && places.has(end)))
      .map(({ name }) => name)
      .sort()
  }

  /** The facts that pass a filter, best evidenced first. */
  matching(where: Where): readonly Fact[] {
    const wanted = where.stages ?? progress.filter((stage) => stage !== 'ENDED')
    return this.facts.filter((fact) => {
      const stage = stageOn(fact.rows, where.asOf)
      return (
        stage !== undefined &&
        wanted.includes(stage) &&
        (where.types === undefined || where.types.includes(fact.type)) &&
        confidenceOf(fact) >= (where.minConfidence ?? 0) &&
        sourcesOf(fact) >= (where.minSources ?? 0) &&
        (where.product === undefined || this.names(fact, where.product))
      )
    })
  }

  /** Whether the product supplied, made or used has the text in its name. */
  private names(fact: Fact, text: string): boolean {
    const products = this.things.filter(
      (thing) =>
        thing.label === 'Product' &&
        (idOf(thing) === fact.end || (fact.type === 'INPUT_OF' && idOf(thing) === fact.start)),
    )
    return [fact.product, ...products.flatMap(({ name, alias }) => [name, alias])].some((name) =>
      name.toLowerCase().includes(text.toLowerCase()),
    )
  }

  /** Each link of a chain in one direction: at which distance, and whom it reaches. */
  private steps(of: string, direction: string, depth: number, where: Where) {
    const facts = this.matching(where).filter(({ type }) =>
      ['SUPPLIES', 'PRODUCES', 'INPUT_OF'].includes(type),
    )
    const seen = new Set([of])
    let frontier = [of]
    const steps: { fact: Fact; at: number; reached: string; direction: string }[] = []
    for (let at = 1; at <= depth; at++) {
      const reachedNow = new Set<string>()
      for (const from of frontier) {
        const product = this.things.find((thing) => thing.label === 'Product' && idOf(thing) === from)
        for (const fact of facts) {
          const [near, far] = direction === 'UPSTREAM' ? [fact.end, fact.start] : [fact.start, fact.end]
          const isNamed =
            product !== undefined &&
            fact.type === 'SUPPLIES' &&
            [product.name, product.alias].includes(fact.product)
          const isFollowed = near === from && (fact.type === 'SUPPLIES' || product !== undefined)
          if (seen.has(far) || !(isFollowed || (isNamed && fact.end !== from))) continue
          steps.push({ fact, at, reached: far, direction })
          reachedNow.add(far)
        }
      }
      for (const id of reachedNow) seen.add(id)
      frontier = [...reachedNow]
    }
    return steps
  }
}
