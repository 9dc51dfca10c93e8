/** Questions in plain words. */
import { ask, longestQuestion } from '../../ask/ask.ts'
import type { Answer, Lead } from '../../ask/answer.ts'
import { leadsOf } from '../../ask/leads/leads.ts'
import { sharedReader } from '../../ask/leads/reader.ts'
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

/** The leads to who may supply a company; however many companies an answer has, each step is one statement. */
const leads = async (
  company: Entity,
  args: { readonly first: number },
  context: Context,
): Promise<readonly Lead[]> => {
  const first = pageSize(args.first)
  const { store, catalog } = context
  const ofMany = context.batched(`leads ${first.toString()}`, async (ids) => {
    const source = { store, catalog, vocabulary: await vocabularyOf(context.lasting, catalog) }
    const reader = sharedReader(store)
    return Promise.all(ids.map((id) => leadsOf(source, id, { role: 'suppliers', first }, reader)))
  })
  return ofMany.load(company.id)
}

export const askFields = { ask: question }
export const leadFields = { leads }
