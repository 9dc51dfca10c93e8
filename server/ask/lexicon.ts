/** The file data/lexicon/questions.yaml, checked: words, frames, phrases. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { labels } from '../model/model.ts'
import { stages } from '../model/stage.ts'
import { projectFile } from '../project.ts'
import { isRelation } from './relations.ts'

/** Parts of a question that rules put together; `ask` is a whole one. */
export const parts = [
  'noun',
  'name',
  'clause',
  'head',
  'product',
  'metric',
  'counted',
  'industry',
  'ask',
] as const
export type Part = (typeof parts)[number]

/** Whether `text` names a part. */
export const isPart = (text: string): text is Part => parts.some((part) => part === text)

/** What a rule does with its slots; each name has its function in meaning.ts. */
export const actions = [
  'related',
  'genitive',
  'headed',
  'nominal',
  'both',
  'placed',
  'placedProduct',
  'industry',
  'industryAt',
  'staged',
  'without',
  'joined',
  'chosen',
  'gathered',
  'counted',
  'list',
  'narrowed',
  'member',
  'memberOfPlace',
  'profile',
  'between',
  'mostRelated',
  'mostMetric',
  'except',
  'relatedIn',
  'relatedExcept',
  'withoutSame',
  'issuedFor',
  'supplied',
  'metric',
] as const
export type Action = (typeof actions)[number]

/** What changes the whole question, wherever it stands. */
export const marks = ['count', 'polar', 'possible', 'together'] as const
export type Mark = (typeof marks)[number]

/** Words in one line, parted by 、. */
const words = z.string().transform((line) => line.split('、'))
const sentences = z.array(z.string().min(1))
const lines = z.array(z.string().min(1)).default([])
const frame = { noun: lines, clause: lines, ask: lines, counted: lines }
const relation = z.string().refine(isRelation, 'names no relation of server/ask/relations.ts')
const label = z.enum(labels)

const fileShape = z.strictObject({
  stop: z.array(words),
  pronouns: words,
  possessives: words,
  finalPolar: words,
  local: words,
  partedStages: z.partialRecord(z.enum(stages), z.strictObject({ before: words, after: words })),
  nameTails: words,
  marks: z.record(z.enum(marks), words),
  amounts: z.strictObject({ words, verbs: words }),
  universal: words,
  unparted: words,
  asking: z.record(z.enum(['count']), words),
  stages: z.record(z.enum(stages), words),
  tops: z.record(z.string().regex(/^\d+$/), words),
  tiers: z.record(z.string().regex(/^[1-6]$/), words),
  founded: z.strictObject({ confidence: words, sources: words }),
  time: z.strictObject({
    years: z.record(z.string().regex(/^-?\d$/), words),
    parts: words,
    until: words,
  }),
  heads: z.record(label, words),
  narrowHeads: z.partialRecord(label, words),
  regionKinds: z.record(z.string(), words),
  municipalities: words,
  metrics: z.record(z.string(), words),
  productHeads: words,
  productNames: z.record(z.string(), words),
  placeNouns: words,
  carBrands: words,
  carTail: z.string(),
  carGroupTails: words,
  englishKinds: z.record(z.string(), words),
  preambles: words,
  industryTails: words,
  industryJoints: words,
  industryNames: z.record(z.string(), words),
  words: z.record(z.string(), words),
  spelledWords: z.record(z.string(), words),
  genitive: z.array(z.strictObject({ of: z.array(label), head: label, relation })),
  verbs: z.array(
    z.strictObject({
      verb: z.string(),
      object: z.enum(['noun', 'product']),
      subjects: relation,
      objects: relation,
    }),
  ),
  verbFrames: z.strictObject({ subjects: z.strictObject(frame), objects: z.strictObject(frame) }),
  frames: z.array(z.strictObject({ relation, ...frame })),
  sets: z.array(z.strictObject({ action: z.enum(actions), ...frame })),
  questions: z.array(z.strictObject({ action: z.enum(actions), ask: lines })),
  phrases: z.record(
    z.string(),
    z.strictObject({
      clause: z.string().optional(),
      /** The noun inside another phrase. */
      short: z.string().optional(),
      /** The noun for a tier further away. */
      far: z.string().optional(),
      /** Beside another noun, where the things lie. */
      place: z.string().optional(),
      /** The whole of what is found of one thing, as a sentence without its count. */
      told: z.string().optional(),
      /** What is counted of each, for the most of something. */
      counted: z.string().optional(),
      noun: z.string().optional(),
      productClause: z.string().optional(),
      en: z.string(),
    }),
  ),
  kinds: z.record(label, z.strictObject({ zh: z.string(), measure: z.string(), en: z.string() })),
  suggestions: z.record(label, sentences),
})

/** Where the lexicon stands, for messages. */
export const file = projectFile('data', 'lexicon', 'questions.yaml')
const parsed = fileShape.safeParse(parse(readFileSync(file, 'utf8')))
if (!parsed.success) throw new Error(`data/lexicon/questions.yaml: ${z.prettifyError(parsed.error)}`)

/** The lexicon as it stands in the file. */
export const lexicon = parsed.data
