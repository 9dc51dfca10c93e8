import cytoscape, { type Core, type EventObject, type SingularElementReturnValue } from 'cytoscape'
import type { DrawnEdge, DrawnNode, Elements } from './elements.ts'
import type { Extent } from './layout/placement.ts'
import type { Route } from './layout/routes.ts'
import type { Position } from './layout/tiers.ts'
import type { Rule } from './stylesheet.ts'

/** What a reader does in the drawing. */
export interface GraphEvents {
  onSelect: (id: string | null) => void
  onExpand: (id: string) => void
  /** A node was dragged here; it stays there. */
  onMove: (id: string, position: Position) => void
}

/** The drawing, as the page uses it: the only thing outside this module that knows Cytoscape is its bundle. */
export interface Graph {
  /** Draws these elements in these places. */
  show: (elements: Elements, places: Places) => void
  highlight: (id: string | null) => void
  restyle: (rules: readonly Rule[]) => void
  fit: () => void
  /** Follows a change of the room; fits again as long as the reader has not moved the picture. */
  resize: () => void
  zoomBy: (factor: number) => void
  /** What is in sight, in the drawing's own measure. */
  sight: () => Extent
  /** Brings what is out of sight into view, without changing the scale. */
  reveal: (id: string) => void
  destroy: () => void
}

/** Where nodes stand, and how the edges run for which that is settled. */
export interface Places {
  positions: ReadonlyMap<string, Position>
  routes: ReadonlyMap<string, Route>
}

const FIT_PADDING = 20
/** A handful of nodes is not blown up to fill the room. */
const LARGEST_FIT = 1.2

function nodeDefinition(node: DrawnNode, position: Position): cytoscape.ElementDefinition {
  const { id, label, caption, width, height } = node
  return { group: 'nodes', data: { id, label, caption, width, height }, position: { ...position } }
}

function edgeDefinition(edge: DrawnEdge): cytoscape.ElementDefinition {
  const { id, source, target, caption, type, stage, sourceCount, change } = edge
  // More independent sources make a stronger line, up to a point.
  const width = 1.3 + 0.5 * Math.min(sourceCount - 1, 4)
  return { group: 'edges', data: { id, source, target, caption, type, stage, change, width } }
}

/** Cytoscape leaves an event's target untyped: the canvas itself, or an element on it. */
function isElement(target: unknown): target is SingularElementReturnValue {
  return typeof target === 'object' && target !== null && 'group' in target
}

function listen(core: Core, container: HTMLElement, { onSelect, onExpand, onMove }: GraphEvents): void {
  core.on('tap', (event: EventObject) => {
    onSelect(isElement(event.target) ? event.target.id() : null)
  })
  core.on('dbltap', 'node', (event: EventObject) => {
    if (isElement(event.target)) onExpand(event.target.id())
  })
  core.on('dragfree', 'node', (event: EventObject) => {
    onMove(String(event.target.id()), { ...event.target.position() })
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

/** A point beside a line, in Cytoscape's terms: how far along the line, and how far to its side. */
function besideLine(point: Position, from: Position, to: Position): { weight: number; distance: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const [px, py] = [point.x - from.x, point.y - from.y]
  const length = Math.hypot(dx, dy)
  return { weight: (px * dx + py * dy) / length ** 2, distance: (py * dx - px * dy) / length }
}

function draw(edge: cytoscape.EdgeSingular, { source, target, bends, nudge }: Route): void {
  const start = edge.source().position()
  const end = edge.target().position()
  const from = { x: start.x + source.x, y: start.y + source.y }
  const to = { x: end.x + target.x, y: end.y + target.y }
  const points = bends.map((bend) => besideLine(bend, from, to))
  const ends = {
    'text-margin-y': nudge,
    'source-endpoint': `${String(source.x)}px ${String(source.y)}px`,
    'target-endpoint': `${String(target.x)}px ${String(target.y)}px`,
  }
  if (points.length === 0) edge.style({ ...ends, 'curve-style': 'straight' })
  else
    edge.style({
      ...ends,
      'curve-style': 'round-segments',
      'edge-distances': 'endpoints',
      'segment-weights': points.map(({ weight }) => weight).join(' '),
      'segment-distances': points.map(({ distance }) => distance).join(' '),
      'segment-radii': '14',
    })
}

function show(
  core: Core,
  { nodes, edges, root, isCaptioned }: Elements,
  { positions, routes }: Places,
): void {
  const wanted = new Set([...nodes, ...edges].map(({ id }) => id))
  core.batch(() => {
    core
      .elements()
      .filter((element) => !wanted.has(element.id()))
      .remove()
    for (const node of nodes) {
      const position = positions.get(node.id)
      const existing = core.getElementById(node.id)
      if (existing.empty()) core.add(nodeDefinition(node, position ?? { x: 0, y: 0 }))
      else if (position !== undefined) existing.position({ ...position })
    }
    for (const edge of edges) {
      const existing = core.getElementById(edge.id)
      if (existing.empty()) core.add(edgeDefinition(edge))
      else existing.data({ caption: edge.caption, stage: edge.stage, change: edge.change })
    }
    for (const { id, isHidden } of [...nodes, ...edges])
      core.getElementById(id).toggleClass('hidden', isHidden)
    for (const { id, isPassed } of nodes) core.getElementById(id).toggleClass('passed', isPassed)
    core.edges().toggleClass('captioned', isCaptioned)
    core.nodes().removeClass('root')
    core.getElementById(root).addClass('root')
    core.edges().forEach((edge) => {
      const route = routes.get(edge.id())
      if (route === undefined) edge.removeStyle()
      else draw(edge, route)
    })
  })
}

function highlight(core: Core, id: string | null): void {
  core.batch(() => {
    core.elements().removeClass('selected near')
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
    boxSelectionEnabled: false,
  })
  let isUntouched = true
  core.on('dragpan scrollzoom pinchzoom', () => {
    isUntouched = false
  })
  listen(core, container, events)
  const fit = (): void => {
    isUntouched = true
    core.fit(core.elements().not('.hidden'), FIT_PADDING)
    if (core.zoom() > LARGEST_FIT) {
      core.zoom(LARGEST_FIT)
      core.center(core.elements().not('.hidden'))
    }
  }
  return {
    show: (elements, places) => {
      show(core, elements, places)
    },
    highlight: (id) => {
      highlight(core, id)
    },
    restyle: (next) => {
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
    destroy: () => {
      core.destroy()
    },
  }
}
