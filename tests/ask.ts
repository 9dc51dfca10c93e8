/** Requests as they are written, byte for byte. */
import { request, type IncomingHttpHeaders, type Server as HttpServer } from 'node:http'
import type { Server } from 'node:net'

/** Listens on a free port and gives it. */
export const listening = async (server: Server | HttpServer): Promise<number> => {
  await new Promise<void>((fulfil) => server.listen(0, '127.0.0.1', fulfil))
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** Asks for a path exactly as it is written; fetch would tidy it first. */
export const ask = (
  url: string,
  path: string,
  options: { method?: string; accept?: string } = {},
): Promise<Answer> =>
  new Promise((fulfil, refuse) => {
    const { hostname, port } = new URL(url)
    const sent = request(
      {
        hostname,
        port,
        path,
        method: options.method ?? 'GET',
        headers: { accept: options.accept ?? '*/*' },
        agent: false,
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () => {
          fulfil({ status: response.statusCode ?? 0, headers: response.headers, body })
        })
      },
    )
    sent.on('error', refuse)
    sent.end()
  })

/** Posts a body to /graphql, as JSON unless the headers say otherwise. */
export const post = (
  url: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> =>
  new Promise((fulfil, refuse) => {
    const { hostname, port } = new URL(url)
    const type = { 'content-type': 'application/json', ...headers }
    const sent = request(
      { hostname, port, path: '/graphql', method: 'POST', headers: type, agent: false },
      (response) => {
        let text = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        response.on('end', () => {
          fulfil({ status: response.statusCode ?? 0, headers: response.headers, body: text })
        })
      },
    )
    sent.on('error', refuse)
    sent.end(body)
  })
