/** Working on an entity's page in a real browser: filters, days, the graph, the table, and all of it by keyboard. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { brokenRules } from './axe.ts'
import { browserPath, openPage, type OpenPage, tabTo } from './browser.ts'
import { HOSTILE, SUPPLIERS, writeHub } from './hub.ts'
import { newFolder } from './stores.ts'

const suite = browserPath === undefined ? describe.skip : describe

suite('working on an entity in Chromium', () => {
  let opened: OpenPage
  const folder = newFolder()

  const visit = (name: string, more?: string) => opened.visit(name, more)
  const toggle = (name: RegExp) =>
    opened.page.getByRole('region', { name: '图例与筛选' }).getByRole('button', { name })
  const filters = () => opened.page.getByRole('region', { name: '筛选', exact: true })
  const facts = () => opened.page.locator('tr.fact')
  const summary = () => opened.page.locator('.cy').getAttribute('aria-label')

  beforeAll(async () => {
    writeHub(join(folder, 'hub'))
    opened = await openPage({ sources: [join(folder, 'hub')] })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('a stage switched off leaves table, graph and counts alike', async () => {
    await visit('理想汽车')
    const inGraph = async () => Number(/(\d+) 条关系/.exec((await summary()) ?? '')?.[1])
    const before = await inGraph()
    const signed = Number(/\d+/.exec(await toggle(/^签约/).innerText())?.[0])
    expect(signed).toBeGreaterThan(0)
    await toggle(/^签约/).click()
    expect(await toggle(/^签约/).getAttribute('aria-pressed')).toBe('false')
    expect(await inGraph()).toBe(before - signed)
    expect(await facts().filter({ hasText: '签约' }).count()).toBe(0)
  })

  test('a place keeps who lies in it; showing everything brings the others back', async () => {
    const { page, settled } = opened
    await visit('理想汽车')
    const before = await facts().count()
    await page.getByRole('button', { name: '更多筛选' }).click()
    const option = filters().getByLabel('地区').locator('option', { hasText: '苏州市' }).first()
    await filters()
      .getByLabel('地区')
      .selectOption((await option.getAttribute('value')) ?? '')
    await settled()
    const inside = Number(/\((\d+)\)/.exec(await option.innerText())?.[1])
    expect(inside).toBeGreaterThan(0)
    expect(new Set(await page.locator('tr.fact .fact-name').allInnerTexts()).size).toBe(inside)
    expect(await facts().count()).toBeLessThan(before)
    await opened.shoot('filters')
    await page.getByRole('button', { name: '全部显示' }).click()
    expect(await facts().count()).toBeGreaterThanOrEqual(before)
  })

  test('part of a product and the number of sources are asked of the API', async () => {
    const { page, settled } = opened
    await visit('理想汽车')
    await page.getByRole('button', { name: '更多筛选' }).click()
    await filters().getByLabel('产品').fill('电池')
    await page.waitForURL(/product=/)
    await settled()
    const rows = await facts().allInnerTexts()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row.includes('电池'))).toBe(true)
    await filters().getByLabel('独立来源').selectOption('2')
    await settled()
    expect(await facts().count()).toBeLessThan(rows.length)
  })

  test('two days compared show what is new, in graph, table and a list', async () => {
    const { page, settled } = opened
    await visit('理想汽车', '&asof=2024&before=2022')
    const added = Number(/\d+/.exec(await toggle(/^新增/).innerText())?.[0])
    expect(added).toBeGreaterThan(0)
    expect(await page.locator('.change[data-change="ADDED"]').count()).toBe(added)
    const counted = async (name: RegExp): Promise<number> =>
      (await toggle(name).count()) === 0 ? 0 : Number(/\d+/.exec(await toggle(name).innerText())?.[0])
    expect(await page.locator('.changes li').count()).toBe(
      added + (await counted(/^已终止/)) + (await counted(/^阶段变化/)),
    )
    await opened.shoot('difference')
    const all = await facts().count()
    await filters().getByLabel('截至日期').press('Home')
    await settled()
    expect(await facts().count()).toBeLessThan(all)
    await toggle(/^不变/).click()
    expect(await facts().count()).toBe(await page.locator('tr.fact .change').count())
  })

  test('what has ended is hidden until it is asked for, or shown as a change', async () => {
    const { page } = opened
    await visit('样例枢纽整车', `&find=${encodeURIComponent('驱动电机')}`)
    expect(await facts().count()).toBe(0)
    await visit('样例枢纽整车', `&before=2024&find=${encodeURIComponent('驱动电机')}`)
    expect(await facts().allInnerTexts()).toEqual([expect.stringContaining('已终止')])
    expect(await page.locator('tr.fact').innerText()).toContain('原为在产/供货')
  })

  test('expanding says how many before, adds them without moving anything, and can be undone and redone', async () => {
    const { page, settled } = opened
    await visit('理想汽车')
    const before = await summary()
    const places = page.getByRole('group', { name: '展开' }).getByRole('button', { name: /^所在地/ })
    const count = /\d+/.exec(await places.innerText())?.[0] ?? 'no count'
    await places.click()
    await settled()
    expect(/\d+/.exec(await toggle(/^位于/).innerText())?.[0]).toBe(count)
    await page.keyboard.press('Control+z')
    await settled()
    expect(await summary()).toBe(before)
    await page.getByRole('button', { name: '重做' }).click()
    await settled()
    expect(await summary()).not.toBe(before)
  })

  test('a hub with more than can be drawn is folded; the fold opens', async () => {
    const { page, settled } = opened
    await visit('样例枢纽整车')
    await opened.shoot('hub')
    await page.getByRole('button', { name: '图的文字版' }).click()
    const group = page.getByRole('button', { name: `+${String(SUPPLIERS)} 家供应商` })
    await group.waitFor()
    await group.click()
    await settled()
    expect(page.url()).toContain('open=')
    expect(await group.count()).toBe(0)
  })

  test('a long tier comes in pages of fifty, and finding looks through all of them', async () => {
    const { page } = opened
    await visit('样例枢纽整车')
    expect(await facts().count()).toBe(50)
    await page.getByRole('button', { name: '下一页' }).click()
    expect(await page.getByText(`第 51–100 行，共 ${String(SUPPLIERS)} 行`).count()).toBe(1)
    await page.getByLabel('在表中查找').fill('样例配件599')
    expect(await facts().count()).toBe(1)
    await page.getByText('选择列').click()
    await page.getByRole('checkbox', { name: '可信度' }).uncheck()
    expect(await page.getByRole('columnheader', { name: '可信度' }).count()).toBe(0)
    expect(page.url()).toContain('columns=')
  })

  test('a path between two others is drawn and told', async () => {
    const { page, settled } = opened
    await visit('理想汽车')
    await page.getByRole('button', { name: '找路径' }).first().click()
    await page.getByRole('combobox', { name: '到' }).fill('常州国家高新区')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '找路径' }).getByRole('button', { name: '找路径' }).click()
    await settled()
    await page.locator('.path-list li').first().waitFor()
    for (const sentence of await page.locator('.path-list li').allInnerTexts()) {
      expect(sentence).toContain('理想汽车')
      expect(sentence).toContain('常州国家高新区')
    }
    await opened.shoot('path')
  })

  test('a box drawn with Shift selects together, and what they share is found', async () => {
    const { page, settled } = opened
    await visit('理想汽车')
    const before = await facts().count()
    const box = await page.locator('.cy').boundingBox()
    if (box === null) throw new Error('the graph is not on screen')
    await page.keyboard.down('Shift')
    await page.mouse.move(box.x + 5, box.y + 5)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height - 5, { steps: 4 })
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page.waitForURL(/marked=/)
    await page.getByRole('button', { name: '共同邻居' }).click()
    await settled()
    await page.locator('.selection [role="status"]').waitFor()
    await page.getByRole('button', { name: '隐藏' }).first().click()
    await settled()
    expect(await facts().count()).toBeLessThan(before)
    await page.getByRole('button', { name: /^恢复隐藏/ }).click()
    await settled()
    expect(await facts().count()).toBe(before)
  })

  test('a cluster stands in rings, its parks inside its companies', async () => {
    await visit('动力电池产业集群(常州)')
    expect(await toggle(/^园区/).innerText()).toContain('1')
    await opened.shoot('cluster')
  })

  test('the whole task by keyboard: search, row, evidence, expand, back', async () => {
    const { page, url, settled } = opened
    await page.goto(url)
    await settled()
    await page.getByRole('combobox').first().focus()
    await page.keyboard.type('理想汽车')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/entity=/)
    await settled()
    const skip = page.getByRole('button', { name: '跳到表格' })
    await tabTo(skip)
    await page.keyboard.press('Enter')
    const row = page.locator('tr.fact button').first()
    await tabTo(row)
    await page.keyboard.press('Enter')
    await page.waitForURL(/selected=/)
    await settled()
    const details = page.locator('#details')
    expect(await details.evaluate((node) => node === document.activeElement)).toBe(true)
    expect(await details.getByRole('heading', { name: /^证据/ }).count()).toBe(1)
    // From the fact to its first end, and on to what that can be expanded by.
    const end = details.locator('.mention').first()
    await tabTo(end)
    await page.keyboard.press('Enter')
    await settled()
    const way = details.getByRole('group', { name: '展开' }).getByRole('button').first()
    await way.waitFor()
    await tabTo(way)
    await page.keyboard.press('Enter')
    await page.waitForURL(/expanded=/)
    await settled()
    await page.keyboard.press('Control+z')
    await settled()
    expect(page.url()).not.toContain('expanded=')
    await page.keyboard.press('Escape')
    await settled()
    expect(page.url()).not.toContain('selected=')
  })

  test('the graph in words: arrows go from item to item, and what has the focus is selected', async () => {
    const { page, settled } = opened
    await visit('理想汽车')
    await page.getByRole('button', { name: '图的文字版' }).click()
    await page.locator('.outline [data-item]').first().focus()
    await page.keyboard.press('ArrowDown')
    await page.waitForURL(/selected=/)
    await settled()
    const focused = page.locator('.outline [data-item]:focus')
    expect(await focused.getAttribute('aria-current')).toBe('true')
    expect(page.url()).toContain((await focused.getAttribute('data-item')) ?? 'nothing')
    expect(await page.locator('tr.fact[aria-current]').count()).toBe(1)
    expect(await page.locator('main > [role="status"]').innerText()).toContain('条关系')
    await opened.shoot('outline')
  })

  test('nothing in the main states is hard to see or use, in light and dark', async () => {
    const { page, settled } = opened
    const dark = page.getByRole('button', { name: '深色' })
    const states = [
      '',
      '&asof=2024&before=2022',
      '&view=neighbors',
      '&path=5665d34a8ccc1e1ce711ddab,501486e9c37075fbcb0979f6,4',
    ]
    for (const scheme of ['light', 'dark']) {
      for (const state of states) {
        await visit('理想汽车', state)
        if (((await dark.getAttribute('aria-pressed')) === 'true') !== (scheme === 'dark')) await dark.click()
        await settled()
        expect(await brokenRules(opened.page)).toEqual([])
      }
      await page.getByRole('button', { name: '图的文字版' }).click()
      await page.locator('tr.fact').first().click()
      await settled()
      expect(await brokenRules(opened.page)).toEqual([])
    }
    await opened.shoot('dark')
    await page.reload()
    await settled()
    expect(await dark.getAttribute('aria-pressed')).toBe('true')
    await dark.click()
  })

  test('a hostile name is text and nothing else', async () => {
    const { page } = opened
    await visit('样例枢纽整车', `&hide=region&find=${encodeURIComponent('驱动电机')}`)
    expect(await facts().innerText()).toContain(HOSTILE)
    await facts().click()
    await page.getByRole('button', { name: '图的文字版' }).click()
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
    expect(await page.locator('main img').count()).toBe(0)
  })

  test('nothing was asked of another host, and neither errors nor policy violations came up', () => {
    expect(opened.foreign).toEqual([])
    expect(opened.complaints).toEqual([])
  })
})
