/** Evidence of facts: of a whole list at once where the list asks for it, else fact by fact, batched. */
import { getNamedType, isObjectType, type GraphQLResolveInfo } from 'graphql'
import { collectSubfields } from 'graphql/execution/collectFields.js'
import type { Path } from 'graphql/jsutils/Path.js'
import { evidenceOf, type Evidence } from '../../read/evidence.ts'
import type { Relationship } from '../../read/relationship.ts'
import { pageSize } from '../bounds.ts'
import type { Context } from '../context.ts'

/** Where in the operation a field stands, whatever the positions in lists: suppliers.edges.relationships.evidence. */
const placeIn = ({ path }: GraphQLResolveInfo): string => {
  const keys: string[] = []
  for (let at: Path | undefined = path; at; at = at.prev) if (typeof at.key === 'string') keys.unshift(at.key)
  return keys.join('.')
}

/** Whether an operation asks what a field lists for its evidence. */
const asksEvidence = ({
  schema,
  fragments,
  variableValues,
  returnType,
  fieldNodes,
}: GraphQLResolveInfo): boolean => {
  const type = getNamedType(returnType)
  if (!isObjectType(type)) return false
  const selected = collectSubfields(schema, fragments, variableValues, type, fieldNodes)
  return [...selected.values()].some(([node]) => node?.name.value === 'evidence')
}

/**
 * The relationships of a list, once their evidence is there where it is asked for: one promise instead of several for
 * each of up to 2,000.
 */
export const withEvidence = async (
  relationships: readonly Relationship[],
  context: Context,
  info: GraphQLResolveInfo,
): Promise<readonly Relationship[]> => {
  if (relationships.length === 0 || !asksEvidence(info)) return relationships
  const ids = relationships.map(({ id }) => id)
  const lists = await evidenceOf(context.store, ids)
  for (const [index, id] of ids.entries()) context.evidence.set(id, lists[index] ?? [])
  return relationships
}

/** The evidence of a fact, most confident first. */
export const evidence = (
  fact: { readonly id: string },
  args: { readonly first: number },
  context: Context,
  info: GraphQLResolveInfo,
): readonly Evidence[] | Promise<readonly Evidence[]> => {
  const first = pageSize(args.first)
  const known = context.evidence.get(fact.id)
  if (known !== undefined) return known.slice(0, first)
  // A statement for each place in the operation: one loader for all of them would make one or several, as time falls.
  return context
    .batched(`evidence ${placeIn(info)}`, (ids) => evidenceOf(context.store, ids))
    .load(fact.id)
    .then((list) => list.slice(0, first))
}
