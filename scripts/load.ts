/** npm run load -- PATH… [--dry-run] [--report FILE] [--replace] [--rebuild] | --withdraw SOURCE */
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { readConfig } from '../server/config.ts'
import { sentenceOf } from '../server/failure.ts'
import { load } from '../server/load/load.ts'
import { LoadError, rejectionLine } from '../server/load/reject.ts'
import type { LoadReport } from '../server/load/report.ts'
import { setDamagedAside } from '../server/store/embedded/aside.ts'
import { openStore } from '../server/store/open.ts'

const usage =
  'usage: npm run load -- PATH… [--dry-run] [--report FILE] [--replace] [--rebuild], or --withdraw SOURCE'
/** How many lines of each kind --dry-run shows. */
const shown = 20

/**
 * How much the memory in use may grow, in percent, before it is looked through for what is no longer needed. Left alone it
 * may grow to four times as much; a load keeps little of the much that it reads.
 */
const growth = 20

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** A bar on a terminal, a line for each tenth elsewhere. */
const progress = (): ((done: number, total: number) => void) => {
  let tenth = -1
  return (done, total) => {
    if (total === 0) return
    const now = Math.floor((10 * done) / total)
    if (process.stdout.isTTY) {
      process.stdout.write(
        `\r${'█'.repeat(2 * now).padEnd(20, '░')} ${done.toString()}/${total.toString()}${done === total ? '\n' : ''}`,
      )
    } else if (now > tenth) say(`written ${done.toString()} of ${total.toString()}`)
    tenth = now
  }
}

const print = (report: LoadReport, dryRun: boolean): void => {
  for (const rejection of report.rejected) say(`rejected ${rejectionLine(rejection)}`)
  if (dryRun)
    for (const [kind, list] of Object.entries(report.changes)) {
      for (const text of list.slice(0, shown)) say(`would be ${kind}: ${text}`)
      if (list.length > shown) say(`… and ${(list.length - shown).toString()} more would be ${kind}`)
    }
  const { created, changed, unchanged, removed, rejected } = report.counts
  say(`source ${report.sources.join(', ')}`)
  say(
    `created ${created.toString()} · changed ${changed.toString()} · unchanged ${unchanged.toString()} · removed ${removed.toString()} · rejected ${rejected.toString()}`,
  )
  say(dryRun ? 'dry run: nothing was written' : `version ${report.version}`)
}

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      'dry-run': { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      rebuild: { type: 'boolean', default: false },
      report: { type: 'string' },
      withdraw: { type: 'string', multiple: true, default: [] },
    },
  })
  if (positionals.length === 0 && values.withdraw.length === 0 && !values.rebuild) throw new LoadError(usage)
  const config = readConfig(process.env)
  const store = openStore(config)
  try {
    const damaged = !values['dry-run'] && (await setDamagedAside(store, config.dataDir, say))
    const report = await load({
      store,
      dataDir: config.dataDir,
      paths: positionals,
      withdraw: values.withdraw,
      dryRun: values['dry-run'],
      replace: values.replace,
      rebuild: values.rebuild || damaged,
      progress: progress(),
    })
    if (values.report !== undefined)
      writeFileSync(values.report, `${JSON.stringify({ ...report, changes: undefined }, null, 2)}\n`)
    print(report, values['dry-run'])
    return report.rejected.length > 0 ? 1 : 0
  } finally {
    await store.close()
  }
}

setFlagsFromString(`--heap-growing-percent=${growth.toString()}`)
try {
  process.exitCode = await main()
} catch (error) {
  // parseArgs throws a TypeError with a code for an option it does not know.
  const usageError = error instanceof TypeError && 'code' in error ? error.message : undefined
  const sentence = usageError ?? sentenceOf(error)
  if (sentence === undefined) throw error
  process.stderr.write(`${sentence}\n`)
  process.exitCode = 1
}
