/** Questions in plain words. */
import { ask, longestQuestion } from '../../ask/ask.ts'
import type { Answer } from '../../ask/answer.ts'
import type { Context } from '../context.ts'
import { badInput } from '../errors.ts'

const question = (_root: unknown, args: { readonly question: string }, context: Context): Promise<Answer> => {
  if (args.question.length > longestQuestion)
    throw badInput(
      `question has ${args.question.length.toString()} characters; at most ${longestQuestion.toString()} are allowed`,
    )
  return ask({
    store: context.store,
    catalog: context.catalog,
    text: args.question,
    today: new Date().toISOString().slice(0, 10),
  })
}

export const askFields = { ask: question }
