import cytoscape, { type Core } from 'cytoscape'
import type { Elements } from '../elements.ts'
import type { Extent } from '../layout/placement.ts'
import type { Position } from '../layout/task.ts'
import type { Rule } from '../stylesheet.ts'
import { keepCaptionsReadable } from './captionSize.ts'
import { type GraphEvents, listen } from './events.ts'
import { type Places, show } from './show.ts'
import { isSwarm, SwarmLines } from './swarm.ts'

/** The drawing, as the page uses it: the only thing outside this module that knows Cytoscape is its bundle. */
export interface Graph {
  /** Draws these elements in these places; fitted, all of it comes in sight. */
  show: (elements: Elements, places: Places, isFitted: boolean) => void
  /** Marks the selected element, and the nodes selected together. */
  highlight: (id: string | null, marked: readonly string[]) => void
  restyle: (rules: readonly Rule[]) => void
  fit: () => void
  /** Follows a change of the room; fits again as long as the reader has not moved the picture. */
  resize: () => void
  zoomBy: (factor: number) => void
  /** What is in sight, in the drawing's own measure. */
  sight: () => Extent
  /** Brings what is out of sight into view, without changing the scale. */
  reveal: (id: string) => void
  /** Where a node stands, in the drawing's own measure. */
  positionOf: (id: string) => Position
  destroy: () => void
}

const FIT_PADDING = 20
/** A handful of nodes is not blown up to fill the room. */
const LARGEST_FIT = 1.2

/** What all visible nodes take; null where there are none. Read from where they stand: measuring styles takes longer. */
function extentOf(core: Core): Extent | null {
  const extent = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity }
  core.nodes().forEach((node) => {
    if (node.hasClass('hidden')) return
    const { x, y } = node.position()
    const [width, height] = [Number(node.data('width')) / 2, Number(node.data('height')) / 2]
    extent.x1 = Math.min(extent.x1, x - width)
    extent.x2 = Math.max(extent.x2, x + width)
    extent.y1 = Math.min(extent.y1, y - height)
    extent.y2 = Math.max(extent.y2, y + height)
  })
  return Number.isFinite(extent.x1) ? extent : null
}

function fitTo(core: Core): void {
  const extent = extentOf(core)
  if (extent === null) return
  const { x1, y1, x2, y2 } = extent
  const [width, height] = [core.width(), core.height()]
  const scale = Math.min((width - 2 * FIT_PADDING) / (x2 - x1), (height - 2 * FIT_PADDING) / (y2 - y1))
  const zoom = Math.max(Math.min(scale, LARGEST_FIT), core.minZoom())
  core.viewport({
    zoom,
    pan: { x: (width - zoom * (x1 + x2)) / 2, y: (height - zoom * (y1 + y2)) / 2 },
  })
}

function highlight(core: Core, id: string | null, marked: readonly string[]): void {
  core.batch(() => {
    core.elements().removeClass('selected near marked')
    for (const other of marked) core.getElementById(other).addClass('marked')
    if (id === null) return
    const element = core.getElementById(id)
    element.addClass('selected')
    // The root touches nearly everything: marking all of it would mark nothing.
    if (element.isNode() && !element.hasClass('root')) element.connectedEdges().addClass('near')
  })
}

function reveal(core: Core, id: string): void {
  const element = core.getElementById(id)
  if (element.empty() || element.hasClass('hidden')) return
  const box = element.boundingBox()
  const view = core.extent()
  const isInside = box.x1 >= view.x1 && box.x2 <= view.x2 && box.y1 >= view.y1 && box.y2 <= view.y2
  if (!isInside && element.isNode()) core.center(element)
}

/** Starts a drawing in this container. */
export function createGraph(container: HTMLElement, rules: readonly Rule[], events: GraphEvents): Graph {
  const core = cytoscape({
    container,
    style: [...rules],
    layout: { name: 'preset' },
    minZoom: 0.12,
    maxZoom: 3,
    // The page keeps what is selected; Cytoscape's own selection would be a second truth.
    autounselectify: true,
    boxSelectionEnabled: true,
  })
  const refreshCaptions = keepCaptionsReadable(core)
  const lines = new SwarmLines(core, container, rules)
  let isUntouched = true
  core.on('dragpan scrollzoom pinchzoom', () => {
    isUntouched = false
  })
  listen(core, container, events)
  const fit = (): void => {
    isUntouched = true
    fitTo(core)
  }
  return {
    show: (elements, places, isFitted) => {
      // In one piece, so that styles are worked out once, with captions as large as the new scale needs.
      core.batch(() => {
        show(core, elements, places)
        lines.show(isSwarm(elements) ? elements.edges : [])
        if (isFitted) fit()
        refreshCaptions()
      })
    },
    highlight: (id, marked) => {
      highlight(core, id, marked)
      lines.highlight(id)
    },
    restyle: (next) => {
      lines.restyle(next)
      core.style([...next])
    },
    fit,
    resize: () => {
      core.resize()
      if (isUntouched) fit()
    },
    zoomBy: (factor) => {
      isUntouched = false
      core.zoom({
        level: core.zoom() * factor,
        renderedPosition: { x: core.width() / 2, y: core.height() / 2 },
      })
    },
    sight: () => {
      const { x1, y1, x2, y2 } = core.extent()
      return { x1, y1, x2, y2 }
    },
    reveal: (id) => {
      reveal(core, id)
    },
    positionOf: (id) => ({ ...core.getElementById(id).position() }),
    destroy: () => {
      lines.remove()
      core.destroy()
    },
  }
}
