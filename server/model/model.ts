/** The structure of the data, read from data/model.yaml and checked: labels, types, their ends, names and colours. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFile } from '../project.ts'

export const labels = [
  'Company',
  'Park',
  'Cluster',
  'Policy',
  'Product',
  'Project',
  'Institution',
  'Region',
] as const
/** The kind of an entity, as the store writes it. */
export type Label = (typeof labels)[number]

export const types = [
  'SUPPLIES',
  'LOCATED_IN',
  'BELONGS_TO',
  'PRODUCES',
  'INPUT_OF',
  'INVESTS_IN',
  'SUBSIDIARY_OF',
  'OPERATES',
  'COOPERATES_WITH',
  'SUPPORTS',
  'ISSUED_BY',
] as const
/** The kind of a relationship. */
export type RelationshipType = (typeof types)[number]

const label = z.enum(labels)
const named = { name: z.string().min(1), englishName: z.string().min(1), description: z.string().min(1) }
const property = z.strictObject({
  kind: z.enum(['text', 'texts', 'number', 'integer', 'date', 'stage', 'boolean']),
  description: z.string().min(1),
})

const modelShape = z.strictObject({
  version: z.int().positive(),
  labels: z.record(label, z.strictObject({ ...named, color: z.string().regex(/^#[0-9A-F]{6}$/i) })),
  types: z.record(
    z.enum(types),
    z.strictObject({
      ...named,
      start: z.array(label).min(1),
      end: z.array(label).min(1),
      /** Pairs of labels that the lists would allow but the model does not. */
      except: z.array(z.tuple([label, label])).default([]),
      symmetric: z.boolean().default(false),
      chain: z.boolean().default(false),
    }),
  ),
  properties: z.record(z.string(), z.record(z.string(), property)),
})

export type Model = z.infer<typeof modelShape>

const file = projectFile('data', 'model.yaml')
const parsed = modelShape.safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`data/model.yaml: ${z.prettifyError(parsed.error)}`)

/** The model of this version of the product. */
export const model: Model = parsed.data

/** The names a statement template may be filled with. */
export const declaredLabels: ReadonlySet<string> = new Set(labels)
export const declaredTypes: ReadonlySet<string> = new Set(types)

/** The types a supply chain follows. */
export const chainTypes: readonly RelationshipType[] = types.filter((type) => model.types[type].chain)

/** Whether `text` names a label (Company). */
export const isLabel = (text: string): text is Label => declaredLabels.has(text)

/** Whether `text` names a relationship type (SUPPLIES). */
export const isType = (text: string): text is RelationshipType => declaredTypes.has(text)

/** Whether a relationship of this type may go from an entity of label `start` to one of label `end`. */
export const allowsEnds = (type: RelationshipType, start: Label, end: Label): boolean => {
  const declared = model.types[type]
  return (
    declared.start.includes(start) &&
    declared.end.includes(end) &&
    !declared.except.some(([left, right]) => left === start && right === end)
  )
}
