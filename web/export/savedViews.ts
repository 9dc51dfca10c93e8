/**
 * Views that were saved, and what has changed in them since. The link carries the data version and a short id; what the
 * view held then is kept in the browser that saved it.
 */
import { type Stage, STAGES } from '../answers.ts'
import type { Dated } from '../time.ts'

/** A relationship as it stood: its stage and what it said. */
export interface KeptFact {
  stage: Stage
  text: string
}

export interface SavedView {
  id: string
  name: string
  /** Of the data then. */
  version: string
  day: string
  /** The query part of its address. */
  search: string
  facts: Readonly<Record<string, KeptFact>>
}

/** What a link says of the moment it was made. */
export interface SavedLink {
  version: string
  id: string
}

const KEY = 'liantu-saved-views'
/** The oldest go when there are more; a browser keeps about five megabytes. */
export const MOST_SAVED = 30
const ID_LENGTH = 8

function isStage(value: unknown): value is Stage {
  return STAGES.some((stage) => stage === value)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isFact(value: unknown): value is KeptFact {
  return isRecord(value) && isStage(value['stage']) && typeof value['text'] === 'string'
}

function isSavedView(value: unknown): value is SavedView {
  return (
    isRecord(value) &&
    ['id', 'name', 'version', 'day', 'search'].every((key) => typeof value[key] === 'string') &&
    isRecord(value['facts']) &&
    Object.values(value['facts']).every(isFact)
  )
}

/** The views in a stored text, latest first; what is no view is left out. */
export function parseSaved(text: string | null): readonly SavedView[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(value) ? value.filter(isSavedView) : []
  } catch {
    return []
  }
}

/** The views this browser keeps, latest first. */
export function savedViews(): readonly SavedView[] {
  return parseSaved(localStorage.getItem(KEY))
}

/** Keeps a view; one with the same id is replaced. Throws where the browser keeps nothing. */
export function keepView(view: SavedView): void {
  const others = savedViews().filter(({ id }) => id !== view.id)
  localStorage.setItem(KEY, JSON.stringify([view, ...others].slice(0, MOST_SAVED)))
}

/** Forgets all views. */
export function clearViews(): void {
  localStorage.removeItem(KEY)
}

/** A new short id. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_LENGTH / 2))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The relationships of a picture as a saved view keeps them. */
export function factsOf(
  relationships: readonly Dated[],
  sentenceOf: (relationship: Dated) => string,
): Record<string, KeptFact> {
  return Object.fromEntries(
    relationships.map((relationship) => [
      relationship.id,
      { stage: relationship.stage, text: sentenceOf(relationship) },
    ]),
  )
}

/** The query part of an address with the data version and the id of a saved view. */
export function withLink(search: string, { version, id }: SavedLink): string {
  const parameters = new URLSearchParams(search)
  parameters.set('v', version)
  parameters.set('saved', id)
  return `?${parameters.toString()}`
}

/** What an address says of the moment it was saved; null where it does not. */
export function linkIn(search: string): SavedLink | null {
  const parameters = new URLSearchParams(search)
  const version = parameters.get('v') ?? ''
  return version === '' ? null : { version, id: parameters.get('saved') ?? '' }
}

export interface ChangesSince {
  added: readonly Dated[]
  /** What is no longer there said this. */
  withdrawn: readonly string[]
  changed: readonly { relationship: Dated; before: Stage }[]
}

/** What came, went and changed its stage since a view was saved. */
export function changesSince({ facts }: SavedView, relationships: readonly Dated[]): ChangesSince {
  const now = new Set(relationships.map(({ id }) => id))
  return {
    added: relationships.filter(({ id }) => facts[id] === undefined),
    withdrawn: Object.entries(facts).flatMap(([id, { text }]) => (now.has(id) ? [] : [text])),
    changed: relationships.flatMap((relationship) => {
      const before = facts[relationship.id]?.stage
      return before === undefined || before === relationship.stage ? [] : [{ relationship, before }]
    }),
  }
}
