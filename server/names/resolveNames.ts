/**
 * Which entity each name of many documents means: a known one, a new one, or none yet. A short name joins a full name
 * only where exactly one fits; everything else goes to review. A pure function of what is named, whatever the order.
 */
import type { Label } from '../model/model.ts'
import {
  groupBy,
  isDoubtfulAlias,
  isFullName,
  Meanings,
  only,
  shortKey,
  type Alias,
  type Thing,
} from './meanings.ts'
import {
  aliasesIn,
  byCodePoint,
  groupsOf,
  ShortNames,
  type DocumentName,
  type Group,
  type Reading,
} from './readNames.ts'
import { shortForms } from './shortForms.ts'

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

/** Reads a name that a known entity has, or a full name that none has; undefined where others must be read first. */
const readFull = (meanings: Meanings, group: Group): Reading | undefined => {
  const named = meanings.named(group.label, group.name)
  const isNew = named.length === 0 && isFullName(group.label, group.name)
  const thing = isNew ? { label: group.label, id: null, name: group.name } : only(named)
  return thing && { names: group.names, thing, candidates: [] }
}

/** Resolves the names of all documents together. */
export const resolveNames = (names: readonly DocumentName[], known: readonly KnownEntity[]): Resolution => {
  const things = known.map(({ id, label, name, aliases }) => ({ thing: { id, label, name }, aliases }))
  const knownThings = things.map(({ thing }) => thing)
  const knownAliases: readonly Alias[] = things.flatMap(({ thing, aliases }) =>
    aliases.map((alias) => ({ thing, alias })),
  )
  const before = new Meanings(knownThings, knownAliases)
  const groups = groupsOf(names).map((group) => ({ group, reading: readFull(before, group) }))
  const full = groups.flatMap(({ reading }) => reading ?? [])
  const newThings = full.flatMap(({ thing }) => (thing?.id === null ? [thing] : []))
  const lasting = aliasesIn(full).filter((alias) => !isDoubtfulAlias(alias))
  const after = new Meanings([...knownThings, ...newThings], [...knownAliases, ...lasting])
  const short = new ShortNames(after, full)
  return resolution([
    ...full.map(withKnownShortNames(knownThings)),
    ...groups.flatMap(({ group, reading }) => (reading === undefined ? short.read(group) : [])),
  ])
}
