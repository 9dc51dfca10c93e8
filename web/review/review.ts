/** The shapes of what waits for a person and of what people decided. */
import type { Label, Mention, Metric, Relationship, SourceDocument } from '../answers.ts'
import type { Span } from '../target.ts'

export const REVIEW_KINDS = ['NAME', 'SAME_AS', 'RELATIONSHIP', 'METRIC'] as const
export type ReviewKind = (typeof REVIEW_KINDS)[number]

/** What waits, at the words it is about. */
export interface Review {
  id: string
  kind: ReviewKind
  document: SourceDocument
  span: Span
  label: Label | null
  name: string | null
  candidates: readonly Mention[]
  relationship: Relationship | null
  metric: (Metric & { entity: Mention }) | null
}

export type DecisionKind =
  'ACCEPT_FACT' | 'REJECT_FACT' | 'ACCEPT_NAME' | 'REJECT_NAME' | 'SAME' | 'SPLIT' | 'RETYPE' | 'UNDO'

export interface DecidedName {
  label: Label
  name: string
}

export interface Decision {
  id: string
  /** ISO 8601 */
  at: string
  reviewer: string
  kind: DecisionKind
  fact: string | null
  of: DecidedName | null
  as: DecidedName | null
  document: string | null
  decision: string | null
}

/** A decision to take, as the API expects it. */
export type Action =
  | { acceptFact: string }
  | { rejectFact: string }
  | { acceptName: DecidedName }
  | { rejectName: DecidedName }
  | { same: { of: DecidedName; as: DecidedName } }
  | { split: { of: DecidedName; as: DecidedName; document: string } }
  | { retype: { of: DecidedName; label: Label } }
  | { undo: string }
