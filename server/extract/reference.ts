/** Words that stand for what was named before: 公司, 该项目, 园区, 其, 前者. */
import { labels, type Label } from '../model/model.ts'
import type { Dressed, Group } from './coordination.ts'
import { isClauseMark, type Passage } from './frames/clause.ts'
import { afterAdverbials } from './frames/opening.ts'
import { wording } from './frames/wording.ts'
import { certainties, certaintyOf, type Memory, type Remembered } from './memory.ts'
import type { Span } from './span.ts'

const isFree = (mentions: readonly Dressed[], { start, end }: Span): boolean =>
  !mentions.some((dressed) => dressed.start < end && start < dressed.end)

/** Whether a word such as 公司 stands alone here and not in 整车公司 or 公司治理. */
const standsAlone = (text: string, start: number, clause: Span): boolean =>
  start === clause.start ||
  isClauseMark(text, start - 1) ||
  wording.prepositions.before(text, start) !== undefined ||
  wording.placings.before(text, start) !== undefined ||
  afterAdverbials(text, clause) === start

/** 双方 are two, 公司 is one; 全市 can't stand for a 区: the word's last character ends the name, or the name has no such character. */
const fits = (label: Label, word: string, group: Group): boolean => {
  if (wording.pairs.at(word, 0) !== undefined) return group.members.length === 2
  if (label !== 'Region' && label !== 'Park') return group.members.length === 1
  if (!/^[全我该][省市区县镇]$/u.test(word)) return group.members.length === 1
  const unit = word.at(-1) ?? ''
  const name = group.members[0]?.name ?? ''
  return group.members.length === 1 && (name.endsWith(unit) || !/[省市区县镇]$/.test(name))
}

/** 其 in 其他 and 尤其 stands for nothing. */
const isLookalike = (text: string, start: number): boolean =>
  wording.lookalikes.at(text, start) !== undefined || wording.lookalikes.before(text, start + 1) !== undefined

/** Far from any name a firm's word means the firm the document is about. */
const firstFirm = (
  { text, mentions }: Passage,
  clause: Span,
  { first }: Memory,
  start: number,
): Group | undefined => {
  const word = wording.issuers.at(text, start)
  if (!first || word === undefined || !standsAlone(text, start, clause)) return undefined
  const span = { start, end: start + word.length }
  return isFree(mentions, span)
    ? { ...span, members: first.members, certainty: certainties.first }
    : undefined
}

/** In a document about one firm 公司 means that firm, unless the sentence speaks of another. */
const meantBy = (
  { text, number }: Passage,
  { main }: Memory,
  { sentence }: Remembered,
  start: number,
): Pick<Group, 'members' | 'certainty'> | undefined =>
  main && sentence < number && wording.issuers.at(text, start) !== undefined
    ? { members: main.members, certainty: main.certainty }
    : undefined

/** What a word that begins here may stand for: of several labels the one spoken of last. */
const referenceAt = (passage: Passage, clause: Span, memory: Memory, start: number): Group | undefined => {
  const { text, mentions } = passage
  if (isLookalike(text, start)) return undefined
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
    const meant = meantBy(passage, memory, remembered, start) ?? {
      members: remembered.group.members,
      certainty,
    }
    latest = {
      group: { ...span, ...meant },
      sentence: remembered.sentence,
    }
  }
  return latest?.group ?? firstFirm(passage, clause, memory, start)
}

/** 前者 is the last but one firm that the sentence names before it, 后者 the last; beside 前者 the same two are meant. */
const orderedAt = ({ text, sentence, mentions }: Passage, start: number): Group | undefined => {
  const word = wording.former.at(text, start) ?? wording.latter.at(text, start)
  if (word === undefined) return undefined
  let end = sentence.start
  while (end < start && wording.former.at(text, end) === undefined) end++
  const firms = mentions.filter((dressed) => dressed.end <= end && dressed.mention.label === 'Company')
  const latter = firms.at(-1)
  const meant =
    wording.latter.at(text, start) === undefined
      ? firms.findLast(({ mention }) => mention.name !== latter?.mention.name)
      : latter
  return (
    meant && {
      start,
      end: start + word.length,
      members: [meant.mention],
      certainty: certainties.sameSentence,
    }
  )
}

/** The words of a clause that stand for something named before, as the groups they stand for. */
export const referencesIn = (passage: Passage, clause: Span, memory: Memory): readonly Group[] => {
  const found: Group[] = []
  for (let start = clause.start; start < clause.end; start++) {
    const group =
      orderedAt(passage, start) ??
      (wording.referring.at(passage.text, start) === undefined
        ? undefined
        : referenceAt(passage, clause, memory, start))
    if (group) found.push(group)
  }
  return found
}
