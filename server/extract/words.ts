/** The word lists that finding mentions goes by, read from data/lexicon/mentions and checked. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../project.ts'

const list = z.array(z.string().min(1)).min(1)

const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> => {
  const file = projectFile('data', 'lexicon', 'mentions', `${name}.yaml`)
  const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

const headed = z.strictObject({ heads: list, generic: list })

/** Where names may begin and end. */
export const boundaries = read(
  'boundaries',
  z.strictObject({ nameTags: list, nameWords: list, stops: list, modifiers: list, breakers: list }),
)

/** The words that names of each kind end in. */
export const heads = read(
  'heads',
  z.strictObject({
    Park: headed.extend({ plain: list, zones: list, fullZones: z.record(z.string(), list) }),
    Cluster: headed,
    Project: headed.extend({ suffixes: list, processes: list, kinds: list }),
    Institution: headed.extend({ bodies: list, local: list, plain: list }),
    Policy: headed.extend({ names: list, governs: list, honours: list, awards: list }),
  }),
)

/** What shows a company's name. */
export const companies = read(
  'companies',
  z.strictObject({
    forms: list,
    branches: list,
    industries: list,
    nouns: list,
    roles: list,
    verbs: list,
    takes: list,
    supplies: list,
    acronyms: list,
    firmTrades: list,
    partners: list,
    degrees: list,
    calls: list,
    weakTrades: list,
    notBrands: list,
    slots: z.array(z.strictObject({ open: list, close: z.array(z.string().min(1)) })),
    slotAdverbs: list,
    commonBrands: list,
    listEnds: list,
    notWorks: list,
    holdings: list,
  }),
)

const productWords = read(
  'products',
  z.strictObject({
    endings: list,
    verbs: list,
    generic: list,
    makers: list,
    fillers: list,
    passages: z.record(z.string(), z.array(z.string().min(1))),
    contexts: list,
    noModels: list,
    fields: list,
    calls: list,
    abstract: list,
    deeds: list,
    adverbs: list,
    sourced: list,
    copulas: list,
    leaders: list,
    tails: list,
  }),
)

/** Well-known firms by their short names. */
export const brands: readonly string[] = Object.values(read('brands', z.record(z.string(), list))).flat()

/** What shows a product's name, with the words such names end in, over all industries. */
export const products = {
  ...productWords,
  heads: Object.values(read('goods', z.record(z.string(), list))).flat(),
}

const rates = read('rules', z.record(z.string(), z.number().min(0).max(1)))

/** How often a generator's proposals are right, 0..1. Throws a RangeError for one that data/lexicon/mentions/rules.yaml does not list. */
export const rateOf = (rule: string): number => {
  const rate = rates[rule]
  if (rate === undefined) throw new RangeError(`data/lexicon/mentions/rules.yaml has no rate for ${rule}`)
  return rate
}

/** Countries and wider areas that texts name as places. */
export const { countries, ambiguous: ambiguousPlaces } = read(
  'countries',
  z.strictObject({ countries: list, ambiguous: list }),
)

/** What names no entity. */
export const blocks = read(
  'blocks',
  z.strictObject({
    events: list,
    phrases: list,
    offices: list,
    sayings: list,
    bylines: list,
    surnames: list,
  }),
)

/** Words of industry news that jieba's dictionary lacks. */
export const { terms, verbs } = read('terms', z.strictObject({ terms: list, verbs: list }))

/** Words that are common in industry news, whatever jieba takes them for: no coined names. */
export const plainWords: ReadonlySet<string> = new Set([
  ...terms,
  ...countries,
  ...products.heads,
  ...products.generic,
  ...companies.acronyms,
  ...companies.nouns,
  ...Object.values(heads).flatMap((kind) => kind.heads),
])
