/** A place in a text where an entity is named. */
import type { Label } from '../model/model.ts'
import type { Span } from './span.ts'

export interface Mention extends Span {
  readonly label: Label
  /** As it stands in the text, without quotation marks around it. */
  readonly text: string
  /** The fullest name this document or the known names give it: 铭纳阳 → 江苏铭纳阳智能装备有限公司. */
  readonly name: string
  /** Ids of the known entities it may mean: none where it is new, several where it is ambiguous. */
  readonly known: readonly string[]
  /** The generator that proposed it, such as `legal-suffix`; its measured precision is the confidence. */
  readonly rule: string
  /** 0..1 */
  readonly confidence: number
}
