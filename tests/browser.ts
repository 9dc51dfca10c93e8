/** The page in a real Chromium, for every suite that looks at it: a server with its own data, and what went wrong. */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { chromium, type Locator, type Page } from 'playwright-core'
import { chromiumArgs } from '../scripts/chromium.ts'
import { readConfig } from '../server/config.ts'
import { load } from '../server/load/load.ts'
import { startServer } from '../server/main.ts'
import { projectFile } from '../server/project.ts'
import { openStore } from '../server/store/open.ts'
import { setupStore } from '../server/store/setup.ts'
import { newFolder } from './stores.ts'

/** Where Chromium is; tests/start.ts looks for it. Undefined where there is none. */
export const browserPath = process.env['CHROMIUM']

/** Screenshots for a person's eye. */
const looks = projectFile('build', 'scenarios')
/** UPDATE_SCENARIOS=1 puts those that are kept where the README shows them. */
const shots = process.env['UPDATE_SCENARIOS'] === undefined ? looks : projectFile('tests', 'scenarios')

export interface OpenPage {
  readonly url: string
  readonly page: Page
  /** Errors and policy violations so far. */
  readonly complaints: string[]
  /** Addresses of other hosts that were asked. */
  readonly foreign: string[]
  /** Waits until everything asked for is on screen. */
  settled: () => Promise<void>
  /** Opens the page of an entity by name, with more of an address. */
  visit: (name: string, more?: string) => Promise<void>
  /** Takes a picture once everything is on screen. */
  shoot: (name: string) => Promise<void>
  /** Takes a picture that is looked at and not kept. */
  look: (name: string) => Promise<void>
  /** Writes down whatever this page asks of other hosts. */
  watch: (page: Page) => void
  close: () => Promise<void>
}

export interface Opening {
  /** Files or folders to load beside the data that ships. */
  readonly sources?: readonly string[]
  /** Lets decisions be taken by whoever knows it. */
  readonly adminToken?: string
}

/** Starts a server on an empty DATA_DIR and opens a page of it. */
export const openPage = async ({ sources = [], adminToken }: Opening = {}): Promise<OpenPage> => {
  for (const folder of [shots, looks]) mkdirSync(folder, { recursive: true })
  const dataDir = newFolder()
  const config = readConfig({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1', ADMIN_TOKEN: adminToken })
  if (sources.length > 0) {
    const store = openStore(config)
    await setupStore(store)
    await load({ store, dataDir, paths: [projectFile('data', 'sources'), ...sources] })
    await store.close()
  }
  const server = await startServer(config, pino({ level: 'silent' }))
  const browser = await chromium.launch({ executablePath: browserPath ?? '', args: [...chromiumArgs] })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
  })
  const complaints: string[] = []
  const foreign: string[] = []
  const watch = (page: Page): void => {
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url())
    })
  }
  const page = await context.newPage()
  watch(page)
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
  const settled = async (): Promise<void> => {
    await page.waitForSelector('html[data-ready]')
  }
  const visit = async (name: string, more = ''): Promise<void> => {
    const answer = await page.request.post(`${server.url}/graphql`, {
      data: { query: 'query($name: String!) { entity(name: $name) { id } }', variables: { name } },
    })
    const id = /"id":"([^"]+)"/.exec(await answer.text())?.[1]
    if (id === undefined) throw new Error(`the graph has no ${name}`)
    await page.goto(`${server.url}/?entity=${id}${more}`)
    await settled()
  }
  const picture = async (folder: string, name: string): Promise<void> => {
    await settled()
    await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' })
  }
  return {
    url: server.url,
    page,
    complaints,
    foreign,
    settled,
    visit,
    watch,
    shoot: (name) => picture(shots, name),
    look: (name) => picture(looks, name),
    close: async () => {
      await browser.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** More presses of Tab than anything on a page is away. */
const farthest = 15

/** Goes on by Tab until this has the focus; gives up where it is too far. */
export const tabTo = async (target: Locator): Promise<void> => {
  const isFocused = () => target.evaluate((node) => node === document.activeElement)
  for (let press = 0; press < farthest && !(await isFocused()); press++)
    await target.page().keyboard.press('Tab')
}
