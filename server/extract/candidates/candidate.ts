/** What generators propose: a span that may name an entity, of which selection keeps the best that do not overlap. */
import type { Label } from '../../model/model.ts'
import type { KnownName } from '../gazetteer.ts'
import type { Span } from '../span.ts'
import { rateOf } from '../words.ts'

export interface Candidate extends Span {
  /** null for what names no entity and keeps others from its place: a person, an event, a title. */
  readonly label: Label | null
  readonly rule: string
  /** 0..1: how often the rule is right, as far as it is measured. */
  readonly rate: number
  /** What it is known to mean; empty where it is new or not yet looked up. */
  readonly known: readonly KnownName[]
  /** The fullest name where the document or the rule gives another than the text; '' for the text itself. */
  readonly name: string
}

/** A candidate of a rule, with the rule's rate and nothing known of it. */
export const propose = (rule: string, label: Label | null, { start, end }: Span): Candidate => ({
  start,
  end,
  label,
  rule,
  rate: rateOf(rule),
  known: [],
  name: '',
})
