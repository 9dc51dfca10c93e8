/** What the environment sets: the one place that reads it. All of it stands in .env.example. */
import { resolve } from 'node:path'
import type { StoreConfig } from './store/open.ts'

export interface Config extends StoreConfig {
  readonly host: string
  readonly port: number
  readonly logLevel: string
  readonly production: boolean
  /** What mutations must carry; '' turns them off. */
  readonly adminToken: string
  /** Origins of the sites that may show the page in a frame. */
  readonly embedOrigins: readonly string[]
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
  return {
    host: value('HOST', '127.0.0.1'),
    port,
    logLevel,
    production: environment['NODE_ENV'] === 'production',
    adminToken: value('ADMIN_TOKEN', ''),
    embedOrigins: originsIn(value('EMBED_ORIGINS', '')),
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

/** The folder of newspaper texts that `npm run evaluate` measures beside the project's own; null where NEWS_TEXTS names none. */
export const newsTextsFolder = (environment: NodeJS.ProcessEnv): string | null => {
  const folder = environment['NEWS_TEXTS']?.trim() ?? ''
  return folder === '' ? null : resolve(folder)
}
