/** Shortest paths: searched from both ends, then the relationships of those that are shown in one statement. */
import { statement } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type FilterParams, type RelationshipFilter } from './filter.ts'
import { searchPaths, type Search } from './pathSearch.ts'
import { relationshipIn, type Relationship } from './relationship.ts'

const relationshipsBetween = statement('read/relationshipsBetween', relationshipIn)

export interface Path {
  /** Ids, from one end to the other. */
  readonly entities: readonly string[]
  /** One fewer than the entities. */
  readonly relationships: readonly Relationship[]
}

export interface PathOptions extends Search {
  readonly where: RelationshipFilter
  readonly first: number
}

/** The entity sequences of length `length` through the links, in the order of their ids, at most `first`. */
const sequences = (options: {
  readonly links: ReadonlyMap<string, ReadonlySet<string>>
  readonly distance: ReadonlyMap<string, number>
  readonly from: string
  readonly length: number
  readonly first: number
}): string[][] => {
  const found: string[][] = []
  const extend = (path: readonly string[]): void => {
    const last = path[path.length - 1] ?? options.from
    const left = options.length - path.length + 1
    if (left === 0) {
      found.push([...path])
      return
    }
    const next = [...(options.links.get(last) ?? [])]
      .filter((id) => options.distance.get(id) === left - 1)
      .sort()
    for (const id of next) if (found.length < options.first) extend([...path, id])
  }
  extend([options.from])
  return found
}

/** How far every entity on a shortest path is from `to`, walking the known links backwards. */
const distancesTo = (
  to: string,
  links: ReadonlyMap<string, ReadonlySet<string>>,
  length: number,
): Map<string, number> => {
  const distance = new Map([[to, 0]])
  let frontier = [to]
  for (let depth = 1; depth <= length; depth++) {
    const next: string[] = []
    for (const id of frontier)
      for (const other of links.get(id) ?? [])
        if (!distance.has(other)) {
          distance.set(other, depth)
          next.push(other)
        }
    frontier = next
  }
  return distance
}

/** The simple paths of the shortest length there is between two different entities, at most `first`; none beyond maxLength. */
export const paths = async (store: Store, options: PathOptions): Promise<readonly Path[]> => {
  const params = filterParams(options.where)
  const search = await searchPaths(store, params, options)
  if (search === undefined) return []
  const { links, length } = search
  const distance = distancesTo(options.to, links, length)
  const found = sequences({ links, distance, from: options.from, length, first: options.first })
  return withRelationships(store, found, params)
}

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

const withRelationships = async (
  store: Store,
  found: readonly (readonly string[])[],
  params: FilterParams,
): Promise<readonly Path[]> => {
  const pairs = new Map<string, { left: string; right: string }>()
  for (const path of found)
    for (const [index, left] of path.entries()) {
      const right = path[index + 1]
      if (right !== undefined) pairs.set(pairKey(left, right), { left, right })
    }
  const best = new Map<string, Relationship>()
  for (const relationship of await store.read(relationshipsBetween, {
    ...params,
    pairs: [...pairs.values()],
  })) {
    const key = pairKey(relationship.start, relationship.end)
    if (!best.has(key)) best.set(key, relationship)
  }
  return found.map((path) => ({
    entities: path,
    relationships: path.flatMap((left, index) => best.get(pairKey(left, path[index + 1] ?? '')) ?? []),
  }))
}
