/** An extraction as text, to be kept and read back. */
import { z } from 'zod'
import type { Extraction } from '../extract/extract.ts'
import type { Mention } from '../extract/mention.ts'
import { labels, types } from '../model/model.ts'
import { stages } from '../model/stage.ts'

const span = { start: z.number(), end: z.number() }
const text = z.string().nullable()
const stated = {
  stage: z.enum(stages),
  since: text,
  figure: text,
  note: text,
  quote: z.strictObject(span),
  rule: z.string(),
  confidence: z.number(),
}
/** The number of a mention among those of the document. */
const mentioned = z.int().nonnegative()

const keptShape = z.strictObject({
  mentions: z.array(
    z.strictObject({
      ...span,
      label: z.enum(labels),
      text: z.string(),
      name: z.string(),
      known: z.array(z.string()),
      rule: z.string(),
      confidence: z.number(),
    }),
  ),
  relationships: z.array(
    z.strictObject({
      ...stated,
      type: z.enum(types),
      start: mentioned,
      end: mentioned,
      product: z.string(),
    }),
  ),
  metrics: z.array(
    z.strictObject({
      ...stated,
      entity: mentioned,
      name: z.string(),
      value: z.number().nullable(),
      unit: text,
      period: text,
      change: z.number().nullable(),
      qualifier: text,
    }),
  ),
})
type Kept = z.infer<typeof keptShape>

/** Writes an extraction as JSON, each mention of a fact as its number. */
export const writeExtraction = ({ mentions, relationships, metrics }: Extraction): string => {
  const numbers = new Map(mentions.map((mention, number) => [mention, number]))
  return JSON.stringify({
    mentions,
    relationships: relationships.map((one) => ({
      ...one,
      start: numbers.get(one.start),
      end: numbers.get(one.end),
    })),
    metrics: metrics.map((one) => ({ ...one, entity: numbers.get(one.entity) })),
  })
}

class Damaged extends Error {}

const extractionOf = ({ mentions, relationships, metrics }: Kept): Extraction => {
  const mention = (number: number): Mention => {
    const found = mentions[number]
    if (found === undefined) throw new Damaged(`there is no mention ${number.toString()}`)
    return found
  }
  return {
    mentions,
    relationships: relationships.map((one) => ({ ...one, start: mention(one.start), end: mention(one.end) })),
    metrics: metrics.map((one) => ({ ...one, entity: mention(one.entity) })),
  }
}

/** The extraction that a text tells; undefined where it tells none. */
export const readExtraction = (json: string): Extraction | undefined => {
  try {
    const kept = keptShape.safeParse(JSON.parse(json))
    return kept.success ? extractionOf(kept.data) : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof Damaged) return undefined
    throw error
  }
}
