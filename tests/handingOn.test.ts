/** What leaves the page: every format of the menu 导出, made in the page, safe whatever the data hold. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DOMParser } from '@xmldom/xmldom'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { projectFile } from '../server/project.ts'
import { parseSaved } from '../web/export/savedViews.ts'
import { browserPath, openPage, type OpenPage } from './browser.ts'
import { hostile, problemsOf, writeHostile } from './handedOn.ts'
import { newFolder } from './stores.ts'

const suite = browserPath === undefined ? describe.skip : describe

suite('in Chromium', () => {
  let opened: OpenPage
  const folder = newFolder()
  const kept = join(folder, 'kept')

  beforeAll(async () => {
    mkdirSync(kept)
    opened = await openPage({ sources: writeHostile(folder) })
    opened.page.on('dialog', (dialog) => {
      opened.complaints.push(`a dialog opened: ${dialog.message()}`)
      void dialog.dismiss()
    })
  })
  afterAll(async () => {
    await opened.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const show = (name: string) => opened.visit(name)
  const menu = () => opened.page.getByRole('button', { name: '导出' })
  /** Chooses a format and gives the name and bytes of the file. */
  const take = async (format: string): Promise<{ name: string; bytes: Buffer }> => {
    await menu().click()
    const waiting = opened.page.waitForEvent('download')
    await opened.page.getByRole('menu', { name: '导出' }).getByRole('menuitem', { name: format }).click()
    const download = await waiting
    const path = join(kept, format)
    await download.saveAs(path)
    return { name: download.suggestedFilename(), bytes: readFileSync(path) }
  }
  const takeText = async (format: string): Promise<string> => (await take(format)).bytes.toString('utf8')

  /** How many rows the table has on all its pages, as it says itself. */
  const rowsInView = async (): Promise<number> =>
    Number(/\/ (\d+) 行/.exec(await opened.page.locator('body').innerText())?.[1])

  test('the menu names its formats, and a file is named after the entity and the day', async () => {
    await show('理想汽车')
    await menu().click()
    const items = await opened.page.getByRole('menuitem').allInnerTexts()
    for (const format of ['PNG', 'SVG', 'CSV', 'JSON', 'GraphML', 'Word', 'HTML'])
      expect(items.some((item) => item.startsWith(format))).toBe(true)
    await opened.shoot('export-menu')
    await opened.page.keyboard.press('Escape')
    expect((await take('CSV')).name).toMatch(/^理想汽车 \d{4}-\d\d-\d\d\.csv$/)
  })

  test('CSV holds the rows of the table, with both ends and the sources', async () => {
    const text = await takeText('CSV')
    expect(text.startsWith('\ufeff')).toBe(true)
    const rows: Record<string, string>[] = parse(text, { bom: true, columns: true })
    const { page } = opened
    expect(rows).toHaveLength(await rowsInView())
    // The page shows fifty rows of a tier at once, the file all of them.
    expect(rows.map((row) => row['名称'])).toEqual(
      expect.arrayContaining(await page.locator('tr.fact .fact-name').allInnerTexts()),
    )
    expect(rows.find((row) => row['名称'] === '常州星宇车灯股份有限公司')).toMatchObject({
      分组: expect.stringContaining('一级供应商'),
      起点: '常州星宇车灯股份有限公司',
      关系: '供应',
      终点: '理想汽车',
      网址: expect.stringContaining('https://finance.itbear.com.cn/'),
    })
  })

  test('CSV follows what is found and how it is sorted', async () => {
    await opened.page.getByRole('searchbox').fill('电池')
    await opened.settled()
    const rows: Record<string, string>[] = parse(await takeText('CSV'), { bom: true, columns: true })
    expect(rows.map((row) => row['名称'])).toEqual(
      await opened.page.locator('tr.fact .fact-name').allInnerTexts(),
    )
    expect(rows.every((row) => JSON.stringify(row).includes('电池'))).toBe(true)
    await opened.page.getByRole('searchbox').fill('')
  })

  test('SVG is well formed, its text is text, and no line is missing', async () => {
    const svg = await takeText('SVG')
    expect(problemsOf(svg)).toEqual([])
    for (const words of ['宁德时代', '常州星宇车灯', '签约', '数据版本']) expect(svg).toContain(words)
    const document = new DOMParser().parseFromString(svg, 'image/svg+xml')
    // Heads of arrows have three corners; the shapes of products, parks and the like have more.
    const corners = Array.from(
      document.getElementsByTagName('polygon'),
      (polygon) => (polygon.getAttribute('points') ?? '').trim().split(/\s+/).length,
    )
    expect(corners.filter((count) => count === 3)).toHaveLength(await rowsInView())
  })

  test('PNG has the width that was asked for', async () => {
    const widthOf = ({ bytes }: { bytes: Buffer }): number => bytes.readUInt32BE(16)
    expect(widthOf(await take('PNG'))).toBe(2400)
    await menu().click()
    await opened.page.getByRole('menuitem', { name: '图片宽度' }).click()
    await opened.page.getByRole('spinbutton').fill('5000')
    await opened.page.getByRole('button', { name: '确定' }).click()
    expect(widthOf(await take('PNG'))).toBe(5000)
  })

  test('JSON and GraphML hold what is in view, each fact with its evidence', async () => {
    const view: unknown = JSON.parse(await takeText('JSON'))
    expect(view).toMatchObject({
      format: 'liantu-view',
      title: '理想汽车',
      entities: expect.arrayContaining([
        expect.objectContaining({ name: '宁德时代', label: 'COMPANY', x: expect.any(Number) }),
      ]),
      relationships: expect.arrayContaining([
        expect.objectContaining({
          type: 'SUPPLIES',
          product: '麒麟电池',
          stage: 'SIGNED',
          evidence: [expect.objectContaining({ url: expect.stringContaining('scmp.com') })],
        }),
      ]),
    })
    const graphml = await takeText('GraphML')
    expect(problemsOf(graphml)).toEqual([])
    expect(graphml.match(/<edge /g)).toHaveLength(await rowsInView())
  })

  test('the Word briefing has the sentence, the picture, the table, a footnote a fact, and Chinese fonts', async () => {
    const files = unzipSync((await take('Word')).bytes)
    const part = (name: string): string => Buffer.from(files[name] ?? []).toString('utf8')
    const [body, notes, styles] = ['document', 'footnotes', 'styles'].map((name) => part(`word/${name}.xml`))
    expect([body, notes, styles].map((xml) => problemsOf(xml ?? ''))).toEqual([[], [], []])
    const rows = await rowsInView()
    expect(body?.match(/<w:footnoteReference /g)).toHaveLength(rows)
    for (const words of ['理想汽车简报', '图谱所载理想汽车的关系：一级供应商', '常州星宇车灯股份有限公司'])
      expect(body).toContain(words)
    expect(notes).toContain('https://finance.itbear.com.cn/html/2026-01/323103.html')
    expect(styles).toContain('w:eastAsia="宋体"')
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/'))).toHaveLength(1)
  })

  test('the dossier opens from a disk, finds words, and asks nobody for anything', async () => {
    await show('理想汽车')
    const rows = await rowsInView()
    const { bytes } = await take('HTML')
    const file = join(kept, 'dossier.html')
    writeFileSync(file, bytes)
    const page = await opened.page.context().newPage()
    const asked: string[] = []
    const problems: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('console', (message) => problems.push(message.text()))
    await page.goto(pathToFileURL(file).href)
    expect(await page.locator('output').textContent()).toBe(String(rows))
    await page.screenshot({ path: projectFile('build', 'scenarios', 'dossier.png') })
    await page.getByRole('searchbox').fill('麒麟电池 签约')
    const found = page.locator('tr.fact:visible')
    expect(await page.locator('output').textContent()).toBe(String(await found.count()))
    expect((await found.allInnerTexts()).every((text) => text.includes('麒麟电池'))).toBe(true)
    expect(await page.locator('.picture svg text').count()).toBeGreaterThan(20)
    expect(asked).toEqual([pathToFileURL(file).href])
    expect(problems).toEqual([])
    await page.close()
  })

  test('the one script of the dossier is the one its policy lets run', () => {
    const digest = createHash('sha256')
      .update(readFileSync(projectFile('web', 'export', 'dossierScript.js')))
      .digest('base64')
    expect(readFileSync(projectFile('web', 'export', 'dossier.ts'), 'utf8')).toContain(`'sha256-${digest}'`)
  })

  test('hostile names are text in every format', async () => {
    await show(hostile.customer)
    const csv = await takeText('CSV')
    const rows: Record<string, string>[] = parse(csv, { bom: true, columns: true })
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => /^[=+\-@]/.test(cell))).toEqual([])
    expect(rows[0]).toMatchObject({ 名称: `'${hostile.formula}`, 产品: `'${hostile.product}` })
    for (const format of ['SVG', 'GraphML']) expect(problemsOf(await takeText(format))).toEqual([])
    const files = unzipSync((await take('Word')).bytes)
    const body = Buffer.from(files['word/document.xml'] ?? []).toString('utf8')
    expect(problemsOf(body)).toEqual([])
    expect(body).toContain('&lt;script&gt;')
    const { bytes, name } = await take('HTML')
    expect(name).not.toMatch(/[<>/"=]{2}/)
    const file = join(kept, 'hostile.html')
    writeFileSync(file, bytes)
    const page = await opened.page.context().newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    page.on('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(pathToFileURL(file).href)
    expect(await page.locator('h1').innerText()).toBe(hostile.customer)
    expect(await page.locator('img, script').count()).toBe(1)
    expect(await page.locator('a[href^="javascript" i]').count()).toBe(0)
    expect(asked).toEqual([pathToFileURL(file).href])
    await page.close()
  })

  test('a saved view opens by its link and says what was added, withdrawn and changed since', async () => {
    const { page } = opened
    await show('理想汽车')
    const saved = page.getByRole('button', { name: '保存的视图' })
    await saved.click()
    await page.getByRole('menuitem', { name: '保存视图并复制链接' }).click()
    await page.getByText(/链接已复制|视图已保存/).waitFor()
    const link = new URL(page.url())
    const version = link.searchParams.get('v') ?? ''
    expect(version).not.toBe('')
    const notice = page.getByRole('region', { name: '保存之后的变化' })
    await page.goto(link.href)
    await opened.settled()
    expect(await notice.count()).toBe(0)
    // As if the view had been saved of other data: one fact fewer, one more, and one at another stage.
    const [view] = parseSaved(await page.evaluate(() => localStorage.getItem('liantu-saved-views')))
    const [, [moved, fact] = ['', undefined], ...others] = Object.entries(view?.facts ?? {})
    const facts = {
      ...Object.fromEntries(others),
      gone: { stage: 'ACTIVE', text: '某厂 供应 理想汽车' },
      [moved]: { ...fact, stage: 'PLANNED' },
    }
    await page.evaluate(
      (text) => {
        localStorage.setItem('liantu-saved-views', text)
      },
      JSON.stringify([{ ...view, facts }]),
    )
    link.searchParams.set('v', 'older')
    await page.goto(link.href)
    await opened.settled()
    const text = await notice.innerText()
    for (const words of ['新增 1 条', '撤回 1 条', '变化 1 条', '某厂 供应 理想汽车', '由计划变为'])
      expect(text).toContain(words)
    await opened.shoot('since-saved')
    link.searchParams.set('saved', 'elsewhere')
    await page.goto(link.href)
    await opened.settled()
    expect(await notice.innerText()).toContain('说不出这个视图里变了什么')
  })

  test('embedded, the view stands alone', async () => {
    const { page } = opened
    await opened.visit('理想汽车', '&embed=1')
    expect(await page.locator('tr.fact').count()).toBeGreaterThan(20)
    expect(await page.getByRole('combobox').count()).toBe(0)
    expect(await page.getByRole('button', { name: '导出' }).count()).toBe(0)
    expect(await page.getByRole('banner').count()).toBe(0)
    expect(await page.getByRole('searchbox').count()).toBe(0)
    await opened.shoot('embedded')
  })

  test('on paper nothing is left that can only be clicked', async () => {
    const { page } = opened
    await show('理想汽车')
    await page.emulateMedia({ media: 'print' })
    for (const hidden of ['.bar', '.export', '.legend', '.table-tools', '.graph-foot'])
      expect(await page.locator(hidden).first().isVisible()).toBe(false)
    expect(await page.locator('tr.fact').last().isVisible()).toBe(true)
    await page.screenshot({ path: projectFile('build', 'scenarios', 'print.png'), fullPage: true })
    await page.emulateMedia({ media: null })
  })

  test('nothing was asked of another host, and neither errors nor policy violations came up', () => {
    expect(opened.foreign).toEqual([])
    expect(opened.complaints).toEqual([])
  })
})
