/** What sources say, as short as a test needs it: everything left out says nothing. */
import type {
  EntityStatement,
  Mention,
  MetricStatement,
  RelationshipStatement,
} from '../server/load/statements.ts'
import { labels, model, type Label, type RelationshipType } from '../server/model/model.ts'

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
