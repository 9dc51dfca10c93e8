/** A client that costs little beside what it measures. */
import { Agent, request } from 'node:http'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** Posts a body to /graphql on a connection that stays open, and gives the answer's. */
export const ask = (port: number, body: string): Promise<string> =>
  new Promise((fulfil, refuse) => {
    const headers = { 'content-type': 'application/json', accept: 'application/json' }
    const options = { port, host: '127.0.0.1', path: '/graphql', method: 'POST', headers, agent }
    const sent = request(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        fulfil(Buffer.concat(chunks).toString('utf8'))
      })
    })
    sent.on('error', refuse)
    sent.end(body)
  })
