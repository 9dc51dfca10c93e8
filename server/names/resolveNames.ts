/**
 * Which entity each name of many documents means: a known one, a new one, or none yet. A short name joins a full name
 * only where exactly one fits; everything else goes to review. A pure function of what is named, whatever the order.
 */
import type { Label } from '../model/model.ts'
import {
  groupBy,
  identityKey,
  isFullName,
  Meanings,
  only,
  shortKey,
  type Alias,
  type Thing,
} from './meanings.ts'
import { isBareZone, shortForms } from './shortForms.ts'

/** A name as one document uses it, with the aliases that document gives it. */
export interface DocumentName {
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
  readonly document: string
}

/** An entity that is there before the documents are read. */
export interface KnownEntity {
  readonly id: string
  readonly label: Label
  readonly name: string
  readonly aliases: readonly string[]
}

/** What a name of a document means. */
export interface Assignment {
  readonly label: Label
  readonly name: string
  readonly document: string
  /** The known entity; null for a new one, and for a name that waits. */
  readonly id: string | null
  /** The name of the entity; null for a name that waits for a reviewer. */
  readonly entity: string | null
}

/** A question for a reviewer: is this name one of these? */
export interface SameAs {
  readonly kind: 'same-as'
  readonly label: Label
  readonly name: string
  readonly document: string
  /** Names of entities, in the order of code points. */
  readonly candidates: readonly string[]
}

export interface Resolution {
  /** By label, name and document. */
  readonly assignments: readonly Assignment[]
  readonly review: readonly SameAs[]
}

/** Names that are one name, and what they mean. */
interface Reading {
  readonly names: readonly DocumentName[]
  /** What they mean; undefined where a reviewer must say. */
  readonly thing: Thing | undefined
  /** What a reviewer is asked to compare them with. */
  readonly candidates: readonly Thing[]
}

const byCodePoint = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** The new thing that equal names stand for, named as the first of their spellings by code point. */
const newThing = (names: readonly DocumentName[]): Thing | undefined => {
  const [first] = [...names].sort((left, right) => byCodePoint(left.name, right.name))
  return first && { label: first.label, id: null, name: first.name }
}

const aliasesIn = (readings: readonly Reading[]): readonly (Alias & { readonly document: string })[] =>
  readings.flatMap(({ thing, names }) =>
    thing === undefined
      ? []
      : names.flatMap(({ document, aliases }) => aliases.map((alias) => ({ thing, alias, document }))),
  )

const inDocument = (document: string, label: Label, name: string): string =>
  JSON.stringify([document, shortKey(label, name)])

/** Reads short names, once everything with a full name is there. */
const readShort = (meanings: Meanings, settled: readonly Reading[]) => {
  const declared = groupBy(aliasesIn(settled), ({ document, thing, alias }) =>
    inDocument(document, thing.label, alias),
  )
  const documentsOf = new Map<Thing, Set<string>>()
  for (const { thing, names } of settled) {
    if (thing === undefined) continue
    const documents = documentsOf.get(thing) ?? new Set()
    for (const { document } of names) documents.add(document)
    documentsOf.set(thing, documents)
  }
  const asWhole = (names: readonly DocumentName[]): Reading => {
    const own = newThing(names)
    if (own === undefined) return { names, thing: undefined, candidates: [] }
    const named = meanings.named(own.label, own.name)
    if (named.length > 0) return { names, thing: only(named), candidates: named.length > 1 ? named : [] }
    const fits = meanings.fits(own.label, own.name)
    const fit = only(fits)
    const itself = isBareZone(own.label, own.name) ? undefined : own
    if (fits.length === 0) return { names, thing: itself, candidates: [] }
    // A document that uses both names keeps them apart.
    const isApart =
      fit !== undefined && names.some(({ document }) => documentsOf.get(fit.thing)?.has(document))
    if (fit?.isSure === true && !isApart) return { names, thing: fit.thing, candidates: [] }
    return { names, thing: fit && itself, candidates: fits.map(({ thing }) => thing) }
  }
  return (names: readonly DocumentName[]): readonly Reading[] => {
    const stated = names.map((one) => ({
      names: [one],
      thing: only([
        ...new Set(declared.get(inDocument(one.document, one.label, one.name))?.map(({ thing }) => thing)),
      ]),
      candidates: [],
    }))
    const rest = stated.flatMap((reading) => (reading.thing === undefined ? reading.names : []))
    return [...stated.filter(({ thing }) => thing !== undefined), ...(rest.length > 0 ? [asWhole(rest)] : [])]
  }
}

/** A new full name for which something known may be the short one: never joined, always asked. */
const withKnownShortNames = (known: readonly Thing[]) => {
  const byKey = groupBy(
    known.filter(({ label, name }) => !isFullName(label, name)),
    ({ label, name }) => shortKey(label, name),
  )
  return (reading: Reading): Reading => {
    const { thing } = reading
    if (thing?.id !== null) return reading
    const candidates = shortForms(thing.label, thing.name).flatMap(
      ({ text }) => byKey.get(shortKey(thing.label, text)) ?? [],
    )
    return { ...reading, candidates }
  }
}

const sorted = <T extends { readonly label: Label; readonly name: string; readonly document: string }>(
  list: readonly T[],
): readonly T[] =>
  [...new Map(list.map((one) => [JSON.stringify([one.label, one.name, one.document]), one])).values()].sort(
    (left, right) =>
      byCodePoint(left.label, right.label) ||
      byCodePoint(left.name, right.name) ||
      byCodePoint(left.document, right.document),
  )

const resolution = (readings: readonly Reading[]): Resolution => ({
  assignments: sorted(
    readings.flatMap(({ names, thing }) =>
      names.map(({ label, name, document }) => ({
        label,
        name,
        document,
        id: thing?.id ?? null,
        entity: thing?.name ?? null,
      })),
    ),
  ),
  review: sorted(
    readings
      .filter(({ candidates }) => candidates.length > 0)
      .flatMap(({ names, candidates }) =>
        names.map(({ label, name, document }) => ({
          kind: 'same-as' as const,
          label,
          name,
          document,
          candidates: [...new Set(candidates.map((thing) => thing.name))].sort(byCodePoint),
        })),
      ),
  ),
})

/** Resolves the names of all documents together. */
export const resolveNames = (names: readonly DocumentName[], known: readonly KnownEntity[]): Resolution => {
  const knownThings = known.map(({ id, label, name, aliases }) => ({ thing: { id, label, name }, aliases }))
  const things: readonly Thing[] = knownThings.map(({ thing }) => thing)
  const aliases: readonly Alias[] = knownThings.flatMap(({ thing, aliases: list }) =>
    list.map((alias) => ({ thing, alias })),
  )
  const before = new Meanings(things, aliases)
  const readings = [...groupBy(names, ({ label, name }) => identityKey(label, name)).values()].map(
    (group): Reading => {
      const own = newThing(group)
      const thing = own && only(before.named(own.label, own.name))
      const isNew = thing === undefined && own !== undefined && isFullName(own.label, own.name)
      return { names: group, thing: isNew ? own : thing, candidates: [] }
    },
  )
  const settled = readings.filter(({ thing }) => thing !== undefined)
  const newThings = settled.flatMap(({ thing }) => (thing?.id === null ? [thing] : []))
  const after = new Meanings([...things, ...newThings], [...aliases, ...aliasesIn(settled)])
  const read = readShort(after, settled)
  return resolution([
    ...settled.map(withKnownShortNames(things)),
    ...readings.filter(({ thing }) => thing === undefined).flatMap((reading) => read(reading.names)),
  ])
}
