/** Documents, and what they state. */
import { numberIn, statement, textIn, textOrNull, textsIn } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'
import { metricsWithIds, type Metric } from './metrics.ts'
import { relationshipIn, type Relationship } from './relationship.ts'

export const documentKinds = ['ORIGINAL', 'DIGEST', 'TABLE', 'LINK'] as const
export type DocumentKind = (typeof documentKinds)[number]

export interface Document {
  readonly id: string
  readonly kind: DocumentKind
  readonly title: string
  readonly publisher: string | null
  readonly date: string | null
  readonly url: string | null
  readonly file: string | null
  readonly sha256: string | null
}

/** Reads the columns that every statement about documents returns. */
export const documentIn = (row: Row): Document => ({
  id: textIn(row, 'id'),
  kind: documentKinds.find((kind) => kind === row['kind']) ?? 'LINK',
  title: textIn(row, 'title'),
  publisher: textOrNull(row, 'publisher'),
  date: textOrNull(row, 'date'),
  url: textOrNull(row, 'url'),
  file: textOrNull(row, 'documentFile'),
  sha256: textOrNull(row, 'sha256'),
})

const documentsById = statement('read/documentsById', documentIn)
const documents = statement('read/documents', documentIn)
const damagedDocuments = statement('read/damagedDocuments', documentIn)
const documentText = statement('read/documentText', (row) => ({
  id: textIn(row, 'id'),
  text: textOrNull(row, 'text'),
  damage: textsIn(row, 'damage'),
}))
const documentsOfEntities = statement('read/documentsOfEntities', (row) => ({
  entity: textIn(row, 'entity'),
  document: documentIn(row),
}))
const factsOfDocuments = statement('read/factsOfDocuments', (row) => ({
  document: textIn(row, 'document'),
  of: textIn(row, 'of'),
  source: textIn(row, 'source'),
  start: textOrNull(row, 'start'),
  end: textOrNull(row, 'end'),
  entity: textOrNull(row, 'entity'),
}))
const declaredByDocuments = statement('read/declaredByDocuments', (row) => ({
  document: textIn(row, 'document'),
  entity: textIn(row, 'entity'),
  source: textIn(row, 'source'),
  spans: textsIn(row, 'spans'),
}))
const relationshipsStated = statement('read/relationshipsStated', relationshipIn)
const documentCount = statement('read/documentCount', (row) => numberIn(row, 'count'))

/** Latest first, undated last; ties by id. */
const byDate = (left: Document, right: Document): number =>
  (right.date ?? '').localeCompare(left.date ?? '') || (left.id < right.id ? -1 : 1)

/** The documents with these ids, in their order; undefined where there is none. */
export const documentsWithIds = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly (Document | undefined)[]> => {
  const found = new Map((await store.read(documentsById, { ids })).map((document) => [document.id, document]))
  return ids.map((id) => found.get(id))
}

/** Every document that holds the words in its title, publisher, address or text; latest first. */
export const documentsWithText = async (store: Store, text: string): Promise<readonly Document[]> =>
  (await store.read(documents, { text: text.trim().toLowerCase() })).sort(byDate)

/** The documents some of whose text could not be repaired; latest first. */
export const documentsWithDamage = async (store: Store): Promise<readonly Document[]> =>
  (await store.read(damagedDocuments, {})).sort(byDate)

/** The text of each document and the spans that could not be repaired, as `start-end`. */
export const documentTexts = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly { readonly text: string | null; readonly damage: readonly string[] }[]> => {
  const found = new Map((await store.read(documentText, { ids })).map((row) => [row.id, row]))
  return ids.map((id) => found.get(id) ?? { text: null, damage: [] })
}

/** The documents that state something of each entity; latest first. */
export const documentsOf = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly (readonly Document[])[]> => {
  const found = new Map<string, Document[]>(ids.map((id) => [id, []]))
  for (const { entity, document } of await store.read(documentsOfEntities, { ids }))
    found.get(entity)?.push(document)
  return ids.map((id) => (found.get(id) ?? []).sort(byDate))
}

/** Where in a text an entity is named. */
export interface DocumentMention {
  readonly entity: string
  /** As `start-end`, in the order of the text; never empty. */
  readonly spans: readonly string[]
}

/** What a document states, and who said so. */
export interface DocumentContent {
  /** Ids of the entities it speaks of. */
  readonly entities: readonly string[]
  /** In the order of their first words. */
  readonly mentions: readonly DocumentMention[]
  /** Best evidenced first. */
  readonly relationships: readonly Relationship[]
  /** By id. */
  readonly metrics: readonly Metric[]
  /** The ids of the sources whose claims stand in it, in order. */
  readonly sources: readonly string[]
}

const startOf = (span: string | undefined): number => Number.parseInt(span ?? '0', 10)

const byStart = (left: string, right: string): number =>
  startOf(left) - startOf(right) || (left < right ? -1 : left > right ? 1 : 0)

/** One mention for each entity that is named in the text, however many names or sources name it. */
const mentionsOf = (
  declared: readonly { readonly entity: string; readonly spans: readonly string[] }[],
): readonly DocumentMention[] => {
  const spans = new Map<string, Set<string>>()
  for (const one of declared)
    if (one.spans.length > 0) spans.set(one.entity, new Set([...(spans.get(one.entity) ?? []), ...one.spans]))
  return [...spans]
    .map(([entity, found]) => ({ entity, spans: [...found].sort(byStart) }))
    .sort(
      (left, right) =>
        startOf(left.spans[0]) - startOf(right.spans[0]) || (left.entity < right.entity ? -1 : 1),
    )
}

/** What each of these documents states. */
export const statedBy = async (store: Store, ids: readonly string[]): Promise<readonly DocumentContent[]> => {
  const [facts, declared] = await Promise.all([
    store.read(factsOfDocuments, { ids }),
    store.read(declaredByDocuments, { ids }),
  ])
  const wanted = new Map(
    facts.flatMap(({ of, start, end }) =>
      start !== null && end !== null ? [[of, { id: of, start, end }] as const] : [],
    ),
  )
  const figures = new Set(facts.flatMap(({ of, entity }) => (entity === null ? [] : [of])))
  const [relationships, metrics] = await Promise.all([
    store.read(relationshipsStated, { facts: [...wanted.values()] }),
    metricsWithIds(store, [...figures].sort()),
  ])
  return ids.map((document) => {
    const own = facts.filter((fact) => fact.document === document)
    const said = declared.filter((row) => row.document === document)
    const stated = new Set(own.map((fact) => fact.of))
    const named = own.flatMap((fact) => [fact.start, fact.end, fact.entity]).filter((id) => id !== null)
    return {
      entities: [...new Set([...named, ...said.map(({ entity }) => entity)])],
      mentions: mentionsOf(said),
      relationships: relationships.filter(({ id }) => stated.has(id)),
      metrics: metrics.filter((metric) => metric !== undefined).filter(({ id }) => stated.has(id)),
      sources: [...new Set([...own, ...said].map(({ source }) => source))].sort(),
    }
  })
}

/** How many documents there are. */
export const countDocuments = async (store: Store): Promise<number> =>
  (await store.read(documentCount, {}))[0] ?? 0
