/** How well relationships are found: type, start and end, whatever the names the document uses for the ends. */
import type { StatedRelationship } from '../extract/fact.ts'
import type { Mention } from '../extract/mention.ts'
import { model, types, type RelationshipType } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import type { GoldRelation } from './gold.ts'
import type { LocatedDocument, LocatedEntity } from './locate.ts'
import { tallyOf, type Tally } from './tally.ts'

export interface RelationScore {
  readonly byType: ReadonlyMap<RelationshipType, Tally>
  /** SUPPLIES where the product must be right too. */
  readonly withProduct: Tally
  /** Right relationships, and those of them whose stage is right too. */
  readonly stages: { readonly right: number; readonly of: number }
  /** Every found relationship, once, with whether it is stated. */
  readonly judged: readonly { readonly relationship: StatedRelationship; readonly right: boolean }[]
  readonly missed: readonly GoldRelation[]
}

/** Names the entity of the document that a found mention stands for; its own spelling where it stands for none. */
const entityName = (entities: readonly LocatedEntity[], mention: Mention): string => {
  const keys = [nameKey(mention.text), nameKey(mention.name)]
  const named = entities.filter((entity) => keys.some((key) => entity.keys.has(key)))
  const same = named.find(({ label }) => label === mention.label) ?? named[0]
  return same ? same.name : `? ${nameKey(mention.name)}`
}

const separator = '\u0001'

const identity = (type: RelationshipType, start: string, end: string): string =>
  [type, ...(model.types[type].symmetric ? [start, end].sort() : [start, end])].join(separator)

/** The identity of a found relationship in the names the annotations use. */
const foundIdentity = (
  entities: readonly LocatedEntity[],
  { type, start, end }: StatedRelationship,
): string => identity(type, entityName(entities, start), entityName(entities, end))

const withType = (keys: Iterable<string>, type: RelationshipType): Set<string> =>
  new Set([...keys].filter((key) => key.startsWith(type + separator)))

/** The evidence with the highest confidence for each relationship. */
const best = (entities: readonly LocatedEntity[], found: readonly StatedRelationship[]) => {
  const byIdentity = new Map<string, StatedRelationship>()
  for (const relationship of found) {
    const key = foundIdentity(entities, relationship)
    const other = byIdentity.get(key)
    if (!other || relationship.confidence > other.confidence) byIdentity.set(key, relationship)
  }
  return byIdentity
}

/** Compares the found relationships of a document with the annotated ones, each counted once. */
export const scoreRelations = (
  { entities, relations }: LocatedDocument,
  found: readonly StatedRelationship[],
): RelationScore => {
  const stated = new Map<string, GoldRelation[]>()
  for (const relation of relations) {
    const key = identity(relation.type, relation.start, relation.end)
    stated.set(key, [...(stated.get(key) ?? []), relation])
  }
  const judged = best(entities, found)
  const keys = { found: new Set(judged.keys()), stated: new Set(stated.keys()) }
  const right = [...judged].filter(([key]) => stated.has(key))
  const withProduct = (key: string, product: string): string => key + separator + nameKey(product)
  return {
    byType: new Map(
      types.map((type) => [type, tallyOf(withType(keys.found, type), withType(keys.stated, type))]),
    ),
    withProduct: tallyOf(
      new Set(
        found
          .filter(({ type }) => type === 'SUPPLIES')
          .map((relationship) => withProduct(foundIdentity(entities, relationship), relationship.product)),
      ),
      new Set(
        relations
          .filter(({ type }) => type === 'SUPPLIES')
          .map(({ type, start, end, product }) => withProduct(identity(type, start, end), product)),
      ),
    ),
    stages: {
      right: right.filter(([key, { stage }]) => stated.get(key)?.some((relation) => relation.stage === stage))
        .length,
      of: right.length,
    },
    judged: [...judged].map(([key, relationship]) => ({ relationship, right: stated.has(key) })),
    missed: [...stated].filter(([key]) => !judged.has(key)).flatMap(([, [first]]) => (first ? [first] : [])),
  }
}
