/** What documents say: their texts read by server/extract, each name decided, each fact with its exact quote. */
import { tierOf, tierOfName } from '../extract/confidence.ts'
import type { Extraction } from '../extract/extract.ts'
import type { StatedMetric, StatedRelationship } from '../extract/fact.ts'
import type { Mention as TextMention } from '../extract/mention.ts'
import type { Span } from '../extract/span.ts'
import type { Decisions } from '../review/decisions.ts'
import { readExtraction, writeExtraction } from './keptExtraction.ts'
import { EntityOfMention, type Doubt, type MentioningText } from './mentioned.ts'
import type { Statements } from './graph.ts'
import type { Origin } from './origin.ts'
import type { Read, Reader } from './readings.ts'
import type { Names, Resolved } from './resolve.ts'
import { Spool } from './spool.ts'
import type { EntityStatement, Mention, Said } from './statements.ts'
import type { SourceText } from './text.ts'

/** A text with the id its document has in the store. */
export interface StoredText extends SourceText {
  readonly id: string
}

/** One text with what it names and states, and whom its mentions mean. */
interface UnderstoodText {
  readonly text: StoredText
  readonly extraction: Extraction
  readonly entities: ReadonlyMap<TextMention, Resolved>
}

const originOf = ({ text }: UnderstoodText, span: Span): Origin => ({
  source: text.source,
  file: text.file,
  row: null,
  document: text.id,
  quote: { start: span.start, end: span.end, text: text.document.text.slice(span.start, span.end) },
})

const entitiesIn = (read: UnderstoodText): EntityStatement[] => {
  const found = new Map<string, { entity: Resolved; mentions: TextMention[] }>()
  for (const [mention, entity] of read.entities) {
    const known = found.get(entity.id) ?? { entity, mentions: [] }
    known.mentions.push(mention)
    found.set(entity.id, known)
  }
  return [...found.values()].map(({ entity: { id, label, name }, mentions }) => ({
    source: read.text.source,
    file: read.text.file,
    row: null,
    document: read.text.id,
    quote: null,
    label,
    name,
    // A known entity has the names its tables give it; a new one those that its documents use.
    aliases: [
      ...new Set(mentions.flatMap(({ known, text }) => (known.length === 0 && text !== name ? [text] : []))),
    ],
    englishName: null,
    code: null,
    description: null,
    pending: mentions.every(({ known, confidence }) => !known.includes(id) && tierOfName(confidence) !== 'A'),
    spans: mentions.map(({ start, end }) => ({ start, end })),
  }))
}

const saidOf = ({ stage, since, figure, note, confidence }: StatedRelationship | StatedMetric): Said => ({
  stage,
  since,
  until: stage === 'ENDED' ? since : null,
  figure,
  note,
  confidence,
  pending: tierOf(confidence) === 'B',
})

const mentionOf = (mention: TextMention, { entities }: UnderstoodText): Mention | undefined => {
  const entity = entities.get(mention)
  return entity && { name: mention.text, labels: [entity.label], column: '', entity }
}

const isKept = ({ confidence }: StatedRelationship | StatedMetric): boolean => tierOf(confidence) !== 'C'

const relationshipsIn = (read: UnderstoodText): Statements['relationships'] =>
  read.extraction.relationships.filter(isKept).flatMap((stated) => {
    const [start, end] = [mentionOf(stated.start, read), mentionOf(stated.end, read)]
    if (start === undefined || end === undefined) return []
    const { type, product, quote } = stated
    return [{ ...originOf(read, quote), ...saidOf(stated), type, start, end, product }]
  })

const metricsIn = (read: UnderstoodText): Statements['metrics'] =>
  read.extraction.metrics.filter(isKept).flatMap((stated) => {
    const entity = mentionOf(stated.entity, read)
    if (entity === undefined) return []
    const { name, value, unit, period, change, qualifier, quote } = stated
    return [
      { ...originOf(read, quote), ...saidOf(stated), entity, name, value, unit, period, change, qualifier },
    ]
  })

/** Texts, and by what and by whose decisions they are understood. */
export interface Texts {
  readonly texts: readonly StoredText[]
  readonly names: Names
  readonly decisions: Decisions
  readonly reader: Reader
}

/**
 * The statements that texts make, text by text, given the names that tables declare and what people decided. The order of
 * the texts does not matter. What a text says waits on disk until all texts have named what they name, so that it is
 * never all in memory. `doubts` are complete once all statements were taken.
 */
export const statementsOfTexts = ({
  texts,
  names,
  decisions,
  reader,
}: Texts): { readonly said: Iterable<Statements>; readonly doubts: readonly Doubt[] } => {
  // Without texts there is nothing to look for names in; making ready for it takes a while where names are many.
  if (texts.length === 0) return { said: [], doubts: [] }
  const spool = new Spool()
  try {
    const extract = reader(names.known())
    const mentioned = new EntityOfMention(names, decisions, mentioning(texts, extract, spool))
    return { said: saidIn(texts, mentioned, spool), doubts: mentioned.doubts }
  } catch (error) {
    spool.close()
    throw error
  }
}

/** What each text mentions; its whole extraction goes to the spool. */
function* mentioning(texts: readonly StoredText[], extract: Read, spool: Spool): Generator<MentioningText> {
  for (const text of texts) {
    const extraction = extract(text.document)
    spool.put(0, writeExtraction(extraction))
    yield { text, mentions: extraction.mentions }
  }
}

function* saidIn(
  texts: readonly StoredText[],
  mentioned: EntityOfMention,
  spool: Spool,
): Generator<Statements> {
  try {
    const extractions = spool.lines(0)
    for (const text of texts) {
      const next = extractions.next()
      const extraction = next.done === true ? undefined : readExtraction(next.value)
      if (extraction === undefined) throw new Error(`what was read from ${text.file} is lost from the disk`)
      const said = { text, extraction, entities: mentioned.decide({ text, mentions: extraction.mentions }) }
      yield {
        entities: entitiesIn(said),
        relationships: relationshipsIn(said),
        metrics: metricsIn(said),
      }
    }
  } finally {
    spool.close()
  }
}
