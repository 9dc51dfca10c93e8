/** What is written to a store, of whatever kind. */
import { hash } from 'node:crypto'
import type { Params, Value } from '../store/store.ts'

/** A node or relationship as it is written: its id and properties without empty ones; `hash` of the claims tells changes. */
export interface Written {
  readonly id: string
  readonly props: Params
}

/** Properties without those that say nothing: a store keeps no null. */
export const present = (props: Readonly<Record<string, Value | undefined>>): Record<string, Value> => {
  // A loop, as a load does this for every claim: lists of entries take several times as long.
  const said: Record<string, Value> = {}
  for (const key in props) {
    const value = props[key]
    if (value !== null && value !== undefined) said[key] = value
  }
  return said
}

/** A short digest of a value, to tell whether it changed: 32 hexadecimal digits of a SHA-256. */
export const digest = (value: unknown): string => hash('sha256', JSON.stringify(value)).slice(0, 32)
