/** A relationship as the store gives it, and the order that everything is listed in. */
import { isType, type RelationshipType } from '../model/model.ts'
import { isStage, type Stage } from '../model/stage.ts'
import { isIn, numberIn, textIn, textOrNull } from '../store/statement.ts'
import type { Row } from '../store/store.ts'

export interface Relationship {
  readonly id: string
  readonly type: RelationshipType
  /** Ids of the entities at its ends. */
  readonly start: string
  readonly end: string
  readonly product: string | null
  readonly stage: Stage
  readonly since: string | null
  readonly until: string | null
  readonly figure: string | null
  readonly note: string | null
  readonly confidence: number
  readonly sourceCount: number
  /** 待核: nothing but words read by less certain rules states it, and nobody has confirmed it. */
  readonly pending: boolean
}

/** The stage in a row; throws where it holds another word. */
export const stageIn = (row: Row, key: string): Stage => {
  const text = textIn(row, key)
  if (!isStage(text)) throw new TypeError(`a row's ${key} is ${JSON.stringify(text)}, not a stage`)
  return text
}

/** Reads the columns that every statement about relationships returns. */
export const relationshipIn = (row: Row): Relationship => {
  const type = textIn(row, 'type')
  if (!isType(type))
    throw new TypeError(`a row's type is ${JSON.stringify(type)}, which data/model.yaml does not declare`)
  return {
    id: textIn(row, 'id'),
    type,
    start: textIn(row, 'start'),
    end: textIn(row, 'end'),
    product: textOrNull(row, 'product') === '' ? null : textOrNull(row, 'product'),
    stage: stageIn(row, 'stage'),
    since: textOrNull(row, 'since'),
    until: textOrNull(row, 'until'),
    figure: textOrNull(row, 'figure'),
    note: textOrNull(row, 'note'),
    confidence: numberIn(row, 'confidence'),
    sourceCount: numberIn(row, 'sourceCount'),
    pending: isIn(row, 'pending'),
  }
}

/** What things are ordered by: most independent sources, then highest confidence, then id. */
export interface Ranked {
  readonly sourceCount: number
  readonly confidence: number
  readonly id: string
}

/** The order of meanings.md, Traversals; a comparator for sort. */
export const byEvidence = (left: Ranked, right: Ranked): number =>
  right.sourceCount - left.sourceCount ||
  right.confidence - left.confidence ||
  (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)

/** The entity at the other end of a relationship. */
export const otherEnd = (relationship: Relationship, id: string): string =>
  relationship.start === id ? relationship.end : relationship.start
