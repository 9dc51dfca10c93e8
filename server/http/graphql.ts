/** /graphql: what may be asked, by whom, how much at once; then the operation and its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Endpoint } from '../graphql/yoga.ts'
import type { Metrics } from '../metrics/metrics.ts'
import { carriesToken } from '../token.ts'
import type { Admission } from './admission.ts'
import { bodyLimit, readBody } from './body.ts'
import { crossSiteRefusal } from './crossSite.ts'
import { securityHeaders } from './files.ts'
import type { RateLimit } from './rateLimit.ts'
import type { ReadKeys } from './readKeys.ts'
import { refuse, type Refusal } from './refusal.ts'
import { Exchange, type Reply } from './reply.ts'

export interface GraphqlOptions {
  readonly endpoint: Endpoint
  readonly production: boolean
  readonly admission: Admission
  /** Null where clients may ask as often as they like. */
  readonly rateLimit: RateLimit | null
  /** Whoever carries it is neither limited nor refused for overload; '' for nobody. */
  readonly adminToken: string
  /** What the others must carry, where there are any. */
  readonly readKeys: ReadKeys
  readonly metrics: Metrics
  /** Milliseconds that a client may take to receive its answer. */
  readonly sending: number
}

/** Seconds after which a client that met overload may try again. */
const retryAfter = 1

const tooLarge: Refusal = {
  status: 413,
  code: 'BODY_TOO_LARGE',
  message: `the body has more than ${bodyLimit.toString()} bytes`,
}

const unknownClient: Refusal = {
  status: 401,
  code: 'UNAUTHENTICATED',
  message: 'send a key of this server, with the header "Authorization: Bearer KEY"',
  authenticate: 'Bearer',
}

const overloaded: Refusal = {
  status: 503,
  code: 'OVERLOADED',
  message: 'the server is busy; try again in a moment',
  retryAfter,
}

const tooMany = (seconds: number): Refusal => ({
  status: 429,
  code: 'TOO_MANY_REQUESTS',
  message: `too many operations in a minute; try again in ${seconds.toString()} s`,
  retryAfter: seconds,
})

/** The listener for /graphql. */
export const createGraphqlListener = (options: GraphqlOptions) => {
  const { endpoint, production, admission, rateLimit, adminToken, readKeys, metrics, sending } = options

  const send = (response: ServerResponse, { status, headers, body }: Reply): void => {
    const length = body === null ? {} : { 'content-length': body.length }
    response.writeHead(status, { ...headers, ...securityHeaders, ...length })
    response.end(body)
    // Most of the time the system has all of it already.
    if (response.writableLength === 0) return
    // A client that does not read would hold the answer in memory for ever.
    const late = setTimeout(() => response.destroy(), sending)
    response.once('close', () => {
      clearTimeout(late)
    })
  }

  const reject = (request: IncomingMessage, response: ServerResponse, refusal: Refusal): void => {
    metrics.refused.add({ code: refusal.code })
    request.resume()
    refuse(response, refusal)
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const crossSite = crossSiteRefusal(request.method, request.headers, production)
    if (crossSite) {
      reject(request, response, crossSite)
      return
    }
    const isAdmin = carriesToken(request.headers.authorization, adminToken)
    const key = readKeys.nameOf(request.headers)
    if (!isAdmin && !readKeys.isOpen && key === undefined) {
      reject(request, response, unknownClient)
      return
    }
    const wait = isAdmin ? 0 : (rateLimit?.take(key ?? request.socket.remoteAddress ?? '') ?? 0)
    if (wait > 0) {
      reject(request, response, tooMany(wait))
      return
    }
    if (!isAdmin && admission.isFull) {
      admission.refused()
      reject(request, response, overloaded)
      return
    }
    const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
    const body = hasBody ? await readBody(request, bodyLimit) : null
    if (hasBody && body === null) {
      reject(request, response, tooLarge)
      return
    }
    const exchange = new Exchange(endpoint, request, response, body)
    const run = (): Promise<Reply> => exchange.run()
    const reply =
      exchange.atOnce() ?? (await exchange.shared()) ?? (isAdmin ? await run() : await admission.through(run))
    if (reply === null) reject(request, response, overloaded)
    else send(response, reply)
  }
}
