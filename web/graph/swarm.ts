import type { Core } from 'cytoscape'
import type { DrawnEdge, Elements } from '../elements.ts'
import type { Rule } from '../stylesheet.ts'

/** From more edges than this on, nobody follows one among them: they are drawn as bare lines beneath the nodes, all at once. */
export const MOST_EDGES = 1000

/** Lines of one stroke: a path of thousands of crossing lines takes far longer than many short ones. */
const STROKE = 100
const FAINT = 0.3
const STRONG = 2

/** What a swarm shows: its edges, and the id of what is selected. */
interface Swarm {
  edges: readonly DrawnEdge[]
  selected: string | null
}

/** Whether these elements have so many edges that they are drawn as a swarm. */
export function isSwarm({ edges }: Elements): boolean {
  return edges.length > MOST_EDGES
}

function colorIn(rules: readonly Rule[], selector: string): string {
  return String(rules.find((rule) => rule.selector.startsWith(selector))?.style['line-color'] ?? '')
}

function strokeAll(context: CanvasRenderingContext2D, core: Core, edges: readonly DrawnEdge[]): void {
  for (let from = 0; from < edges.length; from += STROKE) {
    context.beginPath()
    for (const { source, target } of edges.slice(from, from + STROKE)) {
      const [start, end] = [core.getElementById(source), core.getElementById(target)]
      if (start.empty() || end.empty()) continue
      const [a, b] = [start.position(), end.position()]
      context.moveTo(a.x, a.y)
      context.lineTo(b.x, b.y)
    }
    context.stroke()
  }
}

/** The lines of a swarm under a drawing, in step with it. */
export class SwarmLines {
  readonly #core: Core
  readonly #canvas = document.createElement('canvas')
  #rules: readonly Rule[]
  #swarm: Swarm = { edges: [], selected: null }

  /** Lies beneath whatever Cytoscape draws into this container. */
  constructor(core: Core, container: HTMLElement, rules: readonly Rule[]) {
    this.#core = core
    this.#rules = rules
    this.#canvas.className = 'swarm'
    container.prepend(this.#canvas)
    core.on('render', () => {
      this.#paint()
    })
  }

  show(edges: readonly DrawnEdge[]): void {
    this.#swarm = { ...this.#swarm, edges: edges.filter(({ isHidden }) => !isHidden) }
  }

  highlight(selected: string | null): void {
    if (this.#swarm.edges.length > 0 && selected !== this.#swarm.selected) this.#core.forceRender()
    this.#swarm = { ...this.#swarm, selected }
  }

  restyle(rules: readonly Rule[]): void {
    this.#rules = rules
  }

  remove(): void {
    this.#canvas.remove()
  }

  #paint(): void {
    const context = this.#canvas.getContext('2d')
    const { edges, selected } = this.#swarm
    if (context === null || (edges.length === 0 && this.#canvas.width === 0)) return
    const ratio = edges.length === 0 ? 0 : window.devicePixelRatio
    // Setting its size clears it.
    this.#canvas.width = this.#core.width() * ratio
    this.#canvas.height = this.#core.height() * ratio
    if (edges.length === 0) return
    const zoom = this.#core.zoom()
    const { x, y } = this.#core.pan()
    context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio)
    context.lineWidth = 1 / Math.min(zoom, 1) / 2
    // As for edges of their own: the root touches nearly everything, and marking all of it would mark nothing.
    const touched = this.#core.getElementById(selected ?? '').hasClass('root') ? null : selected
    const isChosen = ({ id, source, target, isOnPath }: DrawnEdge): boolean =>
      isOnPath || id === selected || source === touched || target === touched
    context.globalAlpha = FAINT
    for (const [stage, own] of byStage(edges)) {
      context.strokeStyle = colorIn(this.#rules, `edge[stage = "${stage}"]`)
      strokeAll(context, this.#core, own)
    }
    context.globalAlpha = 1
    context.lineWidth = STRONG / Math.min(zoom, 1)
    context.strokeStyle = colorIn(this.#rules, 'edge.near')
    strokeAll(context, this.#core, edges.filter(isChosen))
  }
}

function byStage(edges: readonly DrawnEdge[]): Map<string, DrawnEdge[]> {
  const stages = new Map<string, DrawnEdge[]>()
  for (const edge of edges) {
    const own = stages.get(edge.stage)
    if (own === undefined) stages.set(edge.stage, [edge])
    else own.push(edge)
  }
  return stages
}
