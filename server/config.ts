/** What the environment sets: the one place that reads it. All of it stands in .env.example. */
import { resolve } from 'node:path'
import type { StoreConfig } from './store/open.ts'

export interface Config extends StoreConfig {
  readonly host: string
  readonly port: number
  readonly logLevel: string
  readonly production: boolean
  /** Whether clients may read the schema: introspection, GraphiQL, suggestions in errors. */
  readonly explorable: boolean
  /** Operations per minute and client; null for as many as they like. */
  readonly rateLimit: number | null
  /** What mutations must carry; '' turns them off. */
  readonly adminToken: string
  /** Whether questions that could not be read are kept in DATA_DIR. */
  readonly questionLog: boolean
  /** Origins of the sites that may show the page in a frame. */
  readonly embedOrigins: readonly string[]
  /** Megabytes of answers that are kept; 0 for none. */
  readonly cacheMegabytes: number
  /** SHA-256 of each key that reading needs; none lets everyone read. */
  readonly readKeys: readonly string[]
}

/** Origins in a list parted by white space or commas; throws RangeError for what is none. */
const originsIn = (text: string): readonly string[] =>
  text
    .split(/[\s,]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const url = URL.canParse(part) ? new URL(part) : undefined
      if (url === undefined || !/^https?:$/.test(url.protocol) || part.replace(/\/$/, '') !== url.origin)
        throw new RangeError(`EMBED_ORIGINS has ${part}; give origins such as https://www.example.org`)
      return url.origin
    })

const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

/** Reads the configuration; throws one sentence for a value that can't be used. */
export const readConfig = (environment: NodeJS.ProcessEnv): Config => {
  const value = (name: string, fallback: string): string => environment[name]?.trim() || fallback
  const port = Number(value('PORT', '4000'))
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new RangeError(`PORT is ${value('PORT', '')}; set a whole number from 0 to 65535`)
  const logLevel = value('LOG_LEVEL', 'info')
  if (!levels.includes(logLevel))
    throw new RangeError(`LOG_LEVEL is ${logLevel}; set one of ${levels.join(', ')}`)
  const uri = value('NEO4J_URI', '')
  if (URL.canParse(uri) && new URL(uri).username + new URL(uri).password !== '')
    throw new RangeError(
      'NEO4J_URI holds a user or a password; set them in NEO4J_USERNAME and NEO4J_PASSWORD instead',
    )
  const production = environment['NODE_ENV'] === 'production'
  const introspection = value('INTROSPECTION', production ? 'off' : 'on')
  if (introspection !== 'on' && introspection !== 'off')
    throw new RangeError(`INTROSPECTION is ${introspection}; set on or off`)
  const rateLimit = Number(value('RATE_LIMIT', '0'))
  if (!Number.isInteger(rateLimit) || rateLimit < 0)
    throw new RangeError(
      `RATE_LIMIT is ${value('RATE_LIMIT', '')}; set operations per minute and client, or 0 for no limit`,
    )
  const questionLog = value('QUESTION_LOG', 'off')
  if (questionLog !== 'on' && questionLog !== 'off')
    throw new RangeError(`QUESTION_LOG is ${questionLog}; set on or off`)
  const cacheMegabytes = Number(value('ANSWER_CACHE_MB', '32'))
  if (!Number.isInteger(cacheMegabytes) || cacheMegabytes < 0)
    throw new RangeError(
      `ANSWER_CACHE_MB is ${value('ANSWER_CACHE_MB', '')}; set megabytes as a whole number, or 0 to keep no answers`,
    )
  const readKeys = value('READ_KEYS', '')
    .split(/[\s,]+/)
    .filter((digest) => digest !== '')
    .map((digest) => digest.toLowerCase())
  // What stands there may be the key itself, so it is not repeated.
  if (!readKeys.every((digest) => /^[0-9a-f]{64}$/.test(digest)))
    throw new RangeError(
      'READ_KEYS holds something that is no SHA-256 in hexadecimal digits; make one with: printf %s KEY | sha256sum',
    )
  return {
    host: value('HOST', '127.0.0.1'),
    port,
    logLevel,
    production,
    explorable: introspection === 'on',
    rateLimit: rateLimit === 0 ? null : rateLimit,
    adminToken: value('ADMIN_TOKEN', ''),
    questionLog: questionLog === 'on',
    embedOrigins: originsIn(value('EMBED_ORIGINS', '')),
    cacheMegabytes,
    readKeys,
    dataDir: resolve(value('DATA_DIR', '.liantu')),
    neo4j:
      uri === ''
        ? null
        : {
            uri,
            username: value('NEO4J_USERNAME', 'neo4j'),
            password: value('NEO4J_PASSWORD', ''),
            database: value('NEO4J_DATABASE', 'neo4j'),
          },
  }
}

/** What must never stand in the log. */
export const secretsOf = ({ adminToken, neo4j }: Config): readonly string[] => [
  adminToken,
  neo4j?.password ?? '',
]

/** The folder of newspaper texts that `npm run evaluate` measures beside the project's own; null where NEWS_TEXTS names none. */
export const newsTextsFolder = (environment: NodeJS.ProcessEnv): string | null => {
  const folder = environment['NEWS_TEXTS']?.trim() ?? ''
  return folder === '' ? null : resolve(folder)
}
