/** What arguments may hold: each range in one place, with the sentence that says it. */
import { isPartialDate } from '../model/date.ts'
import { isLabel, isType, labels, type Label, type RelationshipType } from '../model/model.ts'
import { isStage, type Stage } from '../model/stage.ts'
import type { RelationshipFilter } from '../read/filter.ts'
import { badInput } from './errors.ts'

/** The longest text to search for. */
const longestText = 100
/** The longest id, name or cursor. */
const longestName = 1_000

/** A whole number within bounds; throws BAD_USER_INPUT. */
export const bounded = (name: string, value: number, least: number, most: number): number => {
  if (value < least || value > most)
    throw badInput(
      `${name} is ${value.toString()}; it must be from ${least.toString()} to ${most.toString()}`,
    )
  return value
}

/** The `first` of a page inside an answer. */
export const pageSize = (value: number): number => bounded('first', value, 1, 100)

/** Text to search for; throws BAD_USER_INPUT where it is too long. */
export const searchText = (name: string, value: string): string => {
  if (value.length > longestText)
    throw badInput(
      `${name} has ${value.length.toString()} characters; at most ${longestText.toString()} are allowed`,
    )
  return value
}

/** An id, name or cursor; throws BAD_USER_INPUT where it is too long to be one. */
export const nameText = (name: string, value: string): string => {
  if (value.length > longestName)
    throw badInput(
      `${name} has ${value.length.toString()} characters; at most ${longestName.toString()} are allowed`,
    )
  return value
}

/** The label that a GraphQL name means: COMPANY → Company. */
export const labelOf = (name: string): Label => {
  const label = labels.find((one) => one.toUpperCase() === name)
  if (label === undefined || !isLabel(label))
    throw badInput(`label is ${name}; it must be one of ${labels.map((one) => one.toUpperCase()).join(', ')}`)
  return label
}

/** The GraphQL name of a label: Company → COMPANY. */
export const labelName = (label: Label): string => label.toUpperCase()

/** RelationshipFilter as a client gives it: every part may be null, which is as if it were left out. */
export interface RelationshipFilterInput {
  readonly types?: readonly string[] | null
  readonly stages?: readonly string[] | null
  readonly product?: string | null
  readonly asOf?: string | null
  readonly minConfidence?: number | null
  readonly minSources?: number | null
  readonly pending?: boolean | null
}

/** The filter with every part checked; throws BAD_USER_INPUT. */
export const filterOf = (input: RelationshipFilterInput | null | undefined): RelationshipFilter => {
  const { types, stages, product, asOf, minConfidence, minSources, pending } = input ?? {}
  if (typeof minConfidence === 'number' && !(minConfidence >= 0 && minConfidence <= 1))
    throw badInput(`minConfidence is ${minConfidence.toString()}; it must be from 0 to 1`)
  if (typeof asOf === 'string' && !isPartialDate(asOf))
    throw badInput(`asOf is ${asOf}; a date is 2024, 2024-10 or 2024-10-08`)
  return {
    ...(types ? { types: types.filter((type): type is RelationshipType => isType(type)) } : {}),
    ...(stages ? { stages: stages.filter((stage): stage is Stage => isStage(stage)) } : {}),
    ...(typeof product === 'string' ? { product: searchText('product', product) } : {}),
    ...(typeof asOf === 'string' ? { asOf } : {}),
    ...(typeof minConfidence === 'number' ? { minConfidence } : {}),
    ...(typeof minSources === 'number' ? { minSources: bounded('minSources', minSources, 1, 100) } : {}),
    ...(typeof pending === 'boolean' ? { pending } : {}),
  }
}
