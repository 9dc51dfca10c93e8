/** How well mentions are found: strict (same place, same label) and relaxed (overlapping, same label). */
import type { Mention } from '../extract/mention.ts'
import type { Span } from '../extract/span.ts'
import type { Label } from '../model/model.ts'
import { labels } from '../model/model.ts'
import type { LocatedDocument, LocatedEntity } from './locate.ts'
import { nothing, type Tally } from './tally.ts'

/** One annotated place. */
export interface GoldMention extends Span {
  readonly entity: LocatedEntity
}

export interface MentionPair {
  readonly gold: GoldMention
  readonly found: Mention
}

export interface EntityScore {
  readonly strict: ReadonlyMap<Label, Tally>
  readonly relaxed: ReadonlyMap<Label, Tally>
  /** Found mentions beside the annotated ones they overlap, one to one. */
  readonly pairs: readonly MentionPair[]
  /** Annotated, and not found at exactly this place with this label. */
  readonly missed: readonly GoldMention[]
  /** Every found mention, with whether it is annotated at exactly this place with this label. */
  readonly found: readonly { readonly mention: Mention; readonly right: boolean }[]
}

const edge = /^["'“”‘’「」『』《》]$/

/** A span without the quotation marks at its edges: they are no part of a name. */
const withoutQuotes = (text: string, { start, end }: Span): Span => {
  let from = start
  let to = end
  while (from < to - 1 && edge.test(text.charAt(from))) from++
  while (to > from + 1 && edge.test(text.charAt(to - 1))) to--
  return { start: from, end: to }
}

const overlap = (left: Span, right: Span): number =>
  Math.min(left.end, right.end) - Math.max(left.start, right.start)

const tallies = (
  gold: readonly GoldMention[],
  found: readonly Mention[],
  right: readonly MentionPair[],
): Map<Label, Tally> =>
  new Map(
    labels.map((label) => [
      label,
      {
        ...nothing,
        right: right.filter(({ found: { label: own } }) => own === label).length,
        found: found.filter(({ label: own }) => own === label).length,
        stated: gold.filter(({ entity }) => entity.label === label).length,
      },
    ]),
  )

/** Compares the found mentions of a document with the annotated ones. */
export const scoreEntities = (
  { document, entities }: LocatedDocument,
  mentions: readonly Mention[],
): EntityScore => {
  const gold = entities.flatMap((entity) => entity.spans.map((span): GoldMention => ({ ...span, entity })))
  const place = (label: Label, span: Span): string => {
    const { start, end } = withoutQuotes(document.text, span)
    return `${label} ${start.toString()} ${end.toString()}`
  }
  const byPlace = new Map(gold.map((mention) => [place(mention.entity.label, mention), mention]))
  const exact: MentionPair[] = []
  const rest: Mention[] = []
  for (const found of mentions) {
    const key = place(found.label, found)
    const match = byPlace.get(key)
    if (match) exact.push({ gold: match, found })
    else rest.push(found)
    byPlace.delete(key)
  }
  const loose: MentionPair[] = []
  const missed = gold.filter((mention) => byPlace.has(place(mention.entity.label, mention)))
  const open = new Set(missed)
  for (const found of rest) {
    const match = [...open]
      .filter(({ entity, ...span }) => entity.label === found.label && overlap(span, found) > 0)
      .sort((left, right) => overlap(right, found) - overlap(left, found))[0]
    if (!match) continue
    open.delete(match)
    loose.push({ gold: match, found })
  }
  const pairs = [...exact, ...loose]
  return {
    strict: tallies(gold, mentions, exact),
    relaxed: tallies(gold, mentions, pairs),
    pairs,
    missed,
    found: mentions.map((mention) => ({ mention, right: !rest.includes(mention) })),
  }
}
