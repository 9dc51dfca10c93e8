import type cytoscape from 'cytoscape'
import type { Core } from 'cytoscape'
import { widthOf } from '../caption.ts'
import type { DrawnEdge, DrawnNode, Elements } from '../elements.ts'
import type { Route, Side } from '../layout/routes.ts'
import type { Position } from '../layout/task.ts'
import { EDGE_FONT_SIZE } from '../stylesheet.ts'
import { isSwarm } from './swarm.ts'

/** Where nodes stand, and how the edges run for which that is settled. */
export interface Places {
  positions: ReadonlyMap<string, Position>
  routes: ReadonlyMap<string, Route>
  /** Ids of the nodes that were put where they are by hand. */
  pinned: ReadonlySet<string>
}

/** From this many lines on, each is drawn lightly. */
const CROWD = 200

/** Classes of the stylesheet, and whether an element has them. */
type States = Readonly<Record<string, boolean>>

function nodeStates({ id, isRoot, isGroup, isHidden, isPassed }: DrawnNode, { pinned }: Places): States {
  return { root: isRoot, group: isGroup, hidden: isHidden, passed: isPassed, pinned: pinned.has(id) }
}

function edgeStates(edge: DrawnEdge, { isCaptioned, edges }: Elements): States {
  return {
    'group-edge': edge.isGroup,
    hidden: edge.isHidden,
    path: edge.isOnPath,
    pending: edge.isPending,
    captioned: isCaptioned,
    crowd: edges.length > CROWD,
  }
}

function classesOf(states: States): string[] {
  return Object.keys(states).filter((name) => states[name])
}

function nodeDefinition(node: DrawnNode, degree: number, places: Places): cytoscape.ElementDefinition {
  const { id, label, caption, width, height } = node
  return {
    group: 'nodes',
    data: { id, label, caption, width, height, degree },
    position: { ...(places.positions.get(id) ?? { x: 0, y: 0 }) },
    classes: classesOf(nodeStates(node, places)),
  }
}

function edgeDefinition(edge: DrawnEdge, elements: Elements): cytoscape.ElementDefinition {
  const { id, source, target, caption, type, stage, sourceCount, change } = edge
  // More independent sources make a stronger line, up to a point.
  const width = 1.3 + 0.5 * Math.min(sourceCount - 1, 4)
  return {
    group: 'edges',
    data: { id, source, target, caption, type, stage, change, width },
    classes: classesOf(edgeStates(edge, elements)),
  }
}

/** A point beside a line, in Cytoscape's terms: how far along the line, and how far to its side. */
function besideLine(point: Position, from: Position, to: Position): { weight: number; distance: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const [px, py] = [point.x - from.x, point.y - from.y]
  const length = Math.hypot(dx, dy)
  return { weight: (px * dx + py * dy) / length ** 2, distance: (py * dx - px * dy) / length }
}

/** How far to move an edge's caption, which Cytoscape centres on a bend, to stand wholly on one side of it. */
function captionShift(caption: string, aside: Side | null): number {
  if (aside === null) return 0
  const half = (widthOf(caption) * EDGE_FONT_SIZE) / 2
  return aside === 'RIGHT' ? half : -half
}

function draw(edge: cytoscape.EdgeSingular, caption: string, route: Route): void {
  const { source, target, bends, nudge, aside } = route
  const start = edge.source().position()
  const end = edge.target().position()
  const from = { x: start.x + source.x, y: start.y + source.y }
  const to = { x: end.x + target.x, y: end.y + target.y }
  const points = bends.map((bend) => besideLine(bend, from, to))
  const ends = {
    'text-margin-x': captionShift(caption, aside),
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

function update(element: cytoscape.SingularElementReturnValue, states: States): void {
  for (const [name, isOn] of Object.entries(states)) element.toggleClass(name, isOn)
}

/** How many visible edges each node has. */
function degreesOf({ edges }: Elements): Map<string, number> {
  const degrees = new Map<string, number>()
  for (const { source, target, isHidden } of edges)
    if (!isHidden) for (const id of [source, target]) degrees.set(id, (degrees.get(id) ?? 0) + 1)
  return degrees
}

/**
 * Brings what is drawn in step with these elements and places. What is new comes in one piece: that is fastest. Edges of a
 * swarm are left to its lines.
 */
export function show(core: Core, elements: Elements, places: Places): void {
  const { nodes } = elements
  const edges = isSwarm(elements) ? [] : elements.edges
  const wanted = new Set([...nodes, ...edges].map(({ id }) => id))
  core
    .elements()
    .filter((element) => !wanted.has(element.id()))
    .remove()
  const degrees = degreesOf(elements)
  const added: cytoscape.ElementDefinition[] = []
  for (const node of nodes) {
    const degree = degrees.get(node.id) ?? 0
    const existing = core.getElementById(node.id)
    if (existing.empty()) {
      added.push(nodeDefinition(node, degree, places))
      continue
    }
    const position = places.positions.get(node.id)
    if (position !== undefined) existing.position({ ...position })
    existing.data({ degree })
    update(existing, nodeStates(node, places))
  }
  for (const edge of edges) {
    const existing = core.getElementById(edge.id)
    if (existing.empty()) {
      added.push(edgeDefinition(edge, elements))
      continue
    }
    existing.data({ caption: edge.caption, stage: edge.stage, change: edge.change })
    update(existing, edgeStates(edge, elements))
    if (!places.routes.has(edge.id)) existing.removeStyle()
  }
  core.add(added)
  for (const { id, caption } of edges) {
    const route = places.routes.get(id)
    const edge = core.getElementById(id)
    if (route !== undefined && edge.isEdge()) draw(edge, caption, route)
  }
}
