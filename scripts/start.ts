/** npm start: the server until it is told to stop. */
import { readConfig } from '../server/config.ts'
import { LoadError } from '../server/load/reject.ts'
import { startServer } from '../server/main.ts'
import { StoreError } from '../server/store/store.ts'

try {
  const running = await startServer(readConfig(process.env))
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void running.stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
} catch (error) {
  if (!(error instanceof LoadError || error instanceof StoreError || error instanceof RangeError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
