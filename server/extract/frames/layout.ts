/** A sentence laid out for the frames: which names, or words for them, begin where. */
import { antecedentsOf, noMemory, type Antecedents } from '../antecedent.ts'
import { dress, groupsFrom, type Dressed, type Group } from '../coordination.ts'
import type { Mention } from '../mention.ts'
import type { Sentence } from '../sentence.ts'
import { clausesOf, type Passage } from './clause.ts'

export interface Layout extends Passage, Antecedents {
  /** Groups of names by the place where they begin, the longest first. */
  readonly groups: ReadonlyMap<number, readonly Group[]>
  /** Mentions by the place where they begin. */
  readonly mentionAt: ReadonlyMap<number, Dressed>
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

/** Lays out the sentences of a document. Mentions are in order and don't overlap. */
export const layOut = (
  text: string,
  sentences: readonly Sentence[],
  mentions: readonly Mention[],
): readonly Layout[] => {
  let memory = noMemory
  let next = 0
  return sentences.map((sentence, number) => {
    const inside: Mention[] = []
    for (let mention = mentions[next]; mention && mention.end <= sentence.end; mention = mentions[++next])
      if (mention.start >= sentence.start) inside.push(mention)
    const dressed = dress(text, inside)
    const passage = { text, sentence, number, mentions: dressed, clauses: clausesOf(text, sentence) }
    const read = antecedentsOf(passage, memory)
    memory = read.memory
    return {
      ...passage,
      ...read.antecedents,
      groups: groupsOf(text, dressed, read.antecedents.references),
      mentionAt: new Map(dressed.map((one) => [one.start, one])),
    }
  })
}
