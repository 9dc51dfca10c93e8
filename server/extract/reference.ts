/** Words that stand for what was named before: 公司, 该项目, 园区, 其, 前者. */
import { labels, type Label } from '../model/model.ts'
import type { Dressed, Group } from './coordination.ts'
import { isClauseMark, type Passage } from './frames/clause.ts'
import { afterAdverbials } from './frames/opening.ts'
import { wording } from './frames/wording.ts'
import { certainties, certaintyOf, unitKey, type Memory, type Remembered } from './memory.ts'
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

/** 全市 is the 市 of this paragraph, else the first one of the document; undefined where none is called so. */
const unitMeant = (
  label: Label,
  word: string,
  { sentence }: Passage,
  { byLabel, byUnit }: Memory,
): Remembered | undefined => {
  const unit = wording.units.before(word, word.length)
  if (unit === undefined) return undefined
  // 园区 is no 区: it is the park that was named last.
  if (label === 'Park' && unit.length === 1) {
    const isNear = (byLabel.get(label)?.paragraph ?? -2) >= sentence.paragraph - 1
    return isNear || !word.startsWith('园') ? undefined : byUnit.get(unitKey(label, ''))?.last
  }
  const known = byUnit.get(unitKey(label, unit))
  return known?.last.paragraph === sentence.paragraph ? known.last : known?.first
}

/** What a word that begins here may stand for: of several labels the one spoken of last. */
const referenceAt = (passage: Passage, clause: Span, memory: Memory, start: number): Group | undefined => {
  const { text, mentions } = passage
  if (isLookalike(text, start)) return undefined
  let latest: { group: Group; sentence: number } | undefined
  for (const label of labels) {
    const words = wording.references[label]
    const strong = words?.strong.at(text, start)
    const word = strong ?? (standsAlone(text, start, clause) ? words?.weak.at(text, start) : undefined)
    if (word === undefined) continue
    const unit = unitMeant(label, word, passage, memory)
    const newcomer = wording.newcomers.at(text, start) === undefined ? undefined : memory.newcomer
    const remembered = unit ?? newcomer ?? memory.byLabel.get(label)
    if (!remembered || remembered.sentence <= (latest?.sentence ?? -1)) continue
    const span = { start, end: start + word.length }
    const certainty = unit
      ? Math.max(certainties.first, certaintyOf(unit, passage))
      : certaintyOf(remembered, passage)
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

/** The last two firms of these that stand in one list, else the last two: 前者 and 后者. */
const pairOf = (
  text: string,
  firms: readonly Dressed[],
): readonly [Dressed | undefined, Dressed | undefined] => {
  const names = firms.map(({ mention }) => mention.name)
  const index = firms.findLastIndex((firm, at) => {
    const next = firms[at + 1]
    return (
      next !== undefined &&
      names[at] !== names[at + 1] &&
      wording.joiners.at(text, firm.end) === text.slice(firm.end, next.start)
    )
  })
  if (index >= 0) return [firms[index], firms[index + 1]]
  const latter = firms.at(-1)
  return [firms.findLast(({ mention }) => mention.name !== latter?.mention.name), latter]
}

/** 前者 and 后者 are two firms that the sentence names before; beside 前者 后者 means one of the same two. */
const orderedAt = ({ text, sentence, mentions }: Passage, start: number): Group | undefined => {
  const word = wording.former.at(text, start) ?? wording.latter.at(text, start)
  if (word === undefined) return undefined
  let end = sentence.start
  while (end < start && wording.former.at(text, end) === undefined) end++
  const firms = mentions.filter((dressed) => dressed.end <= end && dressed.mention.label === 'Company')
  const [former, latter] = pairOf(text, firms)
  const meant = wording.latter.at(text, start) === undefined ? former : latter
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
