/** The body of a request, held only as far as it is allowed. */
import type { IncomingMessage } from 'node:http'

/** Bytes that a request's body may have. */
export const bodyLimit = 256 * 1024

/**
 * The body as text, null where it has more than `most` bytes: the rest is read and thrown away, so that the client
 * can hear the answer. Rejects where the client goes away before the end.
 */
export const readBody = (request: IncomingMessage, most: number): Promise<string | null> =>
  new Promise((fulfil, reject) => {
    const tooLong = (): void => {
      request.removeListener('data', take)
      request.resume()
      fulfil(null)
    }
    const chunks: Buffer[] = []
    let length = 0
    const take = (chunk: Buffer): void => {
      length += chunk.length
      if (length > most) tooLong()
      else chunks.push(chunk)
    }
    request.once('close', () => {
      reject(new Error('the client left before the end of its request'))
    })
    request.once('error', reject)
    if (Number(request.headers['content-length'] ?? 0) > most) {
      tooLong()
      return
    }
    request.on('data', take)
    request.once('end', () => {
      fulfil(Buffer.concat(chunks).toString('utf8'))
    })
  })
