/** From the answers there are to what the page shows: one picture, dated, narrowed and without what is hidden. */
import type { Member, Part, Path } from './answers.ts'
import { atDate, leaveOut, narrowTo } from './narrow.ts'
import { type Counts, countPicture, mergeParts, type Picture } from './picture.ts'
import type { Filters } from './filters.ts'
import type { Hideable } from './state.ts'
import type { Work } from './work.ts'

export interface Answers {
  root: Member
  /** The chain or neighbourhood the page opens with. */
  first: Part
  /** What was added by hand. */
  added: readonly Part[]
  paths: readonly Path[]
}

/** What of a view decides what is left out. */
export interface Choice {
  filters: Filters
  hidden: readonly Hideable[]
  removed: readonly string[]
  path: Work['path']
}

export interface Composition {
  /** What was there before anything was added. */
  base: Picture
  /** Everything loaded, whenever it held. */
  picture: Picture
  /** Everything as of the day looked at. */
  dated: Picture
  visible: Picture
  /** Of what the filters leave, whether the legend hides it or not. */
  counts: Counts
}

/** Entities that are linked with each of these, and the relationships that link them. */
export function commonPart({ entities, relationships }: Part, ids: readonly string[]): Part {
  const linked = new Map<string, Set<string>>()
  const link = (id: string, other: string): void => {
    if (ids.includes(other)) linked.set(id, (linked.get(id) ?? new Set<string>()).add(other))
  }
  for (const { start, end } of relationships) {
    link(start.id, end.id)
    link(end.id, start.id)
  }
  const isCommon = (id: string): boolean => !ids.includes(id) && linked.get(id)?.size === ids.length
  return {
    entities: entities.filter(({ id }) => ids.includes(id) || isCommon(id)),
    relationships: relationships.filter(({ start, end }) => isCommon(start.id) || isCommon(end.id)),
  }
}

/** A neighbourhood, and in which of these places its entities lie: only relationships between what is drawn. */
export function withPlaces(around: Part, places: Part): Part {
  const known = new Set(around.entities.map(({ id }) => id))
  const entities = places.entities.filter(({ id, label }) => !known.has(id) && label === 'PARK')
  return {
    entities: [...around.entities, ...entities],
    relationships: [...around.relationships, ...places.relationships],
  }
}

/** Puts the answers together and leaves out what the view does. */
export function compose(
  { filters, hidden, removed, path }: Choice,
  { root, first, added, paths }: Answers,
): Composition {
  const alone: Part = { entities: [root], relationships: [] }
  const picture = mergeParts(root.id, [alone, first, ...added, ...paths])
  const dated = atDate(picture, filters)
  // A path need not touch what the page is about.
  const starts = [root.id, ...(path === null || paths.length === 0 ? [] : [path.from])]
  const whole = leaveOut(dated, { hidden: [], removed }, starts)
  const left = leaveOut(dated, { hidden, removed }, starts)
  return {
    base: mergeParts(root.id, [alone, first]),
    picture,
    dated,
    visible: narrowTo(left, filters, starts),
    counts: countPicture(narrowTo(whole, filters, starts)),
  }
}
