/** What names mean, given the entities that have them: by name, by alias, by short form. */
import type { Label } from '../model/model.ts'
import { isGroup, registeredKey } from './compareNames.ts'
import { parseCompanyName } from './companyName.ts'
import { shortForms } from './shortForms.ts'
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

/** Whether a short form leaves no doubt where it fits one entity alone. */
const isSure = (label: Label, name: string, form: string, hasPlace: boolean): boolean => {
  // 高新区 alone may be any city's.
  if (label === 'Park') return hasPlace
  const full = parseCompanyName(name)
  // 捷翼 may be the parent of 捷翼汽车零部件(常州)有限公司, and 拓普 a member of 拓普集团.
  const isLocalFirm = full.isLocal && !hasPlace
  return full.formKind !== null && !isLocalFirm && isGroup(full) === isGroup(parseCompanyName(form))
}

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
      for (const [key, { text, hasPlace }] of byKey) {
        const fit = { thing, isSure: isSure(thing.label, thing.name, text, hasPlace) }
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
