/** What a request asks, where it asks in the usual way; anything else is told by the endpoint itself. */
import type { IncomingMessage } from 'node:http'
import type { Asked } from '../graphql/answers/answers.ts'

type Parameters = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const known = new Set(['query', 'operationName', 'variables'])

/** The parameters as an operation; undefined where one is missing, of another type, or unknown. */
const askedIn = (parameters: Parameters): Asked | undefined => {
  const { query, operationName = null, variables = null } = parameters
  if (typeof query !== 'string' || query === '') return undefined
  if (operationName !== null && (typeof operationName !== 'string' || operationName === '')) return undefined
  if (variables !== null && !isObject(variables)) return undefined
  if (Object.keys(parameters).some((name) => !known.has(name))) return undefined
  return { query, operationName, variables: variables ?? {} }
}

const parametersOf = (url: string): Parameters | undefined => {
  const given = [...new URL(url, 'http://localhost').searchParams]
  const parameters = Object.fromEntries<unknown>(given)
  // Of a parameter that stands there twice, nobody knows which is meant.
  if (Object.keys(parameters).length < given.length) return undefined
  const { variables } = parameters
  return typeof variables === 'string' ? { ...parameters, variables: jsonIn(variables) } : parameters
}

/** The operation that a GET names in its address, or the body of a POST as JSON. */
export const askedOf = (
  { method, url = '', headers }: IncomingMessage,
  body: string | null,
): Asked | undefined => {
  if (method === 'GET') {
    const parameters = parametersOf(url)
    return parameters && askedIn(parameters)
  }
  if (method !== 'POST' || body === null || url.includes('?')) return undefined
  const isPlain = (headers['content-type'] ?? '').split(';')[0]?.trim() === 'application/json'
  const parameters = isPlain ? jsonIn(body) : undefined
  return isObject(parameters) ? askedIn(parameters) : undefined
}

/** The type of an answer that a request accepts, as the endpoint chooses it: the first it names; undefined for any other. */
export const answerType = (accept = '*/*'): string | undefined => {
  for (const part of accept.toLowerCase().split(',')) {
    const [type = '', ...parameters] = part.split(';').map((one) => one.trim())
    if (parameters.some((one) => one.startsWith('charset='))) return undefined
    if (type === 'application/graphql-response+json') return type
    if (['application/json', 'application/*', '*/*'].includes(type)) return 'application/json'
  }
  return undefined
}
