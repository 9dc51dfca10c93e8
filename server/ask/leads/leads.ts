/** Leads: companies that may supply or buy from another, inferred from what is stated, never stored as facts. */
import type { Entity } from '../../names/catalog.ts'
import type { Lead } from '../answer.ts'
import type { Source } from '../evaluate.ts'
import { matchProducts } from '../products.ts'
import { sharedReader, type Reader } from './reader.ts'
import { isSetting, reasons, scoreOf } from './reasons.ts'
import type { HeldBack, Role, Signal } from './search.ts'
import { signalsFor } from './signals.ts'

/** How many reasons of a lead are told, and how much evidence each lead carries. */
const toldReasons = 3
const toldEvidence = 20

export interface LeadOptions {
  readonly role: Role
  readonly first: number
  /** Only these companies; all where left out. */
  readonly among?: ReadonlySet<string>
  /** The product that the supply would be of. */
  readonly product?: string | null
  /** Places where leads are looked for beside the company's own. */
  readonly places?: readonly string[]
  /** Supplies that count as not known. */
  readonly heldBack?: HeldBack
}

interface Candidate {
  readonly entity: Entity
  readonly score: number
  readonly signals: readonly Signal[]
}

/** The strongest signal of each reason, the weightiest first. */
const strongest = (signals: readonly Signal[]): readonly Signal[] => {
  const best = new Map<string, Signal>()
  for (const signal of signals) if (!best.has(signal.reason)) best.set(signal.reason, signal)
  return [...best.values()].sort(
    (left, right) => reasons[right.reason] - reasons[left.reason] || left.reason.localeCompare(right.reason),
  )
}

const candidatesOf = (
  source: Source,
  signals: readonly Signal[],
  options: LeadOptions,
): readonly Candidate[] => {
  const match =
    options.product === undefined || options.product === null
      ? null
      : matchProducts(source.vocabulary, options.product)
  const byCompany = new Map<string, Signal[]>()
  for (const signal of signals)
    if (options.among === undefined || options.among.has(signal.company))
      byCompany.set(signal.company, [...(byCompany.get(signal.company) ?? []), signal])
  return [...byCompany].flatMap(([id, all]) => {
    const entity = source.catalog.get(id)
    const own = strongest(all)
    const speaks = own.some(({ reason }) => !isSetting(reason))
    const fits = match === null || all.some(({ product }) => match.includes(product))
    return entity === undefined || !speaks || !fits
      ? []
      : [{ entity, score: scoreOf(own.map(({ reason }) => reason)), signals: own }]
  })
}

/** The companies that may supply (or buy from) a company, best first, ties by id. Searches at once may share a reader. */
export const leadsOf = async (
  source: Source,
  company: string,
  options: LeadOptions,
  reader: Reader = sharedReader(source.store),
): Promise<readonly Lead[]> => {
  const signals = await signalsFor({
    source,
    reader,
    target: company,
    role: options.role,
    heldBack: options.heldBack ?? (() => false),
    places: options.places ?? [],
  })
  const chosen = [...candidatesOf(source, signals, options)]
    .sort((left, right) => right.score - left.score || (left.entity.id < right.entity.id ? -1 : 1))
    .slice(0, options.first)
  const evidence = await reader.evidence(
    chosen.flatMap((one) => one.signals.flatMap(({ facts }) => facts.map(({ id }) => id))),
  )
  let next = 0
  return chosen.map(({ entity, score, signals: told }) => {
    const count = told.reduce((sum, { facts }) => sum + facts.length, 0)
    const own = evidence.slice(next, next + count).flat()
    next += count
    const via = new Set(told.flatMap((signal) => signal.via))
    return {
      entity,
      score,
      reason: told
        .slice(0, toldReasons)
        .map(({ text }) => text)
        .join('；'),
      via: [...via].flatMap((id) => source.catalog.get(id) ?? []),
      evidence: [...new Set(own)].slice(0, toldEvidence),
    }
  })
}
