/** What answers are made from: the reads, the language, the day; and what all of them count. */
import type { Entity } from '../names/catalog.ts'
import { documentsStating } from '../read/evidence.ts'
import type { Relationship } from '../read/relationship.ts'
import type { Language } from './describe.ts'
import type { Source } from './evaluate.ts'

/** What a plan is answered from and in which language. */
export interface Asked extends Source {
  readonly language: Language
  /** The day of the question, 2026-11-25. */
  readonly today: string
}

/** The entities with these ids, in their order. */
export const entitiesOf = (asked: Asked, ids: readonly string[]): readonly Entity[] =>
  ids.flatMap((id) => asked.catalog.get(id) ?? [])

/** How many documents state these facts, reprints folded. */
export const countSources = async (asked: Asked, facts: readonly Relationship[]): Promise<number> =>
  (
    await documentsStating(
      asked.store,
      facts.map(({ id }) => id),
    )
  ).length
