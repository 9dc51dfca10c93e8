/** What a person decides about what documents were read to say. Decisions are kept for ever and replayed by every load. */
import { z } from 'zod'
import { labels } from '../model/model.ts'

const name = z.strictObject({ label: z.enum(labels), name: z.string().trim().min(1).max(200) })
/** A name as documents use it: of what kind, and how it is spelled. */
export type DecidedName = z.infer<typeof name>

const fact = z.string().regex(/^[0-9a-f]{24}$/, 'an id of a fact')

const action = z.discriminatedUnion('kind', [
  /** The fact is right: no longer pending. */
  z.strictObject({ kind: z.literal('ACCEPT_FACT'), fact }),
  /** The fact is not what the documents say: their evidence of it goes; a table's stays. */
  z.strictObject({ kind: z.literal('REJECT_FACT'), fact }),
  /** The name is an entity of its kind: no longer pending. */
  z.strictObject({ kind: z.literal('ACCEPT_NAME'), of: name }),
  /** The name is no entity. */
  z.strictObject({ kind: z.literal('REJECT_NAME'), of: name }),
  /** The name means this entity, in one document or, without one, in all of them: merge and alias. */
  z.strictObject({ kind: z.literal('SAME'), of: name, as: name, document: z.string().optional() }),
  /** The name, in this document, is another entity than the one it was taken for: split. */
  z.strictObject({ kind: z.literal('SPLIT'), of: name, as: name, document: z.string() }),
  /** The name is of another kind. */
  z.strictObject({ kind: z.literal('RETYPE'), of: name, label: z.enum(labels) }),
  /** An earlier decision no longer holds. */
  z.strictObject({ kind: z.literal('UNDO'), decision: z.string() }),
])
export type Action = z.infer<typeof action>

/** Shape of one line of the log. */
export const decisionShape = z.strictObject({
  id: z.string().min(1),
  /** When, as an ISO 8601 time. */
  at: z.iso.datetime(),
  reviewer: z.string().trim().min(1).max(100),
  action,
})
export type Decision = z.infer<typeof decisionShape>
