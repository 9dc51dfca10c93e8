import type { Label } from '../answers.ts'

/** The kinds of entities that have a page which tells all of them. */
export const PORTRAYED = ['COMPANY', 'PARK', 'CLUSTER', 'POLICY'] as const
export type Portrayed = (typeof PORTRAYED)[number]

/** Whether an entity of this kind has such a page. */
export function isPortrayed(label: Label): label is Portrayed {
  return PORTRAYED.some((one) => one === label)
}
