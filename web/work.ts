/** What a reader has done to the picture by hand. Every change is a new value; the address holds it whole. */
import { type Direction, DIRECTIONS, type RelationshipType, TYPES } from './answers.ts'

/** Relationships of an entity that were added to the picture: of one type and direction, or all of them. */
export interface Expansion {
  id: string
  type: RelationshipType | null
  direction: Direction
}

/** Where a node was put; it stays there when all else is arranged again. */
export interface Pin {
  id: string
  x: number
  y: number
}

export interface PathRequest {
  from: string
  to: string
  maxLength: number
}

export interface Work {
  /** In the order they were added. */
  expanded: readonly Expansion[]
  /** Ids of entities taken out of the picture. */
  removed: readonly string[]
  pinned: readonly Pin[]
  /** Ids of the entities selected together. */
  marked: readonly string[]
  /** Keys of the groups around hubs that were opened. */
  opened: readonly string[]
  /** Ids of the entities whose common neighbours were added. */
  common: readonly string[]
  path: PathRequest | null
}

export const NO_WORK: Work = {
  expanded: [],
  removed: [],
  pinned: [],
  marked: [],
  opened: [],
  common: [],
  path: null,
}

/** More than 20 expansions no longer fit on a screen. */
export const MAX_EXPANDED = 20
/** `neighbors` takes at most 50 ids. */
export const MAX_COMMON = 50
/** As many ids of a kind as an address may hold. */
const MOST = 200
/** As in the contract. */
export const MAX_PATH = 6
export const DEFAULT_PATH = 4
const FARTHEST = 1e6

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((part) => part !== '' && part.length <= 250)
}

function isPresent<Item>(item: Item | null): item is Item {
  return item !== null
}

// Ids are opaque: what belongs to one is split off from the end.
function expansionOf(text: string): Expansion | null {
  const parts = text.split('.')
  const direction = DIRECTIONS.find((one) => one.toLowerCase() === parts.at(-1))
  const type = TYPES.find((one) => one.toLowerCase() === parts.at(-2))
  if (parts.length < 3 || direction === undefined || type === undefined)
    return text === '' ? null : { id: text, type: null, direction: 'BOTH' }
  return { id: parts.slice(0, -2).join('.'), type, direction }
}

/** An expansion as a word: its id, type and direction. */
export function expansionKey({ id, type, direction }: Expansion): string {
  return type === null ? id : `${id}.${type.toLowerCase()}.${direction.toLowerCase()}`
}

function pinOf(text: string): Pin | null {
  const parts = text.split('.')
  const [x, y] = parts.slice(-2).map(Number)
  const id = parts.slice(0, -2).join('.')
  if (id === '' || x === undefined || y === undefined) return null
  return Math.abs(x) < FARTHEST && Math.abs(y) < FARTHEST ? { id, x, y } : null
}

function pathOf(text: string | null): PathRequest | null {
  const [from = '', to = '', length = ''] = (text ?? '').split(',')
  const maxLength = Number(length)
  if (from === '' || to === '' || from === to) return null
  return Number.isInteger(maxLength) && maxLength >= 1 && maxLength <= MAX_PATH
    ? { from, to, maxLength }
    : { from, to, maxLength: DEFAULT_PATH }
}

/** Reads from an address what was done by hand; what makes no sense is left out. */
export function parseWork(parameters: URLSearchParams): Work {
  const ids = (name: string): string[] => listOf(parameters.get(name)).slice(0, MOST)
  return {
    expanded: ids('expanded').map(expansionOf).filter(isPresent).slice(0, MAX_EXPANDED),
    removed: ids('without'),
    pinned: ids('pinned').map(pinOf).filter(isPresent),
    marked: ids('marked'),
    opened: ids('open'),
    common: ids('common').slice(0, MAX_COMMON),
    path: pathOf(parameters.get('path')),
  }
}

/** Writes it into an address. */
export function formatWork(work: Work, parameters: URLSearchParams): void {
  const set = (name: string, words: readonly string[]): void => {
    if (words.length > 0) parameters.set(name, words.join(','))
  }
  set('expanded', work.expanded.map(expansionKey))
  set('without', work.removed)
  set(
    'pinned',
    work.pinned.map(({ id, x, y }) => `${id}.${String(Math.round(x))}.${String(Math.round(y))}`),
  )
  set('marked', work.marked)
  set('open', work.opened)
  set('common', work.common)
  if (work.path !== null) set('path', [work.path.from, work.path.to, String(work.path.maxLength)])
}

/** Adds relationships of an entity to the picture; a second time changes nothing. */
export function expand(work: Work, expansion: Expansion): Work {
  const key = expansionKey(expansion)
  if (work.expanded.length >= MAX_EXPANDED || work.expanded.some((other) => expansionKey(other) === key))
    return work
  return { ...work, expanded: [...work.expanded, expansion] }
}

/** Takes away all that was added around an entity. */
export function collapse(work: Work, id: string): Work {
  return { ...work, expanded: work.expanded.filter((expansion) => expansion.id !== id) }
}

/** Takes entities out of the picture, and out of what was selected together. */
export function remove(work: Work, ids: readonly string[]): Work {
  const gone = new Set([...work.removed, ...ids])
  return { ...work, removed: [...gone], marked: work.marked.filter((id) => !gone.has(id)) }
}

/** Puts back everything that was taken out. */
export function restore(work: Work): Work {
  return { ...work, removed: [] }
}

/** Holds a node at a place. */
export function pin(work: Work, { id, x, y }: Pin): Work {
  const place = { id, x: Math.round(x), y: Math.round(y) }
  return { ...work, pinned: [...work.pinned.filter((other) => other.id !== id), place] }
}

/** Lets nodes go again. */
export function unpin(work: Work, ids: readonly string[]): Work {
  return { ...work, pinned: work.pinned.filter(({ id }) => !ids.includes(id)) }
}

/** Adds entities to those selected together; one that is already among them alone is taken out. */
export function mark(work: Work, ids: readonly string[]): Work {
  const only = ids.length === 1 ? ids[0] : undefined
  if (only !== undefined && work.marked.includes(only))
    return { ...work, marked: work.marked.filter((id) => id !== only) }
  return { ...work, marked: [...new Set([...work.marked, ...ids])].slice(0, MOST) }
}

/** Opens a group around a hub. */
export function openGroup(work: Work, key: string): Work {
  return work.opened.includes(key) ? work : { ...work, opened: [...work.opened, key] }
}
