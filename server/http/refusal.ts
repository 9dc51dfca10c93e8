/** Answers in JSON, and refusals in the shape of GraphQL's errors. */
import type { ServerResponse } from 'node:http'
import { securityHeaders } from './files.ts'

/** Sends JSON; `headers` come on top of those of every answer. */
export const sendJson = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    ...securityHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': bytes.length,
    ...headers,
  })
  response.end(bytes)
}

/** Why a request is not served. */
export interface Refusal {
  readonly status: number
  readonly code: string
  readonly message: string
  /** Seconds after which it may be asked again. */
  readonly retryAfter?: number
  /** How whoever asks may say who they are. */
  readonly authenticate?: string
}

/** Sends a refusal; what is left of the request's body is read and thrown away. */
export const refuse = (response: ServerResponse, refusal: Refusal): void => {
  const { status, code, message, retryAfter, authenticate } = refusal
  const headers = {
    ...(retryAfter === undefined ? {} : { 'Retry-After': retryAfter.toString() }),
    ...(authenticate === undefined ? {} : { 'WWW-Authenticate': authenticate }),
  }
  sendJson(response, status, { errors: [{ message, extensions: { code } }] }, headers)
}
