/** Bringing into sight what lies outside the part of a box that is shown. */

function isScroller(element: Element): boolean {
  return (
    ['auto', 'scroll'].includes(getComputedStyle(element).overflowY) &&
    element.scrollHeight > element.clientHeight
  )
}

function scrollerOf(element: Element): Element | null {
  for (
    let outer = element.parentElement;
    outer !== null && outer !== document.body;
    outer = outer.parentElement
  )
    if (isScroller(outer)) return outer
  return null
}

/**
 * Scrolls the box around an element until the element is in its middle, or, with NEAREST, just inside. Only that box: the
 * page stays where the reader has it, unless nothing but the page can be scrolled.
 */
export function bringIntoSight(element: Element, where: 'CENTER' | 'NEAREST'): void {
  const scroller = scrollerOf(element)
  if (scroller === null) {
    element.scrollIntoView({ block: where === 'CENTER' ? 'center' : 'nearest' })
    return
  }
  const [inner, outer] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const above = inner.top - outer.top
  const below = inner.bottom - outer.bottom
  if (where === 'CENTER') scroller.scrollTop += (above + below) / 2
  else scroller.scrollTop += above < 0 ? above : Math.max(below, 0)
}
