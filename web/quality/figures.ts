/** The published figures of reading documents: docs/evaluation.json, written by `npm run evaluate`. */

export interface Tally {
  readonly right: number
  readonly found: number
  readonly stated: number
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
}

interface Measured extends Tally {
  readonly interval: readonly number[] | null
}

export interface Summary {
  readonly documents: number
  readonly entities: {
    readonly strict: Measured
    readonly relaxed: Measured
    readonly byLabel: readonly { label: string; strict: Tally; relaxed: Tally }[]
  }
  readonly relations: {
    readonly endToEnd: Measured
    readonly stage: number | null
    readonly byType: readonly { type: string; endToEnd: Tally; given: Tally }[]
  }
  readonly metrics: { readonly endToEnd: Measured }
  readonly evidence: { readonly exact: number | null }
  readonly resolution: { readonly f1: number | null }
}

export interface Run {
  /** Which texts, which part of them, and with which names known beforehand. */
  readonly collection: string
  readonly part: string
  readonly names: string
  readonly summary: Summary
}

/** Loads the figures, which come in a chunk of their own. */
export async function loadRuns(): Promise<readonly Run[]> {
  const { default: published } = await import('../../docs/evaluation.json')
  return published.documents.runs
}

/** The quantile of the standard normal distribution that leaves 2.5 % out on either side. */
const Z = 1.959964

/**
 * The 95 % interval of a share, by Wilson's score, which holds for few cases and for shares of 0 and 1 too; null where
 * there is no case.
 */
export function wilson(right: number, of: number): readonly [number, number] | null {
  if (of === 0) return null
  const share = right / of
  const square = Z * Z
  const middle = (share + square / (2 * of)) / (1 + square / of)
  const reach = (Z / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  return [Math.max(0, middle - reach), Math.min(1, middle + reach)]
}

/** The runs with the names of the shipped tables known, as a load knows them; texts nobody tuned on come first. */
export function shownRuns(runs: readonly Run[]): readonly Run[] {
  const rank = ({ part }: Run): number => (part === 'test' ? 0 : 1)
  return runs.filter(({ names }) => names === 'shipped').sort((a, b) => rank(a) - rank(b))
}
