/** The names that are known before a document is read, and where a text uses them. */
import type { Label } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import type { Span } from './span.ts'
import { spellingOf } from './spelling.ts'
import { Trie } from './trie.ts'

/** One name of one known entity. */
export interface KnownName {
  readonly text: string
  /** Of the entity that has it. */
  readonly id: string
  readonly label: Label
  /** The entity's own name, where `text` is an alias. */
  readonly name: string
}

/** A place where a text uses a known name, with all that it may mean. */
export interface KnownSpan extends Span {
  readonly names: readonly KnownName[]
}

/** The shortest name that is looked for: one character is never a name by itself. */
const shortestName = 2

/** Texts name the same few things again and again; beyond this many spellings the answers are forgotten. */
const mostAsked = 20_000

export interface Gazetteer {
  readonly names: readonly KnownName[]
  /** Every use of a known name in the text, overlapping ones too, by start. */
  readonly find: (text: string) => readonly KnownSpan[]
  /** The known names that are spelt like this one. */
  readonly named: (text: string) => readonly KnownName[]
}

const letterOrDigit = /[a-z0-9]/

/** Whether a match cuts through a word in Latin letters or a number, such as L9 in ML90. */
const cutsWord = (key: string, start: number, end: number): boolean =>
  (letterOrDigit.test(key.charAt(start)) && letterOrDigit.test(key.charAt(start - 1))) ||
  (letterOrDigit.test(key.charAt(end - 1)) && letterOrDigit.test(key.charAt(end)))

const marks: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]

/** The span with the quotation mark directly beside it whose partner stands inside: “532”发展战略, 专精特新“小巨人”. */
const withPartnerMark = (text: string, { start, end }: Span): Span => {
  const inside = text.slice(start, end)
  for (const [open, close] of marks) {
    if (inside.includes(close) && !inside.includes(open) && text.charAt(start - 1) === open)
      return { start: start - 1, end }
    if (inside.includes(open) && !inside.includes(close) && text.charAt(end) === close)
      return { start, end: end + 1 }
  }
  return { start, end }
}

/** Prepares the known names for finding; names that differ only in spelling are found alike. */
export const buildGazetteer = (names: readonly KnownName[]): Gazetteer => {
  const trie = new Trie<KnownName>()
  const byKey = new Map<string, KnownName[]>()
  for (const name of names) {
    const key = nameKey(name.text)
    if (key.length < shortestName) continue
    const same = byKey.get(key)
    if (same?.some(({ id }) => id === name.id) === true) continue
    if (same) same.push(name)
    else byKey.set(key, [name])
    trie.add(key, name)
  }
  const asked = new Map<string, readonly KnownName[]>()
  const named = (text: string): readonly KnownName[] => {
    const known = asked.get(text)
    if (known !== undefined) return known
    if (asked.size >= mostAsked) asked.clear()
    const found = byKey.get(nameKey(text)) ?? []
    asked.set(text, found)
    return found
  }
  return {
    names,
    named,
    find: (text) => {
      const { key, starts, ends } = spellingOf(text)
      return trie
        .all(key)
        .filter(({ start, end }) => !cutsWord(key, start, end))
        .map(({ start, end, values }) => ({
          ...withPartnerMark(text, { start: starts[start] ?? 0, end: ends[end - 1] ?? 0 }),
          names: values,
        }))
    },
  }
}
