/** Relationships that the frames read from the sentences of a document. */
import { allowsEnds, type RelationshipType } from '../../model/model.ts'
import { isPlace, pairs } from '../coordination.ts'
import type { TextDocument } from '../document.ts'
import type { StatedRelationship } from '../fact.ts'
import type { Mention } from '../mention.ts'
import { quantityIn } from '../figures/quantity.ts'
import { modalityOf } from '../modality.ts'
import type { Span } from '../span.ts'
import { dateIn } from '../time.ts'
import { trusted } from '../trust.ts'
import { framesFor } from './choose.ts'
import { frames, vocabulary, type Frame } from './frame.ts'
import type { Layout } from './layout.ts'
import { matchPattern, type Match } from './match.ts'
import { offerOf } from './offer.ts'

/** What damage in the sentence leaves of the confidence. */
const damaged = 0.5
/** A longer sentence is quoted by its clauses. */
export const quoteLength = 160

/** Types whose facts carry a figure: an amount, a share, a quantity. */
const figured: ReadonlySet<RelationshipType> = new Set([
  'SUPPLIES',
  'INVESTS_IN',
  'PRODUCES',
  'SUBSIDIARY_OF',
])

/** Types that say whose a firm is. */
const owning: ReadonlySet<RelationshipType> = new Set(['SUBSIDIARY_OF', 'INVESTS_IN'])

const unlessOf = new Map(
  frames.flatMap(({ rule, unless }) => (unless === null ? [] : [[rule, unless] as const])),
)

/** The clauses that a span touches, as one span. */
const clausesAround = ({ clauses, sentence }: Layout, span: Span): Span => ({
  start: clauses.findLast((clause) => clause.start <= span.start)?.start ?? sentence.start,
  end: clauses.find((clause) => clause.end >= span.end)?.end ?? sentence.end,
})

/** A span without the white space at its ends. */
const trimmed = (text: string, { start, end }: Span): Span => {
  const words = text.slice(start, end)
  const from = start + words.length - words.trimStart().length
  return { start: from, end: from + words.trim().length }
}

/** The sentence, or of a long one the clauses that state it. */
const quoteOf = (layout: Layout, match: Match): Span => {
  const { start, end } = layout.sentence
  return end - start <= quoteLength ? { start, end } : trimmed(layout.text, clausesAround(layout, match))
}

const isDamaged = (document: TextDocument, { start, end }: Span): boolean =>
  document.damage.some((span) => span.start < end && start < span.end)

/** The facts of a match, each as sure as the sentence is about it. */
const factsOf = (
  document: TextDocument,
  layout: Layout,
  frame: Frame,
  match: Match,
): readonly StatedRelationship[] => {
  const { text, sentence, mentions } = layout
  const clause = clausesAround(layout, { start: match.start, end: match.predicate.end })
  const names = mentions.map(({ mention }) => mention)
  const modality = modalityOf(text, { ...match.predicate, clause, sentence, stage: frame.stage, names })
  if (!modality) return []
  const within = text.slice(match.start, match.end)
  const respectively = within.includes('分别')
  const figure = figured.has(frame.type) ? quantityIn(text, { start: match.start, end: clause.end }) : null
  const shared = {
    type: frame.type,
    product: frame.type === 'SUPPLIES' ? (match.product?.text ?? '') : '',
    stage: modality.stage,
    since: dateIn(text.slice(sentence.start, match.predicate.end), document.header.date),
    figure,
    note: null,
    quote: quoteOf(layout, match),
    rule: frame.rule,
    confidence: modality.certainty * (isDamaged(document, sentence) ? damaged : 1),
  }
  return pairs(match.starts.members, match.ends.members, respectively)
    .filter(([start, end]) => start.name !== end.name && allowsEnds(frame.type, start.label, end.label))
    .filter(([start, end]) => frame.type !== 'LOCATED_IN' || !isElsewhere(layout, start, end))
    .map(([start, end]) => ({ ...shared, start, end }))
}

/** In [丙市]的[甲厂]和[丁市]的[乙厂] 乙厂 is where the place right before it says. */
const isElsewhere = ({ text, mentions }: Layout, start: Mention, end: Mention): boolean => {
  const place = mentions.findLast((dressed) => dressed.end <= start.start)
  if (!isPlace(place) || place.mention.start <= end.start) return false
  return /^[的“]{0,2}$/u.test(text.slice(place.end, start.start))
}

const keyOf = ({ type, start, end, product }: StatedRelationship): string =>
  JSON.stringify([type, start.label, start.name, end.label, end.name, product])

const nameless = (fact: StatedRelationship): string => keyOf({ ...fact, product: '' })

/** Each fact of a sentence once, as its surest frame reads it; one that names the product makes one without it superfluous. */
const once = (facts: readonly StatedRelationship[]): readonly StatedRelationship[] => {
  const surest = new Map<string, StatedRelationship>()
  for (const fact of facts) {
    const known = surest.get(keyOf(fact))
    if (!known || fact.confidence > known.confidence) surest.set(keyOf(fact), fact)
  }
  const withProduct = new Set([...surest.values()].filter(({ product }) => product !== '').map(nameless))
  return [...surest.values()].filter((fact) => fact.product !== '' || !withProduct.has(keyOf(fact)))
}

/** Leaves out what a frame does not mean beside a stronger statement (`Frame.unless`). */
const withoutWeaker = (facts: readonly StatedRelationship[]): readonly StatedRelationship[] =>
  facts.filter(({ rule, start, end }) => {
    const unless = unlessOf.get(rule)
    if (unless === undefined) return true
    return !facts.some(
      (other) =>
        other.type === unless &&
        ((other.start.name === start.name &&
          (other.end.name === end.name || other.product.includes(end.text))) ||
          (other.start.name === end.name && other.end.name === start.name)),
    )
  })

/** The lines before the first whole sentence are headings: they name what is told and state nothing. */
const sentenceEnd = /[。！？；]/u
/** They stand in the first characters of a text, and what they are headings of begins soon. */
const headingReach = 400
const isHeading = ({ text, sentence: { start, end } }: Layout): boolean =>
  /[\p{L}\d]$/u.test(text.slice(start, end)) &&
  start < headingReach &&
  text.startsWith('\n', end) &&
  !sentenceEnd.test(text.slice(0, start)) &&
  sentenceEnd.test(text.slice(end, end + headingReach))

/** What each frame by itself reads from a sentence: the same fact may stand in it several times. */
export const readingsIn = (document: TextDocument, layout: Layout): readonly StatedRelationship[] => {
  if (layout.mentions.length === 0 && layout.references.length === 0) return []
  if (isHeading(layout)) return []
  const offer = offerOf(layout, vocabulary)
  const facts = framesFor(offer).flatMap((frame) =>
    matchPattern(offer, frame.parts, !owning.has(frame.type)).flatMap((match) =>
      factsOf(document, layout, frame, match),
    ),
  )
  return withoutWeaker(trusted(document.text, facts))
}

/** The relationships that one sentence states. */
export const relationshipsIn = (document: TextDocument, layout: Layout): readonly StatedRelationship[] =>
  once(readingsIn(document, layout))

const pairOf = ({ start, end }: StatedRelationship): string => JSON.stringify([start.name, end.name])
const wayBack = ({ start, end }: StatedRelationship): string => JSON.stringify([end.name, start.name])

const openRules = new Set(frames.filter(({ open }) => open).map(({ rule }) => rule))

/** How surely a fact tells who delivers; an agreement alone does less than any sentence that says so. */
const direction = ({ rule, confidence }: StatedRelationship): number =>
  openRules.has(rule) ? confidence - 1 : confidence

/** Leaves out who supplies whom where the document says the reverse more surely. */
export const withoutReversals = (facts: readonly StatedRelationship[]): readonly StatedRelationship[] => {
  const surest = new Map<string, number>()
  for (const fact of facts)
    if (fact.type === 'SUPPLIES')
      surest.set(pairOf(fact), Math.max(direction(fact), surest.get(pairOf(fact)) ?? -1))
  return facts.filter(
    (fact) => fact.type !== 'SUPPLIES' || direction(fact) >= (surest.get(wayBack(fact)) ?? -1),
  )
}
