/** What names mean, given the entities that have them: by name, by alias, by short form. */
import type { Label } from '../model/model.ts'
import { isGroup, registeredKey } from './compareNames.ts'
import { parseCompanyName } from './companyName.ts'
import { shortForms, type ShortForm } from './shortForms.ts'
import { spellingKey } from './spelling.ts'

/** An entity that names are compared with: a known one, or one that documents have named. */
export interface Thing {
  readonly label: Label
  /** null for a new one. */
  readonly id: string | null
  readonly name: string
}

export interface Alias {
  readonly thing: Thing
  readonly alias: string
}

/** An entity of which a name is a short form. */
export interface Fit {
  readonly thing: Thing
  /** Whether the name alone would do: no family, group or zone of the same name is thinkable. */
  readonly isSure: boolean
}

/** The list by key, each in its order. */
export const groupBy = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

/** The one of a list of one. */
export const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

/** What spellings of one name share. */
export const shortKey = (label: Label, name: string): string => `${label} ${spellingKey(name)}`

/** Whether it is a full name: of a company with its legal form, of a zone in full. Other labels have names of one kind. */
export const isFullName = (label: Label, name: string): boolean =>
  label === 'Company'
    ? parseCompanyName(name).formKind !== null
    : shortForms(label, name).some(({ hasPlace }) => hasPlace)

/** What spellings of one name share, and registered names of companies whose parts stand in another order. */
export const identityKey = (label: Label, name: string): string =>
  (label === 'Company' ? registeredKey(parseCompanyName(name)) : undefined) ?? shortKey(label, name)

/**
 * Whether a short form may be the name of another of the family: 捷翼 of the parent of 捷翼汽车零部件(常州)有限公司 or of
 * 常州捷翼有限公司, 拓普 of a member of 拓普集团.
 */
const mayBeRelative = (label: Label, name: string, { text, hasPlace }: ShortForm): boolean => {
  // 高新区 alone may be any city's.
  if (label === 'Park') return !hasPlace
  const full = parseCompanyName(name)
  return (full.place !== '' && !hasPlace) || isGroup(full) !== isGroup(parseCompanyName(text))
}

/** Whether what one document calls an entity may be another elsewhere. */
export const isDoubtfulAlias = ({ thing: { label, name }, alias }: Alias): boolean =>
  shortForms(label, name).some(
    (form) => shortKey(label, form.text) === shortKey(label, alias) && mayBeRelative(label, name, form),
  )

export class Meanings {
  private readonly byName: ReadonlyMap<string, readonly Thing[]>
  private readonly byAlias: ReadonlyMap<string, readonly Alias[]>
  private readonly byShortForm = new Map<string, Fit[]>()

  constructor(things: readonly Thing[], aliases: readonly Alias[]) {
    this.byName = groupBy(things, ({ label, name }) => identityKey(label, name))
    this.byAlias = groupBy(aliases, ({ thing, alias }) => identityKey(thing.label, alias))
    for (const thing of things) {
      const forms = shortForms(thing.label, thing.name)
      const byKey = new Map(forms.map((form) => [shortKey(thing.label, form.text), form]))
      for (const [key, form] of byKey) {
        const isSure = isFullName(thing.label, thing.name) && !mayBeRelative(thing.label, thing.name, form)
        const fit = { thing, isSure }
        const fits = this.byShortForm.get(key)
        if (fits) fits.push(fit)
        else this.byShortForm.set(key, [fit])
      }
    }
  }

  /** The things with this name; those with this alias where none has the name. */
  named(label: Label, name: string): readonly Thing[] {
    const key = identityKey(label, name)
    const own = this.byName.get(key)
    return own ?? [...new Set(this.byAlias.get(key)?.map(({ thing }) => thing))]
  }

  /** The things of which this may be a short form. */
  fits(label: Label, name: string): readonly Fit[] {
    return this.byShortForm.get(shortKey(label, name)) ?? []
  }
}
