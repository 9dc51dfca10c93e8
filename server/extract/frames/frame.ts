/** The sentence frames of data/lexicon/frames: one file for each type of relationship, read and checked. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { types, type RelationshipType } from '../../model/model.ts'
import { stages, type Stage } from '../../model/stage.ts'
import { projectFile } from '../../project.ts'
import { parsePattern, type Part, type WordClasses } from './pattern.ts'
import { Vocabulary } from './vocabulary.ts'

/** One pattern of a rule. */
export interface Frame {
  /** Its rule, such as `supplies-for`. */
  readonly rule: string
  readonly type: RelationshipType
  readonly parts: readonly Part[]
  /** How far the fact has come where the sentence says nothing else: 签约 is SIGNED. */
  readonly stage: Stage
  /** Says nothing where the sentence has a relationship of this type of the same two, or of the same start and product: who supplies somebody is said to supply, not to make. */
  readonly unless: RelationshipType | null
  /** Does not tell who of the two delivers: a sentence that does so decides. */
  readonly open: boolean
}

const word = z.string().min(1)
const frameShape = z.strictObject({
  stage: z.enum(stages).default('ACTIVE'),
  unless: z.enum(types).nullable().default(null),
  open: z.boolean().default(false),
  patterns: z.array(z.string().min(1)).min(1),
})
const familyShape = z.strictObject({
  words: z.record(z.string(), z.array(word).min(1)).default({}),
  frames: z.record(z.string(), frameShape),
})

const read = <Shape extends z.ZodType>(name: string, shape: Shape): z.infer<Shape> => {
  const file = projectFile('data', 'lexicon', 'frames', `${name}.yaml`)
  const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/** The file of a type: LOCATED_IN → located-in. */
const fileOf = (type: RelationshipType): string => type.toLowerCase().replaceAll('_', '-')

/** All words that the frames ask for. */
export const vocabulary = new Vocabulary()

const framesOf = (type: RelationshipType): readonly Frame[] => {
  const family = read(fileOf(type), familyShape)
  const classes: WordClasses = new Map(Object.entries(family.words))
  return Object.entries(family.frames).flatMap(([rule, { stage, unless, open, patterns }]) =>
    patterns.map((pattern) => {
      try {
        const parts = parsePattern(type, pattern, classes, vocabulary)
        return { rule, type, parts, stage, unless, open }
      } catch (cause) {
        throw new Error(`data/lexicon/frames/${fileOf(type)}.yaml, ${rule}, ${pattern}`, { cause })
      }
    }),
  )
}

/** All frames, in the order of the types and of their files. */
export const frames: readonly Frame[] = types.flatMap(framesOf)
