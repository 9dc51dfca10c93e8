/**
 * What the product knows of names before it has read any: divisions of China, words of places, legal forms, trades.
 * Read from data/lexicon and checked here; words are as `nameKey` spells them, without its folding of quotes.
 */
import { readFileSync } from 'node:fs'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse as parseYaml } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../project.ts'

/** A division of China by GB/T 2260. */
export interface Region {
  /** Six digits; the first two are the province, the first four the prefecture. */
  readonly code: string
  readonly name: string
  /** The name without the kind of division (常州, 内蒙古); '' where that leaves nothing that stands alone. */
  readonly short: string
}

export type RegionLevel = 'province' | 'city' | 'county'

const word = z.string().trim().min(1)
const words = z.array(word).min(1)

const read = <T>(file: string, shape: z.ZodType<T>, parse: (text: string) => unknown): T => {
  const result = shape.safeParse(parse(readFileSync(projectFile('data', 'lexicon', file), 'utf8')))
  if (!result.success) throw new Error(`data/lexicon/${file}: ${z.prettifyError(result.error)}`)
  return result.data
}

const regionShape = z.strictObject({
  code: z.string().regex(/^[1-9]\d{5}$/),
  name: word,
  short: z.union([z.literal(''), word.min(2)]),
})

/** Every province, prefecture and county of GB/T 2260, in the order of their codes. */
export const regions: readonly Region[] = read('regions.csv', z.array(regionShape).min(1), (text) =>
  parseCsv(text, { columns: true }),
).sort((left, right) => (left.code < right.code ? -1 : 1))

/** Which level a division stands on, as its code tells. */
export const regionLevel = ({ code }: Region): RegionLevel =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'

/** Whether `outer` holds `inner` or is it. */
export const regionHolds = (outer: Region, inner: Region): boolean =>
  inner.code.startsWith(outer.code.replace(/(00){1,2}$/, ''))

const places = read(
  'places.yaml',
  z.strictObject({ abroad: words, country: words, brandsRatherThanPlaces: words }),
  parseYaml,
)
/** Countries as they stand in names: 德国, 日本. */
export const countriesAbroad: ReadonlySet<string> = new Set(places.abroad)
/** China as it stands in names. */
export const homeCountry: ReadonlySet<string> = new Set(places.country)
/** Short names of divisions that are brands where nothing larger stands before them: 东方, 长安. */
export const brandsRatherThanPlaces: ReadonlySet<string> = new Set(places.brandsRatherThanPlaces)

const forms = read(
  'legal-forms.yaml',
  z.strictObject({
    forms: z.strictObject({
      limited: words,
      partnership: words,
      cooperative: words,
      factory: words,
      institute: words,
      foreign: words,
    }),
    qualifiers: z.strictObject({ shares: words, group: words, holding: words }),
    sites: words,
    bracketedSites: words,
  }),
  parseYaml,
)

/** What kind of legal person a form makes. */
export type FormKind = keyof typeof forms.forms
/** What may stand before a form and makes another legal person of it. */
export type FormQualifier = keyof typeof forms.qualifiers

const longestFirst = <T extends { readonly text: string }>(list: readonly T[]): readonly T[] =>
  [...list].sort((left, right) => right.text.length - left.text.length || (left.text < right.text ? -1 : 1))

const isFormKind = (text: string): text is FormKind => text in forms.forms
const isFormQualifier = (text: string): text is FormQualifier => text in forms.qualifiers

/** Ends of full registered names, longest first. */
export const legalForms: readonly { readonly text: string; readonly kind: FormKind }[] = longestFirst(
  Object.entries(forms.forms).flatMap(([kind, list]) =>
    isFormKind(kind) ? list.map((text) => ({ text, kind })) : [],
  ),
)
/** Words before a form that belong to it, longest first. */
export const formQualifiers: readonly { readonly text: string; readonly kind: FormQualifier }[] =
  longestFirst(
    Object.entries(forms.qualifiers).flatMap(([kind, list]) =>
      isFormQualifier(kind) ? list.map((text) => ({ text, kind })) : [],
    ),
  )
/** Words that end the name of a site or branch, longest first: 分公司, 基地. */
export const siteWords: readonly string[] = longestFirst(forms.sites.map((text) => ({ text }))).map(
  ({ text }) => text,
)
/** Words that end a branch in brackets, longest first: 店. */
export const bracketedSiteWords: readonly string[] = longestFirst(
  forms.bracketedSites.map((text) => ({ text })),
).map(({ text }) => text)

const { connectors, ...trades } = read(
  'industries.yaml',
  z.object({ connectors: words }).catchall(words),
  parseYaml,
)

/** Words that name a trade: 汽车零部件, 智能装备, 科技. */
export const industryWords: ReadonlySet<string> = new Set(Object.values(trades).flat())
/** Characters of the longest of them. */
export const longestIndustryWord = Math.max(...[...industryWords].map(({ length }) => length))
/** Words that join two trades: 与. */
export const industryConnectors: ReadonlySet<string> = new Set(connectors)
