/** Evidence of facts and the documents it stands in, in one batched statement. */
import { isStage, type Stage } from '../model/stage.ts'
import { isIn, numberIn, numberOrNull, statement, textIn, textOrNull } from '../store/statement.ts'
import type { Row, Store } from '../store/store.ts'
import { documentIn, type Document } from './documents.ts'

export interface Evidence {
  readonly document: Document
  readonly quote: string | null
  readonly start: number | null
  readonly end: number | null
  readonly row: number | null
  readonly file: string | null
  readonly stage: Stage | null
  readonly since: string | null
  readonly until: string | null
  readonly figure: string | null
  readonly note: string | null
  readonly confidence: number
  /** 待核: read from words by a less certain rule, and confirmed by nobody. */
  readonly pending: boolean
}

const stageOrNull = (row: Row): Stage | null => {
  const text = textOrNull(row, 'stage')
  return text !== null && isStage(text) ? text : null
}

const evidence = statement('read/evidence', (row) => ({
  of: textIn(row, 'of'),
  evidence: {
    document: documentIn({ ...row, id: row['documentId'] ?? null }),
    quote: textOrNull(row, 'quote'),
    start: numberOrNull(row, 'start'),
    end: numberOrNull(row, 'end'),
    row: numberOrNull(row, 'row'),
    file: textOrNull(row, 'file'),
    stage: stageOrNull(row),
    since: textOrNull(row, 'since'),
    until: textOrNull(row, 'until'),
    figure: textOrNull(row, 'figure'),
    note: textOrNull(row, 'note'),
    confidence: numberIn(row, 'confidence'),
    pending: isIn(row, 'pending'),
  } satisfies Evidence,
}))

const stating = statement('read/documentsOfFacts', (row) => textIn(row, 'id'))

/** Ids of the documents that state any of these facts, reprints folded. */
export const documentsStating = (store: Store, ids: readonly string[]): Promise<readonly string[]> =>
  ids.length === 0 ? Promise.resolve([]) : store.read(stating, { ids })

/** The evidence of each fact, most confident first; a list for each id, in the order of the ids. */
export const evidenceOf = async (
  store: Store,
  ids: readonly string[],
): Promise<readonly (readonly Evidence[])[]> => {
  const found = new Map<string, Evidence[]>(ids.map((id) => [id, []]))
  for (const row of await store.read(evidence, { ids })) found.get(row.of)?.push(row.evidence)
  return ids.map((id) => found.get(id) ?? [])
}
