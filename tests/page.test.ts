/** The page in a real browser: the main task, its evidence, its address, and that it asks nobody else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pino } from 'pino'
import { chromium, type Browser, type Page } from 'playwright-core'
import { readConfig } from '../server/config.ts'
import { startServer, type Running } from '../server/main.ts'
import { projectFile } from '../server/project.ts'
import { newFolder } from './stores.ts'

const browserPath = process.env['CHROMIUM']
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
]
/** Screenshots for a person's eye; UPDATE_SCENARIOS=1 puts them where the README shows them. */
const shots =
  process.env['UPDATE_SCENARIOS'] === undefined
    ? projectFile('build', 'scenarios')
    : projectFile('tests', 'scenarios')

const suite = browserPath === undefined ? describe.skip : describe

suite('in Chromium', () => {
  let server: Running
  let browser: Browser
  let page: Page
  const dataDir = newFolder()
  const complaints: string[] = []
  const foreign: string[] = []

  const settled = () => page.waitForSelector('html[data-ready]')
  const shoot = async (name: string): Promise<void> => {
    await settled()
    await page.screenshot({ path: join(shots, `${name}.png`), caret: 'hide', animations: 'disabled' })
  }

  beforeAll(async () => {
    mkdirSync(shots, { recursive: true })
    server = await startServer(
      readConfig({ DATA_DIR: dataDir, PORT: '0', HOST: '127.0.0.1' }),
      pino({ level: 'silent' }),
    )
    browser = await chromium.launch({ executablePath: browserPath ?? '', args })
    const context = await browser.newContext({
      viewport: { width: 1440, height: 900 },
      reducedMotion: 'reduce',
      locale: 'zh-CN',
    })
    page = await context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url())
    })
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`)
      })
    })
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  test('a name typed and picked by keyboard shows the suppliers, tier by tier, with the number there are', async () => {
    await page.goto(server.url)
    await shoot('home')
    await page.getByRole('combobox').first().fill('理想汽车')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/entity=/)
    await settled()
    const rows = await page.getByRole('row').allInnerTexts()
    for (const supplier of ['宁德时代', '常州星宇车灯股份有限公司', '禾赛科技', '长春捷翼汽车零部件有限公司'])
      expect(rows.some((row) => row.includes(supplier))).toBe(true)
    const answer = await page.request.post(`${server.url}/graphql`, {
      data: { query: '{ entity(name: "理想汽车") { ... on Company { suppliers { totalCount } } } }' },
    })
    const count = /"totalCount":(\d+)/.exec(await answer.text())?.[1] ?? 'no count'
    expect(rows.some((row) => row.includes('一级供应商') && row.includes(count))).toBe(true)
    await shoot('supply-chain')
  })

  test('a row opens its evidence, with the row of the table and a link to the source', async () => {
    await page.getByRole('row').filter({ hasText: '常州星宇车灯' }).first().click()
    await settled()
    const link = page.locator('a[href="https://finance.itbear.com.cn/html/2026-01/323103.html"]').first()
    await link.waitFor()
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await page.locator('body').innerText()).toContain('relations.csv')
    await shoot('evidence')
  })

  test('what is only signed looks different from running supply', async () => {
    const row = page.getByRole('row').filter({ hasText: 'STMicroelectronics' }).first()
    expect(await row.innerText()).toContain('签约')
  })

  test('the address holds the view', async () => {
    const address = page.url()
    const before = await page.getByRole('row').allInnerTexts()
    await page.goto('about:blank')
    await page.goto(address)
    await settled()
    expect(await page.getByRole('row').allInnerTexts()).toEqual(before)
  })

  test('on a phone nothing is wider than the screen', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await settled()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await shoot('phone')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('GraphiQL opens without asking another host', async () => {
    const graphiql = await page.context().newPage()
    graphiql.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !/^(data|blob):/.test(request.url()))
        foreign.push(request.url())
    })
    await graphiql.goto(`${server.url}/graphql?query=${encodeURIComponent('{ stats { documents } }')}`)
    await graphiql.locator('.graphiql-container').first().waitFor()
    await graphiql.close()
  })

  test('nothing was asked of another host, and neither errors nor policy violations came up', () => {
    expect(foreign).toEqual([])
    expect(complaints).toEqual([])
  })
})
