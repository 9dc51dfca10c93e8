/** Where the subject or the verb of a clause may begin: behind adverbials, times, amounts and places. */
import type { Group } from '../coordination.ts'
import type { Span } from '../span.ts'
import { afterTime } from '../time.ts'
import type { Passage } from './clause.ts'
import { wording } from './wording.ts'

const money =
  /(?:总?投资|出资|斥资|耗资|投入)?(?:约|近|超|超过|逾)?\d+(?:\.\d+)?(?:多|余)?[万亿]*(?:美元|欧元|元)/y

/** How reports begin: 本报讯(记者 ……), 本报郑州讯. */
const dateline =
  /(?:(?:本报|本网)[^\s,，。:：]{0,6}[讯电]|[^\s,，。:：]{2,4}讯(?=[\s(（]))(?:\s*[(（][^()（）]{0,30}[)）])?\s*|【[^【】]{1,12}】\s*|\s+/y

/** The end of an adverbial, a time, or an amount of money that begins here; the place itself where none does. */
const afterAdverbial = (text: string, at: number): number => {
  const time = afterTime(text, at)
  if (time > at) return time
  dateline.lastIndex = at
  const line = dateline.exec(text)
  if (line) return at + line[0].length
  money.lastIndex = at
  const amount = money.exec(text)
  if (amount) return at + amount[0].length
  return at + (wording.adverbials.at(text, at)?.length ?? 0)
}

/** The end of a place that stands before a subject (在[园区]，位于[园区]的); the place itself where none does. */
const afterPlacing = ({ text, mentions }: Passage, references: readonly Group[], start: number): number => {
  const placing = wording.placings.at(text, start)
  if (placing === undefined) return start
  const at = start + placing.length
  const place = [...mentions, ...references].find((named) => named.start === at)
  if (!place) return start
  const next = mentions.find((dressed) => dressed.start === place.end)
  const end = next && next.mention.label !== 'Company' ? next.end : place.end
  return end + (wording.closings.at(text, end)?.length ?? 0)
}

/** Every place of a clause where its subject or its verb may begin: the start, and behind each adverbial or place there. */
export const openingsOf = (
  passage: Passage,
  clause: Span,
  references: readonly Group[],
): readonly number[] => {
  const ends = [clause.start]
  for (let at = clause.start; ;) {
    const adverbial = afterAdverbial(passage.text, at)
    const next = adverbial > at ? adverbial : afterPlacing(passage, references, at)
    if (next === at || next > clause.end) return ends
    ends.push((at = next))
  }
}

/** Behind all adverbials at the start of a clause. */
export const afterAdverbials = (text: string, clause: Span): number => {
  let at = clause.start
  for (let next = afterAdverbial(text, at); next > at && next <= clause.end; next = afterAdverbial(text, at))
    at = next
  return at
}
