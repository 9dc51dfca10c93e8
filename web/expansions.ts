/** In which ways an entity can be expanded, and how many relationships each would add. */
import { type Direction, type RelationshipType, TYPES } from './answers.ts'
import { SYMMETRIC } from './sections.ts'

/** A type with the direction in which it is followed; written `SUPPLIES_IN`. */
export interface Way {
  type: RelationshipType
  direction: Direction
}

/** Every way there is: what has no direction has one way. */
export const WAYS: readonly Way[] = TYPES.flatMap((type): Way[] =>
  SYMMETRIC.includes(type)
    ? [{ type, direction: 'BOTH' }]
    : [
        { type, direction: 'IN' },
        { type, direction: 'OUT' },
      ],
)

/** As web/operations/Expansions.graphql names its fields. */
export type ExpansionsAnswer = { entity: Partial<Record<string, { totalCount: number } | string>> | null }

export interface Expandable extends Way {
  count: number
}

/** The ways that lead somewhere, with how many relationships each has. */
export function expandableOf({ entity }: ExpansionsAnswer): Expandable[] {
  return WAYS.flatMap((way) => {
    const found = entity?.[`${way.type}_${way.direction}`]
    const count = typeof found === 'object' ? found.totalCount : 0
    return count === 0 ? [] : [{ ...way, count }]
  })
}
