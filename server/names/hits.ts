/** What a search has found so far: each entity once with its best match, and no more than can be shown. */
import type { Label } from '../model/model.ts'
import type { Entity } from './catalog.ts'

export type MatchReason = 'NAME' | 'ALIAS' | 'PART' | 'PINYIN' | 'TRADITIONAL' | 'SIMILAR'

/** An entity found by what was typed, the name that matched, and how well (0..1). */
export interface Hit {
  readonly entity: Entity
  readonly matched: string
  readonly reason: MatchReason
  readonly score: number
}

/** A name or alias of an entity, as the index holds it. */
export interface IndexedName {
  readonly entity: Entity
  /** The entity's place in the order of names. */
  readonly rank: number
  readonly text: string
  readonly key: string
  readonly isName: boolean
}

/** Which of two equally good names stands first: the kinds that are asked for most. */
const labelOrder: Readonly<Record<Label, number>> = {
  Company: 0,
  Park: 1,
  Cluster: 2,
  Product: 3,
  Project: 4,
  Institution: 5,
  Policy: 6,
  Region: 7,
}

/** The order of names that match equally well: by kind, the shorter first, then as a Chinese index lists them. */
export const byStanding = (left: IndexedName, right: IndexedName): number =>
  left.key.length - right.key.length ||
  labelOrder[left.entity.label] - labelOrder[right.entity.label] ||
  left.rank - right.rank

interface Found {
  readonly name: IndexedName
  readonly reason: MatchReason
  readonly score: number
}

const byScore = (left: Found, right: Found): number =>
  right.score - left.score || byStanding(left.name, right.name)

/** How many are kept before the worst are dropped. */
const roomFactor = 4

export class Hits {
  private readonly first: number
  private readonly labels: ReadonlySet<Label> | undefined
  private readonly best = new Map<string, Found>()
  /** The last of those that can still be shown. */
  private worst: Found | undefined

  /** Keeps the `first` best, of these labels only where some are given. */
  constructor(first: number, labels: readonly Label[] | undefined) {
    this.first = first
    this.labels = labels && new Set(labels)
  }

  add(name: IndexedName, reason: MatchReason, score: number): void {
    if (!this.wants(score) || (this.labels && !this.labels.has(name.entity.label))) return
    const found = { name, reason, score }
    if (this.worst && byScore(this.worst, found) <= 0) return
    const known = this.best.get(name.entity.id)
    if (known !== undefined && byScore(known, found) <= 0) return
    this.best.set(name.entity.id, found)
    if (this.best.size > this.first * roomFactor) this.dropWorst()
  }

  /** Whether a match with this score could still be shown. */
  wants(score: number): boolean {
    return this.worst === undefined || score >= this.worst.score
  }

  /** The best, in order. */
  list(): readonly Hit[] {
    return [...this.best.values()]
      .sort(byScore)
      .slice(0, this.first)
      .map(({ name, reason, score }) => ({ entity: name.entity, matched: name.text, reason, score }))
  }

  private dropWorst(): void {
    const sorted = [...this.best.entries()].sort(([, left], [, right]) => byScore(left, right))
    for (const [id] of sorted.slice(this.first)) this.best.delete(id)
    this.worst = sorted[this.first - 1]?.[1]
  }
}
