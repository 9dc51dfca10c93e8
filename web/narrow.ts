/** Everything that leaves parts of a picture out; what graph, table and counts show alike. */
import type { Member, Place } from './answers.ts'
import { type Filters, type Whereabout, WHEREABOUTS } from './filters.ts'
import { linksByEntity, otherEnd, type Picture } from './picture.ts'
import { type Hideable, PENDING } from './state.ts'
import { asOfDate, type Dated } from './time.ts'

/** The picture as of the day looked at, compared with an earlier one if there is one. Entities stay: they have no date. */
export function atDate(picture: Picture, { asOf, before }: Filters): Picture {
  if (asOf === null && before === null) return picture
  const relationships = picture.relationships
    .map((relationship) => asOfDate(relationship, asOf, before))
    .filter((relationship) => relationship !== null)
  return { ...picture, relationships }
}

/** Which entities can be reached from these, and from which one each was reached first. */
function reach(picture: Picture, starts: readonly string[]): Map<string, string | null> {
  const links = linksByEntity(picture.relationships)
  const reached = new Map<string, string | null>()
  for (const start of starts) if (picture.entities.has(start)) reached.set(start, null)
  for (const id of reached.keys()) {
    for (const relationship of links.get(id) ?? []) {
      const other = otherEnd(relationship, id).id
      if (!reached.has(other)) reached.set(other, id)
    }
  }
  return reached
}

/** The picture of these entities alone. */
export function keepEntities(picture: Picture, ids: ReadonlySet<string>): Picture {
  return {
    root: picture.root,
    entities: new Map([...picture.entities].filter(([id]) => ids.has(id))),
    relationships: picture.relationships.filter(({ start, end }) => ids.has(start.id) && ids.has(end.id)),
  }
}

/** What is left out by the legend and by hand. */
export interface Omissions {
  hidden: readonly Hideable[]
  removed: readonly string[]
}

function isHiddenBy(hides: ReadonlySet<Hideable>, relationship: Dated): boolean {
  const { type, stage, change, pending } = relationship
  if (pending && hides.has(PENDING)) return true
  if (hides.has(type) || (change !== null && hides.has(change))) return true
  // What ended between two days is what the comparison is for, even where ended relationships are hidden.
  return hides.has(stage) && change !== 'STOPPED'
}

/**
 * The picture without what is hidden, and without what hangs together with the starts only through what is hidden. The
 * starts themselves always stay.
 */
export function leaveOut(
  picture: Picture,
  { hidden, removed }: Omissions,
  starts: readonly string[] = [picture.root],
): Picture {
  const hides = new Set(hidden)
  const gone = new Set(removed)
  const shows = ({ id, label }: { id: string; label: Hideable }): boolean =>
    starts.includes(id) || (!hides.has(label) && !gone.has(id))
  const relationships = picture.relationships.filter(
    (relationship) =>
      !isHiddenBy(hides, relationship) && shows(relationship.start) && shows(relationship.end),
  )
  const kept = { ...picture, relationships }
  return keepEntities(kept, new Set(reach(kept, starts).keys()))
}

/** Where an entity lies or what it belongs to, nearest first; a place is also in itself. */
export function whereaboutsOf(member: Member, kind: Whereabout): Place[] {
  const { id, name, label } = member
  const self = label.toLowerCase() === kind ? [{ id, name }] : []
  if (kind === 'cluster') return [...self, ...(member.clusters ?? [])]
  if (kind === 'park') {
    const { park = null, parks = [] } = member
    return [...self, ...(park === null ? [] : [park]), ...parks]
  }
  const regions: Place[] = []
  for (let region = member.region ?? null; region !== null; region = region.region ?? null)
    regions.push(region)
  return [...self, ...regions]
}

/** Whether an entity lies in the places and belongs to the cluster that are asked for. */
export function isInside(member: Member, filters: Filters): boolean {
  return WHEREABOUTS.every((kind) => {
    const wanted = filters[kind]
    return wanted === null || whereaboutsOf(member, kind).some(({ id }) => id === wanted)
  })
}

/** The entities inside the places asked for, the starts, and whoever stands on the way between them. */
export function narrowTo(
  picture: Picture,
  filters: Filters,
  starts: readonly string[] = [picture.root],
): Picture {
  if (WHEREABOUTS.every((kind) => filters[kind] === null)) return picture
  const reached = reach(picture, starts)
  const kept = new Set(starts)
  for (const id of reached.keys()) {
    const member = picture.entities.get(id)
    if (member === undefined || !isInside(member, filters)) continue
    for (let step: string | null = id; step !== null && !kept.has(step); step = reached.get(step) ?? null)
      kept.add(step)
  }
  return keepEntities(picture, kept)
}

export interface Offer {
  place: Place
  /** Entities of the picture inside it. */
  count: number
}

/** The places or clusters that entities of the picture lie in or belong to, those with most first. */
export function whereaboutsIn({ entities }: Picture, kind: Whereabout): Offer[] {
  const offers = new Map<string, Offer>()
  for (const member of entities.values()) {
    const places = new Map(whereaboutsOf(member, kind).map((place) => [place.id, place]))
    for (const place of places.values())
      offers.set(place.id, { place, count: (offers.get(place.id)?.count ?? 0) + 1 })
  }
  return [...offers.values()].sort(
    (a, b) => b.count - a.count || a.place.name.localeCompare(b.place.name, 'zh'),
  )
}
