/** What is handed on in the tests, and how it is looked at. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DOMParser } from '@xmldom/xmldom'

/** Names that a browser would run, a spreadsheet calculate, and XML break at. */
export const hostile = {
  customer: '</script><script>alert(1)</script><img src=x onerror=alert(1)>汽车',
  formula: '=HYPERLINK("http://example.org","点我")',
  product: '@SUM(A1)<b>&"座椅"',
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** Problems a strict reader of XML finds. */
export const problemsOf = (xml: string): readonly string[] => {
  const problems: string[] = []
  const note = (problem: string): void => void problems.push(problem)
  new DOMParser({ errorHandler: { warning: note, error: note, fatalError: note } }).parseFromString(
    xml,
    'application/xml',
  )
  return problems
}

/** Writes the hostile names into a folder as tables to load, and gives their paths. */
export const writeHostile = (folder: string): readonly string[] => {
  const tables = {
    'names.csv': `label,name\nCompany,${quoted(hostile.customer)}\nCompany,${quoted(hostile.formula)}\n`,
    'supplies.csv': `start,type,end,product,stage,date,source\n${quoted(hostile.formula)},SUPPLIES,${quoted(hostile.customer)},${quoted(hostile.product)},PLANNED,2024,javascript:alert(1)\n`,
  }
  return Object.entries(tables).map(([name, text]) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  })
}
