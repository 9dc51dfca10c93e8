/** What narrows the picture beyond the legend: product, place, how well a fact is evidenced, and when it held. */

export interface Filters {
  /** Part of the name of a product; empty lets all pass. */
  product: string
  /** Percent. */
  confidence: number
  /** Independent sources. */
  sources: number
  /** Ids of the places or cluster that entities must lie in or belong to. */
  region: string | null
  park: string | null
  cluster: string | null
  /** The day looked at; null is now. */
  asOf: string | null
  /** An earlier day that `asOf` is compared with; null compares with nothing. */
  before: string | null
}

export const NO_FILTERS: Filters = {
  product: '',
  confidence: 0,
  sources: 1,
  region: null,
  park: null,
  cluster: null,
  asOf: null,
  before: null,
}

/** As in the contract: `RelationshipFilter.product` and `minSources`. */
export const LONGEST_PRODUCT = 100
const MOST_SOURCES = 100

/** Which places and clusters can be picked from. */
export const WHEREABOUTS = ['region', 'park', 'cluster'] as const
export type Whereabout = (typeof WHEREABOUTS)[number]

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

function numberIn(text: string | null, [least, most]: readonly [number, number], otherwise: number): number {
  const number = Number(text ?? otherwise)
  return Number.isInteger(number) && number >= least && number <= most ? number : otherwise
}

function dateOf(text: string | null): string | null {
  return text !== null && PARTIAL_DATE.test(text) ? text : null
}

function idOf(text: string | null): string | null {
  return text === null || text === '' || text.length > 200 ? null : text
}

/** Reads the filters from an address; what is missing or makes no sense takes its default. */
export function parseFilters(parameters: URLSearchParams): Filters {
  return {
    product: (parameters.get('product') ?? '').slice(0, LONGEST_PRODUCT),
    confidence: numberIn(parameters.get('confidence'), [0, 100], NO_FILTERS.confidence),
    sources: numberIn(parameters.get('sources'), [1, MOST_SOURCES], NO_FILTERS.sources),
    region: idOf(parameters.get('region')),
    park: idOf(parameters.get('park')),
    cluster: idOf(parameters.get('cluster')),
    asOf: dateOf(parameters.get('asof')),
    before: dateOf(parameters.get('before')),
  }
}

/** Writes into an address what differs from the defaults. */
export function formatFilters(filters: Filters, parameters: URLSearchParams): void {
  if (filters.product !== '') parameters.set('product', filters.product)
  if (filters.confidence !== NO_FILTERS.confidence) parameters.set('confidence', String(filters.confidence))
  if (filters.sources !== NO_FILTERS.sources) parameters.set('sources', String(filters.sources))
  for (const key of WHEREABOUTS) {
    const id = filters[key]
    if (id !== null) parameters.set(key, id)
  }
  if (filters.asOf !== null) parameters.set('asof', filters.asOf)
  if (filters.before !== null) parameters.set('before', filters.before)
}

/** How many of the filters let less than everything pass; a comparison of two days counts as one. */
export function countFilters(filters: Filters): number {
  const { product, confidence, sources, region, park, cluster, asOf, before } = filters
  const active = [
    product !== '',
    confidence > NO_FILTERS.confidence,
    sources > NO_FILTERS.sources,
    region !== null,
    park !== null,
    cluster !== null,
    asOf !== null || before !== null,
  ]
  return active.filter(Boolean).length
}

/** What another entity's page keeps: how much evidence is asked for and the day looked at, not what is looked for. */
export function keepForNext({ confidence, sources, asOf, before }: Filters): Filters {
  return { ...NO_FILTERS, confidence, sources, asOf, before }
}
