/** The page in a real browser: the main task, its evidence, its address, and that it asks nobody else. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { browserPath, openPage, type OpenPage } from './browser.ts'

const suite = browserPath === undefined ? describe.skip : describe

suite('in Chromium', () => {
  let opened: OpenPage
  const settled = () => opened.settled()
  const shoot = (name: string) => opened.shoot(name)

  beforeAll(async () => {
    opened = await openPage()
  })
  afterAll(() => opened.close())

  test('a pattern is filled in blank by blank, and asked with the last one', async () => {
    const { page, url } = opened
    await page.goto(url)
    await settled()
    const patterns = page.getByRole('region', { name: '按句式提问' })
    await patterns.getByRole('button', { name: '企业给客户供应什么产品？' }).click()
    for (const [blank, name] of [
      ['企业', '宁德时代'],
      ['客户', '理想汽车'],
    ] as const) {
      await patterns.getByRole('combobox', { name: blank }).fill(name)
      await page.getByRole('option', { name }).first().waitFor()
      if (blank === '客户') await opened.look('template')
      await page.keyboard.press('Enter')
    }
    await page.waitForURL((address) => address.searchParams.get('q') === '宁德时代给理想汽车供应什么产品？')
    await settled()
    expect(await page.locator('main').innerText()).toContain('动力电池')
  })

  test('what takes long can be given up: nothing is waited for any more', async () => {
    const { page, url } = opened
    await page.goto(url)
    await settled()
    // The answer never comes.
    await page.route('**/graphql', (route) =>
      (route.request().postData() ?? '').includes('query Ask') ? undefined : route.fallback(),
    )
    const given = page.waitForEvent('requestfailed')
    await page.getByRole('combobox').first().fill('哪些企业为理想汽车供货？')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '取消，回到前一页' }).click()
    expect((await given).failure()?.errorText).toBe('net::ERR_ABORTED')
    await settled()
    expect(page.url()).toBe(`${url}/`)
    await page.unroute('**/graphql')
  })

  test('a name typed and picked by keyboard shows the suppliers, tier by tier, with the number there are', async () => {
    const { page, url } = opened
    await page.goto(url)
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
    const answer = await page.request.post(`${url}/graphql`, {
      data: { query: '{ entity(name: "理想汽车") { ... on Company { suppliers { totalCount } } } }' },
    })
    const count = /"totalCount":(\d+)/.exec(await answer.text())?.[1] ?? 'no count'
    expect(rows.some((row) => row.includes('一级供应商') && row.includes(count))).toBe(true)
    await shoot('supply-chain')
  })

  test('a row opens its evidence, with the row of the table and a link to the source', async () => {
    const { page } = opened
    await page.getByRole('row').filter({ hasText: '常州星宇车灯' }).first().click()
    await settled()
    const link = page.locator('a[href="https://finance.itbear.com.cn/html/2026-01/323103.html"]').first()
    await link.waitFor()
    expect(await link.getAttribute('rel')).toContain('noopener')
    expect(await page.locator('body').innerText()).toContain('relations.csv')
    await shoot('evidence')
  })

  test('what is only signed looks different from running supply', async () => {
    const row = opened.page.getByRole('row').filter({ hasText: 'STMicroelectronics' }).first()
    expect(await row.innerText()).toContain('签约')
  })

  test('the address holds the view', async () => {
    const { page } = opened
    const address = page.url()
    const before = await page.getByRole('row').allInnerTexts()
    await page.goto('about:blank')
    await page.goto(address)
    await settled()
    expect(await page.getByRole('row').allInnerTexts()).toEqual(before)
  })

  test('on a phone nothing is wider than the screen', async () => {
    const { page } = opened
    await page.setViewportSize({ width: 390, height: 844 })
    await settled()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await shoot('phone')
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test.each([
    [390, 844],
    [1280, 720],
    [3840, 2160],
  ])('at %i × %i nothing is wider than the screen', async (width, height) => {
    const { page } = opened
    await page.setViewportSize({ width, height })
    await opened.visit('理想汽车', '&asof=2024&before=2022')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
    await opened.shoot(`difference-${String(width)}`)
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  test('GraphiQL opens without asking another host', async () => {
    const graphiql = await opened.page.context().newPage()
    opened.watch(graphiql)
    await graphiql.goto(`${opened.url}/graphql?query=${encodeURIComponent('{ stats { documents } }')}`)
    await graphiql.locator('.graphiql-container').first().waitFor()
    await graphiql.close()
  })

  test('nothing was asked of another host, and neither errors nor policy violations came up', () => {
    expect(opened.foreign).toEqual([])
    expect(opened.complaints).toEqual([])
  })
})
