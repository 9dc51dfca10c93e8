/** The names that are known before a document is read. */
import type { Label } from '../model/model.ts'

/** One name of one known entity. */
export interface KnownName {
  readonly text: string
  /** Of the entity that has it. */
  readonly id: string
  readonly label: Label
  /** The entity's own name, where `text` is an alias. */
  readonly name: string
}
