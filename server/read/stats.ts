/** What the graph holds, and its version. */
import { numberIn, statement, textIn, textOrNull } from '../store/statement.ts'
import type { Store } from '../store/store.ts'
import { countDocuments } from './documents.ts'

const count = (name: string, key: string) =>
  statement(name, (row): readonly [string, number] => [textIn(row, key), numberIn(row, 'count')])
const labelCounts = count('read/labelCounts', 'label')
const typeCounts = statement('read/typeCounts', (row): readonly [string, TypeCount] => [
  textIn(row, 'type'),
  {
    count: numberIn(row, 'count'),
    pending: numberIn(row, 'pending'),
    oneSource: numberIn(row, 'oneSource'),
  },
])
const evidenceCount = statement('read/evidenceCount', (row) => numberIn(row, 'count'))
const graph = statement('read/graph', (row): GraphState => ({
  version: textIn(row, 'version'),
  loadedAt: textOrNull(row, 'loadedAt'),
  modelVersion: numberIn(row, 'modelVersion'),
}))

/** The relationships of one type. */
export interface TypeCount {
  readonly count: number
  /** Of these, how many wait for a person. */
  readonly pending: number
  /** Of these, how many a single independent source states. */
  readonly oneSource: number
}

export interface GraphState {
  readonly version: string
  readonly loadedAt: string | null
  readonly modelVersion: number
}

export interface Stats extends GraphState {
  readonly entities: ReadonlyMap<string, number>
  readonly relationships: ReadonlyMap<string, TypeCount>
  readonly documents: number
  readonly evidence: number
}

/** What is known of the graph as a whole; undefined in an empty store. */
export const graphState = async (store: Store): Promise<GraphState | undefined> =>
  (await store.read(graph, {}))[0]

/** The counts of everything the store holds now. */
export const readStats = async (store: Store): Promise<Stats> => {
  const [entities, relationships, documents, evidence, state] = await Promise.all([
    store.read(labelCounts, {}),
    store.read(typeCounts, {}),
    countDocuments(store),
    store.read(evidenceCount, {}),
    graphState(store),
  ])
  return {
    entities: new Map(entities),
    relationships: new Map(relationships),
    documents,
    evidence: evidence[0] ?? 0,
    version: state?.version ?? '',
    loadedAt: state?.loadedAt ?? null,
    modelVersion: state?.modelVersion ?? 0,
  }
}
