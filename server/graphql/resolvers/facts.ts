/** Fields of relationships, figures, evidence and documents. */
import type { Entity } from '../../names/catalog.ts'
import { documentTexts, statedBy, type Document, type DocumentMention } from '../../read/documents.ts'
import type { Metric } from '../../read/metrics.ts'
import type { Relationship } from '../../read/relationship.ts'
import { pageSize } from '../bounds.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { entitiesWith } from './entity.ts'
import { evidence } from './evidence.ts'

/** The entity at an end; throws where a load has just taken it away. */
const entityAt = (context: Context, id: string): Entity => {
  const entity = context.catalog.get(id)
  if (entity === undefined) throw notFound(id)
  return entity
}

const textOf = (document: Document, context: Context) =>
  context.batched('document text', (ids) => documentTexts(context.store, ids)).load(document.id)

const statedIn = (document: Document, context: Context) =>
  context.batched('stated by', (ids) => statedBy(context.store, ids)).load(document.id)

/** A span as it is stored: start-end. */
const spanOf = (text: string): { readonly start: number; readonly end: number } => {
  const [start = 0, end = 0] = text.split('-').map(Number)
  return { start, end }
}

export const factFields = {
  Relationship: {
    start: (relationship: Relationship, _args: unknown, context: Context) =>
      entityAt(context, relationship.start),
    end: (relationship: Relationship, _args: unknown, context: Context) =>
      entityAt(context, relationship.end),
    evidence,
  },
  Metric: {
    entity: (metric: Metric, _args: unknown, context: Context) => entityAt(context, metric.entity),
    evidence,
  },
  Document: {
    text: async (document: Document, _args: unknown, context: Context) =>
      (await textOf(document, context)).text,
    damage: async (document: Document, _args: unknown, context: Context) =>
      (await textOf(document, context)).damage.map(spanOf),
    entities: async (document: Document, args: { readonly first: number }, context: Context) => {
      const first = pageSize(args.first)
      return entitiesWith(context, (await statedIn(document, context)).entities)
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .slice(0, first)
    },
    relationships: async (document: Document, args: { readonly first: number }, context: Context) => {
      const first = pageSize(args.first)
      return (await statedIn(document, context)).relationships.slice(0, first)
    },
    metrics: async (document: Document, args: { readonly first: number }, context: Context) => {
      const first = pageSize(args.first)
      return (await statedIn(document, context)).metrics.slice(0, first)
    },
    // Entities that a load has just taken away are left out, as in `entities`.
    mentions: async (document: Document, _args: unknown, context: Context) =>
      (await statedIn(document, context)).mentions.filter(({ entity }) => context.catalog.get(entity)),
    sources: async (document: Document, _args: unknown, context: Context) =>
      (await statedIn(document, context)).sources,
  },
  DocumentMention: {
    entity: ({ entity }: DocumentMention, _args: unknown, context: Context) => entityAt(context, entity),
    spans: ({ spans }: DocumentMention) => spans.map(spanOf),
  },
}
