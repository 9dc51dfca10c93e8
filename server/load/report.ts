/** What a load did: for its caller, the change log and --dry-run. */
import type { EntityPlan, FactPlan } from './claims.ts'
import type { Change, Compared, FactChange } from './difference.ts'
import type { Graph } from './graph.ts'
import type { Rejection } from './reject.ts'

/** Entities and facts by what the load did with them; rejected are rows. */
export interface Counts {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  readonly removed: number
  readonly rejected: number
}

/** Texts by what happened to what they are of. */
type ByChange = Readonly<Record<'created' | 'changed' | 'removed', readonly string[]>>

export interface LoadReport {
  /** Ids. */
  readonly sources: readonly string[]
  readonly counts: Counts
  readonly rejected: readonly Rejection[]
  readonly version: string
  /** What is created, changed and removed, by name; for --dry-run and the change log. */
  readonly changes: ByChange
}

const kindOf = ({ plan, isNew }: Change<unknown>): keyof ByChange =>
  plan === undefined ? 'removed' : isNew ? 'created' : 'changed'

/** Collects what changes, part by part: entities first, then facts. */
export class Changes {
  private readonly told: Record<keyof ByChange, string[]> = { created: [], changed: [], removed: [] }
  private readonly changed: Record<keyof ByChange, string[]> = { created: [], changed: [], removed: [] }
  private same = 0

  constructor(private readonly graph: Graph) {}

  /** What changes, by name. */
  get texts(): ByChange {
    return this.told
  }

  /** What changes, by id. */
  get ids(): ByChange {
    return this.changed
  }

  get counts(): Omit<Counts, 'rejected'> {
    const { created, changed, removed } = this.changed
    return {
      created: created.length,
      changed: changed.length,
      unchanged: this.same,
      removed: removed.length,
    }
  }

  addEntities({ changes, unchanged }: Compared<Change<EntityPlan>>): void {
    this.same += unchanged
    for (const change of changes)
      this.add(change, change.plan ? `${change.plan.label} ${this.nameOf(change.id)}` : `entity ${change.id}`)
  }

  addFacts({ changes, unchanged }: Compared<FactChange>): void {
    this.same += unchanged
    for (const change of changes) this.add(change, change.plan ? this.said(change.plan) : `fact ${change.id}`)
  }

  private said({ type, start, end, props }: FactPlan): string {
    return type === 'HAS_METRIC'
      ? `${this.nameOf(start)}: ${JSON.stringify(props['name'] ?? '')}`
      : `${this.nameOf(start)} ${type} ${this.nameOf(end)}`
  }

  private add(change: Change<unknown>, text: string): void {
    const kind = kindOf(change)
    this.told[kind].push(text)
    this.changed[kind].push(change.id)
  }

  private nameOf(id: string): string {
    return this.graph.nameOf(id) ?? id
  }
}
