/** Lays the pattern of a frame over a sentence. */
import type { Group } from '../coordination.ts'
import type { Span } from '../span.ts'
import { nextInGap } from './gap.ts'
import type { Layout } from './layout.ts'
import type { Barrier, Gap, Part, Slot, Words } from './pattern.ts'
import { hasWords, isPlain, type Offer } from './offer.ts'
import { mayPlay, plays, playersOf } from './role.ts'
import { productsAt, type Product } from './product.ts'
import { certainties } from '../memory.ts'
import { nextPlace } from './vocabulary.ts'
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

class Matcher {
  readonly matches: Match[] = []
  private readonly layout: Layout

  constructor(
    private readonly offer: Offer,
    private readonly parts: readonly Part[],
    private readonly skipsOwners: boolean,
  ) {
    this.layout = offer.layout
  }

  /** Whether the parts from `index` on fit at `at`; fitting ones are kept. */
  follow(index: number, at: number, state: State): boolean {
    const part = this.parts[index]
    switch (part?.kind) {
      case undefined:
        return this.keep(at, state)
      case 'begin':
      case 'end':
        return this.isEdge(part.kind, at) && this.follow(index + 1, at, state)
      case 'barrier':
        return !this.isBarred(part, at) && this.follow(index + 1, at, state)
      case 'gap':
        return this.gap(part, index, at, state)
      case 'words':
        return this.words(part, index, at, state) || (part.optional && this.follow(index + 1, at, state))
      case 'slot':
        return this.slot(part, index, at, state) || (part.optional && this.follow(index + 1, at, state))
    }
  }

  private isEdge(kind: 'begin' | 'end', at: number): boolean {
    return kind === 'end' ? this.layout.clauses.some(({ end }) => end === at) : this.layout.begins.has(at)
  }

  private isBarred({ words, labels }: Barrier, at: number): boolean {
    const next = this.layout.mentionAt.get(at)?.mention.label
    return (
      (next !== undefined && labels.has(next)) || words.some((word) => this.layout.text.startsWith(word, at))
    )
  }

  private keep(at: number, { from, start, end, product, predicate, skipped, unnamed }: State): boolean {
    if (!start || !end) return false
    // In 位于[园区]的…… and 提供[产品]的…… the words describe what follows, not who stands further off.
    if ((unnamed || skipped > 0) && this.describesNext(at)) return false
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
    let next = this.nextFit(index + 1, at)
    for (let length = 0; length <= part.most && place !== undefined; length++) {
      if (next !== undefined && next < place) next = this.nextFit(index + 1, place)
      if (next === undefined) return found
      if (next === place) {
        const skipped = state.skipped + (part.crossing ? 0 : length)
        if (this.follow(index + 1, place, { ...state, skipped })) {
          if (!part.crossing) return true
          found = true
        }
      }
      place = nextInGap(this.layout, part, place, this.skipsOwners)
    }
    return found
  }

  /** The next place, from `at` on, where a part may fit; undefined where none is left. */
  private nextFit(index: number, at: number): number | undefined {
    const part = this.parts[index]
    if (part?.kind === 'words' && !part.optional) return nextPlace(this.offer.said.placesIn(part.list), at)
    if (part?.kind === 'slot' && !part.optional && !part.topic && part.role !== 'product')
      return nextPlace(this.offer.groupStarts, at)
    return at
  }

  private words(part: Words, index: number, at: number, state: State): boolean {
    if (nextPlace(this.offer.said.placesIn(part.list), at) !== at) return false
    for (const word of part.words) if (this.word(word, part, index, at, state)) return true
    return false
  }

  private word(word: string, part: Words, index: number, at: number, state: State): boolean {
    const { text } = this.layout
    const end = at + word.length
    if (!text.startsWith(word, at) || !isPlain(this.layout, at, end)) return false
    const predicate =
      part.predicate || (!state.marked && !part.optional) ? { start: at, end } : state.predicate
    const next = {
      ...state,
      ...(predicate ? { predicate } : {}),
      marked: state.marked || part.predicate,
    }
    return (
      this.follow(index + 1, end, next) ||
      (part.predicate && text.startsWith('了', end) && this.follow(index + 1, end + 1, next))
    )
  }

  private slot(part: Slot, index: number, at: number, state: State): boolean {
    if (part.role === 'product')
      return productsAt(this.layout, at, this.wordsAfter(index)).some((product) =>
        this.follow(index + 1, product.end, { ...state, product }),
      )
    for (const group of this.candidates(part, at, state)) {
      const filled = part.role === 'start' ? { start: group } : { end: group }
      if (this.follow(index + 1, part.topic ? at : group.end, { ...state, ...filled })) return true
    }
    return false
  }

  /** The part that words for a product go up to: the next one but gaps. */
  private wordsAfter(index: number): Part | undefined {
    return this.parts.slice(index + 1).find(({ kind }) => kind !== 'gap')
  }

  private candidates(part: Slot, at: number, state: State): readonly Group[] {
    if (part.topic) return this.topics(part, at, state)
    if (this.isOwner(at)) return []
    const found: Group[] = []
    for (const group of this.layout.groups.get(at) ?? [])
      if (mayPlay(this.layout.text, part, group)) found.push(...this.innermost(part, playersOf(part, group)))
    return found
  }

  private isOwner(at: number): boolean {
    return this.skipsOwners && this.layout.owners.has(at)
  }

  /** In [丙市][丁高新区] the second place, inside the first, is the one that is meant. */
  private innermost(part: Slot, group: Group): readonly Group[] {
    const next = this.layout.mentionAt.get(group.end)?.mention.label
    const isNested =
      group.members.at(-1)?.label === 'Region' &&
      (next === 'Park' || next === 'Region') &&
      part.labels.has(next)
    return isNested ? (this.layout.groups.get(group.end) ?? []) : [group]
  }

  /** What the clause speaks of; where that has its role already, or can't play this one, what was spoken of before. */
  private topics(part: Slot, at: number, { start, end }: State): readonly Group[] {
    const { clauses, after, before, earlier, sentence } = this.layout
    const index = clauses.findIndex((clause) => at >= clause.start && at <= clause.end)
    const taken = new Set([...(start?.members ?? []), ...(end?.members ?? [])].map(({ name }) => name))
    const free = (group: Group): boolean =>
      plays(part, group) && !group.members.some(({ name }) => taken.has(name))
    const found =
      [after[index] ?? [], before[index] ?? [], part.isFar ? earlier : []]
        .map((groups) => groups.filter(free))
        .find((groups) => groups.length > 0) ?? []
    // What no name in the sentence stands for is the firm that the document is about.
    const { main } = this.layout
    const inClause = found.filter((group) => group.start >= (clauses[index]?.start ?? sentence.end))
    if (inClause.length > 0) return inClause
    const isHere = found.some(
      (group) => group.certainty >= certainties.sameSentence || group.start >= sentence.start,
    )
    return main && part.isFar && !isHere && free(main) ? [main] : found
  }

  /** Where the pattern may begin with a name. */
  named(part: Slot): void {
    for (const at of this.offer.leads(part))
      if (hasWords(this.offer.said, this.parts, at)) this.slot(part, 0, at, startAt(at))
  }

  /** Where it may begin with a subject that goes on: only adverbials stand between it and the words. */
  unnamed(part: Slot): void {
    const { text, clauses, before, openings } = this.layout
    const next = this.parts.findIndex((one, index) => index > 0 && !isSkipped(one))
    // Names beside each other say nothing where one of them is not there.
    if (!this.parts.some((one) => one.kind === 'words' && !one.optional)) return
    if (this.parts[next]?.kind === 'slot') return
    for (const [number, clause] of clauses.entries())
      for (const group of before[number] ?? []) {
        if (!plays(part, group)) continue
        const filled = part.role === 'start' ? { start: group } : { end: group }
        openings[number]?.some((at) => {
          // 为……, 向……, 与…… go on with the subject; other words might be a subject of their own.
          const from = wording.prepositions.at(text, at) === undefined ? next : 1
          return (
            this.nextFit(from, at) === at &&
            this.follow(from, at, { ...startAt(clause.start), ...filled, unnamed: true })
          )
        })
      }
  }

  /** Where it begins with a name or with words at the start of a clause. */
  begun(): void {
    const places = new Set([...this.layout.groups.keys(), ...this.layout.openings.flat()])
    for (const at of places) this.follow(0, at, startAt(at))
  }

  /** Where it begins as clauses do, behind their adverbials. */
  opened(): void {
    for (const [number, clause] of this.layout.clauses.entries())
      this.layout.openings[number]?.some((at) => this.follow(0, at, startAt(clause.start)))
  }

  /** Where it may begin with words. */
  worded(part: Words): void {
    for (const at of this.offer.said.placesIn(part.list))
      for (const word of part.words) this.word(word, part, 0, at, startAt(at))
  }
}

/** Behind a subject that goes on nothing is left out: its words stand where the clause opens. */
const isSkipped = (part: Part): boolean => part.kind === 'gap' || (part.kind === 'words' && part.optional)

const startAt = (from: number): State => ({ from, marked: false, skipped: 0 })

/** All places of a sentence that fit the pattern; `skipsOwners` where whose a firm is does not matter. */
export const matchPattern = (
  offer: Offer,
  parts: readonly Part[],
  skipsOwners: boolean,
): readonly Match[] => {
  const matcher = new Matcher(offer, parts, skipsOwners)
  const first = parts[0]
  if (first?.kind === 'begin') matcher.begun()
  else if (first?.kind === 'words') matcher.worded(first)
  else if (first?.kind === 'slot' && (first.topic || first.role === 'product')) matcher.opened()
  else if (first?.kind === 'slot') {
    matcher.named(first)
    matcher.unnamed(first)
  }
  return matcher.matches
}
