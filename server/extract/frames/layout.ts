/** A sentence laid out for the frames: which names, or words for them, begin where. */
import { antecedentsOf, type Antecedents } from '../antecedent.ts'
import { dress, groupsFrom, isPlace, ownsNext, type Dressed, type Group } from '../coordination.ts'
import { certainties, noMemory } from '../memory.ts'
import type { Mention } from '../mention.ts'
import type { Sentence } from '../sentence.ts'
import { clausesOf, type Passage } from './clause.ts'
import { wording } from './wording.ts'

export interface Layout extends Passage, Antecedents {
  /** Groups of names by the place where they begin, the longest first. */
  readonly groups: ReadonlyMap<number, readonly Group[]>
  /** Mentions by the place where they begin. */
  readonly mentionAt: ReadonlyMap<number, Dressed>
  /** Where clauses begin, their adverbials and nested places skipped or not. */
  readonly begins: ReadonlySet<number>
  /** Names that go on with a list: 丙 in 甲、乙和丙. */
  readonly joined: ReadonlySet<number>
  /** Names to whom something is done: 乙 in 为乙供货. */
  readonly receiving: ReadonlySet<number>
  /** Names that take part in what somebody else does: 乙 in 与乙合资. */
  readonly partaking: ReadonlySet<number>
  /** Names that only say whose the next one is: 甲 in [甲]旗下的[乙]. */
  readonly owners: ReadonlySet<number>
  /** The firm that the document names far more often than any other. */
  readonly main: Group | undefined
}

/** In [石峰区][高科园] the second place begins the clause with the first. */
const beginsOf = (openings: Antecedents['openings'], mentions: readonly Dressed[]): ReadonlySet<number> => {
  const begins = new Set(openings.flat())
  const nested = mentions.filter(({ start }) => begins.has(start)).map(({ end }) => end)
  return new Set([...begins, ...nested])
}

/** What the words right before names tell of them. */
const ledOf = (
  text: string,
  starts: Iterable<number>,
  mentions: readonly Dressed[],
): Pick<Layout, 'joined' | 'receiving' | 'partaking'> => {
  const byEnd = new Map(mentions.map((dressed) => [dressed.end, dressed]))
  const byStart = new Map(mentions.map((dressed) => [dressed.start, dressed]))
  /** [甲厂]、[丙市]的[乙厂] does not go on with a list of places. */
  const goesOn = (before: Dressed | undefined, next: Dressed | undefined): boolean =>
    before !== undefined && (!isPlace(next) || isPlace(before))
  const [joined, receiving, partaking] = [new Set<number>(), new Set<number>(), new Set<number>()]
  for (const start of starts) {
    const joiner = wording.joiners.before(text, start)
    if (joiner !== undefined && goesOn(byEnd.get(start - joiner.length), byStart.get(start)))
      joined.add(start)
    if (wording.recipients.before(text, start) !== undefined) receiving.add(start)
    if (wording.partakings.before(text, start) !== undefined) partaking.add(start)
  }
  return { joined, receiving, partaking }
}

const groupsOf = (
  text: string,
  mentions: readonly Dressed[],
  references: readonly Group[],
): ReadonlyMap<number, readonly Group[]> => {
  const groups = new Map(
    mentions.map(({ start }, index) => [start, groupsFrom(text, mentions, index)] as const),
  )
  for (const reference of references)
    groups.set(reference.start, [...(groups.get(reference.start) ?? []), reference])
  return groups
}

/** A document is about a firm it names so often, and so many times more than the next one. */
const mainFirm = { least: 3, times: 2 }

/** The firm a document is about; undefined where it is about several. */
const mainOf = (mentions: readonly Mention[]): Group | undefined => {
  const uses = new Map<string, Mention[]>()
  for (const mention of mentions)
    if (mention.label === 'Company') uses.set(mention.name, [...(uses.get(mention.name) ?? []), mention])
  const [most = [], next = []] = [...uses.values()].sort((left, right) => right.length - left.length)
  const [first] = most
  if (!first || most.length < mainFirm.least || most.length < next.length * mainFirm.times) return undefined
  return { start: first.start, end: first.end, members: [first], certainty: certainties.main }
}

/** Lays out the sentences of a document. Mentions are in order and don't overlap. */
export const layOut = (
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Layout[] => {
  const main = mainOf(mentions)
  let memory = { ...noMemory, main }
  let next = 0
  return sentences.map((sentence, number) => {
    const inside: Mention[] = []
    for (let mention = mentions[next]; mention && mention.end <= sentence.end; mention = mentions[++next])
      if (mention.start >= sentence.start) inside.push(mention)
    const dressed = dress(text, inside)
    const passage = { text, sentence, number, mentions: dressed, clauses: clausesOf(text, sentence) }
    const read = antecedentsOf(passage, memory)
    memory = read.memory
    const groups = groupsOf(text, dressed, read.antecedents.references)
    return {
      ...passage,
      ...read.antecedents,
      groups,
      ...ledOf(text, groups.keys(), dressed),
      owners: new Set(dressed.flatMap(({ start }, index) => (ownsNext(text, dressed, index) ? [start] : []))),
      main,
      begins: beginsOf(read.antecedents.openings, dressed),
      mentionAt: new Map(dressed.map((one) => [one.start, one])),
    }
  })
}
