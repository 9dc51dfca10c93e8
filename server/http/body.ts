/** The body of a request, held only as far as it is allowed. */
import type { IncomingMessage } from 'node:http'

/** Bytes that a request's body may have. */
export const bodyLimit = 256 * 1024
/** Bytes of a longer body that are read and thrown away, so that the client listens before the connection closes. */
const mostDrained = 16 * 1024 * 1024

/** The body as text, null where it has more than `most` bytes. Rejects where the client goes away before the end. */
export const readBody = (request: IncomingMessage, most: number): Promise<string | null> =>
  new Promise((fulfil, reject) => {
    const declared = Number(request.headers['content-length'] ?? 0)
    let chunks: Buffer[] = []
    let length = 0
    let ended = false
    request.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length <= most && declared <= most) chunks.push(chunk)
      else chunks = []
      if (length > mostDrained) fulfil(null)
    })
    request.once('end', () => {
      ended = true
      fulfil(length > most ? null : Buffer.concat(chunks).toString('utf8'))
    })
    request.once('error', reject)
    request.once('close', () => {
      if (!ended) reject(new Error('the client left before the end of its request'))
    })
    if (declared > mostDrained) fulfil(null)
  })
