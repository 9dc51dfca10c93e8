/**
 * JSON for programs, one thing a line:
 *
 *     {"format":"liantu-graph","modelVersion":…,"version":…,
 *     "entities":[{"label":…,"id":…,"name":…,…}],
 *     "relationships":[{"type":…,"start":ID,"end":ID,"id":…,…,"evidence":[{"document":ID,"id":…,"quote":…,…}]}],
 *     "metrics":[{"entity":ID,"id":…,…,"evidence":[…]}],
 *     "documents":[{"id":…,"title":…,"text":…,…}]}
 *
 * Properties have the names of data/model.yaml; one that is not there says nothing. A number is in the unit stated.
 */
import { model } from '../model/model.ts'
import type { Row } from '../store/store.ts'
import type { EvidenceItem, WholeGraph } from './graph.ts'

/** What says something: neither null nor an empty list; a relationship without a product keeps its empty text out, too. */
const stated = (props: Row): Row =>
  Object.fromEntries(
    Object.entries(props).filter(
      ([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )

/** An evidence as a JSON value; of which fact it is, its place says. */
const evidenceValue = ({ document, props }: EvidenceItem): Row => ({
  document: document.id,
  ...stated({ ...props, of: null }),
})

async function* list<T>(
  name: string,
  batches: AsyncIterable<readonly T[]>,
  valueOf: (item: T) => Row,
): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}:[`
  let separator = '\n'
  for await (const items of batches) {
    if (items.length === 0) continue
    yield separator + items.map((item) => JSON.stringify(valueOf(item))).join(',\n')
    separator = ',\n'
  }
  yield ']'
}

/** The graph as one JSON document. */
export async function* graphJson(graph: WholeGraph): AsyncGenerator<string> {
  yield `{"format":"liantu-graph","modelVersion":${model.version.toString()},"version":${JSON.stringify(graph.version)}`
  yield* list('entities', graph.entities(), ({ props }) => stated(props))
  yield* list('relationships', graph.relationships(), ({ type, start, end, props, evidence }) => ({
    type,
    start: start.id,
    end: end.id,
    ...stated(props),
    evidence: evidence.map(evidenceValue),
  }))
  yield* list('metrics', graph.metrics(), ({ entity, props, evidence }) => ({
    entity: entity.id,
    ...stated(props),
    evidence: evidence.map(evidenceValue),
  }))
  yield* list('documents', graph.documents(), ({ props }) => stated(props))
  yield '}\n'
}
