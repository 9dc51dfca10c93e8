/** Whether mentions of one thing, over all documents, come together under one id and no others with them. */
import type { Label } from '../model/model.ts'

/** One mention: the thing it means, and the id it was given. */
export interface Resolved {
  readonly label: Label
  readonly thing: string
  readonly id: string
}

export interface ResolutionScore {
  readonly mentions: number
  /** B³ (Bagga and Baldwin 1998): averages over mentions, 0..1; null without mentions. */
  readonly precision: number | null
  readonly recall: number | null
  readonly f1: number | null
  /** Ids that hold two or more legal persons, as the names of those. */
  readonly falseMerges: readonly (readonly string[])[]
}

const groups = (resolved: readonly Resolved[], key: (one: Resolved) => string): Map<string, Resolved[]> => {
  const grouped = new Map<string, Resolved[]>()
  for (const one of resolved) {
    const group = grouped.get(key(one))
    if (group) group.push(one)
    else grouped.set(key(one), [one])
  }
  return grouped
}

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((total, number) => total + number, 0) / numbers.length

/** Scores the ids that mentions were given. */
export const scoreResolution = (resolved: readonly Resolved[]): ResolutionScore => {
  const byThing = groups(resolved, ({ label, thing }) => `${label} ${thing}`)
  const byId = groups(resolved, ({ id }) => id)
  const shares = resolved.map(({ label, thing, id }) => {
    const things = byThing.get(`${label} ${thing}`) ?? []
    const ids = byId.get(id) ?? []
    const both = things.filter((one) => one.id === id).length
    return { precision: both / ids.length, recall: both / things.length }
  })
  const precision = mean(shares.map((share) => share.precision))
  const recall = mean(shares.map((share) => share.recall))
  return {
    mentions: resolved.length,
    precision,
    recall,
    f1: precision === null || recall === null ? null : (2 * precision * recall) / (precision + recall),
    falseMerges: [...byId.values()]
      .map((group) => [
        ...new Set(group.filter(({ label }) => label === 'Company').map(({ thing }) => thing)),
      ])
      .filter((things) => things.length > 1),
  }
}
