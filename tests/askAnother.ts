/** Operations that are never kept or shared, and what is answered. */
import { z } from 'zod'
import { post } from './ask.ts'

/** What GraphQL answers. */
export const answerShape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).optional() }))
    .optional(),
})

let count = 0
/** Another one each time: of the same, an answer would be kept or shared. */
export const anotherOperation = (): string =>
  JSON.stringify({ query: `query Q${(count++).toString()} { entities { totalCount } stats { version } }` })

/** Asks a server one of them. */
export const askAnother = async (url: string) => {
  const answer = await post(url, anotherOperation())
  return { status: answer.status, headers: answer.headers, ...answerShape.parse(JSON.parse(answer.body)) }
}
