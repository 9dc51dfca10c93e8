/** The shape of the answer to a question. */
import type { Evidence, Mention, Metric, Relationship } from '../answers.ts'

export type AnswerKind = 'STATED' | 'LEADS' | 'NOT_STATED' | 'AMBIGUOUS' | 'OUT_OF_SCOPE'

/** A name in the question and one entity it may mean; half-open UTF-16 offsets into the question. */
export interface LinkedEntity {
  text: string
  start: number
  end: number
  entity: Mention
}

export interface Interpretation {
  intent: string
  entities: readonly LinkedEntity[]
  /** Each a text: 产品：动力电池. */
  filters: readonly string[]
}

/** Something only inferred. */
export interface Lead {
  entity: Mention
  reason: string
  /** 0..1 */
  score: number
  via: readonly Mention[]
  evidence: readonly Evidence[]
}

export interface Searched {
  documents: number
  from: string | null
  to: string | null
  note: string
}

export interface Answer {
  kind: AnswerKind
  text: string
  interpretation: Interpretation | null
  entities: readonly Mention[]
  relationships: readonly Relationship[]
  metrics: readonly (Metric & { entity: Mention })[]
  value: number | null
  leads: readonly Lead[]
  suggestions: readonly string[]
  searched: Searched
  operation: string | null
}
