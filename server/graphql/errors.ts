/** Errors that a client sees, and the one place where all others are masked. */
import { randomUUID } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Logger } from 'pino'
import { CursorError } from '../read/page.ts'
import { StoreError } from '../store/store.ts'

/** A bad argument: the message names it, what was given and what is allowed. */
export const badInput = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 200 } } })

/** An id that nothing has. */
export const notFound = (id: string): GraphQLError =>
  new GraphQLError(`nothing has the id ${JSON.stringify(id)}`, {
    extensions: { code: 'NOT_FOUND', http: { status: 200 } },
  })

/** A mutation without the server's ADMIN_TOKEN. */
export const forbidden = (): GraphQLError =>
  new GraphQLError(
    'this changes the graph; send the header "Authorization: Bearer …" with the ADMIN_TOKEN that the server was started with',
    { extensions: { code: 'FORBIDDEN', http: { status: 200 } } },
  )

const storeCodes = {
  UNAVAILABLE: 'STORE_UNAVAILABLE',
  REFUSED: 'STORE_UNAVAILABLE',
  DAMAGED: 'STORE_UNAVAILABLE',
  TIMEOUT: 'TIMEOUT',
} as const
const storeMessages = {
  STORE_UNAVAILABLE: 'the database does not answer; try again in a moment',
  TIMEOUT: 'the operation took too long and was stopped; ask for less (a smaller depth or first)',
  ABANDONED: 'whoever asked has gone away',
} as const

/** The code of an error as a client sees it; errors of GraphQL itself have none of their own. */
export const codeOf = ({ extensions }: GraphQLError): string =>
  typeof extensions['code'] === 'string' ? extensions['code'] : 'GRAPHQL'

/** The error without the names that GraphQL suggests in place of a wrong one. */
export const withoutSuggestions = (error: GraphQLError): GraphQLError => {
  const at = error.message.indexOf(' Did you mean ')
  if (at < 0) return error
  const { nodes, source, positions, path, originalError, extensions } = error
  return new GraphQLError(error.message.slice(0, at), {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: path ?? null,
    originalError: originalError ?? null,
    extensions,
  })
}

const nameOf = (reason: unknown): unknown =>
  reason !== null && typeof reason === 'object' && 'name' in reason ? reason.name : undefined

/** Whoever asked went away, or the operation as a whole ran out of time: the signal's reason, as it is or as a cause. */
const endedBySignal = (error: unknown): 'ABANDONED' | 'TIMEOUT' | undefined => {
  const names = [nameOf(error), nameOf(error instanceof Error ? error.cause : undefined)]
  if (names.includes('TimeoutError')) return 'TIMEOUT'
  return names.includes('AbortError') ? 'ABANDONED' : undefined
}

/** What a client sees of an error: its own mistakes as they are, anything else by an id that stands in the log. */
export const maskError = (error: unknown, logger: Logger): GraphQLError => {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
  if (cause instanceof GraphQLError && error instanceof GraphQLError) return error
  const where =
    error instanceof GraphQLError
      ? { nodes: error.nodes ?? null, path: error.path ?? null }
      : { nodes: null, path: null }
  if (cause instanceof CursorError)
    return new GraphQLError(cause.message, { ...where, extensions: { code: 'BAD_USER_INPUT' } })
  if (cause instanceof StoreError && cause.failure !== 'STATEMENT') {
    const code = storeCodes[cause.failure]
    logger.warn({ failure: cause.failure }, cause.message)
    return new GraphQLError(storeMessages[code], { ...where, extensions: { code } })
  }
  const ended = endedBySignal(cause)
  if (ended === 'TIMEOUT') logger.warn({ path: where.path }, 'an operation took too long and was stopped')
  if (ended !== undefined)
    return new GraphQLError(storeMessages[ended], { ...where, extensions: { code: ended } })
  const id = randomUUID()
  logger.error({ id, err: cause }, 'an operation failed')
  return new GraphQLError(`something went wrong here; the log has it under ${id}`, {
    ...where,
    extensions: { code: 'INTERNAL_SERVER_ERROR', id },
  })
}
