/**
 * What clauses speak of where they don't name it: the subject that goes on, and what 公司, 该项目, 园区 stand for.
 * Rules: a subject goes on until another takes its place, inside its paragraph; a word such as 公司 means the last
 * subject of its label, or the only one of its label that the sentences before name.
 */
import { groupsFrom, ownsNext, type Group } from './coordination.ts'
import type { Passage } from './frames/clause.ts'
import { openingsOf } from './frames/opening.ts'
import { wording } from './frames/wording.ts'
import { certainties, certaintyOf, remember, rememberOnly, type Memory } from './memory.ts'
import { referencesIn } from './reference.ts'
import type { Span } from './span.ts'

/** An apposition (龙头企业……) is looked for this far behind the start of a clause. */
const appositionLength = 14
/** … and behind a description this far. */
const describedLength = 24
/** … and nearer where it is somebody's: 其控股子公司[甲]. */
const ownedLength = 7
/** … and a word that introduces a name this far before it. */
const introductionLength = 12

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

/** 为[乙]供货的[甲] speaks of 甲: the firm behind 的 that what begins with a preposition describes; it has the last word. */
const described = ({ text, mentions }: Passage, start: number, end: number): number => {
  const index = mentions.findIndex((dressed) => dressed.start > start && text[dressed.start - 1] === '的')
  const firm = mentions[index]
  if (firm?.mention.label !== 'Company' || firm.end > end) return -1
  // 除了供给[乙]的 and 同在[园区]的 describe no subject, [甲][轴承项目] is no firm.
  if (/^[除同]/u.test(text.slice(start, start + 1)) || mentions[index + 1]?.start === firm.end) return -1
  const isNear = firm.start - start <= describedLength && !text.slice(start, firm.start - 1).includes('的')
  return isNear && !/^[的、和与及等]/u.test(text.slice(firm.end, firm.end + 1)) ? index : -1
}

/** A mention that words such as 龙头企业 introduce where a subject would begin. */
const apposed = (passage: Passage, start: number, end: number): number => {
  const { text, mentions } = passage
  const next = mentions.findIndex((dressed) => dressed.start > start)
  const at = mentions[next]?.start ?? end
  if (at >= end || at - start > appositionLength) return -1
  if (wording.prepositions.at(text, start) !== undefined) return described(passage, start, end)
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
  // 其母公司[甲] speaks of 甲, 公司参股的[甲] of both.
  let index = reference ? apposed(passage, reference.end, reference.end + ownedLength) : -1
  if (index >= 0 && text.endsWith('的', mentions[index]?.start)) index = -1
  if (reference && index < 0) return [reference]
  if (start > clause.start && wording.prepositions.before(text, start) !== undefined) return []
  if (index < 0) index = mentions.findIndex((dressed) => dressed.start === start)
  if (index < 0) index = apposed(passage, start, clause.end)
  if (index < 0) index = speaker(passage, clause)
  while (index >= 0 && ownsNext(text, mentions, index)) index++
  const found: Group[] = []
  while (index >= 0) {
    const group = groupsFrom(text, mentions, index)[0]
    if (!group || group.end > clause.end) break
    // In [甲]项目仍在报价 甲 does nothing.
    if (wording.belongings.at(text, group.end) !== undefined) break
    found.push(group)
    const after = text.startsWith('的', group.end) ? group.end + 1 : group.end
    index = mentions.findIndex((dressed) => dressed.start === after)
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

/** A subject goes on inside its paragraph only. */
const goingOn = (memory: Memory, passage: Passage): readonly Group[] =>
  memory.subjects
    .filter(({ paragraph }) => paragraph === passage.sentence.paragraph)
    .map((subject) => ({ ...subject.group, certainty: certaintyOf(subject, passage) }))

/** What may still be meant, a paragraph later too; after that the firm the document is about. */
const stillMeant = (memory: Memory, passage: Passage): readonly Group[] => {
  const groups = [...memory.byLabel.values()]
    .map((remembered) => ({ ...remembered.group, certainty: certaintyOf(remembered, passage) }))
    .filter(({ certainty }) => certainty > 0)
  if (!memory.first || groups.some(({ members }) => members[0]?.label === 'Company')) return groups
  return [...groups, { ...memory.first, certainty: certainties.first }]
}

/** [甲]、[乙]是其客户 still speaks of whom 其 stands for. */
const speaksBack = (subjects: readonly Group[], references: readonly Group[]): boolean =>
  subjects.length > 0 && references.some(({ start }) => subjects.every((subject) => subject.start < start))

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
    if (!isPart && !speaksBack(own, here)) lasting = now
    const next = introduced(passage, clause)
    if (next.length === 0) continue
    now = remember(now, next, passage)
    const [newcomer] = now.subjects
    now = { ...now, newcomer }
    lasting = { ...now, subjects: lasting.subjects }
  }
  const earlier = stillMeant(memory, passage)
  return {
    antecedents: { references, openings, before, after, earlier },
    memory: rememberOnly(lasting, passage),
  }
}
