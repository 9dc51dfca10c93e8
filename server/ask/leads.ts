/** Answers that only leads can give. */
import type { Result } from './answer.ts'
import type { Plan } from './plan.ts'
import type { Asked } from './respond.ts'
import { notStated } from './sentences.ts'

/** The answer to a question for possibilities. */
export const leadsFor = (asked: Asked, plan: Extract<Plan, { kind: 'possible' }>): Promise<Result> =>
  Promise.resolve({ kind: 'NOT_STATED', text: notStated(asked.vocabulary, plan.role, asked.language) })
