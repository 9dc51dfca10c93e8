/** Lays the pattern of a frame over a sentence. */
import type { Group } from '../coordination.ts'
import type { Span } from '../span.ts'
import { isClauseMark } from './clause.ts'
import type { Layout } from './layout.ts'
import type { Gap, Part, Slot, Words } from './pattern.ts'
import { productsAt, type Product } from './product.ts'
import { wording } from './wording.ts'

/** The name that 的 leads to stands this near. */
const descriptionLength = 12

/** A sentence that fits a pattern. */
export interface Match extends Span {
  readonly starts: Group
  readonly ends: Group
  readonly product: Product | null
  /** The words whose modality is the fact's. */
  readonly predicate: Span
  /** Characters that the pattern does not speak of. */
  readonly skipped: number
}

interface State {
  readonly from: number
  readonly start?: Group
  readonly end?: Group
  readonly product?: Product
  readonly predicate?: Span
  readonly marked: boolean
  /** Begins with a subject that goes on. */
  readonly unnamed?: boolean
  readonly skipped: number
}

const bracketEnd = (text: string, index: number, end: number): number => {
  const close = text[index] === '(' ? ')' : text[index] === '（' ? '）' : undefined
  const at = close === undefined ? -1 : text.indexOf(close, index)
  return at < 0 || at >= end ? -1 : at + 1
}

/** Where a gap goes on from this place; undefined where it ends. */
const nextInGap = (layout: Layout, gap: Gap, at: number): number | undefined => {
  const { text, sentence } = layout
  if (at >= sentence.end) return undefined
  const dressed = layout.mentionAt.get(at)
  if (dressed) return !gap.crossing && gap.blocked.has(dressed.mention.label) ? undefined : dressed.end
  if (gap.crossing) return at + 1
  const closed = bracketEnd(text, at, sentence.end)
  if (closed > 0) return closed
  if (isClauseMark(text, at) || wording.nearby.at(text, at) !== undefined) return undefined
  if (gap.subject && wording.others.at(text, at) !== undefined) return undefined
  return at + 1
}

class Matcher {
  readonly matches: Match[] = []

  constructor(
    private readonly layout: Layout,
    private readonly parts: readonly Part[],
  ) {}

  /** Whether the parts from `index` on fit at `at`; fitting ones are kept. */
  follow(index: number, at: number, state: State): boolean {
    const part = this.parts[index]
    if (!part) return this.keep(at, state)
    if (part.kind === 'end')
      return this.layout.clauses.some((clause) => clause.end === at) && this.follow(index + 1, at, state)
    if (part.kind === 'barrier')
      return (
        !part.words.some((word) => this.layout.text.startsWith(word, at)) && this.follow(index + 1, at, state)
      )
    if (part.kind === 'gap') return this.gap(part, index, at, state)
    const fits =
      part.kind === 'words' ? this.words(part, index, at, state) : this.slot(part, index, at, state)
    return fits || (part.optional && this.follow(index + 1, at, state))
  }

  private keep(at: number, { from, start, end, product, predicate, skipped, unnamed }: State): boolean {
    if (!start || !end) return false
    // In 位于[园区]的…… and 提供[产品]的…… the words describe what follows, not the subject.
    if (unnamed && this.describesNext(at)) return false
    this.matches.push({
      start: from,
      end: at,
      starts: start,
      ends: end,
      product: product ?? null,
      predicate: predicate ?? { start: from, end: at },
      skipped,
    })
    return true
  }

  /** Whether 的 and a name follow in the clause. */
  private describesNext(at: number): boolean {
    const { text, clauses, mentions } = this.layout
    if (!text.startsWith('的', at)) return false
    const end = Math.min(at + descriptionLength, clauses.find((clause) => clause.end >= at)?.end ?? at)
    return mentions.some((dressed) => dressed.start > at && dressed.start < end)
  }

  private gap(part: Gap, index: number, at: number, state: State): boolean {
    let found = false
    let place: number | undefined = at
    for (let length = 0; length <= part.most && place !== undefined; length++) {
      const skipped = state.skipped + (part.crossing ? 0 : length)
      if (this.follow(index + 1, place, { ...state, skipped })) {
        if (!part.crossing) return true
        found = true
      }
      place = nextInGap(this.layout, part, place)
    }
    return found
  }

  private words(part: Words, index: number, at: number, state: State): boolean {
    const { text, sentence } = this.layout
    return part.words.some((word) => {
      const end = at + word.length
      if (end > sentence.end || !text.startsWith(word, at)) return false
      if (!this.isFree(at, end)) return false
      const predicate =
        part.predicate || (!state.marked && !part.optional) ? { start: at, end } : state.predicate
      return this.follow(index + 1, end, {
        ...state,
        ...(predicate ? { predicate } : {}),
        marked: state.marked || part.predicate,
      })
    })
  }

  /** No word of a pattern lies inside a name. */
  private isFree(start: number, end: number): boolean {
    return !this.layout.mentions.some((dressed) => dressed.start < end && start < dressed.end)
  }

  private slot(part: Slot, index: number, at: number, state: State): boolean {
    if (part.role === 'product')
      return productsAt(this.layout, at, this.parts[index + 1]).some((product) =>
        this.follow(index + 1, product.end, { ...state, product }),
      )
    return this.candidates(part, at, state).some((group) => {
      const filled = part.role === 'start' ? { start: group } : { end: group }
      return this.follow(index + 1, part.topic ? at : group.end, { ...state, ...filled })
    })
  }

  private candidates(part: Slot, at: number, state: State): readonly Group[] {
    if (part.topic) return this.topics(part, at, state)
    return (this.layout.groups.get(at) ?? []).filter((group) => plays(part, group))
  }

  /** What the clause speaks of; where that has its role already, or can't play this one, what was spoken of before. */
  private topics(part: Slot, at: number, { start, end }: State): readonly Group[] {
    const { clauses, after, before, earlier } = this.layout
    const index = clauses.findIndex((clause) => at >= clause.start && at <= clause.end)
    const taken = new Set([...(start?.members ?? []), ...(end?.members ?? [])])
    return (
      [after[index] ?? [], before[index] ?? [], earlier]
        .map((groups) =>
          groups.filter((group) => plays(part, group) && !group.members.some((member) => taken.has(member))),
        )
        .find((groups) => groups.length > 0) ?? []
    )
  }

  /** Where the pattern may begin with a name. */
  named(part: Slot): void {
    for (const [at, groups] of this.layout.groups)
      if (groups.some((group) => plays(part, group)) && this.canLead(part, at))
        this.slot(part, 0, at, startAt(at))
  }

  /** Who acts is named by a whole list, and not behind a preposition: in 为[乙]供应 乙 does not supply. */
  private canLead(part: Slot, at: number): boolean {
    const { text, mentions } = this.layout
    const joiner = wording.joiners.before(text, at)
    if (joiner !== undefined && mentions.some(({ end }) => end === at - joiner.length)) return false
    return part.role === 'end' || wording.recipients.before(text, at) === undefined
  }

  /** Where it may begin with a subject that goes on: only adverbials stand between it and the words. */
  unnamed(part: Slot): void {
    const { clauses, before, openings } = this.layout
    const next = this.parts[1]?.kind === 'gap' ? 2 : 1
    // Names beside each other say nothing where one of them is not there.
    if (this.parts[next]?.kind === 'slot') return
    for (const [number, clause] of clauses.entries())
      for (const group of before[number] ?? []) {
        if (!plays(part, group)) continue
        const filled = part.role === 'start' ? { start: group } : { end: group }
        openings[number]?.some((at) =>
          this.follow(next, at, { ...startAt(clause.start), ...filled, unnamed: true }),
        )
      }
  }

  /** Where it begins as clauses do, behind their adverbials. */
  opened(): void {
    for (const [number, clause] of this.layout.clauses.entries())
      this.layout.openings[number]?.some((at) => this.follow(0, at, startAt(clause.start)))
  }

  /** Where it may begin with words. */
  worded(part: Words): void {
    const { text, sentence } = this.layout
    for (const word of part.words)
      for (let at = text.indexOf(word, sentence.start); at >= 0; at = text.indexOf(word, at + 1)) {
        if (at + word.length > sentence.end) break
        this.words({ ...part, words: [word] }, 0, at, startAt(at))
      }
  }
}

const startAt = (from: number): State => ({ from, marked: false, skipped: 0 })

const plays = (part: Slot, group: Group): boolean =>
  group.members.every(({ label }) => part.labels.has(label))

/** All places of a sentence that fit the pattern. */
export const matchPattern = (layout: Layout, parts: readonly Part[]): readonly Match[] => {
  const matcher = new Matcher(layout, parts)
  const first = parts[0]
  if (first?.kind === 'words') matcher.worded(first)
  else if (first?.kind === 'slot' && (first.topic || first.role === 'product')) matcher.opened()
  else if (first?.kind === 'slot') {
    matcher.named(first)
    matcher.unnamed(first)
  }
  return matcher.matches
}
