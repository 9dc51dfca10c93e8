/** The main text of a web page, and what the page says of itself. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { isPartialDate } from '../../model/date.ts'
import type { DocumentHeader } from '../document.ts'
import { isAddress } from './header.ts'
import type { RawDocument } from './rawDocument.ts'

/** Where pages state a thing, the most reliable place first. */
const places = {
  title: ['meta[property="og:title"]', 'meta[name="ArticleTitle"]', 'meta[name="title"]'],
  publisher: ['meta[name="ContentSource"]', 'meta[property="og:site_name"]', 'meta[name="SiteName"]'],
  date: [
    'meta[property="article:published_time"]',
    'meta[name="PubDate"]',
    'meta[name="publishdate"]',
    'meta[itemprop="datePublished"]',
    'time[datetime]',
  ],
  address: ['link[rel="canonical"]', 'meta[property="og:url"]'],
} as const

const blocks =
  'p,div,section,article,h1,h2,h3,h4,h5,h6,li,ul,ol,tr,table,blockquote,figure,figcaption,pre,dd,dt'

const valueOf = (element: Element): string =>
  (
    ['content', 'href', 'datetime']
      .map((name) => element.getAttribute(name))
      .find((value) => value !== null) ?? ''
  ).trim()

const statedAt = (page: Document, selectors: readonly string[]): string | null =>
  selectors
    .flatMap((selector) => [...page.querySelectorAll(selector)])
    .map(valueOf)
    .find((value) => value !== '') ?? null

/** 2024-10-08T09:30:00+08:00, 2024-10-08 09:30 and 2024/10/08 as 2024-10-08; null for anything else. */
const calendarDay = (text: string | null): string | null => {
  const day = text?.replaceAll('/', '-').slice(0, 10) ?? ''
  return isPartialDate(day) ? day : null
}

/** What the page's own metadata state of it; a title only where there is one apart from the tab's. */
const pageHeader = (page: Document): DocumentHeader => {
  const address = statedAt(page, places.address)
  return {
    title: statedAt(page, places.title),
    publisher: statedAt(page, places.publisher),
    date: calendarDay(statedAt(page, places.date)),
    address: address !== null && isAddress(address) ? address : null,
  }
}

/** Text of a part of the page, each block on lines of its own. */
const blockText = (root: Element): string => {
  for (const element of root.querySelectorAll('script,style,noscript,template')) element.remove()
  for (const element of root.querySelectorAll('br')) element.replaceWith('\n')
  for (const element of root.querySelectorAll(blocks)) {
    element.before('\n')
    element.after('\n')
  }
  return root.textContent.replace(/[^\S\n]*\n\s*/g, '\n').trim()
}

const nullToAbsent = (header: DocumentHeader): Partial<DocumentHeader> =>
  Object.fromEntries(Object.entries(header).filter(([, value]) => value !== null))

/** The page; a piece of one, without `<html>`, as the body of a page. */
const pageOf = (source: string): Document => {
  const page = parseHTML(source).document
  // A doctype alone leaves a page without a root, whatever the types say.
  const roots = [...page.children].map(({ localName }) => localName)
  return roots.includes('html') ? page : parseHTML(`<html><body>${source}</body></html>`).document
}

/** What Readability takes for the article; nothing where a damaged page defeats it, so that the whole text is read. */
const articleOf = (source: string): ReturnType<Readability['parse']> => {
  try {
    return new Readability(pageOf(source)).parse()
  } catch {
    return null
  }
}

/** The main text of a page and its header; the whole text of a page that has no article. */
export const readHtml = (source: string): RawDocument => {
  const page = pageOf(source)
  const header = pageHeader(page)
  const article = articleOf(source)
  const body = article?.content
    ? parseHTML(`<html><body>${article.content}</body></html>`).document.body
    : page.body
  const title = header.title ?? article?.title?.trim() ?? ''
  return {
    text: blockText(body),
    header: nullToAbsent({ ...header, title: title === '' ? null : title }),
  }
}
