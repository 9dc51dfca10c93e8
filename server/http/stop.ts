/** Stopping a server without losing an answer. */
import type { Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** Milliseconds in which what was sent before is still taken: it may wait in a socket that looks idle. */
const grace = 300
/** How often connections are looked for on which the last answer has been given. */
const looking = 50

/**
 * Makes the function that stops a server: it answers what was asked, takes nothing new, and resolves when all
 * connections are closed; those that are still open after `timeout` milliseconds are cut.
 */
export const stoppable = (server: Server, timeout: number): (() => Promise<void>) => {
  // Browsers open connections ahead of need, and Node calls one idle only once something was asked on it.
  const unused = new Set<Socket>()
  let stopping = false
  server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.prependListener('request', ({ socket }, response: ServerResponse) => {
    unused.delete(socket)
    if (stopping) response.setHeader('Connection', 'close')
  })
  return async () => {
    stopping = true
    const connections = await new Promise<number>((fulfil) => {
      server.getConnections((_error, count) => {
        fulfil(count)
      })
    })
    if (connections > 0) await sleep(grace)
    const cut = setTimeout(() => {
      server.closeAllConnections()
    }, timeout)
    const look = setInterval(() => {
      server.closeIdleConnections()
    }, looking)
    await new Promise<void>((fulfil) => {
      server.close(() => {
        fulfil()
      })
      server.closeIdleConnections()
      for (const socket of unused) socket.destroy()
    })
    clearInterval(look)
    clearTimeout(cut)
  }
}
