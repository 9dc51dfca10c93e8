import cytoscape, { type Core, type EventObject, type SingularElementReturnValue } from 'cytoscape'
import type { DrawnEdge, DrawnNode, Elements } from './elements.ts'
import type { Extent } from './layout/placement.ts'
import type { Route } from './layout/routes.ts'
import type { Position } from './layout/task.ts'
import type { Rule } from './stylesheet.ts'

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

/** The drawing, as the page uses it: the only thing outside this module that knows Cytoscape is its bundle. */
export interface Graph {
  /** Draws these elements in these places. */
  show: (elements: Elements, places: Places) => void
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

/** Where nodes stand, and how the edges run for which that is settled. */
export interface Places {
  positions: ReadonlyMap<string, Position>
  routes: ReadonlyMap<string, Route>
  /** Ids of the nodes that were put where they are by hand. */
  pinned: ReadonlySet<string>
}

const FIT_PADDING = 20
/** From this many lines on, each is drawn lightly. */
const CROWD = 200
/** A handful of nodes is not blown up to fill the room. */
const LARGEST_FIT = 1.2

function nodeDefinition(node: DrawnNode, position: Position): cytoscape.ElementDefinition {
  const { id, label, caption, width, height, isGroup } = node
  return {
    group: 'nodes',
    data: { id, label, caption, width, height },
    position: { ...position },
    classes: isGroup ? 'group' : '',
  }
}

function edgeDefinition(edge: DrawnEdge): cytoscape.ElementDefinition {
  const { id, source, target, caption, type, stage, sourceCount, change, isGroup } = edge
  // More independent sources make a stronger line, up to a point.
  const width = 1.3 + 0.5 * Math.min(sourceCount - 1, 4)
  return {
    group: 'edges',
    data: { id, source, target, caption, type, stage, change, width },
    classes: isGroup ? 'group-edge' : '',
  }
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

function listen(core: Core, container: HTMLElement, events: GraphEvents): void {
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
  { positions, routes, pinned }: Places,
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
    for (const { id, isPassed } of nodes) {
      const node = core.getElementById(id)
      node.toggleClass('passed', isPassed)
      node.toggleClass('pinned', pinned.has(id))
    }
    for (const { id, isOnPath } of edges) core.getElementById(id).toggleClass('path', isOnPath)
    for (const { id, isPending } of edges) core.getElementById(id).toggleClass('pending', isPending)
    core.edges().toggleClass('captioned', isCaptioned)
    core.edges().toggleClass('crowd', edges.length > CROWD)
    core.nodes().removeClass('root')
    core.getElementById(root).addClass('root')
    core.edges().forEach((edge) => {
      const route = routes.get(edge.id())
      if (route === undefined) edge.removeStyle()
      else draw(edge, route)
    })
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

/** Smaller than this on the screen, in pixels, a caption is not read but guessed. */
const READABLE = 7
const LANDMARK_SIZE = 12
const LANDMARKS = 14
const HUB = 4
/** Zooming by less than this leaves captions as they are. */
const ZOOM_STEP = 1.15
const CAPTION_SIZE = 13

/**
 * Far out, where captions would be too small to read, only those of the root and of the nodes with most links are left,
 * in a size that can be read.
 */
function keepCaptionsReadable(core: Core): void {
  let level = 0
  const update = (): void => {
    const zoom = core.zoom()
    const isFar = zoom * CAPTION_SIZE < READABLE
    const next = isFar ? Math.round(Math.log(zoom) / Math.log(ZOOM_STEP)) : 1
    if (next === level) return
    level = next
    core.batch(() => {
      const nodes = core.nodes()
      nodes.removeClass('far landmark').removeStyle('font-size')
      if (!isFar) return
      const landmarks = new Set<string>()
      const ranked = nodes.map((node) => ({
        id: node.id(),
        degree: node.hasClass('hidden') ? -1 : node.degree(false),
      }))
      ranked.sort((a, b) => b.degree - a.degree)
      for (const { id, degree } of ranked.slice(0, LANDMARKS)) if (degree >= HUB) landmarks.add(id)
      nodes.addClass('far')
      nodes
        .filter((node) => landmarks.has(node.id()) || node.is('.root, .selected, .marked'))
        .addClass('landmark')
        .style('font-size', LANDMARK_SIZE / zoom)
    })
  }
  core.on('zoom', update)
  core.on('add remove', () => {
    level = 0
    queueMicrotask(update)
  })
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
  keepCaptionsReadable(core)
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
    highlight: (id, marked) => {
      highlight(core, id, marked)
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
    positionOf: (id) => ({ ...core.getElementById(id).position() }),
    destroy: () => {
      core.destroy()
    },
  }
}
