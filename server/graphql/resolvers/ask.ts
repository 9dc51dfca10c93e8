/** Questions in plain words. */
import { ask, longestQuestion } from '../../ask/ask.ts'
import type { Answer, Lead } from '../../ask/answer.ts'
import { leadsOf } from '../../ask/leads/leads.ts'
import { vocabularyOf } from '../../ask/vocabulary.ts'
import type { Entity } from '../../names/catalog.ts'
import { pageSize } from '../bounds.ts'
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
  const answer = await ask({
    store: context.store,
    catalog: context.catalog,
    text: args.question,
    today: new Date().toISOString().slice(0, 10),
  })
  if (answer.kind === 'OUT_OF_SCOPE') context.noteQuestion(args.question)
  return answer
}

/** The leads to who may supply a company; one search for each company of an answer. */
const leads = async (
  company: Entity,
  args: { readonly first: number },
  context: Context,
): Promise<readonly Lead[]> => {
  const first = pageSize(args.first)
  const { store, catalog } = context
  const source = { store, catalog, vocabulary: await vocabularyOf(context.lasting, catalog) }
  return leadsOf(source, company.id, { role: 'suppliers', first })
}

export const askFields = { ask: question }
export const leadFields = { leads }
