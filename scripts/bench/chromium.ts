/** Headless Chromium for what is measured in a browser: started, looked into, and put away again. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { build, preview } from 'vite'
import { projectFile } from '../../server/project.ts'
import { chromiumArgs, chromiumPath } from '../chromium.ts'
import type { Figure } from './figure.ts'

const size = { width: 1440, height: 900 }

/** Opens a browser for as long as the work lasts; where there is none, says so and measures nothing. */
export async function* inChromium(
  measure: (page: Page) => AsyncIterable<readonly Figure[]>,
): AsyncIterable<readonly Figure[]> {
  const executablePath = chromiumPath(process.env['CHROMIUM'])
  if (executablePath === undefined) {
    process.stdout.write('SKIPPED: no Chromium (install it, or set CHROMIUM to its path)\n')
    return
  }
  const browser = await chromium.launch({ executablePath, args: [...chromiumArgs] })
  try {
    const context = await browser.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' })
    yield* measure(await context.newPage())
  } finally {
    await browser.close()
  }
}

/** Builds the page of a folder as the product's page is built, and serves it for as long as the work lasts. */
export async function* withBuilt(
  folder: string,
  measure: (url: string) => AsyncIterable<readonly Figure[]>,
): AsyncIterable<readonly Figure[]> {
  const outDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const root = projectFile('scripts', 'bench', folder)
  const settings = { root, configFile: false, logLevel: 'error', worker: { format: 'es' } } as const
  await build({
    ...settings,
    build: { outDir, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700 },
  })
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
  try {
    const [url] = server.resolvedUrls?.local ?? []
    if (url === undefined) throw new Error(`the built page of ${root} is not served`)
    yield* measure(url)
  } finally {
    await server.close()
    rmSync(outDir, { recursive: true, force: true })
  }
}

/** A clock of the processor time of a page's process, all its threads together, in milliseconds. */
export const processorClock = async (page: Page): Promise<() => Promise<number>> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    const time = metrics.find(({ name }) => name === 'ProcessTime')
    if (time === undefined) throw new Error('this browser does not tell its processor time')
    return time.value * 1_000
  }
}
