/** HTTP: the GraphQL endpoint, the page, and what watches the server. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { Endpoint } from '../graphql/yoga.ts'
import { expositionType, Reading } from '../metrics/exposition.ts'
import { createMetrics, type Metrics } from '../metrics/metrics.ts'
import type { Store } from '../store/store.ts'
import { Admission, admissionBounds, type AdmissionBounds } from './admission.ts'
import { securityHeaders, sendAsset } from './files.ts'
import { sendGraphiql, sendGraphiqlPart } from './graphiql.ts'
import { createGraphqlListener } from './graphql.ts'
import { RateLimit } from './rateLimit.ts'
import { ReadKeys } from './readKeys.ts'
import { sendJson } from './refusal.ts'

/** How long clients may take, in milliseconds, and how many there may be. */
export interface ClientBounds {
  /** For the head of a request. */
  readonly head: number
  /** For a whole request. */
  readonly request: number
  /** To receive an answer. */
  readonly sending: number
  /** Between two requests on a connection; longer than the minute that proxies keep theirs. */
  readonly idle: number
  /** How often slow requests are looked for. */
  readonly looking: number
  /** Connections at once; more are closed as they come. */
  readonly connections: number
}

export const clientBounds: ClientBounds = {
  head: 10_000,
  request: 30_000,
  sending: 60_000,
  idle: 65_000,
  looking: 5_000,
  connections: 5_000,
}

export interface ServerOptions {
  readonly endpoint: Endpoint
  readonly store: Store
  readonly isReady: () => boolean
  readonly production: boolean
  /** Whether GraphiQL is served; not in production if not given. */
  readonly explorable?: boolean
  /** Operations per minute and client; as many as they like if null or not given. */
  readonly rateLimit?: number | null
  readonly adminToken?: string
  /** SHA-256 of each key that reading needs, in hexadecimal digits; everyone may read if none are given. */
  readonly readKeys?: readonly string[]
  readonly metrics?: Metrics
  readonly logger?: Logger
  readonly admission?: Partial<AdmissionBounds>
  readonly clients?: Partial<ClientBounds>
  /** Origins of the sites that may show the page in a frame; none if not given. */
  readonly embedOrigins?: readonly string[]
}

/** The path that is asked for; undefined where the address is none. */
const pathOf = ({ url = '/' }: IncomingMessage): string | undefined => {
  // Most ask for this, and reading an address takes as long as running a small operation.
  if (url === '/graphql') return url
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : undefined
}

const wantsPage = (request: IncomingMessage): boolean =>
  request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')

/** What a path is counted as: few names, whatever clients ask for. */
const routeOf = (path: string | undefined): string =>
  path !== undefined && ['/graphql', '/health', '/ready', '/metrics', '/'].includes(path) ? path : 'file'

/** Makes the server; it does not listen yet. */
export const createHttpServer = (options: ServerOptions): Server => {
  const { endpoint, store, isReady, production, logger, rateLimit = null } = options
  const { explorable = !production, adminToken = '', metrics = createMetrics(), embedOrigins = [] } = options
  const clients = { ...clientBounds, ...options.clients }
  const admission = new Admission({ ...admissionBounds, ...options.admission })
  metrics.watch(new Reading('liantu_operations_running', 'Operations that run.', () => admission.running))
  metrics.watch(new Reading('liantu_operations_waiting', 'Operations that wait.', () => admission.waiting))
  const listener = createGraphqlListener({
    endpoint,
    production,
    admission,
    rateLimit: rateLimit === null ? null : new RateLimit(rateLimit),
    adminToken,
    readKeys: new ReadKeys(options.readKeys ?? []),
    metrics,
    sending: clients.sending,
  })

  const ready = async (response: ServerResponse): Promise<void> => {
    const answers =
      isReady() &&
      (await store.health().then(
        () => true,
        () => false,
      ))
    sendJson(response, answers ? 200 : 503, { status: answers ? 'ready' : 'not ready' })
  }
  const graphql = (request: IncomingMessage, response: ServerResponse): void => {
    listener(request, response).catch((error: unknown) => {
      // Whoever left is owed nothing; anything else is a mistake here.
      if (!request.destroyed && !response.destroyed) logger?.error({ err: error }, 'a request failed')
      response.destroy()
    })
  }
  const serve = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    if (path === '/graphql') {
      if (explorable && wantsPage(request)) sendGraphiql(response)
      else graphql(request, response)
    } else if (path === '/health') sendJson(response, 200, { status: 'ok' })
    else if (path === '/ready') void ready(response)
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      sendJson(response, 405, { error: 'only GET is served here' })
    else if (path === '/metrics') {
      response.writeHead(200, { ...securityHeaders, 'Content-Type': expositionType })
      response.end(metrics.text())
    } else if (explorable && sendGraphiqlPart(response, path)) return
    else if (!sendAsset(response, path, embedOrigins))
      sendJson(response, 404, { error: `there is nothing at ${path}` })
  }

  const server = createServer(
    {
      headersTimeout: clients.head,
      requestTimeout: clients.request,
      keepAliveTimeout: clients.idle,
      connectionsCheckingInterval: clients.looking,
    },
    (request, response) => {
      const started = performance.now()
      const path = pathOf(request)
      response.once('close', () => {
        const status = response.writableFinished ? response.statusCode.toString() : 'abandoned'
        metrics.requests.observe({ path: routeOf(path), status }, (performance.now() - started) / 1e3)
      })
      if (path === undefined) sendJson(response, 400, { error: 'the address can’t be read' })
      else serve(request, response, path)
    },
  )
  server.maxConnections = clients.connections
  server.once('close', metrics.stop)
  return server
}
