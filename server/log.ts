/** The log: one JSON object a line, without secrets, whichever way they came. */
import { pino, type DestinationStream, type Logger } from 'pino'

/** What stands in place of a secret. */
const hidden = '[secret]'
/** Shorter ones are no secrets, and would be found inside other words. */
const shortestSecret = 4

/** Logs to the standard output, or where told; each of the secrets is taken out of every line. */
export const createLogger = (
  level: string,
  secrets: readonly string[],
  destination?: DestinationStream,
): Logger => {
  // As they stand inside a JSON string.
  const spelled = secrets
    .filter(({ length }) => length >= shortestSecret)
    .map((secret) => JSON.stringify(secret).slice(1, -1))
  const options = {
    level,
    hooks: {
      streamWrite: (line: string) => spelled.reduce((text, secret) => text.replaceAll(secret, hidden), line),
    },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}
