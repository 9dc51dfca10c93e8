/** What sources say, as short as a test needs it: everything left out says nothing. */
import type {
  EntityStatement,
  Mention,
  MetricStatement,
  RelationshipStatement,
} from '../server/load/statements.ts'
import { labels, model, type Label, type RelationshipType } from '../server/model/model.ts'
import { entityId } from '../server/model/identity.ts'
import { Graph, GraphVersion, type Sources, type Statements } from '../server/load/graph.ts'
import type { EntityPlan, FactPlan } from '../server/load/claims.ts'
import type { Written } from '../server/load/written.ts'
import type { Resolved } from '../server/load/resolve.ts'
import type { Action } from '../server/review/decision.ts'
import { Decisions } from '../server/review/decisions.ts'

const origin = { source: 'table', file: 'a.csv', row: 2, quote: null, document: 'a document' }
const said = {
  stage: 'ACTIVE',
  since: null,
  until: null,
  figure: null,
  note: null,
  confidence: 0.95,
  pending: false,
} as const

/** A source declares a company, or what `more` says of it. */
export const declares = (name: string, more: Partial<EntityStatement> = {}): EntityStatement => ({
  ...origin,
  label: 'Company',
  name,
  aliases: [],
  englishName: null,
  code: null,
  description: null,
  pending: false,
  spans: [],
  ...more,
})

/** A name in a column, of any kind or of those named. */
export const mention = (name: string, column = '', ...allowed: readonly Label[]): Mention => ({
  name,
  labels: allowed.length > 0 ? allowed : labels,
  column,
})

/** A source says that one supplies the other, or has what relationship `type` names. */
export const states = (
  start: string,
  end: string,
  more: Partial<RelationshipStatement> = {},
  type: RelationshipType = more.type ?? 'SUPPLIES',
): RelationshipStatement => ({
  ...origin,
  ...said,
  type,
  start: mention(start, 'start', ...model.types[type].start),
  end: mention(end, 'end', ...model.types[type].end),
  product: '',
  ...more,
})

/** A source gives a figure of an entity. */
export const measures = (
  entity: string,
  name: string,
  value: number | null,
  more: Partial<MetricStatement> = {},
): MetricStatement => ({
  ...origin,
  ...said,
  entity: mention(entity, 'entity'),
  name,
  value,
  unit: null,
  period: null,
  change: null,
  qualifier: null,
  ...more,
})

/** An entity that a name was resolved to. */
export const resolved = (name: string, label: Label = 'Company'): Resolved => ({
  id: entityId(label, name),
  label,
  name,
})
/** Sources that say nothing. */
export const nothing: Statements = { entities: [], relationships: [], metrics: [] }
/** What people decided, one after the other. */
export const decided = (...actions: readonly Action[]): Decisions =>
  new Decisions(
    actions.map((action, index) => ({
      id: index.toString(),
      at: '2024-01-01T00:00:00Z',
      reviewer: '审核人',
      action,
    })),
  )

/** A graph as a whole, with what a version is made of it. */
export interface WholeGraph extends Pick<Graph, 'rejected' | 'named' | 'doubts'> {
  readonly entities: ReadonlyMap<string, EntityPlan>
  readonly facts: ReadonlyMap<string, FactPlan>
  readonly version: (modelVersion: number, documents: readonly Written[]) => string
}

/** The graph that sources which say this make; other sources say nothing. */
export const graphOf = (said: Partial<Statements>, more: Partial<Sources> = {}): WholeGraph => {
  const graph = new Graph({
    said: { ...nothing, ...said },
    remembered: [],
    texts: [],
    decisions: decided(),
    reader: () => () => {
      throw new Error('there is nothing to read')
    },
    ...more,
  })
  try {
    const entities = new Map([...graph.entities()].flatMap(({ plans }) => [...plans]))
    const facts = new Map([...graph.facts()].flatMap(({ plans }) => [...plans]))
    const version = (modelVersion: number, documents: readonly Written[]): string => {
      const made = new GraphVersion()
      made.add(entities.values())
      made.add(facts.values())
      return made.of(modelVersion, documents)
    }
    const { rejected, named, doubts } = graph
    return { rejected, named, doubts, entities, facts, version }
  } finally {
    graph.close()
  }
}
