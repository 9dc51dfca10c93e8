import {
  type ChainDirection,
  type Label,
  LABELS,
  type RelationshipType,
  type Stage,
  STAGES,
  TYPES,
} from './answers.ts'

/** What the legend can hide. The three enumerations of the contract share no word, so one list holds them all. */
export type Hideable = Label | RelationshipType | Stage
export type Language = 'zh' | 'en'
/** CHAIN: tiers of suppliers and customers. NEIGHBORS: everything one step away. */
export type Mode = 'CHAIN' | 'NEIGHBORS'
export const SORT_KEYS = ['name', 'product', 'stage', 'since', 'sources', 'confidence'] as const
export type SortKey = (typeof SORT_KEYS)[number]
export interface Sort {
  key: SortKey
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
  /** Entities whose neighbours were added, in the order they were added. */
  expanded: readonly string[]
  hidden: readonly Hideable[]
  /** The id of the entity or relationship whose card or evidence is open. */
  selected: string | null
  sort: Sort | null
  language: Language
}

export const MAX_DEPTH = 3
/** `neighbors` takes at most 50 ids; more than 20 expansions no longer fit on a screen. */
export const MAX_EXPANDED = 20

/** Ended relationships are history: hidden until asked for, as the API leaves them out by default. */
const DEFAULT_HIDDEN: readonly Hideable[] = ['ENDED']
const HIDEABLE: readonly Hideable[] = [...LABELS, ...TYPES, ...STAGES]
const DIRECTIONS: readonly ChainDirection[] = ['UPSTREAM', 'DOWNSTREAM', 'BOTH']
const MODES: readonly Mode[] = ['CHAIN', 'NEIGHBORS']

export const HOME: View = {
  entity: null,
  mode: null,
  direction: 'BOTH',
  depth: 2,
  expanded: [],
  hidden: DEFAULT_HIDDEN,
  selected: null,
  sort: null,
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
  const key = oneOf(SORT_KEYS, descending ? text.slice(1) : text)
  return key === null ? null : { key, descending }
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
    expanded: listOf(parameters.get('expanded')).map(idOf).filter(isPresent).slice(0, MAX_EXPANDED),
    hidden:
      hide === null
        ? DEFAULT_HIDDEN
        : listOf(hide)
            .map((word) => oneOf(HIDEABLE, word))
            .filter(isPresent),
    selected: idOf(parameters.get('selected')),
    sort: sortOf(parameters.get('sort')),
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
  if (view.expanded.length > 0) parameters.set('expanded', view.expanded.join(','))
  const hidden = [...view.hidden].sort().join(',').toLowerCase()
  if (hidden !== [...DEFAULT_HIDDEN].sort().join(',').toLowerCase()) parameters.set('hide', hidden)
  if (view.selected !== null) parameters.set('selected', view.selected)
  if (view.sort !== null) parameters.set('sort', (view.sort.descending ? '-' : '') + view.sort.key)
  if (view.language !== HOME.language) parameters.set('lang', view.language)
  const text = parameters.toString()
  return text === '' ? '' : `?${text}`
}

/** Back to the start; the language stays. */
export function goHome(view: View): View {
  return { ...HOME, language: view.language }
}

/** Puts an entity in the middle. Filters, direction and depth stay: they say how the reader likes to look. */
export function openEntity(view: View, entity: string): View {
  return { ...view, entity, mode: null, expanded: [], selected: null }
}

/** Adds the neighbours of an entity to the picture; a second time changes nothing. */
export function expandNeighbors(view: View, id: string): View {
  if (view.expanded.includes(id) || view.expanded.length >= MAX_EXPANDED) return view
  return { ...view, expanded: [...view.expanded, id] }
}

/** Takes the neighbours of an entity away again. */
export function collapseNeighbors(view: View, id: string): View {
  return { ...view, expanded: view.expanded.filter((other) => other !== id) }
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

/** Shows every label, type and stage, the ended ones included. */
export function showEverything(view: View): View {
  return { ...view, hidden: [] }
}

/** A first click sorts upwards, a second downwards, a third gives back the order of the evidence. */
export function sortBy(view: View, key: SortKey): View {
  if (view.sort?.key !== key) return { ...view, sort: { key, descending: false } }
  return { ...view, sort: view.sort.descending ? null : { key, descending: true } }
}
