/**
 * Requests that a page of another site could make a browser send without asking here first (CSRF). CORS is closed, so
 * whatever needs a preflight never arrives; these are the requests that need none.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Refusal } from './refusal.ts'

/** What forms can't send: their types are urlencoded, multipart and plain text. */
const bodyTypes = ['application/json', 'application/graphql-response+json']

const mediaType = (header: string | undefined): string =>
  (header ?? '').split(';')[0]?.trim().toLowerCase() ?? ''

const namesJson = (accept: string | undefined): boolean =>
  (accept ?? '').split(',').some((part) => bodyTypes.includes(mediaType(part)))

/**
 * Why a request for /graphql is refused as cross-site, or undefined. Browsers say where a request comes from
 * (Sec-Fetch-Site); of a request with a body its type tells, as forms can't send JSON. In production a GET has to name
 * JSON in Accept, which links, images and forms can't.
 */
export const crossSiteRefusal = (
  method: string | undefined,
  headers: IncomingHttpHeaders,
  production: boolean,
): Refusal | undefined => {
  const site = headers['sec-fetch-site'] ?? 'none'
  if (site !== 'same-origin' && site !== 'none')
    return { status: 403, code: 'CROSS_SITE', message: 'pages of other sites may not ask here' }
  if (method === 'POST' && !bodyTypes.includes(mediaType(headers['content-type'])))
    return {
      status: 415,
      code: 'UNSUPPORTED_MEDIA_TYPE',
      message: 'send the operation as JSON, with the header "Content-Type: application/json"',
    }
  if (production && method === 'GET' && !namesJson(headers.accept))
    return {
      status: 406,
      code: 'NOT_ACCEPTABLE',
      message: 'a GET needs the header "Accept: application/json", or "application/graphql-response+json"',
    }
  return undefined
}
