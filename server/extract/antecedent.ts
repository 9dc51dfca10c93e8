/**
 * What clauses speak of where they don't name it: the subject that goes on, and what 公司, 该项目, 园区 stand for.
 * Rules: a subject goes on until another takes its place, inside its paragraph; a word such as 公司 means the last
 * subject of its label, or the only one of its label that the sentences before name.
 */
import { labels, type Label } from '../model/model.ts'
import { groupsFrom, type Dressed, type Group } from './coordination.ts'
import { isClauseMark, type Passage } from './frames/clause.ts'
import { afterAdverbials, openingsOf } from './frames/opening.ts'
import { wording } from './frames/wording.ts'
import type { Span } from './span.ts'

/** How sure it is that what is not named here is what was named before. */
const certainties = { sameSentence: 0.95, sameParagraph: 0.88, paragraphBefore: 0.75, speech: 0.7 }
/** An apposition (龙头企业……) is looked for this far behind the start of a clause. */
const appositionLength = 14
/** … and a word that introduces a name this far before it. */
const introductionLength = 12

interface Remembered {
  readonly group: Group
  readonly sentence: number
  readonly paragraph: number
}

/** What was spoken of before a place of the document. */
interface Memory {
  /** The subjects of the last clause that had one. */
  readonly subjects: readonly Remembered[]
  readonly byLabel: ReadonlyMap<Label, Remembered>
}

/** What is known of the clauses of one sentence. */
export interface Antecedents {
  /** Words such as 该公司 as the groups they stand for. */
  readonly references: readonly Group[]
  /** For each clause the places where its subject or its verb may begin. */
  readonly openings: readonly (readonly number[])[]
  /** For each clause what it speaks of before it says anything itself. */
  readonly before: readonly (readonly Group[])[]
  /** For each clause what it speaks of once it is said. */
  readonly after: readonly (readonly Group[])[]
  /** What the sentences before spoke of, by label, up to a paragraph back. */
  readonly earlier: readonly Group[]
}

export const noMemory: Memory = { subjects: [], byLabel: new Map() }

/** A mention that words such as 龙头企业 introduce where a subject would begin. */
const apposed = ({ text, mentions }: Passage, start: number, end: number): number => {
  const next = mentions.findIndex((dressed) => dressed.start > start)
  const at = mentions[next]?.start ?? end
  if (at >= end || at - start > appositionLength) return -1
  if (wording.prepositions.at(text, start) !== undefined) return -1
  return wording.appositions.before(text, at) === undefined ? -1 : next
}

/** In ……[甲]负责人表示 the one who speaks is whom the speech is about. */
const speaker = ({ text, mentions }: Passage, clause: Span): number =>
  wording.speeches.before(text, clause.end) === undefined
    ? -1
    : mentions.findLastIndex(
        ({ start, end, mention }) =>
          start >= clause.start && end <= clause.end && mention.label === 'Company',
      )

/** The groups at the start of a clause: 甲和乙; 甲的丙 and [常州][新能源产业] speak of both. */
const ownSubjects = (
  passage: Passage,
  clause: Span,
  references: readonly Group[],
  start: number,
): readonly Group[] => {
  const { text, mentions } = passage
  const reference = references.find((group) => group.start === start)
  if (reference) return [reference]
  if (start > clause.start && wording.prepositions.before(text, start) !== undefined) return []
  let index = mentions.findIndex((dressed) => dressed.start === start)
  if (index < 0) index = apposed(passage, start, clause.end)
  if (index < 0) index = speaker(passage, clause)
  const found: Group[] = []
  while (index >= 0) {
    const group = groupsFrom(text, mentions, index)[0]
    if (!group || group.end > clause.end) break
    found.push(group)
    const after = text.startsWith('的', group.end) ? group.end + 1 : group.end
    index = mentions.findIndex((dressed) => dressed.start === after)
  }
  return found
}

const isFree = (mentions: readonly Dressed[], { start, end }: Span): boolean =>
  !mentions.some((dressed) => dressed.start < end && start < dressed.end)

/** Whether a word such as 公司 stands alone here and not in 整车公司 or 公司治理. */
const standsAlone = (text: string, start: number, clause: Span): boolean =>
  start === clause.start ||
  isClauseMark(text, start - 1) ||
  wording.prepositions.before(text, start) !== undefined ||
  wording.placings.before(text, start) !== undefined ||
  afterAdverbials(text, clause) === start

const certaintyOf = (remembered: Remembered, { number, sentence, text }: Passage): number => {
  if (remembered.sentence === number) return certainties.sameSentence
  // Who speaks may only be named behind the speech.
  const speech = text.startsWith('“', sentence.start) ? certainties.speech : 1
  if (remembered.paragraph === sentence.paragraph) return certainties.sameParagraph * speech
  return remembered.paragraph === sentence.paragraph - 1 ? certainties.paragraphBefore * speech : 0
}

/** 双方 are two, 公司 is one; 全市 can't stand for a 区: the word's last character ends the name, or the name has no such character. */
const fits = (label: Label, word: string, group: Group): boolean => {
  if (wording.pairs.at(word, 0) !== undefined) return group.members.length === 2
  if (label !== 'Region' && label !== 'Park') return group.members.length === 1
  if (!/^[全我该][省市区县镇]$/u.test(word)) return group.members.length === 1
  const unit = word.at(-1) ?? ''
  const name = group.members[0]?.name ?? ''
  return group.members.length === 1 && (name.endsWith(unit) || !/[省市区县镇]$/.test(name))
}

/** What a word that begins here may stand for: of several labels the one spoken of last. */
const referenceAt = (passage: Passage, clause: Span, memory: Memory, start: number): Group | undefined => {
  const { text, mentions } = passage
  let latest: { group: Group; sentence: number } | undefined
  for (const label of labels) {
    const words = wording.references[label]
    const strong = words?.strong.at(text, start)
    const word = strong ?? (standsAlone(text, start, clause) ? words?.weak.at(text, start) : undefined)
    const remembered = memory.byLabel.get(label)
    if (word === undefined || !remembered || remembered.sentence <= (latest?.sentence ?? -1)) continue
    const span = { start, end: start + word.length }
    const certainty = certaintyOf(remembered, passage)
    if (certainty === 0 || !isFree(mentions, span) || !fits(label, word, remembered.group)) continue
    latest = {
      group: { ...span, members: remembered.group.members, certainty },
      sentence: remembered.sentence,
    }
  }
  return latest?.group
}

const referencesIn = (passage: Passage, clause: Span, memory: Memory): readonly Group[] => {
  const found: Group[] = []
  for (let start = clause.start; start < clause.end; start++) {
    if (wording.referring.at(passage.text, start) === undefined) continue
    const group = referenceAt(passage, clause, memory, start)
    if (group) found.push(group)
  }
  return found
}

/** Who a clause introduces at its end is what the next one speaks of: ……设立子公司[乙]，生产……. */
const introduced = ({ text, mentions }: Passage, clause: Span): readonly Group[] => {
  const index = mentions.findIndex((dressed) => dressed.end === clause.end)
  const last = mentions[index]
  if (last?.mention.label !== 'Company') return []
  const from = Math.max(clause.start, last.start - introductionLength)
  return wording.introductions.isIn(text, from, last.start) ? groupsFrom(text, mentions, index) : []
}

const isProduct = (group: Group): boolean => group.members.every(({ label }) => label === 'Product')

const remember = (memory: Memory, groups: readonly Group[], passage: Passage): Memory => {
  const named = groups.map((group) => ({
    group,
    sentence: passage.number,
    paragraph: passage.sentence.paragraph,
  }))
  const byLabel = new Map(memory.byLabel)
  for (const subject of named)
    for (const { label } of subject.group.members.slice(0, 1)) byLabel.set(label, subject)
  // A product is somebody's: who makes or uses it is still spoken of.
  const subjects = groups.every(isProduct) ? [...named, ...memory.subjects] : named
  return { subjects, byLabel }
}

/** What a sentence names without speaking of it counts where it is the only one of its label. */
const rememberOnly = (memory: Memory, passage: Passage): Memory => {
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
  return { ...memory, byLabel }
}

/** A subject goes on inside its paragraph only. */
const goingOn = (memory: Memory, passage: Passage): readonly Group[] =>
  memory.subjects
    .filter(({ paragraph }) => paragraph === passage.sentence.paragraph)
    .map((subject) => ({ ...subject.group, certainty: certaintyOf(subject, passage) }))

/** What may still be meant, a paragraph later too. */
const stillMeant = (memory: Memory, passage: Passage): readonly Group[] =>
  [...memory.byLabel.values()]
    .map((remembered) => ({ ...remembered.group, certainty: certaintyOf(remembered, passage) }))
    .filter(({ certainty }) => certainty > 0)

/** Reads the clauses of one sentence; returns what they speak of, and what the next sentence remembers. */
export const antecedentsOf = (
  passage: Passage,
  memory: Memory,
): { antecedents: Antecedents; memory: Memory } => {
  const references: Group[] = []
  const openings: (readonly number[])[] = []
  const before: (readonly Group[])[] = []
  const after: (readonly Group[])[] = []
  let now = memory
  let lasting = memory
  let isPart = false
  for (const clause of passage.clauses) {
    const here = referencesIn(passage, clause, now)
    references.push(...here)
    const opening = openingsOf(passage, clause, here)
    openings.push(opening)
    before.push(goingOn(now, passage))
    const own = ownSubjects(passage, clause, here, opening.at(-1) ?? clause.start)
    if (own.length > 0) now = remember(now, own, passage)
    // 其中 speaks of a part, as long as nothing else is named and the sentence lasts.
    if (own.length > 0) isPart = passage.text.startsWith('其中', clause.start)
    after.push(goingOn(now, passage))
    if (!isPart) lasting = now
    const next = introduced(passage, clause)
    if (next.length === 0) continue
    now = remember(now, next, passage)
    lasting = { ...now, subjects: lasting.subjects }
  }
  const earlier = stillMeant(memory, passage)
  return {
    antecedents: { references, openings, before, after, earlier },
    memory: rememberOnly(lasting, passage),
  }
}
