/** The parts of a company's name: 江苏铭纳阳智能装备有限公司 is 江苏 + 铭纳阳 + 智能装备 + 有限公司. */
import {
  bracketedSiteWords,
  formQualifiers,
  industryConnectors,
  industryWords,
  legalForms,
  longestIndustryWord,
  regionLevel,
  siteWords,
  type FormKind,
  type FormQualifier,
  type Region,
} from './lexicon.ts'
import { cleanName, simplified } from './normalise.ts'
import { placeOf, placesAt } from './place.ts'

export type PartKind = 'place' | 'brand' | 'industry' | 'form' | 'branch'

/** One part as it stands in the name, with the brackets around it. */
export interface NamePart {
  readonly kind: PartKind
  readonly text: string
}

export interface CompanyName {
  /** In the order of the name; together they are the name as `cleanName` spells it. */
  readonly parts: readonly NamePart[]
  /** Without brackets; '' where the name holds none. */
  readonly place: string
  /** What the place may mean; empty for none and for a country. */
  readonly regions: readonly Region[]
  /** Whether the place stands after the brand: 捷翼汽车零部件(常州)有限公司, as a rule one of a family. */
  readonly isLocal: boolean
  /** 字号: what tells this firm from others. Never '' for a name that holds anything. */
  readonly brand: string
  readonly industry: string
  /** From the first qualifier to the end of the form: 集团股份有限公司; '' where the name is a short one. */
  readonly form: string
  /** Of the form's base; null for a short name. */
  readonly formKind: FormKind | null
  readonly qualifiers: readonly FormQualifier[]
  /** A site, shop or branch: 常州基地, (常武店); '' where the name is the firm's own. */
  readonly branch: string
}

/** A range of the name that is being parsed, and the text it is parsed in (simplified, lower case, as long as the name). */
interface Range {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** A brand has at least two characters; what would leave less is no place, trade or form. */
const shortestBrand = 2

const sameLengthKey = (name: string): string => {
  const plain = simplified(name).toLowerCase()
  return plain.length === name.length ? plain : name
}

const isLatin = (character: string | undefined): boolean =>
  character !== undefined && /[\p{Script=Latin}\d]/u.test(character)

/** The longest word of the list that ends at `end` and leaves something before it; a Latin one as a whole word. */
const endsAt = <T extends { readonly text: string }>(
  text: string,
  end: number,
  list: readonly T[],
): T | undefined =>
  list.find(({ text: word }) => {
    const start = end - word.length
    return start > 0 && text.startsWith(word, start) && !(isLatin(word[0]) && isLatin(text[start - 1]))
  })

/** Where the form begins when it ends at `end`, with what it consists of. */
const formBefore = ({ text, start, end }: Range) => {
  const base = endsAt(text, end, legalForms)
  let at = end - (base?.text.length ?? 0)
  const qualifiers: FormQualifier[] = []
  for (
    let next = endsAt(text, at, formQualifiers);
    next !== undefined && at - next.text.length - start >= shortestBrand;
    next = endsAt(text, at, formQualifiers)
  ) {
    at -= next.text.length
    qualifiers.unshift(next.kind)
  }
  return { start: at, kind: base?.kind ?? null, qualifiers }
}

/** Where a branch that ends the name begins; the end of the name where there is none. */
const branchStart = (text: string): number => {
  const open = text.lastIndexOf('(')
  if (text.endsWith(')') && open >= shortestBrand) {
    const inside = text.slice(open + 1, -1)
    if (bracketedSiteWords.some((word) => inside.endsWith(word))) return open
  }
  const site = siteWords.find((word) => text.endsWith(word))
  if (site === undefined) return text.length
  // 江苏某某有限公司常州分公司: everything after the firm's own form.
  for (const { text: form, kind } of legalForms) {
    if (kind !== 'limited') continue
    const at = text.lastIndexOf(form, text.length - site.length - 1)
    if (at >= shortestBrand) return at + form.length
  }
  const start = text.length - site.length
  if (start < shortestBrand) return text.length
  const place = trailingPlace({ text, start: 0, end: start })
  return place ?? start
}

/** Where a province or city that ends the range begins: 豪森润博智能装备|常州. Undefined where none does. */
const trailingPlace = ({ text, start, end }: Range): number | undefined => {
  for (let at = start + shortestBrand; at <= end - 2; at++) {
    const place = placesAt(text, at).find((step) => step.end === end)
    if (place?.regions.some((region) => regionLevel(region) !== 'county')) return at
  }
  return undefined
}

/** Where the trades that end the range begin: the longest run of trade words that leaves a brand before it. */
const industryStart = ({ text, start, end }: Range): number => {
  let earliest = end
  const reached = new Set([end])
  for (let at = end - 1; at >= start + shortestBrand; at--)
    for (let next = at + 1; next <= Math.min(end, at + longestIndustryWord); next++) {
      if (!reached.has(next)) continue
      const word = text.slice(at, next)
      const isTrade = industryWords.has(word)
      if (!isTrade && !(next < end && industryConnectors.has(word))) continue
      reached.add(at)
      if (isTrade) earliest = at
      break
    }
  return earliest
}

/** Whether trade words alone make up the range. */
const isIndustry = ({ text, start, end }: Range): boolean =>
  start < end && industryStart({ text, start: start - shortestBrand, end }) === start

/** Where the brand begins after a place at the head; the start where what follows the place is no brand. */
const brandStart = (range: Range): number => {
  const { text, start, end } = range
  const steps = placesAt(text, start).map((place) => place.end)
  const fitting = steps.findLast(
    (at) => end - at >= shortestBrand && text[at] !== '(' && !isIndustry({ text, start: at, end }),
  )
  return fitting ?? start
}

/** A place in brackets after the brand: the range of the brackets. */
const bracketedPlace = ({ text, start, end }: Range): readonly [number, number] | undefined => {
  for (let open = text.indexOf('(', start); open >= 0 && open < end; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open)
    if (close < 0 || close >= end) return undefined
    if (open >= start + shortestBrand && placeOf(text.slice(open + 1, close))) return [open, close + 1]
  }
  return undefined
}

const withoutBrackets = (text: string): string => text.replace(/^\(|\)$/g, '')

/** Parses a company's name, full or short. Total: any text gives parts that make it up again. */
export const parseCompanyName = (name: string): CompanyName => {
  const shown = cleanName(name)
  const text = sameLengthKey(shown)
  const branch = branchStart(text)
  const form = formBefore({ text, start: 0, end: branch })
  const bracketed = bracketedPlace({ text, start: 0, end: form.start })
  const brand = brandStart({ text, start: 0, end: bracketed?.[0] ?? form.start })
  const trailing = bracketed ? undefined : trailingPlace({ text, start: brand, end: form.start })
  const [localStart, localEnd] = bracketed ?? [trailing ?? form.start, form.start]
  const trade = industryStart({ text, start: brand, end: localStart })
  const cuts: readonly (readonly [PartKind, number, number])[] = [
    ['place', 0, brand],
    ['brand', brand, trade],
    ['industry', trade, localStart],
    ['place', localStart, localEnd],
    // What a firm does, where it stands after the place.
    ['industry', localEnd, form.start],
    ['form', form.start, branch],
    ['branch', branch, text.length],
  ]
  const parts = cuts
    .map(([kind, start, end]) => ({ kind, text: shown.slice(start, end) }))
    .filter((part) => part.text !== '')
  const joined = (kind: PartKind): string =>
    parts
      .filter((part) => part.kind === kind)
      .map((part) => part.text)
      .join('')
  const places = [text.slice(0, brand), withoutBrackets(text.slice(localStart, localEnd))]
  const nearest = places.findLast((place) => place !== '') ?? ''
  return {
    parts,
    place: withoutBrackets(parts.findLast((part) => part.kind === 'place')?.text ?? ''),
    regions: placeOf(nearest)?.regions ?? [],
    isLocal: localEnd > localStart,
    brand: joined('brand').replace(/[\s,]+$/, ''),
    industry: joined('industry'),
    form: joined('form'),
    formKind: form.kind,
    qualifiers: form.qualifiers,
    branch: joined('branch'),
  }
}
