/** Leads against what is known, as a section of the evaluation: half of a company's suppliers held back, and looked for. */
import { createHash } from 'node:crypto'
import { leadsOf } from '../ask/leads/leads.ts'
import { vocabularyOf } from '../ask/vocabulary.ts'
import { neighbors } from '../read/neighbors.ts'
import type { Graph } from './answers.ts'
import { percent, type Section } from './report.ts'

/** How many leads a person looks at. */
const looked = 10
const allRelationships = 100_000

/** What the leads of one company gave: how many there were, how many of them are suppliers held back, and how many those are. */
export interface LeadTrial {
  readonly company: string
  readonly half: 'development' | 'test'
  readonly given: number
  readonly hits: number
  readonly hidden: number
}

/** Which half a company belongs to: its name alone decides. */
const halfOf = (name: string): LeadTrial['half'] =>
  parseInt(createHash('sha256').update(name).digest('hex').charAt(0), 16) % 2 === 0 ? 'test' : 'development'

/** Holds every other supplier of each company back that has two or more, and searches. */
export const tryLeads = async ({ store, catalog }: Graph): Promise<readonly LeadTrial[]> => {
  const vocabulary = await vocabularyOf(store, catalog)
  const companies = catalog.entities.filter(({ label }) => label === 'Company')
  const { relationships } = await neighbors(store, {
    of: companies.map(({ id }) => id),
    direction: 'OUT',
    where: { types: ['SUPPLIES'], pending: false },
    first: allRelationships,
  })
  const suppliers = new Map<string, Set<string>>()
  for (const { start, end } of relationships)
    if (catalog.get(end)?.label === 'Company')
      suppliers.set(end, (suppliers.get(end) ?? new Set()).add(start))
  const trials: LeadTrial[] = []
  for (const [id, known] of suppliers) {
    const heldBack = new Set([...known].sort().filter((_id, index) => index % 2 === 0))
    if (known.size < 2) continue
    const leads = await leadsOf({ store, catalog, vocabulary }, id, {
      role: 'suppliers',
      first: looked,
      heldBack: ({ type, start, end }) => type === 'SUPPLIES' && end === id && heldBack.has(start),
    })
    const company = catalog.get(id)?.name ?? ''
    const hits = leads.filter(({ entity }) => heldBack.has(entity.id)).length
    trials.push({ company, half: halfOf(company), given: leads.length, hits, hidden: heldBack.size })
  }
  return trials
}

/** Sums over some trials. */
export const leadFigures = (trials: readonly LeadTrial[]) => {
  const sum = (of: (trial: LeadTrial) => number): number => trials.reduce((total, one) => total + of(one), 0)
  const [given, hits, hidden] = [sum((one) => one.given), sum((one) => one.hits), sum((one) => one.hidden)]
  return {
    companies: trials.length,
    given,
    precision: given === 0 ? null : hits / given,
    found: hidden === 0 ? null : hits / hidden,
  }
}

const row = (name: string, trials: readonly LeadTrial[]): readonly string[] => {
  const { companies, given, precision, found } = leadFigures(trials)
  return [name, companies.toString(), given.toString(), percent(precision), percent(found)]
}

/** The section of these trials. */
export const leadSection = (trials: readonly LeadTrial[]): Section => {
  const ofHalf = (half: LeadTrial['half']) => trials.filter((one) => one.half === half)
  return {
    name: 'leads',
    title: 'Leads',
    notes: [
      `Of each company with two or more stated suppliers every other one is held back; the ${looked.toString()} best leads to suppliers are looked through for them, over the tables that ship. Precision is low by nature: a lead that nobody states is counted wrong, and may be right. The weights of the reasons may be tuned on the development half of the companies alone.`,
    ],
    tables: [
      {
        title: `Precision at ${looked.toString()}`,
        columns: ['companies', 'number', 'leads', 'precision', 'held back, found again'],
        rows: [
          row('test half', ofHalf('test')),
          row('development half', ofHalf('development')),
          row('all', trials),
        ],
      },
    ],
    data: {
      test: leadFigures(ofHalf('test')),
      development: leadFigures(ofHalf('development')),
      all: leadFigures(trials),
    },
  }
}
