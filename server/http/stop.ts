/** Stopping a server without losing an answer. */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/**
 * Makes the function that stops a server: it takes nothing new, answers what was asked, and resolves when all
 * connections are closed; those that are still open after `timeout` milliseconds are cut.
 */
export const stoppable = (server: Server, timeout: number): (() => Promise<void>) => {
  // Browsers open connections ahead of need, and Node calls one idle only once something was asked on it.
  const unused = new Set<Socket>()
  server.on('connection', (socket) => {
    unused.add(socket)
    socket.once('close', () => unused.delete(socket))
  })
  server.on('request', ({ socket }) => unused.delete(socket))
  return async () => {
    const cut = setTimeout(() => {
      server.closeAllConnections()
    }, timeout)
    await new Promise<void>((fulfil) => {
      server.close(() => {
        fulfil()
      })
      server.closeIdleConnections()
      for (const socket of unused) socket.destroy()
    })
    clearTimeout(cut)
  }
}
