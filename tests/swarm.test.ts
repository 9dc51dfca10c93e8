/** More than a thousand lines in a real browser: drawn as one swarm, still picked from the table. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { browserPath, openPage, type OpenPage } from './browser.ts'
import { GOODS, OTHERS, PLACES, writeHub } from './hub.ts'
import { newFolder } from './stores.ts'

const suite = browserPath === undefined ? describe.skip : describe

suite('a thousand lines and more in Chromium', () => {
  let opened: OpenPage
  const folder = newFolder()

  beforeAll(async () => {
    writeHub(join(folder, 'hub'))
    opened = await openPage({ sources: [join(folder, 'hub')] })
    await opened.visit('样例多品整车')
    const { page } = opened
    await page.getByRole('button', { name: '图的文字版' }).click()
    await page.getByRole('button', { name: `+${String(OTHERS)} 家供应商` }).click()
    await opened.settled()
    await page
      .getByRole('group', { name: '展开' })
      .getByRole('button', { name: /^所在地/ })
      .first()
      .click()
    await page.getByRole('button', { name: '图的文字版' }).click()
    await opened.settled()
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Pixels of the swarm that are painted, and those in the colour of what is selected (#c2410c, at full strength). */
  const pixels = () =>
    opened.page.locator('canvas.swarm').evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) throw new TypeError('the swarm is no canvas')
      const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
      let [painted, chosen] = [0, 0]
      for (let at = 0; at < data.length; at += 4) {
        if ((data[at + 3] ?? 0) === 0) continue
        painted++
        if ((data[at] ?? 0) > 150 && (data[at + 1] ?? 0) < 110 && (data[at + 2] ?? 0) < 60) chosen++
      }
      return { painted, chosen }
    })

  test('are one swarm beneath the nodes, and all of them are counted', async () => {
    const { painted, chosen } = await pixels()
    expect(painted).toBeGreaterThan(1_000)
    expect(chosen).toBe(0)
    const summary = await opened.page.locator('.cy').getAttribute('aria-label')
    expect(summary).toContain(`${String(OTHERS * GOODS.length + PLACES)} 条关系`)
  })

  test('one of them is picked in the table, and stands out from the others', async () => {
    const { page, settled } = opened
    await page.locator('tr.fact').first().getByRole('button').first().click()
    await settled()
    expect((await pixels()).chosen).toBeGreaterThan(0)
    expect(await page.locator('.side').innerText()).toContain('证据')
    await page.screenshot({ path: 'build/scenarios/swarm.png' })
  })
})
