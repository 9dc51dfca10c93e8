/** Answers, documents, review, data quality and the overview in a real browser. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brokenRules } from './axe.ts'
import { browserPath, openPage, type OpenPage } from './browser.ts'
import { newFolder } from './stores.ts'

/** Names and sentences that would do harm wherever they were taken for markup, an address or a template. */
const hostile = `SOURCE: javascript:alert(1)
TITLE: <img src=x onerror="window.harmed=1">座椅企业{b|扩产}
DATE: 2025-03-04

位于武进国家高新区的江苏海棠"><script>window.harmed=1</script>精密机械有限公司今年扩产。
江苏青禾座椅有限公司为理想汽车供应<svg/onload=window.harmed=1>座椅。
江苏秋水座椅有限公司为理想汽车供应座椅。
`

const suite = browserPath === undefined ? describe.skip : describe

suite('in Chromium', () => {
  let opened: OpenPage
  const folder = newFolder()

  const go = async (parameters: Readonly<Record<string, string>>): Promise<void> => {
    await opened.page.goto(`${opened.url}/?${new URLSearchParams(parameters).toString()}`)
    await opened.settled()
  }
  const onPhone = async (name: string): Promise<void> => {
    const { page } = opened
    await page.setViewportSize({ width: 390, height: 844 })
    await opened.shoot(name)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await page.setViewportSize({ width: 1440, height: 900 })
  }
  const atNight = async (name: string): Promise<void> => {
    await opened.page.emulateMedia({ colorScheme: 'dark' })
    await opened.shoot(name)
    expect(await brokenRules(opened.page)).toEqual([])
    await opened.page.emulateMedia({ colorScheme: 'light' })
  }
  const text = () => opened.page.locator('main').innerText()

  beforeAll(async () => {
    writeFileSync(join(folder, 'hostile.txt'), hostile)
    opened = await openPage({ sources: [join(folder, 'hostile.txt')], adminToken: 'secret' })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a question typed is answered in a sentence, a table, a graph and evidence, and its reading can be changed', async () => {
    const { page, url } = opened
    await page.goto(url)
    await opened.settled()
    await page.getByRole('combobox').first().fill('哪些企业为理想汽车供货？')
    await page.keyboard.press('Enter')
    await page.waitForURL(/q=/)
    await opened.settled()
    expect(await text()).toContain('有据')
    const row = page.getByRole('row').filter({ hasText: '宁德时代' }).first()
    await row.getByRole('button').first().click()
    await opened.settled()
    expect(await page.locator('.side').innerText()).toContain('证据')
    await opened.shoot('answer')
    expect(await brokenRules(page)).toEqual([])
    const operation = await page.getByRole('link', { name: /在 GraphiQL 打开/ }).getAttribute('href')
    expect(new URLSearchParams(operation?.split('?')[1]).get('query')).toContain('suppliers')
    await page
      .getByRole('button', { name: /^理想汽车/ })
      .first()
      .click()
    const menu = page.getByRole('dialog')
    await menu.getByRole('button', { name: /重庆理想汽车/ }).click()
    await page.waitForURL(
      (address) => address.searchParams.get('q') === '哪些企业为重庆理想汽车有限公司供货？',
    )
    await opened.settled()
    expect(await text()).toContain('桂林福达')
    await onPhone('answer-phone')
    await atNight('answer-dark')
  })

  test('a name of several is asked back, and each suggestion is a question that works', async () => {
    const { page } = opened
    await go({ q: '汇川的供应商' })
    expect(await text()).toContain('需澄清')
    await opened.shoot('answer-unclear')
    expect(await brokenRules(page)).toEqual([])
    await page.getByRole('group', { name: '可以这样问' }).getByRole('button').first().click()
    await page.waitForURL((address) => address.searchParams.get('q') !== '汇川的供应商')
    await opened.settled()
    expect(await text()).not.toContain('需澄清')
  })

  test('what is only inferred stands apart, with its reason, and is neither table nor graph', async () => {
    const { page } = opened
    await go({ q: '可能给理想汽车供货的武进企业有哪些' })
    const kind = page.locator('.kind')
    expect(await kind.innerText()).toBe('线索')
    expect(await page.locator('.leads li').count()).toBeGreaterThan(0)
    expect(await page.locator('tr.fact, .cy').count()).toBe(0)
    await opened.shoot('answer-leads')
    expect(await brokenRules(page)).toEqual([])
    await page.getByRole('button', { name: /武进区/ }).click()
    await page.getByRole('button', { name: '去掉这个条件' }).click()
    await page.waitForURL((address) => !(address.searchParams.get('q') ?? '').includes('武进'))
  })

  test('a quote leads to its place in the document, where entities and facts are marked', async () => {
    const { page } = opened
    await go({ q: '哪些企业为理想汽车供货？' })
    await page
      .getByRole('row')
      .filter({ hasText: '江苏秋水座椅有限公司' })
      .first()
      .getByRole('button')
      .first()
      .click()
    await page.locator('.side blockquote').first().waitFor()
    const quote = (await page.locator('.side blockquote').first().innerText()).replaceAll(/[“”]/g, '')
    await page.locator('.side').getByRole('link', { name: '在资料中查看' }).first().click()
    await page.waitForURL(/document=.*at=/)
    await page.locator('.shown-here').first().waitFor()
    expect((await page.locator('.shown-here').allInnerTexts()).join('')).toContain(quote)
    expect(await page.locator('a.named').count()).toBeGreaterThan(1)
    await page.getByText('撤回', { exact: true }).click()
    expect(await text()).toContain('npm run load -- --withdraw hostile')
    await opened.shoot('document-hostile')
  })

  test('hostile names, titles and quotes are text, and hostile addresses are no links', async () => {
    const { page } = opened
    expect(await page.locator('h1').innerText()).toContain('<img src=x')
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
    expect(await page.locator('a[href^="javascript:"]').count()).toBe(0)
    for (const parameters of [
      { page: 'overview' },
      { page: 'review' },
      { q: '<script>window.harmed=1</script>' },
    ]) {
      await go(parameters)
      expect(await page.evaluate(() => 'harmed' in window)).toBe(false)
    }
  })

  test('a digest says that it is one, and lists what it states with stage and place', async () => {
    const { page } = opened
    await go({ page: 'overview' })
    await page.getByRole('link', { name: /星宇股份递表港交所/ }).click()
    await page.waitForURL(/document=/)
    await opened.settled()
    expect(await text()).toContain('摘要改写')
    await page.locator('.places a').first().click()
    await page.waitForURL(/at=/)
    await opened.settled()
    expect(await page.locator('.shown-here').count()).toBeGreaterThan(0)
    await opened.shoot('document')
    expect(await brokenRules(page)).toEqual([])
    await onPhone('document-phone')
    await atNight('document-dark')
  })

  test('what waits is decided by keyboard alone, kept with the reviewer’s name, and taken back', async () => {
    const { page } = opened
    await go({ page: 'review' })
    await page.getByLabel('审核人').fill('甲')
    await page.getByLabel('管理口令').fill('wrong')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const list = page.getByRole('list', { name: '待审清单' }).getByRole('button')
    const [first = '', second = ''] = await list.allInnerTexts()
    await page.locator('h1').click()
    await page.keyboard.press('a')
    await page.getByRole('alert').waitFor()
    // What was refused is back in the list.
    expect(await list.first().innerText()).toBe(first)
    await page.getByLabel('管理口令').fill('secret')
    await page.keyboard.press('Enter')
    await page.locator('h1').click()
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await opened.shoot('review')
    expect(await brokenRules(page)).toEqual([])
    await page.keyboard.press('a')
    expect(await page.locator('.review-list [aria-current]').innerText()).toBe(second)
    const log = page.getByRole('region', { name: /决定记录/ })
    await log.getByText('甲 ·').first().waitFor()
    await opened.settled()
    expect(await list.allInnerTexts()).not.toContain(first)
    await page.keyboard.press('u')
    await log.getByText('已撤销').first().waitFor()
    await opened.settled()
    expect(await list.first().innerText()).toBe(first)
    expect(page.url()).not.toMatch(/secret|甲/)
    await onPhone('review-phone')
    await atNight('review-dark')
  })

  test('on a phone nothing moves while one item after the other is decided', async () => {
    const { page } = opened
    const standing = async (): Promise<unknown> => ({
      page: await page.evaluate(() => window.scrollY),
      button: await page.locator('[data-command="accept"]').boundingBox(),
      text: await page.locator('.review-text').boundingBox(),
    })
    const current = () => page.locator('.review-list [aria-current]').textContent()
    await page.setViewportSize({ width: 390, height: 844 })
    await page.evaluate(() => {
      window.scrollTo(0, document.body.scrollHeight / 3)
    })
    await page.locator('[data-command="next"]').click()
    await page.locator('.review-text .marked-text').waitFor()
    const before = { place: await standing(), item: await current() }
    await page.locator('[data-command="reject"]').click()
    await page.waitForFunction(
      (item) => document.querySelector('.review-list [aria-current]')?.textContent !== item,
      before.item,
    )
    expect(await standing()).toEqual(before.place)
    await opened.settled()
    expect(await standing()).toEqual(before.place)
    await opened.look('review-phone-decided')
    await page.locator('[data-command="undo"]').click()
    await page.setViewportSize({ width: 1440, height: 900 })
    await opened.settled()
  })

  test('a name can be merged, split or retyped from the keyboard', async () => {
    const { page } = opened
    await page
      .getByRole('button', { name: /^新名称/ })
      .first()
      .click()
    await opened.settled()
    await page.keyboard.press('t')
    const kinds = page.getByRole('group', { name: '它属于哪一类？' })
    await kinds.waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('m')
    await page.getByRole('group', { name: '它就是哪一个？' }).getByRole('combobox').waitFor()
    await opened.shoot('review-merge')
    await page.keyboard.press('Escape')
    await page.keyboard.press('s')
    await page.getByLabel(/写它的名称/).waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('.review-choice').count()).toBe(0)
  })

  test('data quality shows the published figures with intervals, and what waits and stands alone', async () => {
    const { page } = opened
    await go({ page: 'quality' })
    expect(await page.getByRole('row').filter({ hasText: '供应' }).count()).toBe(2)
    expect(await page.locator('.share').first().innerText()).toMatch(/\d+\.\d[\s\S]*\d+\.\d–\d+\.\d/)
    await opened.shoot('quality')
    expect(await brokenRules(page)).toEqual([])
    await onPhone('quality-phone')
    await atNight('quality-dark')
  })

  test('the overview shows supply by product and place, and asks who supplies what is clicked', async () => {
    const { page } = opened
    await go({ page: 'overview' })
    expect(await page.locator('.plot svg').count()).toBe(2)
    await opened.shoot('overview')
    expect(await brokenRules(page)).toEqual([])
    await onPhone('overview-phone')
    await atNight('overview-dark')
    await page.locator('.plot svg text').filter({ hasText: '动力电池' }).first().click()
    await page.waitForURL(/q=/)
    await opened.settled()
    expect(await text()).toContain('动力电池')
  })

  test('nothing was asked of another host, and neither errors nor policy violations came up', () => {
    expect(opened.foreign).toEqual([])
    expect(opened.complaints).toEqual([])
  })
})
