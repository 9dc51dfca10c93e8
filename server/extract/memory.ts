/** What a document was speaking of before one of its sentences. */
import { labels, type Label } from '../model/model.ts'
import type { Group } from './coordination.ts'
import type { Passage } from './frames/clause.ts'
import { wording } from './frames/wording.ts'

/** How sure it is that what is not named here is what was named before. */
export const certainties = {
  sameSentence: 0.95,
  sameParagraph: 0.88,
  paragraphBefore: 0.75,
  main: 0.88,
  first: 0.7,
  speech: 0.7,
}

export interface Remembered {
  readonly group: Group
  readonly sentence: number
  readonly paragraph: number
}

/** What was spoken of before a place of the document. */
export interface Memory {
  /** The subjects of the last clause that had one. */
  readonly subjects: readonly Remembered[]
  readonly byLabel: ReadonlyMap<Label, Remembered>
  /** The firm a clause has introduced at its end: 合资组建[乙]. */
  readonly newcomer: Remembered | undefined
  /** By their label and how they end (市, 集团) of the names of the document, and the last one. */
  readonly byUnit: ReadonlyMap<string, { readonly first: Remembered; readonly last: Remembered }>
  /** The first firm the document speaks of: the one it is about, where no other is nearer. */
  readonly first: Group | undefined
  /** The firm the document names far more often than any other. */
  readonly main: Group | undefined
}

/** Before the first sentence. */
export const noMemory: Memory = {
  subjects: [],
  byLabel: new Map(),
  byUnit: new Map(),
  newcomer: undefined,
  first: undefined,
  main: undefined,
}

/** How sure it is that a sentence still means what was remembered, 0..1; 0 where it is too far. */
export const certaintyOf = (remembered: Remembered, { number, sentence, text }: Passage): number => {
  if (remembered.sentence === number) return certainties.sameSentence
  // Who speaks may only be named behind the speech.
  const speech = text.startsWith('“', sentence.start) ? certainties.speech : 1
  if (remembered.paragraph === sentence.paragraph) return certainties.sameParagraph * speech
  return remembered.paragraph === sentence.paragraph - 1 ? certainties.paragraphBefore * speech : 0
}

/** A product or a project is somebody's: who makes, uses or builds it is still spoken of. */
const isOwned = (group: Group): boolean =>
  group.members.every(({ label }) => label === 'Product' || label === 'Project')

/** What is remembered once these are spoken of. */
export const remember = (memory: Memory, groups: readonly Group[], passage: Passage): Memory => {
  const named = groups.map((group) => ({
    group,
    sentence: passage.number,
    paragraph: passage.sentence.paragraph,
  }))
  const byLabel = new Map(memory.byLabel)
  for (const subject of named)
    for (const { label } of subject.group.members.slice(0, 1)) byLabel.set(label, subject)
  const subjects = groups.every(isOwned) ? [...memory.subjects, ...named] : named
  const first =
    memory.first ?? groups.find(({ members }) => members.length === 1 && members[0]?.label === 'Company')
  return { ...memory, subjects, byLabel, first }
}

/** Under what the names of a label with this ending are remembered; with '' all of the label. */
export const unitKey = (label: Label, unit: string): string => `${label} ${unit}`

/** What such words as 全市 may mean once a sentence is read. */
const withUnits = (known: Memory['byUnit'], { mentions, number, sentence }: Passage): Memory['byUnit'] => {
  const byUnit = new Map(known)
  for (const { start, end, mention } of mentions) {
    const group = { start, end, members: [mention], certainty: 1 }
    const last = { group, sentence: number, paragraph: sentence.paragraph }
    for (const unit of ['', wording.units.before(mention.name, mention.name.length)]) {
      if (unit === undefined) continue
      const key = unitKey(mention.label, unit)
      byUnit.set(key, { first: byUnit.get(key)?.first ?? last, last })
    }
  }
  return byUnit
}

/** What a sentence names without speaking of it counts where it is the only one of its label. */
export const rememberOnly = (memory: Memory, passage: Passage): Memory => {
  const byLabel = new Map(memory.byLabel)
  for (const label of labels) {
    if (byLabel.get(label)?.paragraph === passage.sentence.paragraph) continue
    const named = passage.mentions.filter(({ mention }) => mention.label === label)
    const first = named[0]
    if (!first || named.some(({ mention }) => mention.name !== first.mention.name)) continue
    byLabel.set(label, {
      group: { start: first.start, end: first.end, members: [first.mention], certainty: 1 },
      sentence: passage.number,
      paragraph: passage.sentence.paragraph,
    })
  }
  return { ...memory, byLabel, byUnit: withUnits(memory.byUnit, passage) }
}
