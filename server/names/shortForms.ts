/** What people call an entity by parts of its name: 星宇, 星宇车灯, 星宇股份, 常州星宇 for 常州星宇车灯股份有限公司. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Label } from '../model/model.ts'
import { projectFile } from '../project.ts'
import { parseCompanyName } from './companyName.ts'
import { formQualifiers, industryWords, longestIndustryWord } from './lexicon.ts'
import { cleanName } from './normalise.ts'
import { regionsNamed } from './place.ts'

const parsed = z
  .strictObject({ ranks: z.array(z.string().min(1)), kinds: z.record(z.string(), z.string().min(2)) })
  .safeParse(parse(readFileSync(projectFile('data', 'lexicon', 'park-words.yaml'), 'utf8')))
if (!parsed.success) throw new Error(`data/lexicon/park-words.yaml: ${z.prettifyError(parsed.error)}`)
const { ranks, kinds } = parsed.data
const zones = Object.entries(kinds)
const zoneWords = [...new Set(zones.flat())].sort((left, right) => right.length - left.length)

/** The short word of a share company or a group: 股份, 集团. */
const groupWords = new Map(
  formQualifiers.filter(({ text }) => !text.startsWith('(')).map(({ kind, text }) => [kind, text]),
)

/** The last trade word of a run of them: 汽车科技 ends in 科技. */
const lastTrade = (industry: string): string => {
  for (let length = 2; length <= Math.min(longestIndustryWord, industry.length); length++) {
    const word = industry.slice(-length)
    if (industryWords.has(word)) return word
  }
  return industry
}

/** What an entity is also called. */
export interface ShortForm {
  readonly text: string
  /** Whether it begins with the place of the full name. */
  readonly hasPlace: boolean
}

const ofCompany = (name: string): readonly ShortForm[] => {
  const { place, brand, industry, qualifiers, formKind, branch } = parseCompanyName(name)
  if (branch !== '') return []
  const words = qualifiers.flatMap((kind) => groupWords.get(kind) ?? [])
  // A short name such as 理想驱动 leaves nothing to leave out but its brand.
  const tails = formKind === null ? [''] : ['', industry, lastTrade(industry), ...words]
  const forms = tails.map((tail) => ({ text: brand + tail, hasPlace: false }))
  return place === ''
    ? forms
    : [...forms, ...forms.map(({ text }) => ({ text: place + text, hasPlace: true }))]
}

const placeLength = (text: string): number => {
  for (let length = text.length; length >= 2; length--)
    if (regionsNamed(text.slice(0, length)).length > 0) return length
  return 0
}

const ofPark = (name: string): readonly ShortForm[] => {
  const zone = zoneWords.find((word) => name.endsWith(word))
  if (zone === undefined) return []
  const before = name.slice(0, -zone.length)
  const rank = ranks.find((word) => before.endsWith(word)) ?? ''
  const place = before.slice(0, before.length - rank.length)
  const kind = kinds[zone] ?? zone
  const inner = place.slice(placeLength(place))
  return [zone, kind].flatMap((word) => [
    { text: word, hasPlace: false },
    { text: inner + word, hasPlace: false },
    { text: place + word, hasPlace: inner !== place },
  ])
}

/** Whether a name is nothing but a kind of zone: 高新区 may be any city's. */
export const isBareZone = (label: Label, name: string): boolean => {
  const text = cleanName(name)
  const rank = ranks.find((word) => text.startsWith(word)) ?? ''
  return label === 'Park' && zoneWords.includes(text.slice(rank.length))
}

/** The short forms of a name, each once, without the name itself; [] for kinds of entity that have none. */
export const shortForms = (label: Label, name: string): readonly ShortForm[] => {
  const shown = cleanName(name)
  const forms = label === 'Company' ? ofCompany(shown) : label === 'Park' ? ofPark(shown) : []
  const byText = new Map(forms.map((form) => [form.text, form]))
  return [...byText.values()].filter(({ text }) => text.length >= 2 && text !== shown)
}
