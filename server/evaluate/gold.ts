/** Annotated documents: what a reader found in them (docs/annotation.md). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { labels, types } from '../model/model.ts'
import { stages } from '../model/stage.ts'

const offsets = z
  .tuple([z.int().nonnegative(), z.int().positive()])
  .refine(([start, end]) => start < end, 'a place ends after it starts')

const entity = z.strictObject({
  label: z.enum(labels),
  name: z.string().min(1),
  /** Each form as written, with its places in the raw text. */
  mentions: z.record(z.string().min(1), z.array(offsets).min(1)),
})

const relation = z.strictObject({
  type: z.enum(types),
  start: z.string(),
  end: z.string(),
  product: z.string().default(''),
  stage: z.enum(stages),
})

const metric = z.strictObject({
  /** Several where the sentence leaves open which of them bears the figure. */
  entity: z.union([z.string(), z.array(z.string()).min(2)]),
  name: z.string().min(1),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  period: z.string().nullable(),
  change: z.number().nullable(),
  stage: z.enum(stages),
})

const annotation = z
  .strictObject({
    document: z.string(),
    entities: z.array(entity),
    relations: z.array(relation),
    metrics: z.array(metric),
  })
  .superRefine(({ entities, relations, metrics }, context) => {
    const names = new Set<string>()
    for (const { name } of entities) {
      if (names.has(name)) context.addIssue({ code: 'custom', message: `${name} is annotated twice` })
      names.add(name)
    }
    const used = [...relations.flatMap(({ start, end }) => [start, end]), ...metrics.flatMap(bearers)]
    for (const name of used)
      if (!names.has(name))
        context.addIssue({ code: 'custom', message: `${name} is no entity of the document` })
  })

export type GoldEntity = z.infer<typeof entity>
export type GoldRelation = z.infer<typeof relation>
export type GoldMetric = z.infer<typeof metric>
/** What is annotated of one document. */
export type Annotation = z.infer<typeof annotation>

export const parts = ['development', 'calibration', 'test', 'training'] as const
/**
 * Documents that rules may be tuned on, that only measure how far each rule is to be trusted, that only measure, or that
 * only teach the tagger: these have names alone, no facts.
 */
export type Part = (typeof parts)[number]

const splitShape = z.record(z.string(), z.partialRecord(z.enum(parts), z.array(z.string())))

/** The names of the documents of each part of each collection, as tests/gold/split.yaml gives them. */
export type Split = z.infer<typeof splitShape>

/** Every entity a figure may belong to. */
export function bearers(metric: Pick<GoldMetric, 'entity'>): readonly string[] {
  return typeof metric.entity === 'string' ? [metric.entity] : metric.entity
}

const checked = <Shape extends z.ZodType>(shape: Shape, file: string): z.infer<Shape> => {
  const result = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!result.success) throw new Error(`${file}: ${z.prettifyError(result.error)}`)
  return result.data
}

/** Reads one file of annotations; throws with the file and what is wrong in it. */
export const readAnnotation = (file: string): Annotation => checked(annotation, file)

/** Reads which documents belong to which part. */
export const readSplit = (folder: string): Split => checked(splitShape, join(folder, 'split.yaml'))

const identitiesShape = z.strictObject({
  same: z.record(z.string(), z.array(z.string()).min(1)),
  apart: z.array(z.string()),
})

/** Names the thing that an entity of a document is, over all documents. */
export type Identify = (file: string, name: string) => string

/** Reads which names mean one thing over all documents, and which mean another in each (identities.yaml). */
export const readIdentities = (folder: string): Identify => {
  const { same, apart } = checked(identitiesShape, join(folder, 'identities.yaml'))
  const standing = new Map(
    Object.entries(same).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
  )
  const different = new Set(apart)
  return (file, name) => (different.has(name) ? `${name} (${file})` : (standing.get(name) ?? name))
}
