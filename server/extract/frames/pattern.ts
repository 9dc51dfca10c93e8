/**
 * The small language that sentence frames are written in: parts between white space, read from left to right.
 *
 *     {start}            a mention (or several, coordinated) that plays this role; labels: those the type allows
 *     {end:Park|Region}  … of these labels
 *     {end=}             … whose name has a mark, a letter or a digit: a model or a brand
 *     {end^}             what the sentence is about, without a place of its own in the pattern
 *     {end^^}            … or what the paragraph before is about
 *     {product}          a product, in words or as a mention
 *     供货|<supply>      one of these words, or of a class of words
 *     供货!              … which is the predicate: its modality is the fact's stage
 *     ..8                at most 8 characters inside the clause
 *     ,,40               at most 40 characters, across clauses
 *     part?              may be missing
 *     ~附近|周边         none of these words comes next
 *     ~{Project}         no mention of these labels comes next
 *     $                  the end of the clause
 *     ^                  the start of the clause, or behind its adverbials or places
 */
import { isLabel, model, type Label, type RelationshipType } from '../../model/model.ts'
import type { Vocabulary } from './vocabulary.ts'

const roles = ['start', 'end', 'product'] as const
export type Role = (typeof roles)[number]

export interface Slot {
  readonly kind: 'slot'
  readonly role: Role
  readonly labels: ReadonlySet<Label>
  readonly optional: boolean
  /** Filled by what the sentence is about. */
  readonly topic: boolean
  /** … or what the paragraph before was about. */
  readonly isFar: boolean
  /** Filled by names of models and brands alone. */
  readonly isNamed: boolean
  /** What it says of who fills it: that they do something, alone or with others, or none of that. */
  readonly deed: 'own' | 'shared' | 'none'
  /** Tells it from slots that others fill. */
  readonly key: string
}

export interface Words {
  readonly kind: 'words'
  /** The longest first. */
  readonly words: readonly string[]
  /** The number of the list in the vocabulary of all patterns. */
  readonly list: number
  readonly optional: boolean
  readonly predicate: boolean
}

export interface Gap {
  readonly kind: 'gap'
  readonly most: number
  /** Goes across commas, and tries every place where the rest fits. */
  readonly crossing: boolean
  /** Stands behind the subject that the pattern begins with. */
  readonly subject: boolean
  /** Mentions of these labels end it: the nearest one is meant. */
  readonly blocked: ReadonlySet<Label>
}

export interface Barrier {
  readonly kind: 'barrier'
  readonly words: readonly string[]
  readonly labels: ReadonlySet<Label>
}

export interface Edge {
  readonly kind: 'begin' | 'end'
}

export type Part = Slot | Words | Gap | Barrier | Edge

/** Named lists of words that patterns refer to. */
export type WordClasses = ReadonlyMap<string, readonly string[]>

const slotShape = /^\{(start|end|product)(\^{1,2}|=)?(?::([A-Za-z|]+))?\}(\?)?$/
const gapShape = /^(\.\.|,,)(\d+)$/

/** What a role may be where the pattern does not say: the ends of the type; products are supplied in `product`. */
const labelsOf = (type: RelationshipType, role: Role): readonly Label[] => {
  if (role === 'product') return ['Product']
  const declared = role === 'start' ? model.types[type].start : model.types[type].end
  return type === 'SUPPLIES' ? declared.filter((label) => label !== 'Product') : declared
}

/** What these types say is done by partners too: 甲与乙合资设立丙. */
const shared: ReadonlySet<RelationshipType> = new Set(['INVESTS_IN', 'OPERATES', 'COOPERATES_WITH'])

const isRole = (text: string | undefined): text is Role => roles.some((role) => role === text)

/** A slot of a pattern; `next` is the part behind it: [甲]的 does nothing, it only has. */
const slotOf = (type: RelationshipType, text: string, next: string | undefined): Slot | undefined => {
  const [, role, sign, labels, optional] = slotShape.exec(text) ?? []
  if (!isRole(role)) return undefined
  const named = labels?.split('|') ?? labelsOf(type, role)
  const wrong = named.find((label) => !isLabel(label))
  if (wrong !== undefined) throw new Error(`${text}: ${wrong} is not a label`)
  const isActing = role === 'start' && next !== '的'
  const deed = !isActing ? 'none' : shared.has(type) ? 'shared' : 'own'
  return {
    kind: 'slot',
    role,
    labels: new Set(named.filter(isLabel)),
    optional: optional !== undefined,
    topic: sign?.startsWith('^') === true,
    isFar: sign === '^^',
    isNamed: sign === '=',
    deed,
    key: `${role}${sign ?? ''} ${deed} ${named.join(' ')}`,
  }
}

const longestFirst = (left: string, right: string): number =>
  right.length - left.length || (left < right ? -1 : 1)

/** The words that a part lists, those of its classes too, the longest first. */
const listed = (text: string, body: string, classes: WordClasses): readonly string[] =>
  body
    .split('|')
    .flatMap((word) => {
      if (!/^<.+>$/.test(word)) return [word]
      const named = classes.get(word.slice(1, -1))
      if (!named) throw new Error(`${text}: there is no class of words ${word}`)
      return named
    })
    .sort(longestFirst)

const wordsOf = (text: string, classes: WordClasses, vocabulary: Vocabulary): Words => {
  const [, body = '', predicate, optional] = /^(.+?)(!)?(\?)?$/.exec(text) ?? []
  const words = listed(text, body, classes)
  return {
    kind: 'words',
    words,
    list: vocabulary.listOf(words),
    optional: optional !== undefined,
    predicate: predicate !== undefined,
  }
}

const barrierOf = (text: string, classes: WordClasses): Barrier => {
  const [, labels] = /^\{([A-Za-z|]+)\}$/.exec(text) ?? []
  return labels === undefined
    ? { kind: 'barrier', words: listed(text, text, classes), labels: new Set() }
    : { kind: 'barrier', words: [], labels: new Set(labels.split('|').filter(isLabel)) }
}

const labelsBeside = (parts: readonly Part[], index: number, step: 1 | -1): readonly Label[] => {
  for (let at = index + step; at >= 0 && at < parts.length; at += step) {
    const part = parts[at]
    if (part?.kind === 'slot' && !part.topic && part.role !== 'product') return [...part.labels]
  }
  return []
}

/** A pattern of a frame of this type; its lists of words join the vocabulary. Throws where it is not well formed, naming the part. */
export const parsePattern = (
  type: RelationshipType,
  pattern: string,
  classes: WordClasses,
  vocabulary: Vocabulary,
): readonly Part[] => {
  const parts = pattern
    .trim()
    .split(/\s+/)
    .map((text, index, all): Part => {
      const slot = slotOf(type, text, all[index + 1])
      if (slot) return slot
      const [, mark, most] = gapShape.exec(text) ?? []
      if (mark !== undefined && most !== undefined)
        return {
          kind: 'gap',
          most: Number(most),
          crossing: mark === ',,',
          subject: false,
          blocked: new Set(),
        }
      if (text === '$' || text === '^') return { kind: text === '$' ? 'end' : 'begin' }
      if (text.startsWith('~')) return barrierOf(text.slice(1), classes)
      if (/[{}.]/.test(text)) throw new Error(`${text} is neither a slot, a gap nor a word`)
      return wordsOf(text, classes, vocabulary)
    })
  if (parts[0]?.kind === 'gap') throw new Error('a pattern does not begin with a gap')
  const named = new Set(parts.flatMap((part) => (part.kind === 'slot' ? [part.role] : [])))
  if (!named.has('start') || !named.has('end')) throw new Error('a pattern needs {start} and {end}')
  return parts.map((part, index) =>
    part.kind === 'gap'
      ? {
          ...part,
          subject: index === 1 && parts[0]?.kind === 'slot',
          blocked: new Set([...labelsBeside(parts, index, -1), ...labelsBeside(parts, index, 1)]),
        }
      : part,
  )
}
