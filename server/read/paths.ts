/**
 * Shortest paths, searched hop by hop from both ends: the smaller frontier takes the next step, until they meet.
 * One statement a step, one for the relationships of the paths found.
 */
import { statement, textIn } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type RelationshipFilter } from './filter.ts'
import { relationshipIn, type Relationship } from './relationship.ts'

const pathStep = statement('read/pathStep', (row) => ({ from: textIn(row, 'from'), to: textIn(row, 'to') }))
const relationshipsBetween = statement('read/relationshipsBetween', relationshipIn)

export interface Path {
  /** Ids, from one end to the other. */
  readonly entities: readonly string[]
  /** One fewer than the entities. */
  readonly relationships: readonly Relationship[]
}

export interface PathOptions {
  readonly from: string
  readonly to: string
  readonly maxLength: number
  readonly where: RelationshipFilter
  readonly first: number
}

/** One end of the search: how far each entity is from it, and which neighbours lead on from each. */
interface Side {
  readonly depth: Map<string, number>
  readonly links: Map<string, Set<string>>
  frontier: readonly string[]
  steps: number
}

const sideFrom = (id: string): Side => ({
  depth: new Map([[id, 0]]),
  links: new Map(),
  frontier: [id],
  steps: 0,
})

const join = (links: Map<string, Set<string>>, left: string, right: string): void => {
  const known = links.get(left)
  if (known) known.add(right)
  else links.set(left, new Set([right]))
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
  const [left, right] = [sideFrom(options.from), sideFrom(options.to)]
  const links = new Map<string, Set<string>>()
  let length = 0
  while (length === 0 && left.steps + right.steps < options.maxLength) {
    const side = left.frontier.length <= right.frontier.length ? left : right
    const other = side === left ? right : left
    if (side.frontier.length === 0) return []
    const seen = Object.fromEntries(side.depth)
    side.steps++
    const next = new Set<string>()
    for (const { from, to } of await store.read(pathStep, { ...params, ids: side.frontier, seen })) {
      join(links, from, to)
      join(links, to, from)
      next.add(to)
    }
    for (const id of next) side.depth.set(id, side.steps)
    side.frontier = [...next].sort()
    if (side.frontier.some((id) => other.depth.has(id))) length = left.steps + right.steps
  }
  if (length === 0) return []
  const distance = distancesTo(options.to, links, length)
  const found = sequences({ links, distance, from: options.from, length, first: options.first })
  return withRelationships(store, found, params)
}

const pairKey = (one: string, other: string): string => (one < other ? `${one} ${other}` : `${other} ${one}`)

const withRelationships = async (
  store: Store,
  found: readonly (readonly string[])[],
  params: ReturnType<typeof filterParams>,
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
