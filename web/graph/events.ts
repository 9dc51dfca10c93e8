import type { Core, EventObject, SingularElementReturnValue } from 'cytoscape'
import type { Position } from '../layout/task.ts'

/** What a reader does in the drawing. */
export interface GraphEvents {
  onSelect: (id: string | null) => void
  onExpand: (id: string) => void
  onOpenGroup: (key: string) => void
  /** Entities chosen with Shift: one by a click, several by a box. */
  onMark: (ids: readonly string[]) => void
  /** A node was dragged here; it stays there. */
  onMove: (id: string, position: Position) => void
  /** What can be done with a node is asked for, at this point of the drawing's container. */
  onMenu: (id: string, point: Position) => void
}

/** Cytoscape leaves an event's target untyped: the canvas itself, or an element on it. */
function isElement(target: unknown): target is SingularElementReturnValue {
  return typeof target === 'object' && target !== null && 'group' in target
}

function isShift(event: EventObject): boolean {
  const original: unknown = event.originalEvent
  return original instanceof MouseEvent && original.shiftKey
}

function listenToClicks(core: Core, { onSelect, onExpand, onOpenGroup, onMark, onMenu }: GraphEvents): void {
  core.on('tap', (event: EventObject) => {
    const { target }: { target: unknown } = event
    if (!isElement(target)) onSelect(null)
    else if (target.hasClass('group')) onOpenGroup(target.id())
    else if (isShift(event) && target.isNode()) onMark([target.id()])
    else if (target.hasClass('group-edge')) onSelect(null)
    else onSelect(target.id())
  })
  core.on('dbltap', 'node', (event: EventObject) => {
    if (isElement(event.target) && !event.target.hasClass('group')) onExpand(event.target.id())
  })
  core.on('cxttap taphold', 'node', (event: EventObject) => {
    if (isElement(event.target) && !event.target.hasClass('group'))
      onMenu(event.target.id(), { ...event.renderedPosition })
  })
  // Every node in a box tells so by itself, within one turn of the event loop.
  const boxed: string[] = []
  core.on('box', 'node', (event: EventObject) => {
    if (!isElement(event.target) || event.target.hasClass('group')) return
    if (boxed.push(event.target.id()) > 1) return
    queueMicrotask(() => {
      onMark(boxed.splice(0))
    })
  })
}

/** Tells what the reader does, and shows what is pointed at. */
export function listen(core: Core, container: HTMLElement, events: GraphEvents): void {
  listenToClicks(core, events)
  core.on('dragfree', 'node', (event: EventObject) => {
    events.onMove(String(event.target.id()), { ...event.target.position() })
  })
  core.on('mouseover', 'node, edge', (event: EventObject) => {
    if (isElement(event.target)) event.target.addClass('hovered')
    container.classList.add('pointing')
  })
  core.on('mouseout', 'node, edge', (event: EventObject) => {
    if (isElement(event.target)) event.target.removeClass('hovered')
    container.classList.remove('pointing')
  })
}
