/** What searches for leads read, gathered: however many companies are searched for at once, each step is one statement. */
import DataLoader from 'dataloader'
import { acceptedOnly } from '../accepted.ts'
import type { RelationshipType } from '../../model/model.ts'
import { evidenceOf, type Evidence } from '../../read/evidence.ts'
import { neighbors, type Direction } from '../../read/neighbors.ts'
import { byEvidence, type Relationship } from '../../read/relationship.ts'
import type { Store } from '../../store/store.ts'

/** The most relationships read around one group, and in one statement for several. */
export const mostRelationships = 2_000
const mostTogether = 50_000

export interface Reader {
  /** The relationships of a group of entities, best evidenced first. */
  readonly around: (
    ids: readonly string[],
    types: readonly RelationshipType[],
    direction: Direction,
  ) => Promise<readonly Relationship[]>
  /** The evidence of each fact. */
  readonly evidence: (ids: readonly string[]) => Promise<readonly (readonly Evidence[])[]>
}

/** Stands in every group, so that a search with nothing to read at a step waits for the others and stays in step. */
const everyGroup = ''

type OfOne = readonly Relationship[]

const readAround =
  (store: Store, types: readonly RelationshipType[], direction: Direction) =>
  async (ids: readonly string[]): Promise<readonly OfOne[]> => {
    const asked = [...new Set(ids.filter((id) => id !== everyGroup))]
    const groups = ids.filter((id) => id === everyGroup).length
    const found = new Map<string, Relationship[]>(asked.map((id) => [id, []]))
    if (asked.length > 0) {
      const first = Math.min(mostTogether, mostRelationships * groups)
      const { relationships } = await neighbors(store, {
        of: asked,
        direction,
        where: { ...acceptedOnly, types },
        first,
      })
      for (const fact of relationships) {
        if (direction !== 'IN') found.get(fact.start)?.push(fact)
        if (direction !== 'OUT') found.get(fact.end)?.push(fact)
      }
    }
    return ids.map((id) => found.get(id) ?? [])
  }

/** A reader for searches that run at once. */
export const sharedReader = (store: Store): Reader => {
  const steps = new Map<string, DataLoader<string, OfOne>>()
  const evidence = new DataLoader<string, readonly Evidence[]>((ids) => evidenceOf(store, ids))
  const stepOf = (types: readonly RelationshipType[], direction: Direction): DataLoader<string, OfOne> => {
    const key = [direction, ...types].join(' ')
    const step = steps.get(key) ?? new DataLoader(readAround(store, types, direction), { cache: false })
    steps.set(key, step)
    return step
  }
  return {
    around: async (ids, types, direction) => {
      const lists = await Promise.all([everyGroup, ...ids].map((id) => stepOf(types, direction).load(id)))
      const distinct = new Map(lists.flat().map((fact) => [fact.id, fact]))
      return [...distinct.values()].sort(byEvidence).slice(0, mostRelationships)
    },
    evidence: (ids) => Promise.all(ids.map((id) => evidence.load(id))),
  }
}
