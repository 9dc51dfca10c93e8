/** The companies around an entity, each once with every relationship that connects it. */
import type { RelationshipType } from '../model/model.ts'
import { statement, textIn } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { filterParams, type RelationshipFilter } from './filter.ts'
import { directionParams, type Direction } from './neighbors.ts'
import { byEvidence, relationshipIn, type Relationship } from './relationship.ts'

const relatedCompanies = statement('read/relatedCompanies', (row) => ({
  of: textIn(row, 'of'),
  company: textIn(row, 'company'),
  relationship: relationshipIn(row),
}))

export interface RelatedCompany {
  /** The company's id. */
  readonly id: string
  readonly relationships: readonly Relationship[]
}

/** An entity, and the places or clusters inside it that count as it. */
export interface Around {
  readonly of: string
  readonly anchors: readonly string[]
}

/** Companies are listed by the best relationship of each, ties by the company's id. */
const byBest = (left: RelatedCompany, right: RelatedCompany): number => {
  const [one, other] = [left.relationships[0], right.relationships[0]]
  if (one === undefined || other === undefined) return 0
  return byEvidence({ ...one, id: left.id }, { ...other, id: right.id })
}

/** The companies around each entity in order; one statement. */
export const companiesAround = async (
  store: Store,
  groups: readonly Around[],
  options: {
    readonly types: readonly RelationshipType[]
    readonly direction: Direction
    readonly where: RelationshipFilter
  },
): Promise<readonly (readonly RelatedCompany[])[]> => {
  const params = filterParams(options.where, options.types)
  const rows = await store.read(relatedCompanies, {
    ...params,
    types: params.types.filter((type) => options.types.includes(type)),
    allTypes: false,
    groups: groups.map(({ of, anchors }) => ({ of, anchors })),
    ...directionParams(options.direction),
  })
  const found = new Map<string, Map<string, Map<string, Relationship>>>(
    groups.map(({ of }) => [of, new Map()]),
  )
  for (const { of, company, relationship } of rows) {
    const companies = found.get(of)
    const known = companies?.get(company) ?? new Map<string, Relationship>()
    companies?.set(company, known.set(relationship.id, relationship))
  }
  return groups.map(({ of }) =>
    [...(found.get(of) ?? [])]
      .map(([id, relationships]) => ({ id, relationships: [...relationships.values()].sort(byEvidence) }))
      .sort(byBest),
  )
}
