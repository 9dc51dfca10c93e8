/** Which sets are supplies that may be asked for as possibilities. */
import type { Plan, SetPlan } from './plan.ts'

type Possible = Extract<Plan, { kind: 'possible' }>

/** A supply, and what narrows it, as a question for possibilities; null where a set is not that. */
export const possibleSupply = (set: SetPlan): Possible | null => {
  const parts = set.kind === 'both' ? set.sets : [set]
  const supplies = parts.flatMap((one) =>
    one.kind === 'related' && (one.relation === 'suppliers' || one.relation === 'customers') ? [one] : [],
  )
  const [supply] = supplies
  if (
    supply === undefined ||
    supplies.length > 1 ||
    supply.of.kind !== 'named' ||
    supply.limits.depth !== undefined
  )
    return null
  return {
    kind: 'possible',
    role: supply.relation === 'customers' ? 'customers' : 'suppliers',
    of: supply.of,
    narrowed: parts.filter((one) => one !== supply),
    product: supply.limits.product ?? null,
  }
}

/** What leads could say where a list found nothing: it names a place or a product beside a supply; null otherwise. */
export const possibleInstead = (set: SetPlan): Possible | null => {
  const plan = possibleSupply(set)
  return plan === null || (plan.narrowed.length === 0 && plan.product === null) ? null : plan
}
