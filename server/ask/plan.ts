/** What a question means: a typed plan over the reads of the API. Every part names the mentions it uses. */
import type { Label } from '../model/model.ts'
import type { Stage } from '../model/stage.ts'
import type { Entity } from '../names/catalog.ts'
import type { RelationName } from './relations.ts'

/** A name found in the question: half-open offsets into the normalised text. */
export interface Mention {
  readonly start: number
  readonly end: number
  /** All that the name may mean. */
  readonly entities: readonly Entity[]
}

/** What a relation is narrowed by; everything left out lets all pass but ended ones. */
export interface Limits {
  readonly product?: string
  readonly stages?: readonly Stage[]
  readonly asOf?: string
  readonly minConfidence?: number
  readonly minSources?: number
  /** Tiers away: 1 where left out. */
  readonly depth?: number
}

/** A set of entities, described. */
export type SetPlan =
  | {
      readonly kind: 'named'
      readonly mention: Mention
      /** Other words of the question that tell which entity is meant. */
      readonly also?: readonly Mention[]
    }
  | { readonly kind: 'product'; readonly text: string; readonly mention: Mention | null }
  | {
      readonly kind: 'all'
      readonly labels: readonly Label[]
      /** What the names must hold. */
      readonly part?: string
      /** How far they must have come, by what is stated of any of them; left out for a kind alone. */
      readonly stages?: readonly Stage[]
    }
  | {
      readonly kind: 'related'
      readonly relation: RelationName
      readonly of: SetPlan
      readonly limits: Limits
    }
  | { readonly kind: 'both'; readonly sets: readonly SetPlan[] }
  /** Names side by side: 或 says any of them, 同时 all of them, 和 alone does not say. */
  | { readonly kind: 'either'; readonly join: 'any' | 'all' | 'unsaid'; readonly sets: readonly SetPlan[] }
  | { readonly kind: 'without'; readonly set: SetPlan; readonly minus: SetPlan }

/** A period that figures are asked for. */
export interface Period {
  readonly year: string
  /** 01 to 12; empty for none. */
  readonly month: string
  /** The words of a part of the year (前三季度); empty for the whole. */
  readonly part: string
}

/** What is asked of the sets. */
export type Plan =
  | { readonly kind: 'list'; readonly set: SetPlan }
  | { readonly kind: 'count'; readonly set: SetPlan }
  | { readonly kind: 'exists'; readonly set: SetPlan }
  | { readonly kind: 'member'; readonly subject: SetPlan; readonly set: SetPlan }
  | {
      readonly kind: 'most'
      readonly among: SetPlan
      readonly by: RelationName
      readonly limits: Limits
      readonly first: number
    }
  | { readonly kind: 'profile'; readonly of: SetPlan }
  | { readonly kind: 'between'; readonly one: SetPlan; readonly other: SetPlan }
  /** What one supplies to the other. */
  | {
      readonly kind: 'supplied'
      readonly supplier: SetPlan
      readonly customer: SetPlan
      /** The kind of product asked for; left out for any. */
      readonly product?: string
    }
  | {
      readonly kind: 'metric'
      readonly of: SetPlan
      readonly name: string
      readonly period: Period | null
      readonly planned: boolean
      /** Whether it is asked by how much the figure changed. */
      readonly growth: boolean
    }
  | { readonly kind: 'mostMetric'; readonly among: SetPlan; readonly name: string }
  | {
      readonly kind: 'possible'
      readonly role: 'suppliers' | 'customers'
      readonly of: SetPlan
      readonly narrowed: readonly SetPlan[]
      readonly product: string | null
    }

/** The sets directly inside a plan. */
const setsIn = (plan: Plan): readonly SetPlan[] => {
  switch (plan.kind) {
    case 'list':
    case 'count':
    case 'exists':
      return [plan.set]
    case 'member':
      return [plan.subject, plan.set]
    case 'most':
    case 'mostMetric':
      return [plan.among]
    case 'profile':
    case 'metric':
      return [plan.of]
    case 'between':
      return [plan.one, plan.other]
    case 'supplied':
      return [plan.supplier, plan.customer]
    case 'possible':
      return [plan.of, ...plan.narrowed]
  }
}

const partsOf = (set: SetPlan): readonly SetPlan[] => {
  switch (set.kind) {
    case 'named':
    case 'product':
    case 'all':
      return []
    case 'related':
      return [set.of]
    case 'both':
    case 'either':
      return set.sets
    case 'without':
      return [set.set, set.minus]
  }
}

const everySet = (set: SetPlan): readonly SetPlan[] => [set, ...partsOf(set).flatMap(everySet)]

/** The names a plan uses, each place of the question once. */
export const mentionsOf = (plan: Plan): readonly Mention[] => {
  const found = new Map<number, Mention>()
  for (const set of setsIn(plan).flatMap(everySet))
    if ((set.kind === 'named' || set.kind === 'product') && set.mention !== null)
      for (const mention of [set.mention, ...(set.kind === 'named' ? (set.also ?? []) : [])])
        found.set(mention.start, mention)
  return [...found.values()].sort((left, right) => left.start - right.start)
}

/** All sets of a plan, the outermost first. */
export const allSets = (plan: Plan): readonly SetPlan[] => setsIn(plan).flatMap(everySet)
