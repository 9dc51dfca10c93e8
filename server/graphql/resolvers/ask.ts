/** Questions in plain words. */
import { ask, longestQuestion } from '../../ask/ask.ts'
import type { Answer } from '../../ask/answer.ts'
import { vocabularyOf } from '../../ask/vocabulary.ts'
import type { Context } from '../context.ts'
import { badInput } from '../errors.ts'

const question = async (
  _root: unknown,
  args: { readonly question: string },
  context: Context,
): Promise<Answer> => {
  if (args.question.length > longestQuestion)
    throw badInput(
      `question has ${args.question.length.toString()} characters; at most ${longestQuestion.toString()} are allowed`,
    )
  // Every question shares the vocabulary, so it must not be lost with the one who happens to ask first.
  await vocabularyOf(context.lasting, context.catalog)
  return ask({
    store: context.store,
    catalog: context.catalog,
    text: args.question,
    today: new Date().toISOString().slice(0, 10),
  })
}

export const askFields = { ask: question }
