/** The GraphQL operation that returns the same facts: a complete document without variables. */
import type { Entity } from '../names/catalog.ts'
import type { Limits, Plan, SetPlan } from './plan.ts'

/** Neighbors takes at most so many ids, so more stand in fields beside each other. */
const idsAField = 50
/** Aliases of one operation stay below its limit. */
const mostFields = 20
const relationshipsAsked = 500

const text = (value: string): string => JSON.stringify(value)

const facts =
  'relationships { id type start { id name } end { id name } product stage since figure confidence sourceCount }'

const filterText = (limits: Limits): string => {
  const parts = [
    ...(limits.stages === undefined ? [] : [`stages: [${limits.stages.join(', ')}]`]),
    ...(limits.asOf === undefined ? [] : [`asOf: ${text(limits.asOf)}`]),
    ...(limits.minConfidence === undefined ? [] : [`minConfidence: ${limits.minConfidence.toString()}`]),
    ...(limits.minSources === undefined ? [] : [`minSources: ${limits.minSources.toString()}`]),
  ]
  return parts.length === 0 ? '' : `, where: { ${parts.join(', ')} }`
}

/** Relations that a typed field of one entity answers in full. */
const fields: Readonly<Record<string, { readonly on: string; readonly field: string }>> = {
  suppliers: { on: 'Company', field: 'suppliers' },
  companiesIn: { on: 'Park', field: 'companies' },
  companiesOf: { on: 'Cluster', field: 'companies' },
}

/** A page of a typed field holds at most so many. */
const pageLimit = 100

const typedField = (set: SetPlan, count: number): string | null => {
  if (set.kind !== 'related' || set.of.kind !== 'named' || count > pageLimit) return null
  if (set.limits.product !== undefined || set.limits.depth !== undefined) return null
  const [of] = set.of.mention.entities
  const found = fields[set.relation]
  if (
    of === undefined ||
    found === undefined ||
    !(found.on === of.label || (of.label === 'Region' && found.on === 'Park'))
  )
    return null
  return `{ entity(id: ${text(of.id)}) { id name ... on ${of.label} { ${found.field}(first: ${pageLimit.toString()}${filterText(set.limits)}) { totalCount edges { node { id name } ${facts} } } } } }`
}

const aroundIds = (ids: readonly string[]): string => {
  const groups = Array.from(
    { length: Math.min(mostFields, Math.ceil(ids.length / idsAField)) },
    (_none, index) => ids.slice(index * idsAField, (index + 1) * idsAField),
  )
  const parts = groups.map(
    (group, index) =>
      `part${(index + 1).toString()}: neighbors(of: [${group.map(text).join(', ')}], first: ${relationshipsAsked.toString()}) { entities { id name } ${facts} }`,
  )
  return `{ ${parts.join(' ')} }`
}

const metricsOf = (entity: Entity): string =>
  `{ entity(id: ${text(entity.id)}) { id name metrics(first: 100) { id name value unit period change qualifier stage } } }`

/** The operation of an answer; null where there is no entity to ask for. */
export const operationOf = (
  plan: Plan,
  entities: readonly Entity[],
  around: readonly Entity[],
): string | null => {
  const [one, other] = around
  if (plan.kind === 'metric' && one !== undefined) return metricsOf(one)
  if (plan.kind === 'between' && one !== undefined && other !== undefined)
    return `{ paths(from: ${text(one.id)}, to: ${text(other.id)}, maxLength: 4) { length entities { id name } ${facts} } }`
  const typed = plan.kind === 'list' || plan.kind === 'count' ? typedField(plan.set, entities.length) : null
  if (typed !== null) return typed
  const ids = (entities.length > 0 ? entities : around).map(({ id }) => id)
  return ids.length === 0 ? null : aroundIds(ids)
}
