/** Whose figure a number is. */
import type { Dressed, Group } from '../coordination.ts'
import type { Layout } from '../frames/layout.ts'
import { wording } from '../frames/wording.ts'
import type { Label } from '../../model/model.ts'
import type { Mention } from '../mention.ts'
import type { Span } from '../span.ts'
import type { Quantity } from './quantity.ts'

/** Who bears a figure. */
export interface Owner {
  readonly mention: Mention
  readonly certainty: number
  /** Where the words about it begin. */
  readonly from: number
  /** Named in the clause itself. */
  readonly isHere: boolean
}

const labelOf = (group: Group): Label | undefined => group.members[0]?.label

/** Of 甲的丙 whose figures are meant: 甲's where 丙 is a product, else those of the last. */
const meantOf = (groups: readonly Group[]): Group | undefined =>
  groups.findLast((group) => labelOf(group) !== 'Product') ?? groups[0]

/** What figures are given of, also clauses later. */
const goesOn: ReadonlySet<Label | undefined> = new Set<Label>([
  'Company',
  'Park',
  'Region',
  'Project',
  'Cluster',
  'Institution',
])

/** In 占[丙省]的46.9% the place is what is measured by. */
const isMeasure = (text: string, start: number): boolean => text[start - 1] === '占'

/**
 * Whose figures a clause gives: what it names at its start, else who was spoken of before; undefined where several
 * are, or somebody else is named before the number.
 */
export const ownerOf = (layout: Layout, number: number, at: number): Owner | undefined => {
  const { text, clauses, after, mentions, openings } = layout
  const clause = clauses[number]
  if (!clause) return undefined
  const groups = after[number] ?? []
  const here = meantOf(groups.filter(({ start, end }) => start >= clause.start && end <= at))
  const owner = here ?? groups.findLast((group) => goesOn.has(labelOf(group)))
  const member = owner?.members[0]
  if (!owner || !member || owner.members.length > 1) return undefined
  let from = here?.end ?? openings[number]?.findLast((opening) => opening <= at) ?? clause.start
  for (const { start, end, mention } of mentions) {
    if (start < from || end > at || mention.label === 'Product' || mention.label === 'Cluster') continue
    // In [甲]在[园区]投资 the place bears nothing; [甲]集聚[乙]、[丙]等企业20家 counts what 等 sums up.
    if (wording.placings.before(text, start) === undefined && !text.slice(end, at).includes('等')) {
      if (!isMeasure(text, start)) return undefined
      continue
    }
    from = end
  }
  return { mention: member, certainty: owner.certainty, from, isHere: here !== undefined }
}

/** Words between what a project costs or makes and its name: 投资8亿元[建设的][变压器项目]. */
const built =
  /^(?:人民币)?(?:以上|左右)?(?:规划|计划|投资|开工)?(?:建设|新建|扩建|兴建|投建|打造|实施|上马|启动)?(?:的|了)?$/u
const builtReach = 10

/** The project whose size or cost stands before its name: 年产5万吨[前驱体项目]; undefined where none follows so. */
export const projectBehind = (
  { text, mentions }: Layout,
  { end, kind }: Quantity,
  clause: Span,
): Mention | undefined => {
  if (kind !== 'level') return undefined
  const next = mentions.find((dressed) => dressed.start >= end)
  if (next?.mention.label !== 'Project' || next.end > clause.end || next.start - end > builtReach)
    return undefined
  return built.test(text.slice(end, next.start)) ? next.mention : undefined
}

/** What bears figures of its own in a list: [电子产业]增长31.5%、[医药产业]增长9.2%. */
const listed: ReadonlySet<Label> = new Set<Label>(['Company', 'Park', 'Region', 'Project', 'Cluster'])

/** Who is named right behind the figure before, which ends at `last`, and a joiner; undefined where nobody is. */
export const namedInList = ({ text, mentions }: Layout, last: number): Dressed | undefined => {
  const joiner = wording.joiners.at(text, last)
  if (joiner === undefined) return undefined
  return mentions.find(({ start }) => start === last + joiner.length)
}

/** Who bears the next figure of a list; undefined where it goes on with the owner before. */
export const ownerInList = (layout: Layout, last: number): Owner | undefined => {
  const named = namedInList(layout, last)
  if (!named || !listed.has(named.mention.label)) return undefined
  return { mention: named.mention, certainty: 1, from: named.end, isHere: true }
}
