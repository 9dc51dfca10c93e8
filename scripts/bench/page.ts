/** The page in a browser: how soon an answer is on screen, and how soon it follows a click. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pino } from 'pino'
import type { Page } from 'playwright-core'
import { readConfig } from '../../server/config.ts'
import { startServer } from '../../server/main.ts'
import { projectFile } from '../../server/project.ts'
import { inChromium } from './chromium.ts'
import { median, type Figure } from './figure.ts'
import type { Section } from './section.ts'

const rounds = { loads: 7, clicks: 12 }
const question = '哪些企业为理想汽车供货？'

interface Loaded {
  /** When the largest part of the page was painted, in milliseconds. */
  readonly painted: number
  /** When all that was asked for was there, the graph drawn. */
  readonly ready: number
}

/** Opens an address with nothing kept from before. */
const loadOnce = async (page: Page, url: string): Promise<Loaded> => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await page.goto(url)
  await page.locator('html[data-ready]').waitFor()
  const ready = await page.evaluate(() => performance.now())
  await session.detach()
  const painted = await page.evaluate(
    () =>
      new Promise<number>((fulfil) => {
        new PerformanceObserver((list) => {
          fulfil(list.getEntries().at(-1)?.startTime ?? 0)
        }).observe({ type: 'largest-contentful-paint', buffered: true })
      }),
  )
  return { painted, ready }
}

/** Selects another row each time; gives how long each took until the page had been painted anew, in milliseconds. */
const clicks = async (page: Page): Promise<readonly number[]> => {
  const rows = page.locator('tbody tr button')
  const taken: number[] = []
  for (let index = 0; index < rounds.clicks; index++) {
    const next = page.evaluate(
      () =>
        new Promise<number>((fulfil) => {
          window.addEventListener(
            'click',
            () => {
              const began = performance.now()
              requestAnimationFrame(() =>
                setTimeout(() => {
                  fulfil(performance.now() - began)
                }),
              )
            },
            { capture: true, once: true },
          )
        }),
    )
    await rows.nth(index).click()
    taken.push(await next)
  }
  return taken
}

const loadFigure = (what: string, times: readonly number[]): Figure => ({
  what,
  store: 'embedded',
  value: median(times) / 1_000,
  unit: 's',
  target: { atMost: 2.5 },
  of: `slowest of ${times.length.toString()}: ${(Math.max(...times) / 1_000).toFixed(1)} s`,
})

/** The scripts that the built page names itself; chunks such as Cytoscape's come beside them. */
const scriptFigure = (): Figure => {
  const read = (name: string): Buffer => readFileSync(projectFile('build', 'web', name))
  const names = [
    ...read('index.html')
      .toString()
      .matchAll(/"\/(assets\/[^"]+\.js)"/g),
  ].flatMap(([, name]) => name ?? [])
  const bytes = names.reduce((sum, name) => sum + gzipSync(read(name), { level: 9 }).length, 0)
  return {
    what: 'scripts that the page begins with, compressed by gzip',
    store: null,
    value: bytes / 1024,
    unit: 'KB',
    target: { atMost: 250 },
    of: `${names.length.toString()} files`,
  }
}

async function* measureOn(page: Page): AsyncIterable<readonly Figure[]> {
  yield [scriptFigure()]
  const dataDir = mkdtempSync(join(tmpdir(), 'liantu-bench-'))
  const server = await startServer(readConfig({ PORT: '0', DATA_DIR: dataDir }), pino({ level: 'silent' }))
  try {
    const url = `${server.url}/?${new URLSearchParams({ q: question }).toString()}`
    const loads: Loaded[] = []
    for (let round = 0; round < rounds.loads; round++) loads.push(await loadOnce(page, url))
    yield [
      loadFigure(
        'an answer over the data that ships, largest contentful paint, nothing cached',
        loads.map(({ painted }) => painted),
      ),
      loadFigure(
        'the same, until its graph is drawn too',
        loads.map(({ ready }) => ready),
      ),
    ]
    const taken = await clicks(page)
    yield [
      {
        what: 'selecting a row, until table, graph and evidence are painted, the slowest',
        store: 'embedded',
        value: Math.max(...taken),
        unit: 'ms',
        target: { atMost: 200 },
        of: `median of ${taken.length.toString()}: ${median(taken).toFixed(0)} ms`,
      },
    ]
  } finally {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The page itself in Chromium. */
export const page: Section = {
  name: 'page',
  title: 'The page',
  about: 'In headless Chromium that draws in software, server and browser on the same machine.',
  measure: () => inChromium(measureOn),
}
