import { createServer } from 'node:net'

/** A port of this machine that nobody listens on now. */
export const freePort = (): Promise<number> =>
  new Promise((fulfil) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        fulfil(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
  })
