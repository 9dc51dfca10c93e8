/** What was taken out of the graph, by whom and when: a line each in DATA_DIR/exports.log. */
import { appendFileSync, mkdirSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'

export interface Exported {
  readonly version: string
  readonly format: string
  readonly path: string
}

/** Notes an export; throws where DATA_DIR can't be written. */
export const noteExport = (dataDir: string, exported: Exported): void => {
  mkdirSync(dataDir, { recursive: true })
  const entry = { at: new Date().toISOString(), user: userInfo().username, ...exported }
  appendFileSync(join(dataDir, 'exports.log'), `${JSON.stringify(entry)}\n`)
}
