/**
 * Why one company may supply, or buy from, another: each reason with its weight, the chance that it alone gives. The
 * weights are estimates, ordered by how specific a reason is; `npm run evaluate` measures them against supplies held
 * back.
 */
export const reasons = {
  /** It supplies a subsidiary or the parent. */
  kinOfTarget: 0.6,
  /** It supplies the same kind of product to another company that has suppliers in common. */
  sameProduct: 0.55,
  /** It makes a product of a kind that is bought. */
  makesBought: 0.5,
  /** It is the parent or a subsidiary of a supplier. */
  kinOfSupplier: 0.45,
  /** It cooperates already. */
  partner: 0.35,
  /** It makes what goes into a product that is made or bought. */
  inputs: 0.3,
  /** Its product is, by its name, of the same trade. */
  trade: 0.3,
  /** It supplies another company that has suppliers in common. */
  peer: 0.25,
  /** It stands in the same park. */
  samePark: 0.2,
  /** It belongs to the same cluster. */
  sameCluster: 0.2,
} as const

export type Reason = keyof typeof reasons

/** Standing in one place is no reason by itself: it only makes another one stronger. */
const settings: ReadonlySet<Reason> = new Set(['samePark', 'sameCluster'])

/** Whether a reason says something of the business itself. */
export const isSetting = (reason: Reason): boolean => settings.has(reason)

/** How likely several independent reasons make it, 0..1. */
export const scoreOf = (found: Iterable<Reason>): number => {
  let doubt = 1
  for (const reason of new Set(found)) doubt *= 1 - reasons[reason]
  return Math.round((1 - doubt) * 1_000) / 1_000
}
