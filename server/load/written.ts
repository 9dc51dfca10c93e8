/** What is written to a store, of whatever kind. */
import { createHash } from 'node:crypto'
import type { Params, Value } from '../store/store.ts'

/** A node or relationship as it is written: its id and properties without empty ones; `hash` of the claims tells changes. */
export interface Written {
  readonly id: string
  readonly props: Params
}

/** Properties without those that say nothing: a store keeps no null. */
export const present = (props: Readonly<Record<string, Value | undefined>>): Params =>
  Object.fromEntries(
    Object.entries(props).flatMap(([key, value]) =>
      value === null || value === undefined ? [] : [[key, value]],
    ),
  )

/** A short digest of a value, to tell whether it changed: 32 hexadecimal digits of a SHA-256. */
export const digest = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32)
