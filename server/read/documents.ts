/** Documents, and what they state. */
import { numberIn, statement, textIn, textOrNull, textsIn } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'
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
  start: textOrNull(row, 'start'),
  end: textOrNull(row, 'end'),
  entity: textOrNull(row, 'entity'),
}))
const declaredByDocuments = statement('read/declaredByDocuments', (row) => ({
  document: textIn(row, 'document'),
  entity: textIn(row, 'entity'),
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

/** What each document states: ids of the entities it speaks of, and relationships, best evidenced first. */
export const statedBy = async (
  store: Store,
  ids: readonly string[],
): Promise<
  readonly { readonly entities: readonly string[]; readonly relationships: readonly Relationship[] }[]
> => {
  const [facts, declared] = await Promise.all([
    store.read(factsOfDocuments, { ids }),
    store.read(declaredByDocuments, { ids }),
  ])
  const wanted = new Map(
    facts.flatMap(({ of, start, end }) =>
      start !== null && end !== null ? [[of, { id: of, start, end }] as const] : [],
    ),
  )
  const relationships = await store.read(relationshipsStated, { facts: [...wanted.values()] })
  return ids.map((document) => {
    const own = facts.filter((fact) => fact.document === document)
    const stated = new Set(own.map((fact) => fact.of))
    const entities = new Set<string>()
    for (const fact of own)
      for (const id of [fact.start, fact.end, fact.entity]) if (id !== null) entities.add(id)
    for (const row of declared) if (row.document === document) entities.add(row.entity)
    return { entities: [...entities], relationships: relationships.filter(({ id }) => stated.has(id)) }
  })
}

/** How many documents there are. */
export const countDocuments = async (store: Store): Promise<number> =>
  (await store.read(documentCount, {}))[0] ?? 0
