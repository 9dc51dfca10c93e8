/** Rules of accessibility in a real page, as axe-core knows them. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** The rules that a page breaks seriously or critically, each with where. */
export const brokenRules = async (page: Page): Promise<readonly string[]> => {
  // As an expression of the debugger it runs under any content security policy.
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target.join(' ')).join(', ')))`,
  )
  return Array.isArray(found) ? found.map(String) : ['axe gave no answer']
}
