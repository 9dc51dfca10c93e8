/** The one filter of every traversal, as the parameters that the statements take. */
import { endDay } from '../model/date.ts'
import { types, type RelationshipType } from '../model/model.ts'
import { stages, type Stage } from '../model/stage.ts'
import { cleanName, simplified } from '../names/normalise.ts'

/** What a caller may ask of the relationships; everything left out lets all pass, but ended ones. */
export interface RelationshipFilter {
  readonly types?: readonly RelationshipType[]
  readonly stages?: readonly Stage[]
  readonly product?: string
  readonly asOf?: string
  readonly minConfidence?: number
  readonly minSources?: number
  /** Only what is 待核 (true), or only what is accepted (false). */
  readonly pending?: boolean
}

/** The filter's part of a statement's parameters. */
export interface FilterParams {
  readonly types: readonly RelationshipType[]
  /** Whether every type passes: a store need not look then, which takes the embedded one longer than all else. */
  readonly allTypes: boolean
  readonly stages: readonly Stage[]
  readonly product: string
  readonly asOf: string
  readonly minConfidence: number
  readonly minSources: number
  readonly accepted: boolean
  readonly pending: boolean
  readonly [key: string]: string | number | boolean | readonly string[]
}

/** As of no day in particular: the statements compare with it to skip the history. */
const now = '9999-12-31'

const running: readonly Stage[] = stages.filter((stage) => stage !== 'ENDED')

/** The parameters of a filter, with `allowed` as the types where it names none. */
export const filterParams = (
  filter: RelationshipFilter,
  allowed: readonly RelationshipType[] = types,
): FilterParams => ({
  types: filter.types ?? allowed,
  allTypes: types.every((type) => (filter.types ?? allowed).includes(type)),
  stages: filter.stages ?? running,
  product: filter.product === undefined ? '' : simplified(cleanName(filter.product)).toLowerCase(),
  asOf: filter.asOf === undefined ? now : endDay(filter.asOf),
  minConfidence: filter.minConfidence ?? 0,
  minSources: filter.minSources ?? 0,
  accepted: filter.pending !== true,
  pending: filter.pending !== false,
})
