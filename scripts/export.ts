/** npm run export -- --format csv|graphml|json|neo4j-admin FILE */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { readConfig } from '../server/config.ts'
import { exportFormats, exportGraph, isExportFormat } from '../server/export/export.ts'
import { ExportError } from '../server/export/exportError.ts'
import { noteExport } from '../server/export/exportLog.ts'
import { openStore } from '../server/store/open.ts'
import { StoreError } from '../server/store/store.ts'

const usage = `usage: npm run export -- --format ${exportFormats.join('|')} FILE (a folder for csv and neo4j-admin)`

const main = async (): Promise<void> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { format: { type: 'string' } },
  })
  const [path, ...others] = positionals
  const { format } = values
  if (path === undefined || others.length > 0 || format === undefined) throw new ExportError(usage)
  if (!isExportFormat(format))
    throw new ExportError(`there is no format ${format}; choose one of ${exportFormats.join(', ')}`)
  const config = readConfig(process.env)
  const store = openStore(config)
  try {
    const version = await exportGraph({ store, format, path })
    noteExport(config.dataDir, { version, format, path: resolve(path) })
    process.stdout.write(`exported version ${version} as ${format} to ${path}\n`)
  } finally {
    await store.close()
  }
}

try {
  await main()
} catch (error) {
  const isKnown =
    error instanceof ExportError ||
    error instanceof StoreError ||
    error instanceof RangeError ||
    (error instanceof Error && 'code' in error)
  if (!isKnown) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
