import {
  type ChainDirection,
  type Label,
  LABELS,
  type RelationshipType,
  type Stage,
  STAGES,
  TYPES,
} from './answers.ts'
import { type Filters, formatFilters, keepForNext, NO_FILTERS, parseFilters } from './filters.ts'
import { type Change, CHANGES } from './time.ts'
import { formatWork, NO_WORK, parseWork, type Work } from './work.ts'

/** What the legend can hide. The enumerations share no word, so one list holds them all. */
export type Hideable = Label | RelationshipType | Stage | Change | typeof PENDING
/** What only words read by a less certain rule state, and nobody has confirmed. */
export const PENDING = 'PENDING'
export type Language = 'zh' | 'en'
/** CHAIN: tiers of suppliers and customers. NEIGHBORS: everything one step away. */
export type Mode = 'CHAIN' | 'NEIGHBORS'
/** Columns of the table, in their order; the name is always there. */
export const COLUMNS = [
  'name',
  'product',
  'type',
  'stage',
  'since',
  'until',
  'figure',
  'note',
  'place',
  'park',
  'sources',
  'confidence',
] as const
export type Column = (typeof COLUMNS)[number]
export const DEFAULT_COLUMNS: readonly Column[] = [
  'name',
  'product',
  'stage',
  'since',
  'sources',
  'confidence',
]
export interface Sort {
  key: Column
  descending: boolean
}

/** Everything that decides what is on screen; the address bar holds it whole. */
export interface View {
  /** The entity looked at; null is the home page. */
  entity: string | null
  /** null leaves the choice to the page: tiers where there are any, else the neighbourhood. */
  mode: Mode | null
  direction: ChainDirection
  depth: number
  hidden: readonly Hideable[]
  filters: Filters
  work: Work
  /** The id of the entity or relationship whose card or evidence is open. */
  selected: string | null
  sort: Sort | null
  columns: readonly Column[]
  /** What the rows of the table must hold; empty lets all pass. */
  find: string
  language: Language
}

/** As in the contract. */
export const MAX_DEPTH = 6
/** Tiers beyond the second are shown together, as many as there can be. */
export const DEPTHS: readonly number[] = [1, 2, MAX_DEPTH]
export const LONGEST_FIND = 60

/** Ended relationships are history: hidden until asked for, as the API leaves them out by default. */
const DEFAULT_HIDDEN: readonly Hideable[] = ['ENDED']
const HIDEABLE: readonly Hideable[] = [...LABELS, ...TYPES, ...STAGES, ...CHANGES, PENDING]
const DIRECTIONS: readonly ChainDirection[] = ['UPSTREAM', 'DOWNSTREAM', 'BOTH']
const MODES: readonly Mode[] = ['CHAIN', 'NEIGHBORS']

export const HOME: View = {
  entity: null,
  mode: null,
  direction: 'BOTH',
  depth: 2,
  hidden: DEFAULT_HIDDEN,
  filters: NO_FILTERS,
  work: NO_WORK,
  selected: null,
  sort: null,
  columns: DEFAULT_COLUMNS,
  find: '',
  language: 'zh',
}

function oneOf<Item extends string>(choices: readonly Item[], text: string | null): Item | null {
  return choices.find((choice) => choice.toLowerCase() === text?.toLowerCase()) ?? null
}

function listOf(text: string | null): string[] {
  return (text ?? '').split(',').filter((part) => part !== '')
}

/** Ids are opaque; anything that cannot be one is dropped rather than sent. */
function idOf(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' || text.length > 200 ? null : text
}

function sortOf(text: string | null): Sort | null {
  if (text === null) return null
  const descending = text.startsWith('-')
  const key = oneOf(COLUMNS, descending ? text.slice(1) : text)
  return key === null ? null : { key, descending }
}

function columnsOf(text: string | null): readonly Column[] {
  if (text === null) return DEFAULT_COLUMNS
  const asked = listOf(text)
  return COLUMNS.filter((column) => column === 'name' || asked.includes(column))
}

function isPresent<Item>(item: Item | null): item is Item {
  return item !== null
}

/** Reads a view from the query part of an address; what is missing or makes no sense takes its default. */
export function parseView(search: string): View {
  const parameters = new URLSearchParams(search)
  const depth = Number(parameters.get('depth') ?? HOME.depth)
  const hide = parameters.get('hide')
  return {
    entity: idOf(parameters.get('entity')),
    mode: oneOf(MODES, parameters.get('view')),
    direction: oneOf(DIRECTIONS, parameters.get('direction')) ?? HOME.direction,
    depth: Number.isInteger(depth) && depth >= 1 && depth <= MAX_DEPTH ? depth : HOME.depth,
    hidden:
      hide === null
        ? DEFAULT_HIDDEN
        : listOf(hide)
            .map((word) => oneOf(HIDEABLE, word))
            .filter(isPresent),
    filters: parseFilters(parameters),
    work: parseWork(parameters),
    selected: idOf(parameters.get('selected')),
    sort: sortOf(parameters.get('sort')),
    columns: columnsOf(parameters.get('columns')),
    find: (parameters.get('find') ?? '').slice(0, LONGEST_FIND),
    language: parameters.get('lang') === 'en' ? 'en' : 'zh',
  }
}

/** The query part of the address of a view: only what differs from the defaults, so that links stay short. */
export function formatView(view: View): string {
  const parameters = new URLSearchParams()
  if (view.entity !== null) parameters.set('entity', view.entity)
  if (view.mode !== null) parameters.set('view', view.mode.toLowerCase())
  if (view.direction !== HOME.direction) parameters.set('direction', view.direction.toLowerCase())
  if (view.depth !== HOME.depth) parameters.set('depth', String(view.depth))
  const hidden = [...view.hidden].sort().join(',').toLowerCase()
  if (hidden !== [...DEFAULT_HIDDEN].sort().join(',').toLowerCase()) parameters.set('hide', hidden)
  formatFilters(view.filters, parameters)
  formatWork(view.work, parameters)
  if (view.selected !== null) parameters.set('selected', view.selected)
  if (view.sort !== null) parameters.set('sort', (view.sort.descending ? '-' : '') + view.sort.key)
  const columns = view.columns.join(',')
  if (columns !== DEFAULT_COLUMNS.join(',')) parameters.set('columns', columns)
  if (view.find !== '') parameters.set('find', view.find)
  if (view.language !== HOME.language) parameters.set('lang', view.language)
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** The next view, made of the parts of the one before wherever they are equal. */
export function keepEqualParts(before: View, next: View): View {
  const { filters, work } = before
  return {
    ...next,
    hidden: isEqual(before.hidden, next.hidden) ? before.hidden : next.hidden,
    columns: isEqual(before.columns, next.columns) ? before.columns : next.columns,
    filters: isEqual(filters, next.filters) ? filters : next.filters,
    work: {
      expanded: isEqual(work.expanded, next.work.expanded) ? work.expanded : next.work.expanded,
      removed: isEqual(work.removed, next.work.removed) ? work.removed : next.work.removed,
      pinned: isEqual(work.pinned, next.work.pinned) ? work.pinned : next.work.pinned,
      marked: isEqual(work.marked, next.work.marked) ? work.marked : next.work.marked,
      opened: isEqual(work.opened, next.work.opened) ? work.opened : next.work.opened,
      common: isEqual(work.common, next.work.common) ? work.common : next.work.common,
      path: isEqual(work.path, next.work.path) ? work.path : next.work.path,
    },
  }
}

/** Whether two views show the same, whatever card is open and in whichever language. */
export function isSamePicture(a: View, b: View): boolean {
  const bare = (view: View): string => formatView({ ...view, selected: null, language: HOME.language })
  return bare(a) === bare(b)
}

/** Back to the start; the language stays. */
export function goHome(view: View): View {
  return { ...HOME, language: view.language }
}

/** Puts an entity in the middle. Direction, depth and the legend stay: they say how the reader likes to look. */
export function openEntity(view: View, entity: string): View {
  const filters = keepForNext(view.filters)
  return { ...view, entity, mode: null, filters, work: NO_WORK, selected: null, find: '' }
}

/** Narrows the picture, or widens it again. */
export function filterBy(view: View, filters: Partial<Filters>): View {
  return { ...view, filters: { ...view.filters, ...filters } }
}

/** Opens the card of an entity or the evidence of a relationship; null closes it. */
export function select(view: View, selected: string | null): View {
  return { ...view, selected }
}

/** Hides a label, type or stage, or shows it again. */
export function toggleHidden(view: View, word: Hideable): View {
  const hidden = view.hidden.includes(word)
    ? view.hidden.filter((other) => other !== word)
    : [...view.hidden, word]
  return { ...view, hidden }
}

/** Shows every label, type and stage, the ended ones included, whatever it is about and whenever it held. */
export function showEverything(view: View): View {
  return { ...view, hidden: [], filters: NO_FILTERS, work: { ...view.work, removed: [] } }
}

/** A first click sorts upwards, a second downwards, a third gives back the order of the evidence. */
export function sortBy(view: View, key: Column): View {
  if (view.sort?.key !== key) return { ...view, sort: { key, descending: false } }
  return { ...view, sort: view.sort.descending ? null : { key, descending: true } }
}

/** Shows a column of the table, or puts it away; the name stays. */
export function toggleColumn(view: View, column: Column): View {
  if (column === 'name') return view
  const shown = view.columns.includes(column)
  const columns = COLUMNS.filter((one) => (one === column ? !shown : view.columns.includes(one)))
  // A table sorted by what cannot be seen would look like one in no order.
  return { ...view, columns, sort: shown && view.sort?.key === column ? null : view.sort }
}
