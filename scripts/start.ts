/** npm start: the server until it is told to stop. */
import { readConfig } from '../server/config.ts'
import { sentenceOf } from '../server/failure.ts'
import { startServer } from '../server/main.ts'

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
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
