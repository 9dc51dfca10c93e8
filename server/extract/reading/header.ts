/** The header lines that may open a document: SOURCE, TITLE and DATE, each once, then an empty line. */
import { isPartialDate } from '../../model/date.ts'
import type { DocumentHeader } from '../document.ts'

const line = /^[^\S\n]*(SOURCE|TITLE|DATE)[^\S\n]*[:：][^\S\n]*(.*?)[^\S\n]*(?:\r?\n|$)/

/** Whether a text is the address of a page, not a name. */
export const isAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text) && URL.canParse(text)

const stated = (key: string, value: string): Partial<DocumentHeader> => {
  if (value === '' || /^(?:unknown|none|未知|不详)$/i.test(value)) return {}
  if (key === 'TITLE') return { title: value }
  if (key === 'DATE') return isPartialDate(value) ? { date: value } : {}
  // A source that is no address is whoever published it: a name leads to no page.
  return isAddress(value) ? { address: value } : { publisher: value }
}

/**
 * What the header lines of a text say, and where its body begins. A date that is no partial date and a value of
 * "unknown" say nothing.
 */
export const readHeader = (
  text: string,
): { readonly header: Partial<DocumentHeader>; readonly body: number } => {
  let header: Partial<DocumentHeader> = {}
  let body = 0
  for (const seen = new Set<string>(); ;) {
    const match = line.exec(text.slice(body, body + 4000))
    const [whole, key, value] = match ?? []
    if (whole === undefined || key === undefined || value === undefined || seen.has(key)) break
    seen.add(key)
    header = { ...header, ...stated(key, value) }
    body += whole.length
  }
  return { header, body }
}
