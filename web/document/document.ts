/** The shape of a document with what it names and states, and asking for it. */
import type { Evidence, Mention, Metric, Relationship, SourceDocument } from '../answers.ts'
import { type Loaded, useOperation } from '../api.ts'
import document from '../operations/Document.graphql?raw'
import { withFragments } from '../operations/withFragments.ts'
import type { Span } from '../target.ts'

export interface DocumentMention {
  entity: Mention
  spans: readonly Span[]
}

export interface DocumentContent extends SourceDocument {
  sources: readonly string[]
  text: string | null
  damage: readonly Span[]
  mentions: readonly DocumentMention[]
  relationships: readonly Relationship[]
  metrics: readonly (Metric & { entity: Mention })[]
}

/** As many facts as are asked for at once; documents/Document.graphql says the same. */
export const FACT_LIMIT = 100

/** The whole operation that asks for a document, ready to run with its id. */
export const DOCUMENT_OPERATION = withFragments(document)

/** A document by its id. */
export function useDocument(id: string): Loaded<{ document: DocumentContent | null }> {
  return useOperation(DOCUMENT_OPERATION, { id })
}

/** The evidence that stands in this document; the rest is told by other ones. */
export function evidenceIn(document: string, evidence: readonly Evidence[]): readonly Evidence[] {
  return evidence.filter((one) => one.document.id === document)
}

/** Where the evidence stands in the text; table rows have no place there. */
export function spansOf(evidence: readonly Evidence[]): Span[] {
  return evidence.flatMap(({ start, end }) =>
    start === null || end === null || end <= start ? [] : [{ start, end }],
  )
}
