/** HTTP: the GraphQL endpoint, the page, and what watches the server. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Endpoint } from '../graphql/yoga.ts'
import type { Store } from '../store/store.ts'
import { securityHeaders, sendAsset, sendGraphiql, sendGraphiqlStart } from './files.ts'

/** Bytes that a request's body may have. */
export const bodyLimit = 256 * 1024

const sendJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { ...securityHeaders, 'Content-Type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(body))
}

const tooLarge = {
  errors: [
    {
      message: `the body has more than ${bodyLimit.toString()} bytes`,
      extensions: { code: 'BODY_TOO_LARGE' },
    },
  ],
}

export interface ServerOptions {
  readonly endpoint: Endpoint
  readonly store: Store
  readonly isReady: () => boolean
  readonly production: boolean
  /** Origins of the sites that may show the page in a frame; none if not given. */
  readonly embedOrigins?: readonly string[]
}

/** The path that is asked for; undefined where the address is none. */
const pathOf = ({ url = '/' }: IncomingMessage): string | undefined =>
  URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : undefined

const wantsPage = (request: IncomingMessage): boolean =>
  request.method === 'GET' && (request.headers.accept ?? '').includes('text/html')

/** Makes the server; it does not listen yet. */
export const createHttpServer = ({
  endpoint,
  store,
  isReady,
  production,
  embedOrigins = [],
}: ServerOptions): Server => {
  const ready = async (response: ServerResponse): Promise<void> => {
    const answers =
      isReady() &&
      (await store.health().then(
        () => true,
        () => false,
      ))
    sendJson(response, answers ? 200 : 503, { status: answers ? 'ready' : 'not ready' })
  }
  return createServer((request, response) => {
    const path = pathOf(request)
    if (path === undefined) sendJson(response, 400, { error: 'the address can’t be read' })
    else if (path === '/graphql') {
      if (!production && wantsPage(request)) sendGraphiql(response)
      else if (Number(request.headers['content-length'] ?? 0) > bodyLimit) sendJson(response, 413, tooLarge)
      else {
        for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
        void endpoint(request, response)
      }
    } else if (path === '/health') sendJson(response, 200, { status: 'ok' })
    else if (path === '/ready') void ready(response)
    else if (request.method !== 'GET' && request.method !== 'HEAD')
      sendJson(response, 405, { error: 'only GET is served here' })
    else if (path === '/graphiql-start.js' && !production) sendGraphiqlStart(response)
    else if (!sendAsset(response, path, embedOrigins))
      sendJson(response, 404, { error: `there is nothing at ${path}` })
  })
}
