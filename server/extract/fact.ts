/** What sentences state of the entities they mention. */
import type { RelationshipType } from '../model/model.ts'
import type { Stage } from '../model/stage.ts'
import type { Mention } from './mention.ts'
import type { Span } from './span.ts'

/** What every stated fact carries. */
interface Stated {
  readonly stage: Stage
  /** The date the fact is stated for, as a partial date; null where the text gives none. */
  readonly since: string | null
  /** Amount, share or quantity, as stated. */
  readonly figure: string | null
  readonly note: string | null
  /** The words that state it: a span of the document's text, a sentence or a part of one. */
  readonly quote: Span
  /** The frame that read it, such as `supplies-as-tier-one`; its measured precision is the confidence. */
  readonly rule: string
  /** 0..1 */
  readonly confidence: number
}

export interface StatedRelationship extends Stated {
  readonly type: RelationshipType
  readonly start: Mention
  readonly end: Mention
  /** What is supplied (SUPPLIES only); '' where none is named. */
  readonly product: string
}

export interface StatedMetric extends Stated {
  readonly entity: Mention
  readonly name: string
  /** null for a growth without a level. */
  readonly value: number | null
  readonly unit: string | null
  /** As written: 2023, 前三季度, 1—11月. */
  readonly period: string | null
  /** Percent: 6.1, -3. */
  readonly change: number | null
  /** 约, 超, 近, 左右, 以上 as stated. */
  readonly qualifier: string | null
}
