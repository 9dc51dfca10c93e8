/** The pages of a company, park, cluster and policy in a real browser, and how every page looks. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { brokenRules } from './axe.ts'
import { browserPath, openPage, type OpenPage } from './browser.ts'

const suite = browserPath === undefined ? describe.skip : describe

const names = {
  company: ['理想汽车', 'COMPANY'],
  park: ['武进国家高新区', 'PARK'],
  cluster: ['动力电池产业集群(常州)', 'CLUSTER'],
  policy: ['532发展战略', 'POLICY'],
} as const
type Name = keyof typeof names

suite('in Chromium', () => {
  let opened: OpenPage
  const ids = new Map<Name, string>()
  let news = ''

  const ask = async (query: string): Promise<string> => {
    const answer = await opened.page.request.post(`${opened.url}/graphql`, { data: { query } })
    return /"id":"([0-9a-f]+)"/.exec(await answer.text())?.[1] ?? ''
  }
  const go = async (parameters: Readonly<Record<string, string>>): Promise<void> => {
    await opened.page.goto(`${opened.url}/?${new URLSearchParams(parameters).toString()}`)
    await opened.settled()
  }
  const portrait = (name: Name) => go({ portrait: ids.get(name) ?? '' })
  const part = (title: RegExp) =>
    opened.page.locator('section').filter({ has: opened.page.getByRole('heading', { name: title }) })

  beforeAll(async () => {
    opened = await openPage()
    for (const [name, [text, label]] of Object.entries(names)) {
      const key = name === 'park' || name === 'cluster' || name === 'policy' ? name : 'company'
      ids.set(key, await ask(`{ entity(name: "${text}", label: ${label}) { id } }`))
    }
    news = await ask('{ documents(text: "星宇", first: 1) { edges { node { id } } } }')
  })
  afterAll(() => opened.close())

  test('a company is walked through by keyboard: from its graph to its portrait, a fact, its evidence and back', async () => {
    const { page } = opened
    await go({ entity: ids.get('company') ?? '' })
    await page.getByRole('link', { name: '企业画像' }).first().press('Enter')
    await page.waitForURL(/portrait=/)
    await opened.settled()
    const fact = part(/^供应商/)
      .getByRole('button', { name: /宁德时代/ })
      .first()
    await fact.press('Enter')
    const details = page.getByRole('complementary')
    await expect(details.getByRole('heading', { name: /证据/ }).count()).resolves.toBe(1)
    await page.waitForFunction(() => document.activeElement?.id === 'details')
    expect(await fact.getAttribute('aria-pressed')).toBe('true')
    expect(await page.getByRole('status').first().innerText()).toContain('证据在详情栏')
    await page.evaluate(() => {
      window.scrollTo(0, 0)
    })
    await opened.shoot('portrait-company')
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => document.activeElement?.className === 'portrait-pick')
    expect(page.url()).not.toContain('selected=')
  })

  test('what is only signed or being built says so on its line, and a plan is no full bar', async () => {
    const { page } = opened
    const project = part(/^项目/).getByRole('button', { name: /理想汽车北京工厂/ })
    expect(await project.innerText()).toContain('在建')
    await page.getByText('虚线空心的柱').waitFor()
    await page.locator('.plot svg path[stroke-dasharray]').first().waitFor()
    expect(await brokenRules(page)).toEqual([])
  })

  test('a park shows its chain: who makes what, which product has no maker, and from which words that comes', async () => {
    const { page } = opened
    await portrait('park')
    const chain = part(/^产业链上的位置/)
    const gap = chain.getByRole('row').filter({ hasText: '未见生产者' }).first()
    await gap.getByRole('button', { name: /依据/ }).first().click()
    expect(await page.getByRole('complementary').innerText()).toContain('用于')
    const row = chain.getByRole('row').filter({ hasText: 'AR-VCSEL' }).first()
    expect(await row.innerText()).toContain('纵慧芯光')
    await gap.scrollIntoViewIfNeeded()
    await opened.shoot('portrait-park')
    await page.locator('.plot svg').first().waitFor()
    expect(await brokenRules(page)).toEqual([])
  })

  test('a cluster and a policy say whom they hold, and what is not stated', async () => {
    const { page } = opened
    await portrait('cluster')
    expect(await part(/^成员企业/).innerText()).toContain('中创新航')
    expect(await page.locator('main').innerText()).toContain('没有写明不等于没有')
    expect(await brokenRules(page)).toEqual([])
    await portrait('policy')
    expect(await part(/^出台方/).innerText()).toContain('常州市')
    expect(await part(/^支持的产业/).innerText()).toContain('十大先进制造业集群')
    expect(await brokenRules(page)).toEqual([])
    await go({ portrait: 'ffffffffffffffffffffffff' })
    expect(await page.getByRole('status').first().innerText()).toContain('没有这个实体')
  })

  test('an answer over the data that ships leads to a supplier’s evidence', async () => {
    const { page } = opened
    await go({ q: '哪些企业为理想汽车供货？' })
    await page.getByRole('row').filter({ hasText: '宁德时代' }).first().getByRole('button').first().click()
    await page.getByRole('complementary').getByRole('link', { name: '在资料中查看' }).first().waitFor()
    await opened.shoot('tour-answer')
  })

  test('every page hands on its facts and opens as GraphQL, with its variables', async () => {
    const { page, url } = opened
    const pages = [
      { portrait: ids.get('park') ?? '' },
      { document: news },
      { page: 'overview' },
      { q: '哪些企业为理想汽车供货？' },
      { entity: ids.get('company') ?? '' },
    ]
    for (const parameters of pages) {
      await go(parameters)
      const href = await page
        .getByRole('link', { name: /在 GraphiQL 打开/ })
        .first()
        .getAttribute('href')
      const asked = new URLSearchParams(href?.split('?')[1])
      const variables: unknown = JSON.parse(asked.get('variables') ?? '{}')
      const answer = await page.request.post(`${url}/graphql`, {
        data: { query: asked.get('query'), variables },
      })
      expect([parameters, (await answer.text()).slice(0, 8)]).toEqual([parameters, '{"data":'])
      await page.getByRole('button', { name: '导出' }).click()
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name: /CSV/ }).click()
      expect((await download).suggestedFilename()).toMatch(/\.csv$/)
    }
  })

  test('every page fits every screen, by day and by night, in both languages', async () => {
    const { page } = opened
    const pages: [string, Readonly<Record<string, string>>][] = [
      ['home', {}],
      ['graph', { entity: ids.get('company') ?? '' }],
      ['answer', { q: '哪些企业为理想汽车供货？' }],
      ['leads', { q: '可能给理想汽车供货的武进企业有哪些' }],
      ['document', { document: news }],
      ...([...ids].map(([name, id]) => [name, { portrait: id }]) satisfies [string, { portrait: string }][]),
      ['review', { page: 'review' }],
      ['quality', { page: 'quality' }],
      ['overview', { page: 'overview' }],
    ]
    const sizes: [number, number][] = [
      [1440, 900],
      [1280, 720],
      [390, 844],
    ]
    for (const [name, parameters] of pages) {
      await go(parameters)
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme })
          await opened.look(`every-${name}-${String(width)}-${colorScheme}`)
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        expect([name, width, wide <= width]).toEqual([name, width, true])
      }
      await page.emulateMedia({ colorScheme: 'light' })
      await go({ ...parameters, lang: 'en' })
      await opened.look(`every-${name}-390-english`)
      expect([name, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([name, 390])
      await page.setViewportSize({ width: 1440, height: 900 })
    }
  })

  test('GraphiQL lists the examples and opens one with its words', async () => {
    const { page, url } = opened
    await page.goto(`${url}/graphql`)
    await page.locator('.graphiql-container').first().waitFor()
    const links = page.getByRole('navigation', { name: '示例' }).getByRole('link')
    expect(await links.count()).toBe(10)
    await links.filter({ hasText: '谁做动力电池' }).press('Enter')
    await page.waitForURL(/Makers/)
    await page.locator('.graphiql-query-editor .view-line').filter({ hasText: 'Makers' }).first().waitFor()
    await page.screenshot({ path: 'build/scenarios/graphiql.png' })
  })

  test('nothing was asked of another host, and neither errors nor policy violations came up', () => {
    expect(opened.foreign).toEqual([])
    expect(opened.complaints).toEqual([])
  })
})
