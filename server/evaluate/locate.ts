/** Where annotated places, given in the raw text of a file, stand in the cleaned text. */
import type { MappedDocument } from '../extract/document.ts'
import type { Mention } from '../extract/mention.ts'
import type { Span } from '../extract/span.ts'
import type { Label } from '../model/model.ts'
import { nameKey } from '../names/normalise.ts'
import type { Annotation, GoldMetric, GoldRelation } from './gold.ts'

export interface LocatedEntity {
  readonly label: Label
  readonly name: string
  /** The spellings (nameKey) of its name and of every form the document uses. */
  readonly keys: ReadonlySet<string>
  /** In the cleaned text, in order. */
  readonly spans: readonly Span[]
}

/** A document beside what is annotated of it, both in offsets of the cleaned text. */
export interface LocatedDocument {
  readonly file: string
  readonly document: MappedDocument
  readonly entities: readonly LocatedEntity[]
  readonly relations: readonly GoldRelation[]
  readonly metrics: readonly GoldMetric[]
}

const mark = /^[\s，。、；：！？,;:!?“”‘’"']$/

/**
 * Finds cleaned spans for raw ones: the characters whose raw places they touch. Of a repaired run, which has one raw
 * place as a whole, marks before the name are left out.
 */
const cleanedSpans = (document: MappedDocument): ((raw: Span) => Span | null) => {
  const places = Array.from({ length: document.text.length }, (_, index) =>
    document.rawSpan({ start: index, end: index + 1 }),
  )
  const touches = (raw: Span) => (place: Span) => place.start < raw.end && raw.start < place.end
  const shared = (index: number): boolean => places[index]?.start === places[index + 1]?.start
  return (raw) => {
    const end = places.findLastIndex(touches(raw)) + 1
    let start = places.findIndex(touches(raw))
    while (start >= 0 && start < end - 1 && shared(start) && mark.test(document.text.charAt(start))) start++
    return start < 0 ? null : { start, end }
  }
}

/** Places the annotations of a document in its cleaned text; throws where a place has no cleaned text. */
export const locate = (annotation: Annotation, document: MappedDocument): LocatedDocument => {
  const cleaned = cleanedSpans(document)
  const entities = annotation.entities.map(({ label, name, mentions }): LocatedEntity => {
    const spans = Object.entries(mentions).flatMap(([form, places]) =>
      places.map(([start, end]) => {
        const span = cleaned({ start, end })
        if (span) return span
        throw new Error(
          `${annotation.document}: nothing of ${form} at ${start.toString()} is left in the cleaned text`,
        )
      }),
    )
    const forms = spans.map(({ start, end }) => document.text.slice(start, end))
    return {
      label,
      name,
      keys: new Set([name, ...forms].map(nameKey)),
      spans: spans.sort((left, right) => left.start - right.start),
    }
  })
  const { relations, metrics } = annotation
  return { file: annotation.document, document, entities, relations, metrics }
}

/** The annotated mentions as a finder of mentions would hand them on. */
export const givenMentions = ({ document, entities }: LocatedDocument): readonly Mention[] =>
  entities
    .flatMap(({ label, name, spans }) =>
      spans.map((span): Mention => {
        const text = document.text.slice(span.start, span.end)
        return { ...span, label, text, name, known: [], rule: 'annotated', confidence: 1 }
      }),
    )
    .sort((left, right) => left.start - right.start)
