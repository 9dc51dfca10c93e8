/** Questions with what is expected of their answers, and how an answer compares with it. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Result } from '../ask/answer.ts'

const kind = z.enum(['STATED', 'LEADS', 'NOT_STATED', 'AMBIGUOUS', 'OUT_OF_SCOPE'])

const shape = z.array(
  z.strictObject({
    question: z.string().min(1),
    kind,
    /** Other kinds that are no mistake either. */
    accept: z.array(kind).default([]),
    /** Exactly these names. What is left out is not checked. */
    entities: z.array(z.string()).optional(),
    value: z.number().optional(),
    /** Figures that must be there, among others. */
    metrics: z
      .array(
        z.strictObject({
          entity: z.string(),
          name: z.string(),
          value: z.number().nullable(),
          period: z.string().nullable(),
        }),
      )
      .optional(),
    note: z.string().optional(),
  }),
)
export type ExpectedAnswer = z.infer<typeof shape>[number]

/** The questions of a file. Throws for a file that does not fit. */
export const readQuestions = (file: string): readonly ExpectedAnswer[] => {
  const parsed = shape.safeParse(parse(readFileSync(file, 'utf8')))
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`)
  return parsed.data
}

/**
 * RIGHT: as expected. WRONG: facts were given that are not the answer (a confidently wrong answer). REFUSED: facts were
 * expected and none were given. MISPLACED: rightly no facts, but not as the kind that was expected.
 */
export type Verdict = 'RIGHT' | 'WRONG' | 'REFUSED' | 'MISPLACED'

const hasNames = (given: readonly { readonly name: string }[], wanted: readonly string[]): boolean => {
  const names = new Set(given.map(({ name }) => name))
  return names.size === new Set(wanted).size && wanted.every((name) => names.has(name))
}

const isRight = (answer: Result, wanted: ExpectedAnswer): boolean =>
  (wanted.entities === undefined || hasNames(answer.entities ?? [], wanted.entities)) &&
  (wanted.value === undefined || answer.value === wanted.value) &&
  (wanted.metrics ?? []).every(({ name, value, period }) =>
    (answer.metrics ?? []).some(
      (metric) => metric.name === name && metric.value === value && metric.period === period,
    ),
  )

/** How an answer compares with what is expected. */
export const judge = (answer: Result, wanted: ExpectedAnswer): Verdict => {
  const isExpected = answer.kind === wanted.kind || wanted.accept.includes(answer.kind)
  if (answer.kind === 'STATED') return isExpected && isRight(answer, wanted) ? 'RIGHT' : 'WRONG'
  if (answer.kind === 'LEADS' && wanted.kind !== 'LEADS' && !isExpected) return 'WRONG'
  const isWhole = answer.kind !== wanted.kind || wanted.value === undefined || answer.value === wanted.value
  if (isExpected) return isWhole ? 'RIGHT' : 'WRONG'
  return wanted.kind === 'STATED' || wanted.kind === 'LEADS' ? 'REFUSED' : 'MISPLACED'
}
