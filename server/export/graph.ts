/**
 * The whole graph as exports read it: in batches, so that none has to hold it all, and in one order on both stores.
 * What each thing carries is what data/model.yaml declares.
 */
import { isLabel, isType, labels, model, type Label, type RelationshipType } from '../model/model.ts'
import { graphState } from '../read/stats.ts'
import { statement, textIn, textOrNull } from '../store/statement.ts'
import type { Params, Row, Store, Value } from '../store/store.ts'
import { ExportError } from './exportError.ts'

/** How many entities, facts or documents one statement is asked for; documents bring their whole text. */
const batchSizes = { entities: 1_000, facts: 2_000, documents: 100 } as const

/** A thing with the properties that the model declares for it; what it does not carry is null. */
export interface Item {
  readonly id: string
  readonly props: Row
}

export interface Named {
  readonly id: string
  readonly label: Label
  readonly name: string
}

export interface EntityItem extends Item {
  readonly label: Label
}

export interface EvidenceItem extends Item {
  /** The id of the fact it states. */
  readonly of: string
  readonly document: DocumentName
}

/** A fact with all its evidence, most confident first. */
export interface FactItem extends Item {
  readonly evidence: readonly EvidenceItem[]
}

export interface RelationshipItem extends FactItem {
  readonly type: RelationshipType
  readonly start: Named
  readonly end: Named
}

export interface MetricItem extends FactItem {
  readonly entity: Named
}

/** As much of a document as a mention of it needs. */
export interface DocumentName {
  readonly id: string
  readonly title: string
  /** What a table names it by; null for what has no address, such as a table itself. */
  readonly address: string | null
  readonly url: string | null
}

/** What carries properties of its own in the model. */
export type Owner = 'Entity' | 'Relationship' | 'Metric' | 'Document' | 'Evidence'

export type Kind = 'text' | 'texts' | 'number' | 'integer' | 'date' | 'stage' | 'boolean'

/** The properties an owner carries, in the order of the model, with their kinds. */
export const propertiesOf = (owner: Owner): readonly (readonly [name: string, kind: Kind])[] =>
  Object.entries(model.properties[owner] ?? {}).map(([name, { kind }]) => [name, kind])

const declared = (owner: Owner, row: Row): Row => {
  const value = row['props']
  const props = isMap(value) ? value : {}
  return Object.fromEntries(propertiesOf(owner).map(([name]) => [name, props[name] ?? null]))
}

const isMap = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const labelIn = (row: Row): Label => {
  const label = textIn(row, 'label')
  if (!isLabel(label)) throw new TypeError(`${JSON.stringify(label)} is no label of data/model.yaml`)
  return label
}

const typeIn = (row: Row): RelationshipType => {
  const type = textIn(row, 'type')
  if (!isType(type)) throw new TypeError(`${JSON.stringify(type)} is no type of data/model.yaml`)
  return type
}

const statements = {
  entityNames: statement('export/entityNames', (row): Named => ({
    id: textIn(row, 'id'),
    label: labelIn(row),
    name: textIn(row, 'name'),
  })),
  documentNames: statement('export/documentNames', (row): DocumentName => ({
    id: textIn(row, 'id'),
    title: textIn(row, 'title'),
    address: textOrNull(row, 'address'),
    url: textOrNull(row, 'url'),
  })),
  entities: statement('export/entities', (row): EntityItem => ({
    id: textIn(row, 'id'),
    label: labelIn(row),
    props: declared('Entity', row),
  })),
  relationships: statement('export/relationships', (row) => ({
    id: textIn(row, 'id'),
    type: typeIn(row),
    start: textIn(row, 'start'),
    end: textIn(row, 'end'),
    props: declared('Relationship', row),
  })),
  metrics: statement('export/metrics', (row) => ({
    id: textIn(row, 'id'),
    entity: textIn(row, 'entity'),
    props: declared('Metric', row),
  })),
  evidence: statement('export/evidence', (row) => ({
    id: textIn(row, 'id'),
    of: textIn(row, 'of'),
    document: textIn(row, 'document'),
    props: declared('Evidence', row),
  })),
  documents: statement('export/documents', (row): Item => ({
    id: textIn(row, 'id'),
    props: declared('Document', row),
  })),
}

const compare = (left: string | number, right: string | number): number =>
  left < right ? -1 : left > right ? 1 : 0

const byId = (left: Item, right: Item): number => compare(left.id, right.id)

/** By label, name and id: a table in this order can be looked through. */
const byName = (left: Named, right: Named): number =>
  labels.indexOf(left.label) - labels.indexOf(right.label) ||
  compare(left.name, right.name) ||
  compare(left.id, right.id)

const confidenceOf = ({ props }: Item): number => Number(props['confidence'] ?? 0)

const byConfidence = (left: Item, right: Item): number =>
  compare(confidenceOf(right), confidenceOf(left)) || byId(left, right)

const batches = function* <T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}

const groupBy = <T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** The graph of one version, read in batches. */
export class WholeGraph {
  private readonly store: Store
  readonly version: string
  private readonly names: readonly Named[]
  private readonly byEntity: ReadonlyMap<string, Named>
  private readonly byDocument: ReadonlyMap<string, DocumentName>

  constructor(store: Store, version: string, names: readonly Named[], documents: readonly DocumentName[]) {
    this.store = store
    this.version = version
    this.names = [...names].sort(byName)
    this.byEntity = new Map(names.map((named) => [named.id, named]))
    this.byDocument = new Map(documents.map((document) => [document.id, document]))
  }

  /** All entities, by label, then name. */
  async *entities(): AsyncGenerator<readonly EntityItem[]> {
    for (const ids of this.entityIds()) {
      const found = new Map(
        (await this.store.read(statements.entities, { ids })).map((item) => [item.id, item]),
      )
      yield ids.flatMap((id) => found.get(id) ?? [])
    }
  }

  /** All relationships with their evidence, in the order of the entities they start from, then by id. */
  async *relationships(): AsyncGenerator<readonly RelationshipItem[]> {
    for (const ids of this.entityIds()) {
      const rows = await this.store.read(statements.relationships, { ids })
      const byStart = groupBy(rows.sort(byId), ({ start }) => start)
      yield* this.withEvidence(
        ids
          .flatMap((id) => byStart.get(id) ?? [])
          .map((row) => ({ ...row, start: this.entity(row.start), end: this.entity(row.end) })),
      )
    }
  }

  /** All figures with their evidence, in the order of their entities, then by id. */
  async *metrics(): AsyncGenerator<readonly MetricItem[]> {
    for (const ids of this.entityIds()) {
      const rows = await this.store.read(statements.metrics, { ids })
      const byEntity = groupBy(rows.sort(byId), ({ entity }) => entity)
      yield* this.withEvidence(
        ids
          .flatMap((id) => byEntity.get(id) ?? [])
          .map((row) => ({ ...row, entity: this.entity(row.entity) })),
      )
    }
  }

  /** All documents, by id. */
  async *documents(): AsyncGenerator<readonly Item[]> {
    for (const ids of batches([...this.byDocument.keys()].sort(), batchSizes.documents))
      yield (await this.store.read(statements.documents, { ids })).sort(byId)
  }

  private entityIds(): Iterable<readonly string[]> {
    return batches(
      this.names.map(({ id }) => id),
      batchSizes.entities,
    )
  }

  private async *withEvidence<F extends Item>(
    facts: readonly F[],
  ): AsyncGenerator<readonly (F & { readonly evidence: readonly EvidenceItem[] })[]> {
    for (const batch of batches(facts, batchSizes.facts)) {
      const params: Params = { ids: batch.map(({ id }) => id) }
      const rows = await this.store.read(statements.evidence, params)
      const found = groupBy(
        rows
          .map((row): EvidenceItem => ({ ...row, document: this.document(row.document) }))
          .sort(byConfidence),
        ({ of }) => of,
      )
      yield batch.map((fact) => ({ ...fact, evidence: found.get(fact.id) ?? [] }))
    }
  }

  private entity(id: string): Named {
    return this.byEntity.get(id) ?? changedMeanwhile()
  }

  private document(id: string): DocumentName {
    return this.byDocument.get(id) ?? changedMeanwhile()
  }
}

const changedMeanwhile = (): never => {
  throw new ExportError('the graph was loaded anew while it was exported; run the export again')
}

/** Opens the graph for an export. Throws ExportError where nothing was ever loaded. */
export const openGraph = async (store: Store): Promise<WholeGraph> => {
  const state = await graphState(store)
  if (state === undefined) throw new ExportError('the graph is empty; load data first: npm run load -- PATH…')
  const [names, documents] = await Promise.all([
    store.read(statements.entityNames, {}),
    store.read(statements.documentNames, {}),
  ])
  return new WholeGraph(store, state.version, names, documents)
}

/** Throws ExportError where the graph is no longer the one that was opened: half of each would be neither. */
export const checkUnchanged = async (store: Store, graph: WholeGraph): Promise<void> => {
  if ((await graphState(store))?.version !== graph.version) changedMeanwhile()
}
