import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'

/**
 * What an element renders to, outside the page. Text from data is set as text, so that serialising it escapes it. Throws
 * where it renders to no element.
 */
export function renderApart(element: ReactElement): Element {
  const container = document.createElement('div')
  const root = createRoot(container)
  flushSync(() => {
    root.render(element)
  })
  const rendered = container.firstElementChild?.cloneNode(true)
  root.unmount()
  if (!(rendered instanceof Element)) throw new Error('nothing was rendered')
  return rendered
}
