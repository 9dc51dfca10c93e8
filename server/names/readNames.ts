/** Names of documents that are one name, and what they mean once everything with a full name is there. */
import type { Label } from '../model/model.ts'
import { groupBy, identityKey, only, shortKey, type Alias, type Meanings, type Thing } from './meanings.ts'
import { isBareZone } from './shortForms.ts'

/** A name as one document uses it, with the aliases that document gives it. */
export interface DocumentName {
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
  readonly document: string
}

/** Names of one label that are one name, called as the first of their spellings by code point. */
export interface Group {
  readonly label: Label
  readonly name: string
  readonly names: readonly DocumentName[]
}

/** What names mean. */
export interface Reading {
  readonly names: readonly DocumentName[]
  /** undefined where a reviewer must say. */
  readonly thing: Thing | undefined
  /** What a reviewer is asked to compare them with. */
  readonly candidates: readonly Thing[]
}

/** The order of texts that no locale changes. */
export const byCodePoint = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** The names put together that are one name. */
export const groupsOf = (names: readonly DocumentName[]): readonly Group[] =>
  [...groupBy(names, ({ label, name }) => identityKey(label, name)).values()].flatMap((group) => {
    const [first] = [...group].sort((left, right) => byCodePoint(left.name, right.name))
    return first === undefined ? [] : [{ label: first.label, name: first.name, names: group }]
  })

/** The aliases that documents give to what they name. */
export const aliasesIn = (readings: readonly Reading[]): readonly (Alias & { readonly document: string })[] =>
  readings.flatMap(({ thing, names }) =>
    thing === undefined
      ? []
      : names.flatMap(({ document, aliases }) => aliases.map((alias) => ({ thing, alias, document }))),
  )

const inDocument = (document: string, label: Label, name: string): string =>
  JSON.stringify([document, shortKey(label, name)])

export class ShortNames {
  private readonly meanings: Meanings
  private readonly declared: ReadonlyMap<string, readonly Alias[]>
  /** Where each thing stands under its full name. */
  private readonly documents = new Map<Thing, Set<string>>()

  /** Reads short names, given what names mean and the readings of all full names. */
  constructor(meanings: Meanings, full: readonly Reading[]) {
    this.meanings = meanings
    this.declared = groupBy(aliasesIn(full), ({ document, thing, alias }) =>
      inDocument(document, thing.label, alias),
    )
    for (const { thing, names } of full) {
      if (thing === undefined) continue
      const documents = this.documents.get(thing) ?? new Set()
      for (const { document } of names) documents.add(document)
      this.documents.set(thing, documents)
    }
  }

  /** What a name means: in each document what that document says, elsewhere what all together say. */
  read({ names }: Group): readonly Reading[] {
    const stated = names.map((one) => ({ names: [one], thing: this.statedBy(one), candidates: [] }))
    const others = stated.flatMap((reading) => (reading.thing === undefined ? reading.names : []))
    return [
      ...stated.filter(({ thing }) => thing !== undefined),
      ...groupsOf(others).map((group) => this.readByAll(group)),
    ]
  }

  private statedBy({ document, label, name }: DocumentName): Thing | undefined {
    const aliases = this.declared.get(inDocument(document, label, name)) ?? []
    return only([...new Set(aliases.map(({ thing }) => thing))])
  }

  private readByAll({ label, name, names }: Group): Reading {
    const named = this.meanings.named(label, name)
    const fits = named.length > 0 ? [] : this.meanings.fits(label, name)
    const fit = only(fits)
    const isJoined = fit?.isSure === true && !this.standApart(names, fit.thing)
    const thing = only(named) ?? (isJoined ? fit.thing : undefined)
    if (thing) return { names, thing, candidates: [] }
    const candidates = [...named, ...fits.map((one) => one.thing)]
    // Several that have the name, or surely fit, leave it open; those that may be its relatives make it a name of its own.
    const rivals = named.length > 0 ? named : fits.filter(({ isSure }) => isSure)
    const isOwn = rivals.length <= 1 && !isBareZone(label, name)
    return { names, thing: isOwn ? { label, id: null, name } : undefined, candidates }
  }

  /** Whether a document uses both names, and so keeps them apart. */
  private standApart(names: readonly DocumentName[], thing: Thing): boolean {
    return names.some(({ document }) => this.documents.get(thing)?.has(document))
  }
}
