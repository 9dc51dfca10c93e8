/** Answers: what the reads found, said in one or two sentences, with the facts behind it. */
import type { Entity } from '../names/catalog.ts'
import type { Evidence } from '../read/evidence.ts'
import type { Metric } from '../read/metrics.ts'
import type { Relationship } from '../read/relationship.ts'

export type AnswerKind = 'STATED' | 'LEADS' | 'NOT_STATED' | 'AMBIGUOUS' | 'OUT_OF_SCOPE'

/** Something only inferred, with its reason (Chinese) and what it rests on. */
export interface Lead {
  readonly entity: Entity
  readonly reason: string
  /** 0..1, best first. */
  readonly score: number
  readonly via: readonly Entity[]
  readonly evidence: readonly Evidence[]
}

/** How a name of the question was read: half-open UTF-16 offsets into the question as typed. */
export interface LinkedEntity {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly entity: Entity
}

export interface Reading {
  readonly intent: string
  readonly entities: readonly LinkedEntity[]
  readonly filters: readonly string[]
}

export interface Coverage {
  readonly documents: number
  readonly from: string | null
  readonly to: string | null
  readonly note: string
}

export interface Answer {
  readonly kind: AnswerKind
  readonly text: string
  readonly interpretation: Reading | null
  readonly entities: readonly Entity[]
  readonly relationships: readonly Relationship[]
  readonly metrics: readonly Metric[]
  readonly value: number | null
  readonly leads: readonly Lead[]
  readonly suggestions: readonly string[]
  readonly searched: Coverage
  readonly operation: string | null
}

/** What a plan's answer adds to the parts that every answer has. */
export type Result = Pick<Answer, 'kind' | 'text'> &
  Partial<Pick<Answer, 'entities' | 'relationships' | 'metrics' | 'value' | 'leads'>>
