/** What a sentence offers to patterns, looked up once: most patterns ask for something that it does not have. */
import { labels, type Label } from '../../model/model.ts'
import type { Group } from '../coordination.ts'
import type { Layout } from './layout.ts'
import type { Part, Slot } from './pattern.ts'
import { mayPlay } from './role.ts'
import { nextPlace, type Said, type Vocabulary } from './vocabulary.ts'
import { wording } from './wording.ts'

/** Labels as bits. */
type Labels = number

/** These labels as bits. */
export const bitsOf = (some: Iterable<Label>): Labels => {
  let bits = 0
  for (const label of some) bits |= 1 << labels.indexOf(label)
  return bits
}

/** The labels of all that some lists of groups name. */
const labelsIn = (lists: Iterable<readonly Group[]>): Labels => {
  let bits = 0
  for (const groups of lists)
    for (const { members } of groups) for (const { label } of members) bits |= 1 << labels.indexOf(label)
  return bits
}

export interface Offer {
  readonly layout: Layout
  /** The words of the patterns that stand outside of names and of longer words. */
  readonly said: Said
  /** Where groups of names begin, in order. */
  readonly groupStarts: readonly number[]
  /** Labels of what is named here, what clauses speak of before they name anything, and what may be meant at all. */
  readonly named: Labels
  readonly going: Labels
  readonly meant: Labels
  /** Where a pattern that begins with this slot may begin with a name. */
  readonly leads: (slot: Slot) => readonly number[]
}

/** Whether a word is only the beginning of another one here: 供应 in 供应商. */
const isWithinLonger = (text: string, start: number, end: number): boolean =>
  (wording.compounds.at(text, start)?.length ?? 0) > end - start

/** No word of a pattern lies inside a name. */
const isFree = ({ mentions }: Layout, start: number, end: number): boolean => {
  for (const dressed of mentions) if (dressed.start < end && start < dressed.end) return false
  return true
}

/** Whether a word of a pattern may stand here: outside of names and of longer words. */
export const isPlain = (layout: Layout, start: number, end: number): boolean =>
  end <= layout.sentence.end && isFree(layout, start, end) && !isWithinLonger(layout.text, start, end)

/** Whether the words that a pattern must have stand one after another from `at` on; from the part at `index` on. */
export const hasWords = (said: Said, parts: readonly Part[], at: number, index = 0): boolean => {
  let from = at
  for (let number = index; number < parts.length; number++) {
    const part = parts[number]
    if (part?.kind !== 'words' || part.optional) continue
    const place = nextPlace(said.placesIn(part.list), from)
    if (place === undefined) return false
    from = place + 1
  }
  return true
}

/** Who acts is named by a whole list, and not behind a preposition: in 为[乙]供应 乙 does not supply, in 与[乙]研发 it does not alone. */
const canLead = ({ joined, receiving, partaking }: Layout, { deed }: Slot, at: number): boolean => {
  if (joined.has(at)) return false
  if (deed === 'none') return true
  return !receiving.has(at) && (deed === 'shared' || !partaking.has(at))
}

const leadsOf = (layout: Layout, slot: Slot): readonly number[] => {
  const found: number[] = []
  for (const [at, groups] of layout.groups)
    if (canLead(layout, slot, at) && groups.some((group) => mayPlay(layout.text, slot, group))) found.push(at)
  return found
}

/** What a sentence offers to patterns with these words. */
export const offerOf = (layout: Layout, vocabulary: Vocabulary): Offer => {
  const { text, sentence, groups, before, after, earlier, main } = layout
  const going = labelsIn(before)
  const leads = new Map<string, readonly number[]>()
  return {
    layout,
    said: vocabulary.said(text, sentence, ({ start, end }) => isPlain(layout, start, end)),
    groupStarts: [...groups.keys()].sort((left, right) => left - right),
    named: labelsIn(groups.values()),
    going,
    meant: going | labelsIn(after) | labelsIn([earlier, main === undefined ? [] : [main]]),
    leads: (slot) => {
      const known = leads.get(slot.key)
      if (known !== undefined) return known
      const found = leadsOf(layout, slot)
      leads.set(slot.key, found)
      return found
    },
  }
}
